/**
 * What a person's answers are and how they change. Pure functions: records in, records out, no page and
 * no storage. How two states of one answer become one stands in merge.js.
 *
 * @typedef {[counter: number, tab: string]} Edit
 * @typedef {{ text: string, edit: Edit, from?: string }} Note
 * @typedef {{ id: string, what?: string, who?: string, by?: string, done?: boolean, gone?: boolean, became?: string, same?: string, edits: Record<string, Edit> }} Action
 *   `became`: what came of it; `same`: the action that says the same and stays, in one that was removed
 * @typedef {{ status?: "discussed" | "not-relevant", reason?: string, note?: string, from?: string, others?: Note[],
 *   actions?: Action[], answered?: string, revisedSeen?: string, edits: Record<string, Edit>, seen?: Record<string, number>,
 *   decided?: string, decidedHow?: "consent" | "vote" | "sponsor", decidedBy?: string, laterBy?: string, laterWho?: string,
 *   group?: string, parts?: Record<string, Answer> }} Answer
 *   `parts`: in a joint record, what each group said, by the id of its workbook; `group` in such a part: how that group calls itself
 * @typedef {{ now: string, tab: string }} By when (ISO 8601) and in which tab a change is made
 */

import { highestEdit } from "app/answers/keys";
import { seenBy, tidy } from "app/answers/merge";

/** @returns {Answer} */
export const blank = () => ({ edits: {} });

/** An edit above everything that an answer has seen. @param {Answer} answer @param {string} tab @returns {Edit} */
export const nextEdit = (answer, tab) => [highestEdit(answer) + 1, tab];

/**
 * Set fields; a value of undefined clears one. A new note replaces all notes that this side had seen.
 * @param {Answer} answer
 * @param {Partial<Omit<Answer, "edits" | "seen" | "others" | "actions">>} fields
 * @param {By} by
 * @returns {Answer}
 */
export function change(answer, fields, { tab }) {
  const edit = nextEdit(answer, tab);
  const next = { ...answer, ...fields, edits: { ...answer.edits } };
  for (const field of Object.keys(fields)) next.edits[field] = edit;
  if ("note" in fields) {
    next.note = fields.note ?? "";
    next.seen = { ...seenBy(answer), [tab]: edit[0] };
    next.others = undefined;
    next.from = undefined;
  }
  return tidy(next);
}
