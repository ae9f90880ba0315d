/**
 * The marks of a silent sort: what each person says of a question before anybody has spoken. They are no answers and count for none, so they
 * have keys of their own: by the sort, which is the identity of its workbook (identity.js), and by a person, who has no name.
 *
 * The law: of each question a person's latest mark stands, by a counter; equal counters are settled by the order of the marks. So in any
 * order, twice is once, and whoever hands in a second time is brought up to date and never doubled. Pure.
 *
 * @typedef {typeof MARKS[number]} Mark
 * @typedef {{ title: string, group: string, questions: string[] }} Sent how a sort was called that somebody sent here, and what it asks
 * @typedef {{ marks: Record<string, [mark: Mark, counter: number]>, sent?: Sent }} Sheet what one person said
 * @typedef {{ sort: string, person: string, sheet: Sheet }} Handed
 */
import { isName } from "app/answers/keys";

/** Links say a mark by its place here: a new one goes to the end. */
export const MARKS = /** @type {const} */ (["now", "clear", "later", "not-here", "unsure"]);
/** Of people in one file, of questions in one sort, and of signs in what it is called. */
export const MOST = { people: 2000, questions: 100, signs: 200 };
const HIGHEST = 1_000_000; // of a counter: nobody presses as often

const rank = (/** @type {Sheet["marks"][string]} */ [mark, counter]) => counter * MARKS.length + MARKS.indexOf(mark);
const isRecord = (/** @type {any} */ value) => typeof value === "object" && value !== null && !Array.isArray(value);
const textOf = (/** @type {unknown} */ text) => (typeof text === "string" ? text.slice(0, MOST.signs) : "");

/** The latest of some marks of one person. @param {Sheet["marks"][string][]} all @returns {Sheet["marks"][string] | undefined} */
export const latest = (all) => all.reduce((best, one) => (!best || rank(one) > rank(best) ? one : best), /** @type {Sheet["marks"][string] | undefined} */ (undefined));

/** Two states of what one person said. @param {Sheet} a @param {Sheet} b @returns {Sheet} */
export function mergeSheets(a, b) {
  const ids = [...new Set([a, b].flatMap(({ marks }) => Object.keys(marks)))].sort();
  const both = ids.map((id) => [id, latest([a, b].flatMap(({ marks }) => (marks[id] ? [marks[id]] : [])))]);
  const sent = [a.sent, b.sent].filter(Boolean).map((one) => JSON.stringify(one)).sort().at(-1);
  return { marks: Object.fromEntries(both), ...(sent && { sent: JSON.parse(sent) }) };
}

/** What is sound in an invitation. @param {any} value @returns {Sent | undefined} undefined where it asks nothing */
export function soundSent(value) {
  const questions = Array.isArray(value?.questions) ? [...new Set(value.questions.slice(0, MOST.questions).filter(isName))] : [];
  return questions.length ? { title: textOf(value.title), group: textOf(value.group), questions: /** @type {string[]} */ (questions) } : undefined;
}

/** What is sound in what may be a sheet. @param {any} value @returns {{ sheet: Sheet | null, damaged: boolean }} */
export function soundSheet(value) {
  if (!isRecord(value?.marks)) return { sheet: null, damaged: true };
  const entries = Object.entries(value.marks);
  const sound = entries.filter(([id, one]) => isName(id) && Array.isArray(one) && MARKS.includes(one[0]) && Number.isSafeInteger(one[1]) && one[1] > 0 && one[1] <= HIGHEST);
  const sent = soundSent(value.sent);
  const marks = Object.fromEntries(sound.slice(0, MOST.questions).map(([id, [mark, counter]]) => [id, /** @type {Sheet["marks"][string]} */ ([mark, counter])]));
  return { sheet: { marks, ...(sent && { sent }) }, damaged: sound.length !== entries.length };
}
