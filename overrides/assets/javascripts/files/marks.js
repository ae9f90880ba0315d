/**
 * Marks of a silent sort on their way: in a backup or a file, as an invitation to a sort, and as what comes back. Nothing that is read here is
 * trusted, and nothing is thrown. Pure.
 *
 * @typedef {import("app/answers/marks").Handed} Handed
 * @typedef {import("app/answers/marks").Sent} Sent
 * @typedef {{ sort: string, sent: Sent }} Asked
 * @typedef {{ sort: string, person: string, marks: import("app/answers/marks").Sheet["marks"], sent?: Sent, sum?: number }} Kept a sheet as files hold it
 */
import { MARKS, MOST, soundSent, soundSheet } from "app/answers/marks";
import { isName } from "app/answers/keys";
import { sumOf } from "app/files/sum";

/** How links call an invitation to a sort, and marks that come back. */
export const [SORT, MARKED] = ["s", "m"];

/** As files hold it. @param {Handed} handed @returns {Kept} */
export const kept = ({ sort, person, sheet: { marks, sent } }) => ({ sort, person, marks, ...(sent && { sent }), sum: sumOf([sort, person, marks]) });

/** What a file of one sort holds of all: nobody else needs to know who was asked. @param {Kept[]} all @param {string} sort */
export const ofSort = (all, sort) => all.filter((one) => one.sort === sort).map(({ sent: _sent, ...one }) => one);

/** What is sound in the marks of a file. @param {unknown} list @returns {{ handed: Handed[], damaged: number, left: number }} `left`: how many there were too many */
export function soundMarks(list) {
  if (!Array.isArray(list)) return { handed: [], damaged: list === undefined ? 0 : 1, left: 0 };
  const handed = list.slice(0, MOST.people).flatMap((one) => {
    const { sheet, damaged } = soundSheet(one);
    const { sort, person, marks, sum } = one ?? {};
    const sound = sheet && !damaged && isName(sort) && isName(person) && (sum === undefined || sum === sumOf([sort, person, marks]));
    return sound ? [{ sort, person, sheet }] : [];
  });
  return { handed, damaged: Math.min(list.length, MOST.people) - handed.length, left: Math.max(0, list.length - MOST.people) };
}

/** What a link holds that asks people to sort. @param {string} sort @param {Sent} sent */
export const asks = (sort, { title, group, questions }) => [SORT, sort, title, group, ...questions];

/** @param {unknown[]} rest what stands in such a link @returns {Asked | null} */
export function asked([sort, title, group, ...questions]) {
  const sent = soundSent({ title, group, questions });
  return isName(sort) && sent ? { sort, sent } : null;
}

/** What a link holds that brings marks back: each mark by its place in the list of marks. @param {string} sort @param {Handed[]} handed */
export const hands = (sort, handed) => [
  MARKED, sort, ...handed.map(({ person, sheet }) => [person, ...Object.entries(sheet.marks).flatMap(([id, [mark, counter]]) => [id, MARKS.indexOf(mark), counter])]),
];

/** The marks of such a link, as a file would hold them. @param {unknown[]} rest @returns {unknown[]} */
export function handed([sort, ...people]) {
  return people.map((one) => {
    const [person, ...rest] = Array.isArray(one) ? one : [];
    const marks = Array.from({ length: Math.ceil(rest.length / 3) }, (_, n) => [String(rest[3 * n]), [MARKS[rest[3 * n + 1]], rest[3 * n + 2]]]);
    return { sort, person, marks: Object.fromEntries(marks.slice(0, MOST.questions + 1)) };
  });
}
