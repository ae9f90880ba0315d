/** Waits for the style sheets of a page: instant navigation shows one before those that only it loads are there. One that fails is not waited for. */
export const styled = () =>
  Promise.all([.../** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll('link[rel="stylesheet"]'))].filter((link) => !link.sheet).map((link) => new Promise((done) => {
    link.onload = link.onerror = done;
  })));
