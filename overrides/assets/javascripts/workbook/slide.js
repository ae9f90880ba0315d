/**
 * What stands on a slide of the large view: a question, with what was written on it and the fields of the checklist's own editor; or
 * a board (boards.js). The HTML is described in macros/templates/presenter.html.
 */
import { stateOf } from "app/answers/states";
import { openEditor } from "app/checklist/editor";
import { copyOf, part, print } from "app/page/parts";
import { pressed } from "app/page/press";
import { boardOf, openBoards } from "app/workbook/boards";
import { said } from "app/workbook/said";

/**
 * @param {HTMLElement} dialog
 * @param {Parameters<typeof openEditor>[1] & Parameters<typeof openBoards>[1]} world
 * @param {Parameters<typeof openBoards>[2]} plan @param {() => void} fit measures what has changed
 */
export function openSlide(dialog, world, plan, fit) {
  const { store, catalogue } = world;
  const [asking, shown, board] = ["asking", "shown", "board"].map((name) => part(dialog, name));
  const { open, show } = openEditor(asking, world);
  const boards = openBoards(dialog, world, plan, fit);
  let wide = false; // are the fields for what is seldom needed open?
  let question = ""; // none where there is a board

  /** What is known of the answer, but for the fields, which fill themselves. */
  function paint() {
    const answer = store.read(question);
    /** @type {HTMLInputElement} */ (part(shown, "tick")).checked = stateOf(answer) === "discussed";
    part(shown, "said").replaceChildren(...said(dialog, answer, catalogue.words));
  }

  /** What has the focus goes with its question: the same control of the next one takes it, or a clicker would be dead from here on. @param {HTMLElement} slide @param {HTMLElement} room */
  function put(slide, room) {
    const left = [shown, board].some((one) => one.contains(document.activeElement)) ? document.activeElement : null;
    for (const one of [shown, board]) one.replaceChildren(...(one === room ? [slide] : []));
    const wanted = left && room === shown ? slide.querySelector(left.matches("summary") ? "summary" : "input") : null;
    if (left) /** @type {HTMLElement} */ (wanted ?? part(dialog, "following")).focus();
    part(dialog, "middle").scrollTop = 0;
  }

  asking.addEventListener("change", (event) => {
    const box = /** @type {HTMLInputElement | null} */ (pressed(event));
    if (box?.dataset.part !== "tick") return;
    if (!box.checked) store.remember(asking.dataset.sayUnticked ?? "", [question]);
    store.tick(question, box.checked);
  });

  return {
    /** Put another step there. @param {import("app/workbook/boards").Shown} step */
    turn(step) {
      const { id, question: asked = id, text, hint = "", number } = step;
      wide = shown.querySelector("details")?.open ?? wide; // as it was left, whether the browser has told of it or not yet
      const name = boardOf(step);
      question = name ? "" : asked;
      print(part(dialog, "asked"), text);
      print(part(dialog, "hint"), hint);
      if (name) {
        put(boards.open(name, step), board);
        return void fit();
      }
      const slide = copyOf(asking, "slide");
      Object.assign(slide.dataset, { question, number });
      open(slide);
      put(slide, shown);
      paint();
      const fold = /** @type {HTMLDetailsElement} */ (slide.querySelector("details"));
      fold.open = wide;
      fold.addEventListener("toggle", () => {
        if (fold.open && fold.contains(document.activeElement)) fold.scrollIntoView({ block: "nearest" });
        fit();
      });
      return void fit();
    },
    /** The same step, again. */
    show() {
      if (question) {
        paint();
        show();
      } else boards.show();
      fit();
    },
    /** The view is closed: what the page has as well is there once. */
    clear: () => board.replaceChildren(),
  };
}
