/**
 * Finds the control that a press belongs to. What is pressed is often something inside it: an icon, a mark of the
 * search, or what a translator puts around each text.
 */

/** What is nearest around the place of an event. @param {Event} event @param {string} selector @returns {HTMLElement | null} */
export function around({ target }, selector) {
  const element = target instanceof Element ? target : /** @type {Node | null} */ (target)?.parentElement;
  return element?.closest?.(selector) ?? null;
}

/** The control that was pressed or changed; null beside all controls, and within one that is switched off. @param {Event} event */
export const pressed = (event) => {
  const control = around(event, "a, button, input, select, summary, textarea");
  return control?.matches(":disabled") ? null : control;
};
