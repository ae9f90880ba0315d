/**
 * What people marked in a silent sort, as a range a question: how many gave which mark. Never an average, and never a score: what is divided
 * most stands first, and that order is all that is made of the numbers. Pure.
 *
 * How divided a question is: how likely it is that two marks, each picked at random of all that were given, are different marks (one less
 * the sum of the squared shares). It knows no order of the marks: "later" lies between no two others. Where all gave one mark it is 0.
 *
 * @typedef {import("app/answers/marks").Mark} Mark
 * @typedef {Record<Mark, number>} Counts
 * @typedef {{ id: string, text: string, url: string, counts: Counts, total: number }} Row
 */
import { latest, MARKS } from "app/answers/marks";

/** @param {Partial<Counts>} counts */
export function divided(counts) {
  const all = Object.values(counts);
  const total = all.reduce((sum, count) => sum + count, 0);
  return total ? 1 - all.reduce((sum, count) => sum + count * count, 0) / (total * total) : 0;
}

/**
 * The questions that anybody marked, most divided first; what is divided as much stays in the order of the guide.
 * @param {{ id: string, text: string, url: string }[]} questions in the order of the guide @param {import("app/answers/marks").Handed[]} handed
 * @param {ReadonlyMap<string, string[]>} [moves] under which earlier ids a mark may stand @returns {Row[]}
 */
export function range(questions, handed, moves) {
  const rows = questions.flatMap(({ id, text, url }) => {
    const ids = [id, ...(moves?.get(id) ?? [])];
    const given = handed.flatMap(({ sheet: { marks } }) => latest(ids.flatMap((one) => (marks[one] ? [marks[one]] : [])))?.[0] ?? []);
    const counts = /** @type {Counts} */ (Object.fromEntries(MARKS.map((mark) => [mark, given.filter((one) => one === mark).length])));
    return given.length ? [{ id, text, url, counts, total: given.length }] : [];
  });
  return rows.sort((one, other) => divided(other.counts) - divided(one.counts)); // a sort keeps the order of what is equal
}

/** How many questions of a sort a person has marked. @param {import("app/answers/marks").Sheet} sheet @param {string[]} questions */
export const marked = ({ marks }, questions) => questions.filter((id) => Object.hasOwn(marks, id)).length;

/** A question marked: later than all that this person marked before. @param {import("app/answers/marks").Sheet} sheet @param {string} question @param {Mark} mark @returns {import("app/answers/marks").Sheet} */
export function mark(sheet, question, mark) {
  const highest = Object.values(sheet.marks).reduce((most, [, counter]) => Math.max(most, counter), 0);
  return { ...sheet, marks: { ...sheet.marks, [question]: [mark, highest + 1] } };
}
