/**
 * Two lists with which the large view leaps: to a checklist, and to a question of it by its number.
 * The HTML is described in macros/templates/presenter.html.
 *
 * @typedef {import("app/workbook/steps").Step} Step
 */
import { part } from "app/page/parts";
import { fill } from "app/page/words";

/** @param {HTMLElement} dialog @param {(n: number) => void} turn to the step of that number */
export function openJump(dialog, turn) {
  const [lists, questions] = /** @type {HTMLSelectElement[]} */ (["list", "question"].map((name) => part(dialog, name)));
  /** @type {Step[]} */
  let steps = [];

  /** @param {HTMLSelectElement} select @param {[value: string, text: string][]} entries @param {string} value */
  function offer(select, entries, value) {
    const key = JSON.stringify(entries);
    if (select.dataset.shows !== key) {
      select.dataset.shows = key;
      select.replaceChildren(...entries.map(([name, text]) => new Option(text, name)));
    }
    select.value = value;
  }

  lists.addEventListener("change", () => turn(steps.findIndex(({ list }) => list === lists.value)));
  questions.addEventListener("change", () => turn(Number(questions.value)));

  return {
    /** @param {Step[]} all @param {number} at */
    show(all, at) {
      steps = all;
      const { list } = steps[at];
      offer(lists, [...new Map(steps.map((step) => [step.list, step.title]))], list);
      const there = steps.map((step, n) => ({ step, n })).filter(({ step }) => step.list === list);
      offer(questions, there.map(({ step: { number, text }, n }) => [String(n), fill(dialog.dataset.sayNumbered ?? "", { number, text })]), String(at));
    },
  };
}
