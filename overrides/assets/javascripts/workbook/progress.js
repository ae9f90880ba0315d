/**
 * How far the group is: a row for each checklist, the next open question, and all that are open.
 * The HTML is described in macros/templates/progress.html.
 */
import { countStates } from "app/answers/counts";
import { stateOf } from "app/answers/states";
import { isUsed } from "app/files/digest";
import { part, print } from "app/page/parts";
import { putRows } from "app/page/rows";
import { fill } from "app/page/words";

/**
 * The next question without a status: in the checklist that the group answered last, or else in the next one that has any.
 * @template {{ questions: { answer: import("app/answers/workbook").Answer | null }[] }} L
 * @param {{ lists: L[] }} minutes @returns {{ list: L, question: L["questions"][number] } | null}
 */
export function nextOpen({ lists }) {
  const days = lists.map(({ questions }) => questions.map(({ answer }) => (answer?.status && answer.answered) || "").sort().at(-1) ?? "");
  const last = days.indexOf([...days].sort().at(-1) ?? "");
  for (const list of [...lists.slice(last), ...lists.slice(0, last)]) {
    const question = list.questions.find(({ answer }) => stateOf(answer) === "open");
    if (question) return { list, question };
  }
  return null;
}

/** @param {HTMLElement} section the page @returns {(minutes: import("app/files/digest").Minutes) => void} shows it again */
export function progress(section) {
  const root = part(section, "progress");
  const { sayCounts = "", sayOpen = "", sayNextOf = "" } = root.dataset;

  return (minutes) => {
    let started = false;
    /** @type {HTMLElement[]} */
    const used = [];
    /** @type {HTMLElement[]} */
    const rest = [];
    let open = 0;
    for (const { slug, questions } of minutes.lists) {
      const states = questions.map(({ answer }) => stateOf(answer));
      const counts = countStates(questions.map(({ answer }) => answer));
      const row = /** @type {HTMLElement} */ (root.querySelector(`[data-list="${slug}"]`));
      print(part(row, "counts"), fill(sayCounts, counts));
      for (const [n, state] of states.entries()) /** @type {HTMLElement} */ (part(row, "bar").children[n]).dataset.state = state;
      const group = /** @type {HTMLElement} */ (root.querySelector(`[data-open-in="${slug}"]`));
      group.hidden = !counts.open;
      for (const [n, item] of group.querySelectorAll("li").entries()) item.hidden = states[n] !== "open";
      open += counts.open;
      started ||= counts.open < questions.length;
      (questions.some(({ answer }) => isUsed(answer, minutes.words)) ? used : rest).push(row);
    }
    putRows(part(root, "used-list"), used.length ? used : rest);
    putRows(part(root, "unused-list"), used.length ? rest : []);
    part(root, "unused").hidden = !used.length || !rest.length;
    const next = nextOpen(minutes);
    part(root, "not-started").hidden = started;
    part(root, "next-line").hidden = !next;
    part(root, "none-open").hidden = Boolean(next);
    part(root, "open-questions").hidden = !next;
    print(part(root, "open-count"), fill(sayOpen, { count: open }));
    if (!next) return;
    print(part(root, "next"), next.question.text);
    part(root, "next").setAttribute("href", next.question.url);
    print(part(root, "next-of"), fill(sayNextOf, { list: next.list.title }));
  };
}
