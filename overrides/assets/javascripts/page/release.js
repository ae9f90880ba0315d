/**
 * On a published page, once it has loaded: lets the guide be kept for use without a connection (worker.js at the site's root),
 * says so once that is true, and says when a newer version of the guide is here. One press brings it, and nothing is lost by that:
 * what was written is stored before a page goes. The HTML stands in partials/page-foot.html.
 */
import { part } from "app/page/parts";
import { pressed } from "app/page/press";
import { fill } from "app/page/words";

const ENTRY = 'script[src*="/assets/javascripts/site-"]';
const TENTH = 100_000; // of a megabyte

/** @param {string} address of the worker, as the page names it */
export function watchReleases(address) {
  const worker = navigator.serviceWorker;
  const script = new URL(address, document.baseURI).href;
  const own = /** @type {HTMLScriptElement | null} */ (document.querySelector(ENTRY))?.src;
  let bytes = 0; // what is kept for use without a connection; 0 while that is not known to be whole
  let newer = false;
  let asked = false;
  /** @type {ServiceWorkerRegistration | undefined} */
  let registration;

  function show() {
    const line = part(document, "offline");
    if (!line) return; // the page for addresses that lead nowhere has no foot
    // The first number that a page writes in a language takes a phone 50 ms.
    if (bytes) line.textContent = fill(/** @type {string} */ (line.dataset.say), { size: (Math.round(bytes / TENTH) / 10).toLocaleString(line.dataset.locale) });
    line.hidden = !bytes;
    part(document, "newer").hidden = !newer;
  }

  /** A worker that is here and waits is a newer version, all of it. */
  function look() {
    newer ||= Boolean(registration?.waiting && worker.controller);
    show();
  }

  function bring() {
    asked = true;
    if (registration?.waiting) registration.waiting.postMessage("take over");
    else location.reload();
  }

  /** Ask the worker how much is kept; it answers with 0 unless all is there. */
  function ask() {
    show();
    registration?.active?.postMessage("amount");
  }

  async function keep() {
    const known = (await worker.getRegistration(script))?.scope === new URL("./", script).href;
    const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
    if (!known && visit?.type === "reload") return; // removing everything ends in a reload: what was removed stays away until the next visit
    const before = worker.controller;
    worker.onmessage = ({ data }) => {
      bytes = data;
      show();
    };
    worker.oncontrollerchange = () => {
      if (asked) location.reload();
      newer ||= before?.scriptURL === script; // another tab brought it
      ask();
    };
    registration = await worker.register(script, { updateViaCache: "none" });
    registration.onupdatefound = () => registration?.installing?.addEventListener("statechange", look);
    document.addEventListener("visibilitychange", () => document.hidden || registration?.update().catch(() => {})); // a tab that stays open asks too
    look();
    await worker.ready;
    ask();
  }

  document.addEventListener("click", (event) => pressed(event)?.dataset.part === "newer-now" && bring());
  // Instant navigation brings a page of the newer version to the scripts of this one: then the page is loaded whole.
  window.document$?.subscribe(() => {
    const named = [.../** @type {NodeListOf<HTMLScriptElement>} */ (document.querySelectorAll(ENTRY))];
    if (named.some(({ src }) => src !== own)) location.reload();
    else show();
  });
  // A browser that refuses keeps nothing, and the page promises nothing. Firefox calls it an error to ask where nothing may be kept.
  if (worker && window.guide.area) keep().catch(() => {});
}
