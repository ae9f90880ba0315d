/**
 * What stands on a slide of the large view: a question, with what was written on it and the fields of the checklist's own editor.
 * The HTML is described in macros/templates/presenter.html.
 *
 * @typedef {import("app/workbook/steps").Step} Step
 */
import { stateOf } from "app/answers/states";
import { openEditor } from "app/checklist/editor";
import { copyOf, part, print } from "app/page/parts";
import { pressed } from "app/page/press";
import { actions, drawn, said } from "app/workbook/said";
import { READ_OUT } from "app/workbook/steps";

/**
 * @param {HTMLElement} dialog @param {Parameters<typeof openEditor>[1] & { catalogue: import("app/workbook/catalogue").Catalogue, read: () => import("app/files/digest").Minutes }} world
 * @param {() => void} fit measures what has changed
 */
export function openSlide(dialog, world, fit) {
  const { store, catalogue, read } = world;
  const { open, show } = openEditor(dialog, world);
  const shown = part(dialog, "shown");
  let wide = false; // are the fields for what is seldom needed open?
  let question = "";

  /** What is known of the answer, but for the fields, which fill themselves. */
  function paint() {
    if (!question) return undefined;
    if (question === READ_OUT) return void part(dialog, "read-out").replaceChildren(...actions(dialog, read()));
    const answer = store.read(question);
    const box = /** @type {HTMLInputElement | null} */ (part(dialog, "tick"));
    if (box) box.checked = stateOf(answer) === "discussed";
    return void part(dialog, "said")?.replaceChildren(...said(dialog, answer, catalogue.words));
  }

  /** What has the focus goes with its question: the same control of the next one takes it, or a clicker would be dead from here on. @param {HTMLElement} slide */
  function put(slide) {
    const left = shown.contains(document.activeElement) ? document.activeElement : null;
    shown.replaceChildren(slide);
    if (left) /** @type {HTMLElement} */ (slide.querySelector(left.matches("summary") ? "summary" : "input") ?? part(dialog, "following")).focus();
  }

  dialog.addEventListener("change", (event) => {
    const box = /** @type {HTMLInputElement | null} */ (pressed(event));
    if (box?.dataset.part !== "tick") return;
    if (!box.checked) store.remember(dialog.dataset.sayUnticked ?? "", [question]);
    store.tick(question, box.checked);
  });

  return {
    /** Put another question there. @param {Step & { question?: string }} step @param {string[][]} [asides] what stands there where nothing is asked: labels and texts */
    turn({ id, question: asked = id, text, hint = "", number }, asides = []) {
      question = asked;
      print(part(dialog, "asked"), text);
      print(part(dialog, "hint"), hint);
      if (!asked || asked === READ_OUT) {
        put(copyOf(dialog, "slide-actions"));
        if (asked) paint();
        else part(dialog, "read-out").replaceChildren(...drawn(dialog, asides));
        part(dialog, "middle").scrollTop = 0;
        return void fit();
      }
      const slide = copyOf(dialog, "slide");
      Object.assign(slide.dataset, { question: asked, number });
      open(slide);
      put(slide);
      paint();
      const fold = /** @type {HTMLDetailsElement} */ (slide.querySelector("details"));
      fold.open = wide;
      fold.addEventListener("toggle", () => {
        if (fold.isConnected) wide = fold.open;
        if (fold.open && fold.contains(document.activeElement)) fold.scrollIntoView({ block: "nearest" });
        fit();
      });
      part(dialog, "middle").scrollTop = 0;
      return void fit();
    },
    /** The same question, again. */
    show() {
      paint();
      if (question && question !== READ_OUT) show();
      fit();
    },
  };
}
