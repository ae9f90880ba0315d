/**
 * How an action of an answer is added and changed.
 *
 * @typedef {import("app/answers/workbook").Answer} Answer
 * @typedef {import("app/answers/workbook").Action} Action
 * @typedef {import("app/answers/workbook").By} By
 */
import { tidy } from "app/answers/merge";
import { nextEdit } from "app/answers/workbook";

/**
 * Add an action or change one. @param {Answer} answer @param {string} id
 * @param {Partial<Omit<Action, "id" | "edits">>} fields @param {By} by @returns {Answer}
 */
export function changeAction(answer, id, fields, { tab }) {
  const edit = nextEdit(answer, tab);
  const all = [answer, ...Object.values(answer.parts ?? {})].flatMap(({ actions }) => actions ?? []); // also those of groups
  const old = all.find((action) => action.id === id) ?? { id, edits: {} };
  const edits = { ...old.edits, ...Object.fromEntries(Object.keys(fields).map((field) => [field, edit])) };
  const rest = (answer.actions ?? []).filter((action) => action.id !== id);
  return tidy({ ...answer, actions: [...rest, { ...old, ...fields, edits }] });
}

/** The same in the store. @param {import("app/answers/store").Store} store @param {string} question @param {string} id @param {Parameters<typeof changeAction>[2]} fields */
export const writeAction = (store, question, id, fields) => store.edit(question, (answer, by) => changeAction(answer, id, fields, by));
