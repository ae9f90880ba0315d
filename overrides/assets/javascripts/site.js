/** The entry: which component mounts on which hook, and what of the outside world each is given. */
import "app/page/early";
import { keepAnchors } from "app/page/anchors";
import { checklist } from "app/checklist/checklist";
import { openMount } from "app/page/mount";
import { paper } from "app/page/paper";
import { watchReleases } from "app/page/release";
import { status } from "app/checklist/status";
import { openStorage } from "app/answers/storage";
import { openStore } from "app/answers/store";
import { dismissTerms } from "app/page/term";

const { prefix, former, area, moves, newId, setting, name, paint, show, takeOver } = globalThis.guide;
const world = {
  storage: openStorage(area),
  prefix,
  moves,
  name,
  build: setting("build"),
  clock: () => new Date(),
  tab: newId(),
  // Pages that are insecure, or may store nothing, get no locks. There a write still reads first and writes in one
  // go, and the storage events make up for what that may miss.
  locked: (/** @type {string} */ key, /** @type {() => void} */ act) => navigator.locks?.request(key, act).catch(act) ?? act(),
  later: (/** @type {() => void} */ act, /** @type {number} */ ms) => setTimeout(act, ms),
  persisted: async () => navigator.storage?.persisted?.(),
};
const formerPaths = setting("former-paths").split(" ").filter(Boolean);

/** Start everything. Only a site that has moved, or has the former format, waits: its answers are brought here before anything reads them. */
async function start() {
  if (formerPaths[0] || world.storage.keys(former)[0]) (await import("app/answers/adopt")).adopt(world, formerPaths);
  const store = openStore(world);

  window.onstorage = ({ key, newValue }) => store.heard(key, newValue);
  window.onbeforeunload = (event) => {
    store.flush(event);
    if (!store.pending().size) return undefined;
    event.preventDefault(); // what cannot be kept would go with the page
    return true;
  };
  // A browser may keep this page for the way back. Where anything has changed since, it comes anew: it would show what was removed,
  // or tick in a workbook that is no longer open. What could not be stored is only here, so then it stays.
  /** What was stored when this page was left. @type {string | false | undefined} */
  let left;
  const kept = () => JSON.stringify(area);
  for (const kind of ["pagehide", "pageshow", "visibilitychange"]) {
    window.addEventListener(kind, (event) => {
      if (left && !document.hidden && left !== kept() && !store.pending().size) {
        document.body.style.visibility = "hidden"; // the line may be slow
        return location.reload();
      }
      store.flush(event);
      left = kind === "pagehide" ? kept() : document.hidden && left;
    });
  }
  // The browser is asked to keep what was written, once there is something and the reader is there to be asked.
  document.addEventListener("change", () => store.unsaved() && navigator.storage?.persist?.(), { once: true });

  dismissTerms(document);
  const arrived = keepAnchors(window);
  const all = { ...world, store, paint, newId, formerPaths, area };
  const mount = openMount({
    checklist: (section) => checklist(section, all),
    // What only one page needs is fetched there, with all that it imports: a checklist alone loads at most 11 kB.
    overview: async (section) => (await import("app/workbook/overview")).overview(section, all),
    handout: async (section) => (await import("app/handout/handout")).handout(section, all),
    paper,
    status: (element) => status(element, all),
    tools: async (element) => (await import("app/guide/tools")).tools(element),
    wheel: async (element) => (await import("app/guide/wheel")).wheel(element, all),
  });
  mount();
  for (const early of takeOver(store.workbook)) store.tick(...early);
  // Material's stream of pages: it speaks again after each instant navigation. On file:// it stays silent.
  window.document$?.subscribe(() => {
    arrived();
    show();
    mount();
  });
}

// In a task of its own: the theme has one at the same moment that keeps a phone busy, and the page shows what was answered already.
setTimeout(start);
// What is kept for use without a connection waits until the page has what it needs itself.
const worker = setting("worker");
if (worker) window.addEventListener("load", () => watchReleases(worker));
