/**
 * A joint record as it is read: who said what, and each action with the groups that named it. For a workbook of one group it says
 * what that group wrote. Pure.
 *
 * @typedef {import("app/answers/workbook").Answer} Answer
 * @typedef {import("app/answers/workbook").Action} Action
 */
import { ACTION_FIELDS, mergeFields } from "app/answers/merge";

/** The groups that said something on a question, by name. @param {Answer | null} answer @returns {{ workbook: string, group: string, part: Answer }[]} */
export const groupsIn = (answer) =>
  Object.entries(answer?.parts ?? {})
    .map(([workbook, part]) => ({ workbook, group: part.group?.trim() ?? "", part }))
    .sort((one, other) => one.group.localeCompare(other.group, "en", { numeric: true }) || (one.workbook < other.workbook ? -1 : 1));

/** Do groups differ, and nobody has decided yet? @param {Answer | null} answer */
export const differs = (answer) => !answer?.status && !answer?.edits.status && new Set(groupsIn(answer).flatMap(({ part }) => part.status ?? [])).size > 1;

/**
 * Every action that stands, with the groups that named it. What the meeting changed of a group's action stands among the record's own
 * actions under the same id; one that says the same as another names it in `same`.
 * @param {Answer | null} answer @returns {{ action: Action, groups: string[] }[]}
 */
export function actionsIn(answer) {
  /** @type {Map<string, { action: Action, groups: string[] }>} */
  const all = new Map();
  const add = (/** @type {Action} */ action, /** @type {string[]} */ groups) => {
    const old = all.get(action.id);
    all.set(action.id, old ? { action: { ...mergeFields(old.action, action, ACTION_FIELDS), id: action.id }, groups: [...old.groups, ...groups] } : { action, groups });
  };
  for (const action of answer?.actions ?? []) add(action, []);
  for (const { group, part } of groupsIn(answer)) for (const action of part.actions ?? []) add(action, group ? [group] : []);
  for (const { action, groups } of all.values()) if (action.gone && action.same) all.get(action.same)?.groups.push(...groups);
  return [...all.values()].filter(({ action }) => !action.gone).map(({ action, groups }) => ({ action, groups: [...new Set(groups)] }));
}

/** Actions of different groups that say the same: each list is to be offered as one. @param {Answer | null} answer @returns {Action[][]} */
export function equalActions(answer) {
  /** @type {Map<string, Action[]>} */
  const alike = new Map();
  for (const { action } of actionsIn(answer)) {
    const text = (action.what ?? "").normalize("NFKC").toLowerCase().replace(/[\s\p{P}]+/gu, " ").trim();
    if (text) alike.set(text, [...(alike.get(text) ?? []), action]);
  }
  return [...alike.values()].filter((same) => same.length > 1);
}
