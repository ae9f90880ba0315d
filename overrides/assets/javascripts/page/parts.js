/** Finds and copies the parts of a component's HTML, which its template names. */

export const { part, print, say } = globalThis.guide;

/** A copy of what a template element holds. @param {ParentNode} root @param {string} name @returns {HTMLElement} */
export const copyOf = (root, name) =>
  /** @type {HTMLElement} */ (/** @type {HTMLTemplateElement} */ (root.querySelector(`template[data-part="${name}"]`)).content.firstElementChild?.cloneNode(true));
