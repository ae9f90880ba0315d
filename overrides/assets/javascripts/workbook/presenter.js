/**
 * The large-type view: one question at a time, next and previous, with the fields of the checklist's own editor.
 * The HTML is described in macros/templates/presenter.html.
 */
import { stateOf } from "app/answers/states";
import { editor } from "app/checklist/editor";
import { copyOf, part, print } from "app/page/parts";
import { pressed } from "app/page/press";
import { nextOpen } from "app/workbook/progress";
import { fill } from "app/page/words";

const FORWARD = ["PageDown", "ArrowRight"]; // what a clicker and a keyboard send
const BACK = ["PageUp", "ArrowLeft"];

/**
 * @param {HTMLElement} section the page
 * @param {{ store: import("app/answers/store").Store, books: import("app/answers/workbooks").Workbooks, clock: () => Date, newId: () => string,
 *   catalogue: import("app/workbook/catalogue").Catalogue }} world
 */
export function presenter(section, { store, books, clock, newId, catalogue }) {
  const dialog = /** @type {HTMLDialogElement} */ (section.querySelector('dialog[data-part="presenter"]'));
  const select = /** @type {HTMLSelectElement} */ (part(dialog, "list"));
  const showEditor = editor(dialog, { store, clock, newId });
  const all = catalogue.lists.flatMap((list) => list.questions.map((question, n) => ({ ...question, list, number: n + 1 })));
  let at = -1; // the view was not open yet
  let wide = true; // are the fields for notes and actions open?

  function tick() {
    const box = /** @type {HTMLInputElement | null} */ (part(dialog, "tick"));
    if (box) box.checked = stateOf(store.read(all[at].id)) === "discussed";
  }

  /** @param {number} n */
  function turn(n) {
    if (n < 0 || n >= all.length) return;
    at = n;
    const { id, text, hint, list, number } = all[at];
    select.value = list.slug;
    print(part(dialog, "position"), fill(dialog.dataset.sayPosition ?? "", { list: list.title, number, total: list.questions.length }));
    print(part(dialog, "asked"), text);
    print(part(dialog, "hint"), hint);
    const slide = copyOf(dialog, "slide");
    const shown = part(dialog, "shown");
    const left = shown.contains(document.activeElement) ? document.activeElement : null;
    Object.assign(slide.dataset, { question: id, number });
    shown.replaceChildren(slide);
    tick();
    // What had the focus is gone with its question: the same control of the next one takes it, or a clicker would be dead from here on.
    if (left) /** @type {HTMLElement} */ (slide.querySelector(left.matches("summary") ? "summary" : "input")).focus();
    const details = /** @type {HTMLDetailsElement} */ (slide.querySelector("details"));
    details.open = wide;
    details.addEventListener("toggle", () => {
      if (details.isConnected) wide = details.open;
    });
    for (const [name, last] of /** @type {[string, boolean][]} */ ([["previous", at === 0], ["following", at === all.length - 1]])) {
      part(dialog, name).setAttribute("aria-disabled", String(last)); // not disabled: it may have the focus
    }
  }

  dialog.addEventListener("click", (event) => {
    const { part: name } = pressed(event)?.dataset ?? {};
    if (name === "following") turn(at + 1);
    else if (name === "previous") turn(at - 1);
  });
  dialog.addEventListener("keydown", (event) => {
    const way = FORWARD.includes(event.key) ? 1 : BACK.includes(event.key) ? -1 : 0;
    if (!way || pressed(event)?.matches('input:not([type="checkbox"]), textarea, select')) return; // there the keys write and choose
    event.preventDefault(); // they would scroll what is under the view as well
    turn(at + way);
  });
  select.addEventListener("change", () => turn(all.findIndex(({ list }) => list.slug === select.value)));
  dialog.addEventListener("change", (event) => {
    const box = /** @type {HTMLInputElement} */ (pressed(event));
    if (box.dataset.part !== "tick") return;
    const { id } = all[at];
    if (!box.checked) store.remember(dialog.dataset.sayUnticked ?? "", [id]);
    store.change(id, { status: box.checked ? "discussed" : undefined, answered: clock().toISOString() });
  });

  return {
    /** Begin where the group is: where it was when it closed the view, or at the next open question. */
    open() {
      print(part(dialog, "shown-book"), books.about(store.workbook).title?.trim() || (section.dataset.untitled ?? ""));
      const lists = catalogue.lists.map(({ questions }) => ({ questions: questions.map(({ id }) => ({ id, answer: store.read(id) })) }));
      const next = nextOpen({ lists });
      turn(at < 0 ? Math.max(0, all.findIndex(({ id }) => id === next?.question.id)) : at);
    },
    isOpen: () => dialog.open,
    show() {
      tick();
      showEditor();
    },
  };
}
