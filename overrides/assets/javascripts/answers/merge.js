/**
 * How two states of one answer become one. The law, which tests/scripts/answers/test_merge.py holds: in any order,
 * twice is once, and nothing that either side wrote disappears. No page, no storage.
 *
 * Each field carries the edit that set it: a counter, higher than all that its writer had seen, and the tab.
 * `seen` says, for each tab, up to which counter its notes are known here. A note that the other side has
 * not seen is kept beside ours in `others`, instead of one of the two winning.
 *
 * In a joint record `parts` holds what each group said, by the id of its workbook. The law holds for each part on its own.
 *
 * @typedef {import("app/answers/workbook").Answer} Answer
 * @typedef {import("app/answers/workbook").Note} Note
 * @typedef {import("app/answers/workbook").Edit} Edit
 */
import { agreed } from "app/answers/parts";

/** Fields in which the latest edit wins. */
const FIELDS = ["status", "reason", "answered", "revisedSeen"];
export const ACTION_FIELDS = ["what", "who", "by", "done", "gone"];

/** Negative, zero or positive as in a sort. @type {(a?: Edit, b?: Edit) => number} */
const compareEdits = (a, b) => {
  const [n, tab] = a ?? [0, ""];
  const [m, other] = b ?? [0, ""];
  return n - m || (tab < other ? -1 : tab > other ? 1 : 0);
};

/** The order that decides where edits do not: the same on every machine. @type {(a: unknown, b: unknown) => number} */
const compareText = (a, b) => {
  const [one, two] = [JSON.stringify(a) ?? "", JSON.stringify(b) ?? ""];
  return one < two ? -1 : one > two ? 1 : 0;
};

/** Two states of one answer as one. @param {Answer} a @param {Answer} b @returns {Answer} */
export function merge(a, b) {
  const merged = mergeFields(a, b, FIELDS);
  const notes = mergeNotes(a, b);
  const top = notes.at(-1);
  const edits = { ...merged.edits, ...(top && { note: top.edit }) };
  const actions = new Map();
  for (const action of [...(a.actions ?? []), ...(b.actions ?? [])]) {
    const same = actions.get(action.id);
    actions.set(action.id, same ? { id: action.id, ...mergeFields(same, action, ACTION_FIELDS) } : action);
  }
  // Two states of what one group said become one; what two groups said never does.
  const parts = a.parts && b.parts ? union(a.parts, b.parts, merge) : (a.parts ?? b.parts);
  if (parts && !edits.status) merged.status = agreed(parts); // nobody has decided yet
  return tidy({
    ...merged,
    edits,
    parts,
    note: top?.text,
    from: top?.from,
    others: notes.slice(0, -1),
    actions: [...actions.values()],
    seen: mergeSeen(seenBy(a), seenBy(b)),
  });
}

/**
 * All that either side has by name; what both have is joined. @template T @param {Record<string, T>} a @param {Record<string, T>} b
 * @param {(a: T, b: T) => T} join @returns {Record<string, T>}
 */
function union(a, b, join) {
  const all = { ...a };
  for (const [name, one] of Object.entries(b)) all[name] = all[name] === undefined ? one : join(all[name], one);
  return all;
}

/**
 * Field by field, the later edit wins. Fields this version does not know are kept, by a fixed order.
 * @template {{ edits: Record<string, Edit> }} T
 * @param {T} a @param {T} b @param {readonly string[]} fields @returns {T}
 */
export function mergeFields(a, b, fields) {
  const merged = /** @type {any} */ ({ edits: {} });
  const [left, right] = /** @type {any[]} */ ([a, b]);
  const ours = ["edits", "note", "from", "others", "actions", "seen", "parts", "id"].filter((name) => !fields.includes(name));
  const names = new Set([a, b, a.edits, b.edits].flatMap(Object.keys));
  for (const name of names) {
    if (ours.includes(name)) continue;
    const order = compareEdits(left.edits[name], right.edits[name]);
    const winner = (order || compareText(left[name], right[name])) >= 0 ? left : right;
    if (winner[name] !== undefined) merged[name] = winner[name];
    const edit = (order >= 0 ? left : right).edits[name];
    if (edit) merged.edits[name] = edit;
  }
  return merged;
}

/** The notes of an answer, oldest edit first. @param {Answer} answer @returns {Note[]} */
export function notesOf({ note, from, others = [], edits }) {
  if (note === undefined && !edits.note) return others;
  return [...others, { text: note ?? "", edit: edits.note ?? [0, ""], ...(from && { from }) }];
}

/** @param {Answer} answer */
export const seenBy = (answer) => mergeSeen(answer.seen ?? {}, Object.fromEntries(notesOf(answer).map(({ edit: [n, tab] }) => [tab, n])));

/** @param {Record<string, number>} a @param {Record<string, number>} b */
const mergeSeen = (a, b) => union(a, b, Math.max);

/** Keep each note that both sides have, or that one side has and the other never saw. @param {Answer} a @param {Answer} b */
function mergeNotes(a, b) {
  const kept = new Map();
  for (const [side, other] of [[a, b], [b, a]]) {
    const theirs = notesOf(other);
    const seen = seenBy(other);
    for (const note of notesOf(side)) {
      const both = theirs.some((one) => compareEdits(one.edit, note.edit) === 0);
      const key = JSON.stringify([note.edit, note.text]);
      const same = kept.get(key);
      if ((both || note.edit[0] > (seen[note.edit[1]] ?? -1)) && !(same && compareText(same, note) >= 0)) kept.set(key, note);
    }
  }
  return [...kept.values()].sort((one, two) => compareEdits(one.edit, two.edit) || compareText(one, two));
}

/** The same answer, written the same way: fixed order, nothing empty. @param {Answer} answer @returns {Answer} */
export function tidy(answer) {
  const sorted = (/** @type {object} */ value) => Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)));
  const whole = /** @type {any} */ (sorted(answer));
  for (const name of ["edits", "seen", "parts"]) whole[name] &&= sorted(whole[name]);
  whole.actions = answer.actions?.map((action) => sorted({ ...action, edits: sorted(action.edits) })).sort((x, y) => compareText(x.id, y.id));
  for (const [name, value] of Object.entries(whole)) {
    const ours = ["others", "actions", "seen", "parts"].includes(name);
    if (value === undefined || (ours && Object.keys(/** @type {object} */ (value)).length === 0)) delete whole[name];
  }
  return whole;
}
