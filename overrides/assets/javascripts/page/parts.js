/** Finds and copies the parts of a component's HTML, which its template names. */

/** The first part of that name. @param {ParentNode} root @param {string} name */
export const part = (root, name) => /** @type {HTMLElement} */ (root.querySelector(`[data-part="${name}"]`));

/** A copy of what a template element holds. @param {ParentNode} root @param {string} name @returns {HTMLElement} */
export const copyOf = (root, name) =>
  /** @type {HTMLElement} */ (/** @type {HTMLTemplateElement} */ (root.querySelector(`template[data-part="${name}"]`)).content.firstElementChild?.cloneNode(true));

/** Print text; nothing happens where it stands there already, so that nothing is announced twice. @param {Element} element @param {string} text */
export function print(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
