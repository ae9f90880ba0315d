/**
 * The rest of an answer, one step away: a note, actions, "not relevant here". Each keystroke is kept at once.
 * The HTML is described in macros/templates/editor.html and question.html.
 *
 * @typedef {import("app/answers/workbook").Answer} Answer
 */
import { notesOf } from "app/answers/merge";
import { stateOf } from "app/answers/states";
import { blank } from "app/answers/workbook";
import { readDay } from "app/page/days";
import { copyOf, part } from "app/page/parts";
import { fill } from "app/page/words";

/** @param {HTMLElement} section @param {{ store: import("app/answers/store").Store, clock: () => Date, newId: () => string }} world */
export function editor(section, { store, clock, newId }) {
  /** The answer on which each open note is based: what was written elsewhere since is kept beside it. @type {Map<string, Answer>} */
  const bases = new Map();
  const field = (/** @type {Element} */ root, /** @type {string} */ name) => /** @type {HTMLInputElement | null} */ (root.querySelector(`[data-field="${name}"]`));
  const idOf = (/** @type {Element} */ element) => /** @type {HTMLElement} */ (element.closest("[data-question]")).dataset.question ?? "";
  /** All notes in one field. Whoever writes in it makes them one: those from elsewhere still say where they came from. */
  const joined = (/** @type {Answer} */ answer) =>
    notesOf(answer).flatMap(({ text, from }) => (text ? [from ? `${fill(section.dataset.sayNoteFrom ?? "", { from })}: ${text}` : text] : [])).join("\n\n");

  /** Fill a panel with the answer; a field that is being written in is left alone. @param {Element} row */
  function show(row) {
    const answer = store.read(idOf(row)) ?? blank();
    const set = (/** @type {HTMLInputElement | null} */ control, /** @type {string} */ value) => {
      if (control && control !== document.activeElement && control.value !== value) control.value = value;
    };
    const note = field(row, "note");
    if (note && note !== document.activeElement) {
      bases.set(idOf(row), answer);
      set(note, joined(answer));
    }
    const notRelevant = stateOf(answer) === "not-relevant";
    const check = field(row, "not-relevant");
    if (check) check.checked = notRelevant;
    part(row, "reason").hidden = !notRelevant;
    set(field(row, "reason"), answer.reason ?? "");
    const list = part(row, "actions");
    const actions = (answer.actions ?? []).filter(({ gone }) => !gone);
    for (const item of [...list.children]) {
      if (!actions.some(({ id }) => id === /** @type {HTMLElement} */ (item).dataset.action)) item.remove();
    }
    for (const { id, what = "", who = "", by = "", done = false } of actions) {
      const there = [...list.children].find((item) => /** @type {HTMLElement} */ (item).dataset.action === id);
      const item = there ?? list.appendChild(copyOf(section, "action"));
      /** @type {HTMLElement} */ (item).dataset.action = id;
      for (const [name, value] of Object.entries({ what, who, by: readDay(by) })) set(field(item, name), value);
      import("app/page/dayinput").then(({ showDayIn }) => showDayIn(/** @type {HTMLInputElement} */ (field(item, "by")), by));
      const box = field(item, "done");
      if (box) box.checked = done;
    }
    if (!CSS.supports("field-sizing", "content")) import("app/page/grow").then(({ grow }) => grow(row));
  }

  /** @param {Element} row */
  function open(row) {
    if (!row.querySelector(".app-editor")) {
      const fields = copyOf(section, "editor");
      const hint = part(fields, "hint");
      hint.id = `${idOf(row)}-hint`;
      field(fields, "note")?.setAttribute("aria-describedby", hint.id);
      part(row, "panel").prepend(fields);
    }
    show(row);
  }

  section.addEventListener("toggle", ({ target }) => { // it does not bubble, so it is heard on its way down
    const details = /** @type {HTMLDetailsElement} */ (target);
    const row = details.closest("[data-question]");
    if (row && details.open) open(row);
  }, { capture: true });

  section.addEventListener("input", ({ target }) => {
    const control = /** @type {HTMLInputElement} */ (target);
    const { field: name } = control.dataset;
    if (!name) return;
    const question = idOf(control);
    const { action } = /** @type {HTMLElement} */ (control.closest("[data-action]"))?.dataset ?? {};
    if (control.validity.badInput) return; // half a day, which no script can read: what is kept stays
    if (action) store.changeAction(question, action, { [name]: name === "done" ? control.checked : control.value });
    else if (name === "note") bases.set(question, store.note(question, control.value, bases.get(question) ?? blank()));
    else if (name === "not-relevant") store.change(question, { status: control.checked ? "not-relevant" : undefined, answered: clock().toISOString() });
    else store.change(question, { [name]: control.value });
  });

  section.addEventListener("click", ({ target }) => {
    const button = /** @type {HTMLElement} */ (target);
    const row = button.closest("[data-question]");
    if (!row) return;
    if (button.dataset.part === "add-action") {
      const id = newId();
      store.changeAction(idOf(row), id, { what: "" });
      field(/** @type {Element} */ (row.querySelector(`[data-action="${id}"]`)), "what")?.focus();
    } else if (button.dataset.part === "remove-action") {
      store.remember(section.dataset.sayRemoved ?? "", [idOf(row)]);
      store.changeAction(idOf(row), /** @type {HTMLElement} */ (button.closest("[data-action]")).dataset.action ?? "", { gone: true });
      part(row, "add-action").focus();
    }
  });

  return () => section.querySelectorAll(".app-editor").forEach((fields) => show(/** @type {Element} */ (fields.closest("[data-question]"))));
}
