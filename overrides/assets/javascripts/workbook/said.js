/**
 * What stands in the fold of a slide, as lines in front of it: nothing that was written is ever folded away.
 * The HTML is described in macros/templates/presenter.html.
 */
import { groupsIn } from "app/answers/joined";
import { notesOf } from "app/answers/merge";
import { stateOf } from "app/answers/states";
import { decisionsIn } from "app/files/decisions";
import { reasonOf, saidIn } from "app/files/digest";
import { copyOf, part, print } from "app/page/parts";

/**
 * @param {HTMLElement} dialog @param {import("app/answers/workbook").Answer | null} answer @param {Record<string, string>} words
 * @returns {HTMLElement[]}
 */
export function said(dialog, answer, words) {
  const lines = decisionsIn(answer, words).map(({ label, text, end }) => [label, end ? `${text} (${end})` : text]);
  const theirs = groupsIn(answer).flatMap(({ group, part: one }) => notesOf(one).filter(({ text }) => text.trim()).map(({ text }) => [group, text]));
  lines.push(...saidIn(answer, words).map(({ group, text }) => [group, text]), ...theirs);
  if (stateOf(answer) === "not-relevant") lines.push([words.not_relevant ?? "", reasonOf(answer)]);
  return drawn(dialog, lines);
}

/** @param {HTMLElement} dialog @param {string[][]} lines each a label and a text @returns {HTMLElement[]} */
export function drawn(dialog, lines) {
  return lines.map(([label = "", text = ""]) => {
    const line = copyOf(dialog, "said-line");
    print(part(line, "label"), label);
    print(part(line, "text"), text);
    return line;
  });
}
