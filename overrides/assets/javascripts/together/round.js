/**
 * The next round: a workbook that follows another, with what is still to be done. The one before stays as it is, so both can be read
 * side by side: what moved, what was done, what came new. Pure.
 *
 * @typedef {import("app/answers/workbook").Answer} Answer
 * @typedef {import("app/answers/about").About} About
 */
import { actionsIn } from "app/answers/joined";
import { tidy } from "app/answers/merge";

/** What a group is, from round to round; day and purpose belong to one of them. */
const STAYS = /** @type {const} */ (["title", "group", "setting", "people", "facilitator"]);

/**
 * @param {{ about: About, answers: Record<string, Answer> }} before @param {string} identity of the workbook that this follows
 * @returns {{ about: About, answers: Record<string, Answer> }} open actions stay the same actions, so that each can be found again
 */
export function nextRound({ about, answers }, identity) {
  const edits = about.edits;
  const facts = Object.fromEntries(STAYS.flatMap((name) => (about[name] ? [[name, about[name]]] : [])));
  const kept = Object.fromEntries(STAYS.flatMap((name) => (edits[name] && about[name] ? [[name, edits[name]]] : [])));
  const open = Object.entries(answers).flatMap(([question, answer]) => {
    const actions = actionsIn(answer).map(({ action }) => action).filter(({ done, what = "", who = "", by = "" }) => !done && (what + who + by).trim());
    return actions.length ? [/** @type {const} */ ([question, tidy({ edits: {}, actions })])] : [];
  });
  return { about: { ...facts, follows: identity, edits: kept }, answers: Object.fromEntries(open) };
}
