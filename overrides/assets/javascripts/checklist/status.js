/**
 * Says, truthfully, where answers are kept: when they were saved, why they are not, what can be taken back and
 * what is in quarantine. Offers a copy as soon as there is something to copy.
 * The HTML and its hooks are described in macros/templates/status.html.
 */
import { keysOf } from "app/answers/keys";
import { part, print, say } from "app/page/parts";
import { pressed } from "app/page/press";
import { soon } from "app/page/soon";

/** The room is measured again when something was saved, but not more often than this. */
const MEASURE_MS = 10_000;
/** How much was in quarantine, and whether some of it was news: the same for every place on a page that says so. */
let known = 0;
let news = Promise.resolve(false);

/**
 * @param {HTMLElement} element
 * @param {import("app/answers/store").World & { store: import("app/answers/store").Store, newId: () => string, build: string, name: Guide["name"], persisted: () => Promise<boolean | undefined> }} world
 * @returns {() => void} ends its subscription
 */
export function status(element, world) {
  const { store, storage, prefix, clock, name, persisted } = world;
  const words = element.dataset;
  const find = (/** @type {string} */ name) => part(element, name);
  const { room } = keysOf(prefix);
  let mayVanish = false;
  let low = !store.state.trouble && storage.isNearlyFull(room);
  let measured = Number(clock());
  /** The newest step when this page was opened: only what was removed since then is offered in the open. */
  const opened = store.lastStep()?.step ?? 0;
  let undone = false;

  function show() {
    const { trouble, savedAt } = store.state;
    const reasons = { blocked: words.sayBlocked, full: words.sayFull, newer: words.sayNewer };
    const vanished = store.vanished() > 0;
    const why = (trouble && (store.unsaved() || trouble === "newer") ? reasons[trouble] : vanished && words.sayVanished) || "";
    print(find("trouble"), why);
    find("copy").hidden = !why;
    find("keep").hidden = !vanished;
    if (find("alarm").hidden === !!why) {
      find("alarm").hidden = !why;
      if (why) document.activeElement?.scrollIntoView({ block: "nearest" }); // from under it
    }
    if (savedAt && Number(savedAt) > measured + MEASURE_MS) {
      measured = Number(savedAt);
      low = storage.isNearlyFull(room);
    }
    if (savedAt) say(find("status"), "saySaved", savedAt);
    find("status").hidden = !!why;
    const step = store.lastStep();
    const fresh = !!step && step.step > opened;
    const what = (fresh ? step?.label : undone && words.sayUndone) || "";
    print(find("undo-what"), what);
    find("undo-now").hidden = !fresh;
    /** @type {HTMLButtonElement} */ (find("undo-last")).disabled = !step;
    const { length: apart } = store.quarantine.texts();
    find("quarantine-later").hidden = !apart;
    if (apart) tell(apart);
    find("persist").hidden = !mayVanish;
    find("low").hidden = !low || !!why;
    name(store.workbook);
  }

  async function undo() {
    await store.undo(world);
    undone = true; // now, and not before
    show();
    element.focus(); // the button may be gone; the status line has the focus and says what happened
  }

  // What is needed seldom is fetched when it is.
  const told = async () => (await soon(import("app/answers/told"))).openTold(world);
  const files = () => soon(import("app/files/backup"));
  const backup = async () => (await files()).downloadBackup(world, words.file ?? "", element);
  const quarantine = async () => (await files()).downloadJson((await told()).all(), words.quarantineFile ?? "", clock, element);
  /** @param {number} apart how much is in quarantine now */
  async function tell(apart) {
    if (apart !== known) news = told().then((one) => one.tell(), () => true);
    known = apart;
    if (await news) find("quarantine").hidden = false; // said once, and then as long as the page is open
  }

  const acts = /** @type {Record<string, () => unknown>} */ ({
    "undo-now": undo,
    "undo-last": undo,
    copy: backup,
    keep: store.keep,
    why: () => element.focus(),
    backup,
    clear: async () => (await soon(import("app/checklist/clear"))).clear(element, store),
    "quarantine-copy": quarantine,
    "quarantine-later": quarantine,
  });
  element.addEventListener("click", async (event) => {
    try {
      await acts[pressed(event)?.dataset.part ?? ""]?.();
    } catch {
      undone = false;
      print(find("undo-what"), words.sayMissing ?? "");
    }
  });

  element.tabIndex = -1;
  find("tools").hidden = false; // where the modules were late, the early script had hidden what needs them
  show();
  persisted().then((kept) => {
    mayVanish = !kept;
    show();
  });
  return store.subscribe(show);
}
