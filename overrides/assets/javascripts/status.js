/**
 * Says, truthfully, where answers are kept: when they were saved, why they are not, what can be taken back and
 * what was set aside. Offers a copy as soon as there is something to copy.
 * The HTML and its hooks are described in macros/templates/status.html.
 */
import { makeBackup } from "app/backup";
import { download } from "app/download";

/**
 * @param {HTMLElement} element
 * @param {import("./store.js").World & { store: import("./store.js").Store, build: string, persisted: () => Promise<boolean> }} world
 * @returns {() => void} ends its subscription
 */
export function status(element, { store, storage, prefix, clock, build, persisted }) {
  const said = element.dataset;
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (element.querySelector(`[data-part="${name}"]`));
  const day = () => clock().toISOString().slice(0, 10);
  let mayVanish = false;
  const low = store.state.trouble === null && storage.isNearlyFull(`${prefix}room`);
  /** The newest step when this page was opened: only what was removed since then is offered in the open. */
  const opened = store.lastStep()?.step ?? 0;
  let undone = false;

  function show() {
    const { trouble, savedAt } = store.state;
    const reasons = { blocked: said.sayBlocked, full: said.sayFull, newer: said.sayNewer };
    const why = trouble && (store.unsaved() || trouble === "newer") ? (reasons[trouble] ?? "") : "";
    if (part("trouble").textContent !== why) part("trouble").textContent = why;
    part("copy").hidden = !why;
    if (savedAt) {
      const time = savedAt.toLocaleTimeString(said.locale, { hour: "2-digit", minute: "2-digit" });
      part("status").textContent = (said.saySaved ?? "").replace("{time}", time);
    }
    part("status").hidden = Boolean(why);
    const step = store.lastStep();
    const fresh = Boolean(step && step.step > opened);
    part("undo").hidden = !fresh && !undone;
    part("undo-what").textContent = fresh ? (step?.label ?? "") : (said.sayUndone ?? "");
    part("undo-now").hidden = !fresh;
    /** @type {HTMLButtonElement} */ (part("undo-last")).disabled = !step;
    if (store.asides.tell()) part("aside").hidden = false; // said once, and then as long as the page is open
    part("aside-later").hidden = store.asides.all().length === 0;
    part("persist").hidden = !mayVanish;
    part("low").hidden = !low || Boolean(why);
    nameWorkbook();
  }

  /** Say which workbook this is. Its record is read as it stands: another tab may have given it its name. */
  function nameWorkbook() {
    const line = element.querySelector('[data-part="workbook"]');
    if (!(line instanceof HTMLElement)) return;
    const { title, gone } = titleOf(storage.read(`${prefix}workbook:${store.workbook}`).value);
    const name = title.trim() || (line.dataset.untitled ?? "");
    part("workbook-name").textContent = gone ? (line.dataset.sayDeleted ?? "").replace("{name}", () => name) : name;
    line.hidden = false;
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

/** @param {string | null | undefined} text @returns {{ title: string, gone: boolean }} */
function titleOf(text) {
  try {
    const { title, gone } = JSON.parse(text || "{}");
    return { title: typeof title === "string" ? title : "", gone: gone === true };
  } catch {
    return { title: "", gone: false };
  }
}
