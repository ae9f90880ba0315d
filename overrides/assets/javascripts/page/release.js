/**
 * Fetched after a published page has loaded: it lets the guide be kept for use without a connection (worker.js at the site's root),
 * says so once that is true, and says when a newer version of the guide is here. One press brings it, and nothing is lost by that:
 * what was written is stored before a page goes. The HTML stands in partials/page-foot.html.
 */
import { pressed } from "app/page/press";

const base = new URL("../../", import.meta.url).href; // published as assets/javascripts/release-….js
const worker = navigator.serviceWorker;
const entry = 'script[src*="/assets/javascripts/site-"]';
const own = /** @type {HTMLScriptElement | null} */ (document.querySelector(entry))?.src;
const MEGABYTE = 1_000_000;
let bytes = 0; // what is kept for use without a connection; 0 while that is not known to be whole
let newer = false;
let asked = false;
/** @type {ServiceWorkerRegistration | undefined} */
let registration;

/** @param {string} name */
const part = (name) => /** @type {HTMLElement | null} */ (document.querySelector(`[data-part="${name}"]`));

function show() {
  const line = part("offline");
  if (line && bytes) line.textContent = window.guide.fill(line.dataset.say ?? "", { size: (bytes / MEGABYTE).toLocaleString(line.dataset.locale, { maximumFractionDigits: 1 }) });
  if (line) line.hidden = !bytes;
  const notice = part("newer");
  if (notice) notice.hidden = !newer;
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
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => {
    bytes = data;
    show();
  };
  show();
  registration?.active?.postMessage("amount", [port2]);
}

async function keep() {
  const address = `${base}worker.js`;
  const all = (await worker.getRegistrations()).filter(({ scope }) => scope === base);
  const known = all.some(({ active, waiting, installing }) => [active, waiting, installing].some((one) => one?.scriptURL === address));
  const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  if (!known && visit?.type === "reload") return; // removing everything ends in a reload: what was removed stays away until the next visit
  const before = worker.controller;
  worker.addEventListener("controllerchange", () => {
    if (asked) location.reload();
    newer ||= before?.scriptURL === address; // another tab brought it
    ask();
  });
  registration = await worker.register(address, { scope: base, updateViaCache: "none" });
  if (!registration) return;
  registration.addEventListener("updatefound", () => registration?.installing?.addEventListener("statechange", look));
  document.addEventListener("visibilitychange", () => document.hidden || registration?.update().catch(() => {})); // a tab that stays open asks too
  look();
  await worker.ready;
  ask();
}

document.addEventListener("click", (event) => pressed(event)?.dataset.part === "newer-now" && bring());
// Instant navigation brings a page of the newer version to the scripts of this one: then the page is loaded whole.
window.document$?.subscribe(() => {
  const named = [.../** @type {NodeListOf<HTMLScriptElement>} */ (document.querySelectorAll(entry))];
  if (own && named.some(({ src }) => src !== own)) location.reload();
  else show();
});
if (worker) keep().catch(() => {}); // a browser that refuses keeps nothing, and the page promises nothing
