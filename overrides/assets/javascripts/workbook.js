/**
 * What a person's answers are and how they change. Pure functions: records in, records out, no page and
 * no storage. How two states of one answer become one stands in merge.js.
 *
 * @typedef {[counter: number, tab: string]} Edit
 * @typedef {{ text: string, edit: Edit, from?: string }} Note
 * @typedef {{ id: string, what?: string, who?: string, by?: string, done?: boolean, gone?: boolean, edits: Record<string, Edit> }} Action
 * @typedef {{ status?: "discussed" | "not-relevant", reason?: string, note?: string, from?: string, others?: Note[],
 *   actions?: Action[], answered?: string, revisedSeen?: string, edits: Record<string, Edit>, seen?: Record<string, number> }} Answer
 * @typedef {{ now: string, tab: string }} By when (ISO 8601) and in which tab a change is made
 */

import { seenBy, tidy } from "app/merge";

/** Until somebody names a workbook, answers belong to this one. */
export const FIRST_WORKBOOK = "first";

/** @returns {Answer} */
export const blank = () => ({ edits: {} });

/** A counter above everything that an answer has seen. @param {Answer} answer */
function nextCounter(answer) {
  const actions = (answer.actions ?? []).flatMap((action) => Object.values(action.edits));
  const edits = [...Object.values(answer.edits), ...actions, ...(answer.others ?? []).map((note) => note.edit)];
  return 1 + Math.max(0, ...edits.map(([n]) => n), ...Object.values(answer.seen ?? {}));
}

/**
 * Set fields; a value of undefined clears one. A new note replaces all notes that this side had seen.
 * @param {Answer} answer
 * @param {{ status?: Answer["status"], reason?: string, note?: string, answered?: string, revisedSeen?: string }} fields
 * @param {By} by
 * @returns {Answer}
 */
export function change(answer, fields, { tab }) {
  const edit = /** @type {Edit} */ ([nextCounter(answer), tab]);
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

/**
 * Add an action or change one. @param {Answer} answer @param {string} id
 * @param {Partial<Omit<Action, "id" | "edits">>} fields @param {By} by @returns {Answer}
 */
export function changeAction(answer, id, fields, { tab }) {
  const edit = /** @type {Edit} */ ([nextCounter(answer), tab]);
  const old = (answer.actions ?? []).find((action) => action.id === id) ?? { id, edits: {} };
  const edits = { ...old.edits, ...Object.fromEntries(Object.keys(fields).map((field) => [field, edit])) };
  const rest = (answer.actions ?? []).filter((action) => action.id !== id);
  return tidy({ ...answer, actions: [...rest, { ...old, ...fields, edits }] });
}

/**
 * Bring back what an earlier state of an answer held, as a new change that wins over what came between.
 * @param {Answer} answer as it is now @param {Answer} earlier @param {By} by @returns {Answer}
 */
export function restore(answer, earlier, by) {
  const { status, reason, note, answered, revisedSeen } = earlier;
  let next = change(answer, { status, reason, note, answered, revisedSeen }, by);
  for (const { id, edits: _edits, gone = false, ...fields } of earlier.actions ?? []) next = changeAction(next, id, { ...fields, gone }, by);
  const added = (answer.actions ?? []).filter(({ id }) => !(earlier.actions ?? []).some((action) => action.id === id));
  for (const { id } of added) next = changeAction(next, id, { gone: true }, by);
  const notes = (earlier.others ?? []).map(({ text }) => text);
  return notes.length ? change(next, { note: [...notes, note].filter(Boolean).join("\n\n") }, by) : next;
}

/** Is there anything in it that a person made? @param {Answer | null | undefined} answer */
export const isOpen = (answer) => !answer?.status;
