/**
 * Gives each `[data-module]` element its component, once, also when the page is replaced without a reload.
 * One that fails does so alone: its fallback sentence is shown, the others start.
 *
 * @typedef {(element: HTMLElement) => (() => void) | void} Component returns what to call when its element has gone
 */

/** @param {Record<string, Component>} components */
export function openMount(components) {
  /** @type {Map<Element, () => void>} */
  const mounted = new Map();
  return () => {
    for (const [element, release] of mounted) {
      if (element.isConnected) continue;
      mounted.delete(element);
      release();
    }
    for (const element of document.querySelectorAll("[data-module]")) {
      const component = components[/** @type {HTMLElement} */ (element).dataset.module ?? ""];
      if (!component || mounted.has(element)) continue;
      mounted.set(element, () => {});
      try {
        mounted.set(element, component(/** @type {HTMLElement} */ (element)) ?? (() => {}));
      } catch (error) {
        element.querySelector('[data-part="failed"]')?.removeAttribute("hidden");
        console.error(error);
      }
    }
  };
}
