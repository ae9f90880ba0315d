/**
 * The rest of an answer, one step away: a note, actions, "not relevant here". Each keystroke is kept at once, and what
 * stood there before can be taken back. How the fields are put there and filled stands in fields.js.
 */
import { writeAction } from "app/answers/actions";
import { sharedBooks } from "app/answers/books";
import { differs } from "app/answers/joined";
import { merge } from "app/answers/merge";
import { picked, todayOf } from "app/answers/today";
import { blank, change } from "app/answers/workbook";
import { field, openFields } from "app/checklist/fields";
import { part } from "app/page/parts";
import { around, pressed } from "app/page/press";
import { watchRewriting } from "app/page/rewriting";

/**
 * @param {HTMLElement} section @param {import("app/answers/store").World & { store: import("app/answers/store").Store, newId: () => string }} world
 * @returns {{ open: (row: HTMLElement) => void, show: () => void }} puts the fields into a question's panel; fills all that are there again
 */
export function openEditor(section, world) {
  const { store, clock, newId } = world;
  for (const missing of section.querySelectorAll("p.app-editor__missing")) missing.remove(); // it came after all
  const books = sharedBooks(world);
  const today = () => todayOf(books.about(store.workbook));
  const { dataset: words } = section;
  const { bases, open, show } = openFields(section, store, today);
  const writesOver = watchRewriting(section);
  const rowOf = (/** @type {Element} */ element) => /** @type {HTMLElement} */ (element.closest("[data-question]"));

  section.addEventListener("toggle", (event) => { // it does not bubble, so it is heard on its way down
    const row = around(event, "[data-question]");
    if (row?.querySelector(":scope > details[open]")) open(row);
  }, { capture: true });

  section.addEventListener("input", (event) => {
    const control = /** @type {HTMLInputElement | null} */ (pressed(event));
    const row = around(event, "[data-question]");
    const { field: name } = control?.dataset ?? {};
    if (!control || !row || !name) return;
    const { question = "" } = row.dataset;
    const { checked, type, value } = control;
    if (control.validity.badInput) return; // half a day, which no script can read: what is kept stays
    if (name === "not-relevant") {
      if (!checked) store.remember(words.sayUnticked ?? "", [question]);
      return store.change(question, { status: checked ? "not-relevant" : undefined, answered: clock().toISOString() });
    }
    if (name === "today") return void books.edit(store.workbook, { today: picked(today(), question, checked) });
    if (type !== "checkbox" && writesOver(control)) store.remember(words.sayRewritten ?? "", [question], true);
    const { action } = around(event, "[data-action]")?.dataset ?? {};
    if (action) return writeAction(store, question, action, { [name]: type === "checkbox" ? checked : value });
    // Where groups differ, a question is open until the meeting decides.
    const settles = name === "decided" && value.trim() && differs(store.read(question));
    if (settles) store.tick(question, true);
    if (name !== "note") return store.change(question, { [name]: value });
    // On the base of the answer that its writer saw: a note that came from elsewhere meanwhile is kept.
    store.edit(question, (answer, by) => {
      const next = change(bases.get(question) ?? blank(), { note: value }, by);
      bases.set(question, next);
      return merge(answer, next);
    });
  });

  section.addEventListener("click", (event) => {
    const row = around(event, "[data-question]");
    const control = pressed(event);
    if (!row || !control) return;
    const { question = "" } = row.dataset;
    const details = /** @type {HTMLDetailsElement | null} */ (row.querySelector(":scope > details"));
    if (control === details?.querySelector("summary") && !details.open) {
      event.preventDefault();
      details.open = true; // at once, so that the note can take the focus while the reader's press lasts: phones ask for that
      open(row);
      field(row, "note")?.focus();
    } else if (control.dataset.part === "decide") {
      part(row, "decision").hidden = false;
      control.hidden = true;
      field(row, "decided")?.focus();
    } else if (control.dataset.part === "add-action") {
      const id = newId();
      writeAction(store, question, id, { what: "" });
      field(/** @type {Element} */ (row.querySelector(`[data-action="${id}"]`)), "what")?.focus();
    } else if (control.dataset.part === "remove-action") {
      store.remember(words.sayRemoved ?? "", [question]);
      writeAction(store, question, around(event, "[data-action]")?.dataset.action ?? "", { gone: true });
      part(row, "add-action").focus();
    }
  });

  // One that was opened while this was being fetched.
  for (const details of section.querySelectorAll("[data-question] > details[open]")) {
    const row = rowOf(details);
    open(row);
    if (row.querySelector("summary") === document.activeElement) field(row, "note")?.focus();
  }
  return { open, show: () => section.querySelectorAll(".app-editor").forEach((fields) => show(rowOf(fields))) };
}

/** The same where a question's own fold opens it. @param {Parameters<typeof openEditor>} given */
export const editor = (...given) => openEditor(...given).show;
