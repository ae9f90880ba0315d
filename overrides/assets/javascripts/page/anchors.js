/**
 * Leaves movement within a page to the browser. Material's instant navigation takes the first of it for a new
 * page: it fetches the page again and replaces the content, so that what is open would close and what has the
 * focus would lose it. Material passes over links that name a target, and hears of the rest through popstate.
 */
import { around } from "app/page/press";

/** @param {Window} window @returns {() => void} to be called whenever another page is shown */
export function keepAnchors(window) {
  const { document, location } = window;
  let shown = location.pathname;

  const leave = (/** @type {Event} */ event) => {
    const link = /** @type {HTMLAnchorElement | null} */ (around(event, "a"));
    if (link?.hash && link.origin === location.origin && link.pathname === location.pathname) link.target = "_self";
  };
  const stay = (/** @type {Event} */ event) => {
    if (location.pathname !== shown) return;
    event.stopImmediatePropagation();
    // After instant navigation the browser has found no target: only the address says what is meant, and it may be no text at all.
    let id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {}
    document.getElementById(id)?.scrollIntoView();
  };
  document.addEventListener("click", leave, { capture: true });
  window.guide.onPopstate = stay;
  return () => {
    shown = location.pathname;
  };
}
