/**
 * Evaluated before all other modules: without the early script nothing can be kept. What the HTML says then stands already, but for
 * the parts that say nothing with scripts off; and the browser asks before what was ticked goes.
 */
if (!globalThis.guide?.takeOver) {
  for (const one of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-part="failed"]'))) one.hidden = false;
  document.addEventListener("change", () => {
    window.onbeforeunload = (event) => (event.preventDefault(), true);
  });
  throw new Error("restore.js");
}
