/**
 * Says, truthfully, where answers are kept: when they were saved, why they are not, what can be taken back and
 * what was set aside. Offers a copy as soon as there is something to copy.
 * The HTML and its hooks are described in macros/templates/status.html.
 */
import { makeBackup } from "app/files/backup";
import { download } from "app/page/download";
import { part, print } from "app/page/parts";

/** The room is measured again when something was saved, but not more often than this. */
const MEASURE_MS = 10_000;

/**
 * @param {HTMLElement} element
 * @param {import("app/answers/store").World & { store: import("app/answers/store").Store, build: string, name: Guide["name"], persisted: () => Promise<boolean> }} world
 * @returns {() => void} ends its subscription
 */
export function status(element, { store, storage, prefix, clock, build, name, persisted }) {
  const said = element.dataset;
  const of = (/** @type {string} */ name) => part(element, name);
  const day = () => clock().toLocaleDateString("sv"); // the reader's own day, as Swedish and ISO 8601 write it
  let mayVanish = false;
  let low = store.state.trouble === null && storage.isNearlyFull(`${prefix}room`);
  let measured = Number(clock());
  /** The newest step when this page was opened: only what was removed since then is offered in the open. */
  const opened = store.lastStep()?.step ?? 0;
  let undone = false;

  function show() {
    const { trouble, savedAt } = store.state;
    const reasons = { blocked: said.sayBlocked, full: said.sayFull, newer: said.sayNewer };
    const why = trouble && (store.unsaved() || trouble === "newer") ? (reasons[trouble] ?? "") : "";
    print(of("trouble"), why);
    of("copy").hidden = !why;
    if (savedAt && Number(savedAt) > measured + MEASURE_MS) {
      measured = Number(savedAt);
      low = storage.isNearlyFull(`${prefix}room`);
    }
    if (savedAt) {
      const time = savedAt.toLocaleTimeString(said.locale, { hour: "2-digit", minute: "2-digit" });
      of("status").textContent = (said.saySaved ?? "").replace("{time}", time);
    }
    of("status").hidden = Boolean(why);
    const step = store.lastStep();
    const fresh = Boolean(step && step.step > opened);
    const what = (fresh ? step?.label : undone && said.sayUndone) || "";
    print(of("undo-what"), what);
    of("undo-now").hidden = !fresh;
    /** @type {HTMLButtonElement} */ (of("undo-last")).disabled = !step;
    if (store.asides.tell()) of("aside").hidden = false; // said once, and then as long as the page is open
    of("aside-later").hidden = store.asides.all().length === 0;
    of("persist").hidden = !mayVanish;
    of("low").hidden = !low || Boolean(why);
    name(store.workbook);
  }

  function undo() {
    undone = true;
    store.undo();
    element.focus(); // the button may be gone; the status line has the focus and says what happened
  }

  function backup() {
    const everything = makeBackup({ storage, prefix, clock, build, pending: store.pending() });
    download(`${said.file}-${day()}.json`, JSON.stringify(everything, null, 1));
  }

  function asides() {
    download(`${said.asideFile}-${day()}.json`, JSON.stringify(store.asides.all(), null, 1));
  }

  const acts = /** @type {Record<string, () => void>} */ ({
    "undo-now": undo,
    "undo-last": undo,
    copy: backup,
    backup,
    "aside-copy": asides,
    "aside-later": asides,
  });
  element.addEventListener("click", ({ target }) => acts[/** @type {HTMLElement} */ (target).dataset.part ?? ""]?.());

  element.tabIndex = -1;
  show();
  persisted().then((kept) => {
    mayVanish = !kept;
    show();
  });
  return store.subscribe(show);
}
