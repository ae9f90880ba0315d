/**
 * The large view: one question at a time, read from the back of the room, next and previous, with the fields of the checklist's
 * own editor. It opens again where it stood when its page is loaded anew. The HTML is described in macros/templates/presenter.html.
 *
 * @typedef {import("app/workbook/steps").Step} Step
 */
import { openSession } from "app/answers/session";
import { stateOf } from "app/answers/states";
import { openEditor } from "app/checklist/editor";
import { copyOf, part, print } from "app/page/parts";
import { pressed } from "app/page/press";
import { fill } from "app/page/words";
import { openFit } from "app/workbook/fit";
import { openJump } from "app/workbook/jump";
import { nextOpen } from "app/workbook/progress";
import { said } from "app/workbook/said";
import { allSteps } from "app/workbook/steps";

const FORWARD = ["PageDown", "ArrowRight"]; // what a clicker and a keyboard send
const BACK = ["PageUp", "ArrowLeft"];

/**
 * @param {HTMLElement} section the page
 * @param {{ store: import("app/answers/store").Store, books: import("app/answers/workbooks").Workbooks, clock: () => Date, newId: () => string,
 *   prefix: string, storages: import("app/answers/storage").Bytes[], catalogue: import("app/workbook/catalogue").Catalogue }} world
 */
export function presenter(section, { store, books, clock, newId, prefix, storages, catalogue }) {
  const dialog = /** @type {HTMLDialogElement} */ (section.querySelector('dialog[data-part="presenter"]'));
  const { open: openFields, show: showFields } = openEditor(dialog, { store, clock, newId });
  const fit = openFit(dialog);
  const place = openSession(storages[1], prefix, store.workbook);
  let steps = allSteps(catalogue);
  let at = -1; // the view was not open yet
  let wide = false; // are the fields for what is seldom needed open?
  const jump = openJump(dialog, (n) => turn(n));

  /** What is known of the answer, but for the fields, which fill themselves. */
  function paint() {
    const answer = store.read(steps[at].id);
    const box = /** @type {HTMLInputElement | null} */ (part(dialog, "tick"));
    if (box) box.checked = stateOf(answer) === "discussed";
    part(dialog, "said")?.replaceChildren(...said(dialog, answer, catalogue.words));
  }

  /** What has the focus goes with its question: the same control of the next one takes it, or a clicker would be dead from here on. @param {HTMLElement} slide */
  function follow(slide) {
    const left = part(dialog, "shown").contains(document.activeElement) ? document.activeElement : null;
    part(dialog, "shown").replaceChildren(slide);
    if (left) /** @type {HTMLElement} */ (slide.querySelector(left.matches("summary") ? "summary" : "input")).focus();
  }

  /** @param {number} n */
  function turn(n) {
    if (n < 0 || n >= steps.length) return;
    at = n;
    const { id, text, title, number, total } = steps[at];
    jump.show(steps, at);
    print(part(dialog, "position"), fill(dialog.dataset.sayPosition ?? "", { list: title, number, total }));
    print(part(dialog, "asked"), text);
    const slide = copyOf(dialog, "slide");
    Object.assign(slide.dataset, { question: id, number });
    openFields(slide);
    follow(slide);
    paint();
    const fold = /** @type {HTMLDetailsElement} */ (slide.querySelector("details"));
    fold.open = wide;
    fold.addEventListener("toggle", () => {
      if (fold.isConnected) wide = fold.open;
      if (fold.open && fold.contains(document.activeElement)) fold.scrollIntoView({ block: "nearest" });
      fit();
    });
    for (const [name, last] of /** @type {[string, boolean][]} */ ([["previous", at === 0], ["following", at === steps.length - 1]])) {
      part(dialog, name).setAttribute("aria-disabled", String(last)); // not disabled: it may have the focus
    }
    part(dialog, "middle").scrollTop = 0;
    remember(true);
    fit();
  }

  /** @param {boolean} open */
  function remember(open) {
    const { id = "", way = "" } = steps[at] ?? {};
    place.write({ open, way, id });
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
  dialog.addEventListener("input", () => fit());
  dialog.addEventListener("change", (event) => {
    const box = /** @type {HTMLInputElement} */ (pressed(event));
    if (box?.dataset.part !== "tick") return;
    const { id } = steps[at];
    if (!box.checked) store.remember(dialog.dataset.sayUnticked ?? "", [id]);
    store.change(id, { status: box.checked ? "discussed" : undefined, answered: clock().toISOString() });
  });

  return {
    /** Begin where the group is: where it was when it closed the view, or at the next open question. */
    open() {
      print(part(dialog, "shown-book"), books.about(store.workbook).title?.trim() || (section.dataset.untitled ?? ""));
      const lists = catalogue.lists.map(({ questions }) => ({ questions: questions.map(({ id }) => ({ id, answer: store.read(id) })) }));
      const id = place.read()?.id ?? nextOpen({ lists })?.question.id;
      turn(at < 0 ? Math.max(0, steps.findIndex((step) => step.id === id)) : at);
    },
    closed: () => remember(false),
    /** Was it open when this page was loaded anew? */
    wasOpen: () => place.read()?.open === true,
    isOpen: () => dialog.open,
    show() {
      paint();
      showFields();
      fit();
    },
  };
}
