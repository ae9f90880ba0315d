/**
 * What a step of the large view shows where no single question is asked: why the group is here, the questions of today to be picked,
 * what was decided, the actions, or the code with which others join. The HTML is described in macros/templates/boards.html.
 *
 * @typedef {import("app/workbook/steps").Step & { question?: string, kind?: string }} Shown
 */
import { copyOf, part } from "app/page/parts";
import { PLAN } from "app/workbook/agenda";
import { asides } from "app/workbook/asides";
import { decide } from "app/workbook/decide";
import { join } from "app/workbook/join";
import { drawn } from "app/workbook/said";
import { JOIN, READ_OUT } from "app/workbook/steps";
import { today } from "app/workbook/today";
import { todo } from "app/workbook/todo";

/** Which board a step has; none where a question is asked. @param {Shown} step */
export function boardOf({ id, way, kind, question = id }) {
  if (question === JOIN) return "join";
  if (question === READ_OUT) return "actions";
  if (kind === "sort" || (kind === "questions" && !question)) return "pick";
  if (kind === "decide") return "decide";
  return way === PLAN && !question ? "aside" : "";
}

/**
 * @param {HTMLElement} dialog
 * @param {Parameters<typeof today>[1] & Parameters<typeof todo>[1] & Parameters<typeof join>[1] & { read: () => import("app/files/digest").Minutes }} world
 * @param {{ rules: () => string[], purposeName: () => string }} plan @param {() => void} fit measures what has come later
 */
export function openBoards(dialog, world, plan, fit) {
  /** @type {Record<string, (root: HTMLElement, step: Shown) => () => unknown>} */
  const kinds = {
    aside: (root, step) => () => root.replaceChildren(...drawn(dialog, asides(step, world, plan))),
    pick(root, { kind }) {
      part(root, "to-sort").hidden = kind !== "sort";
      return today(root, world);
    },
    decide: (root) => decide(root, world),
    actions(root) {
      const show = todo(root, world);
      return () => show(world.read());
    },
    join: (root) => join(root, world, fit),
  };
  let show = /** @type {() => unknown} */ (() => null);

  return {
    /** A new board, filled. @param {string} name @param {Shown} step */
    open(name, step) {
      const root = copyOf(dialog, `board-${name}`);
      show = kinds[name](root, step);
      show();
      return root;
    },
    /** The same again. */
    show: () => void show(),
  };
}
