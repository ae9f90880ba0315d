/**
 * What a person's answers are and how they change. Pure functions: records in, records out, no page and
 * no storage. How two states of one answer become one stands in merge.js.
 *
 * @typedef {[counter: number, tab: string]} Edit
 * @typedef {{ text: string, edit: Edit, from?: string }} Note
 * @typedef {{ id: string, what?: string, who?: string, by?: string, done?: boolean, gone?: boolean, became?: string,
 *   edits: Record<string, Edit> }} Action
 * @typedef {{ status?: "discussed" | "not-relevant", reason?: string, note?: string, from?: string, others?: Note[],
 *   actions?: Action[], answered?: string, revisedSeen?: string, decided?: string, decidedHow?: string, decidedBy?: string, laterBy?: string,
 *   laterWho?: string, edits: Record<string, Edit>, seen?: Record<string, number> }} Answer
 * @typedef {{ now: string, tab: string }} By when (ISO 8601) and in which tab a change is made
 */

import { highestEdit } from "app/answers/keys";
import { notesOf, seenBy, tidy } from "app/answers/merge";

/** What people write in one line: it can be taken back. */
const LINES = /** @type {const} */ (["reason", "decided", "decidedHow", "decidedBy", "laterBy", "laterWho"]);

/** @returns {Answer} */
export const blank = () => ({ edits: {} });

/** An edit above everything that an answer has seen. @param {Answer} answer @param {string} tab @returns {Edit} */
const nextEdit = (answer, tab) => [highestEdit(answer) + 1, tab];

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

/**
 * Add an action or change one. @param {Answer} answer @param {string} id
 * @param {Partial<Omit<Action, "id" | "edits">>} fields @param {By} by @returns {Answer}
 */
export function changeAction(answer, id, fields, { tab }) {
  const edit = nextEdit(answer, tab);
  const old = (answer.actions ?? []).find((action) => action.id === id) ?? { id, edits: {} };
  const edits = { ...old.edits, ...Object.fromEntries(Object.keys(fields).map((field) => [field, edit])) };
  const rest = (answer.actions ?? []).filter((action) => action.id !== id);
  return tidy({ ...answer, actions: [...rest, { ...old, ...fields, edits }] });
}

/**
 * Bring back what an earlier state of an answer held and the present one lacks. What came between stays: other
 * people may have written it. Only what the writer wrote who is taking it back makes room.
 * @param {Answer} answer as it is now @param {Answer} earlier @param {By} by
 * @param {string} [writer] the tab that wrote over words @returns {Answer}
 */
export function restore(answer, earlier, by, writer) {
  const { status, answered } = earlier;
  const own = (/** @type {Edit | undefined} */ edit) => writer !== undefined && edit?.[1] === writer;
  /** Is a text gone, and may it stand again where another one stands now? */
  const back = (text = "", now = "", /** @type {Edit | undefined} */ edit) => !now.includes(text) && (!now || own(edit));
  const texts = LINES.filter((name) => back(earlier[name], answer[name], answer.edits[name])).map((name) => [name, earlier[name]]);
  let next = change(answer, { ...(status && { status, answered }), ...Object.fromEntries(texts) }, by);
  const written = notesOf(answer).filter(({ text }) => text);
  const missing = notesOf(earlier).map(({ text }) => text).filter((text) => text && !written.some((one) => one.text.includes(text)));
  const rest = written.filter(({ edit }) => !own(edit)).map(({ text }) => text);
  if (missing.length) next = change(next, { note: [...missing, ...rest].join("\n\n") }, by);
  for (const { id, edits: _edits, ...fields } of earlier.actions ?? []) {
    const now = (answer.actions ?? []).find((action) => action.id === id);
    if (fields.gone) continue;
    const { what, who, by: day } = fields;
    const lost = Object.entries({ what, who, by: day }).filter(([name, text]) => now && back(text, /** @type {any} */ (now)[name], now.edits[name]));
    if (!now || now.gone) next = changeAction(next, id, { ...fields, gone: false }, by);
    else if (writer && lost.length) next = changeAction(next, id, Object.fromEntries(lost), by);
  }
  return next;
}
