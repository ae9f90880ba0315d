/**
 * A checklist: remembers each tick, shows what other tabs did, and copies the link to a question.
 * The HTML and its hooks are described in macros/templates/checklist.html; how answers look on it is painted
 * by restore.js, so that a tick looks the same before and after this module is there.
 */
import { stateOf } from "app/answers/states";
import { editor } from "app/checklist/editor";
import { part } from "app/page/parts";

/**
 * @param {HTMLElement} section
 * @param {{ store: import("app/answers/store").Store, clock: () => Date, newId: () => string,
 *   paint: Guide["paint"] }} world
 * @returns {() => void} ends its subscription
 */
export function checklist(section, { store, paint, clock, newId }) {
  const rows = /** @type {HTMLElement[]} */ ([...section.querySelectorAll("[data-question]")]);
  const ids = rows.map((row) => row.dataset.question ?? "");
  const count = part(section, "count");
  const ticked = () => ids.filter((id) => stateOf(store.read(id)) === "discussed");
  const say = (/** @type {string | null | undefined} */ text) => {
    part(section, "announcer").textContent = text ?? "";
  };

  const showEditors = editor(section, { store, clock, newId });

  function show() {
    paint(section, store.read);
    showEditors();
    /** @type {HTMLButtonElement} */ (part(section, "clear")).disabled = ticked().length === 0;
  }

  /** @param {string} question @param {boolean} discussed */
  function answer(question, discussed) {
    if (!discussed) store.remember(section.dataset.sayUnticked ?? "", [question]);
    store.change(question, { status: discussed ? "discussed" : undefined, answered: clock().toISOString() });
  }

  section.addEventListener("change", ({ target }) => {
    const { question } = rowOf(target)?.dataset ?? {};
    if (!question || !(target instanceof HTMLInputElement) || target.id !== `${question}-tick`) return;
    answer(question, target.checked);
    say(count.textContent);
  });

  section.addEventListener("toggle", show, { capture: true });
  section.addEventListener("click", ({ target }) => {
    const { part: which } = /** @type {HTMLElement} */ (target).dataset;
    const row = rowOf(target);
    if (which === "clear") {
      const cleared = ticked();
      store.remember(section.dataset.sayCleared ?? "", cleared);
      for (const id of cleared) store.change(id, { status: undefined, answered: clock().toISOString() });
      say(count.textContent);
      section.querySelector("input")?.focus(); // the button that had the focus is switched off now
    } else if (which === "seen") {
      store.change(row?.dataset.question ?? "", { revisedSeen: row?.dataset.revised });
      row?.querySelector("input")?.focus();
    } else if (which === "link") {
      // The address bar shows the link in any case; the clipboard is a convenience that some pages are refused.
      const copied = navigator.clipboard?.writeText(/** @type {HTMLAnchorElement} */ (target).href);
      copied?.then(() => say(section.dataset.sayCopied), () => {});
    }
  });

  show();
  return store.subscribe(show);
}

/** @param {EventTarget | null} target @returns {HTMLElement | null} */
const rowOf = (target) => /** @type {Element} */ (target).closest("[data-question]");
