/**
 * Leaves movement within a page to the browser. Material's instant navigation takes the first of it for a new
 * page: it fetches the page again and replaces the content, so that what is open would close and what has the
 * focus would lose it. Material passes over links that name a target, and hears of the rest through popstate.
 *
 * A link to a place on another page leads there. Whoever scrolls and follows one at once would land at the height of the page
 * before: Material notes how far it was scrolled a moment later, and then takes that for the place to go.
 */
import { around } from "app/page/press";

/** @param {Window} window @returns {() => void} to be called whenever another page is shown */
export function keepAnchors(window) {
  const { document, location } = window;
  let shown = location.pathname;
  let followed = ""; // the last link to a place on another page

  /** Only the address says what is meant: after instant navigation the browser knows no target. No id of ours needs decoding. */
  const lead = () => document.getElementById(location.hash.slice(1))?.scrollIntoView();

  /** While the search lies over a phone's screen, the theme holds the page still, and lets go a moment after. */
  const arrive = () => void (document.body.hasAttribute("data-md-scrolllock") ? setTimeout(arrive, 50) : lead());

  const leave = (/** @type {Event} */ event) => {
    const link = /** @type {HTMLAnchorElement | null} */ (around(event, "a"));
    if (!link) return; // the theme itself presses what closes its search, after a link in it was pressed
    const here = link.origin === location.origin && link.pathname === location.pathname;
    if (link.hash && here) link.target = "_self";
    followed = link.hash && !here ? link.href : "";
  };
  const stay = (/** @type {Event} */ event) => {
    if (location.pathname !== shown) return;
    event.stopImmediatePropagation();
    lead();
  };
  document.addEventListener("click", leave, true);
  window.guide.onPopstate = stay;
  return () => {
    shown = location.pathname;
    if (location.href === followed) setTimeout(arrive); // after Material has scrolled
    followed = "";
  };
}
