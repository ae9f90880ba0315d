/**
 * Gives each `[data-module]` element its component, once, also when the page is replaced without a reload.
 * One that fails does so alone: its fallback sentence is shown, the others start. One that is late says so, and starts when it comes.
 *
 * @typedef {(() => void) | void} Release what to call when its element has gone
 * @typedef {(element: HTMLElement) => Release | Promise<Release>} Component one that is fetched first gives a promise
 */
import { part } from "app/page/parts";
import { PATIENCE_MS } from "app/page/soon";

const { fail } = globalThis.guide;

/** @param {Record<string, Component>} components */
export function openMount(components) {
  /** @type {Map<Element, Release>} */
  const mounted = new Map();
  return () => {
    for (const [element, release] of mounted) {
      if (element.isConnected) continue;
      mounted.delete(element);
      release?.();
    }
    for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-module]"))) {
      const component = components[element.dataset.module ?? ""];
      if (!component || mounted.has(element)) continue;
      mounted.set(element, undefined);
      const started = (/** @type {Release} */ release) => {
        clearTimeout(late);
        element.dataset.started = "";
        part(element, "failed")?.setAttribute("hidden", "");
        if (mounted.has(element)) mounted.set(element, release);
        else release?.(); // its element went while it was being fetched
      };
      const failed = (/** @type {unknown} */ error) => {
        fail(element);
        console.error(error);
      };
      const late = setTimeout(fail, PATIENCE_MS, element);
      // An async function starts at once, and gives a promise whatever the component does.
      (async () => component(element))().then(started, failed);
    }
  };
}
