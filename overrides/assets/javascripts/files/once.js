/**
 * Two states of one workbook as one. Pure.
 *
 * @typedef {import("app/answers/ways").State} State
 * @typedef {import("app/files/import").Workbook} Workbook
 */
import { mergeAbout } from "app/answers/about";
import { identityOf } from "app/answers/identity";
import { merge } from "app/answers/merge";

/** Two states of one workbook, perhaps from two files, as one. @param {Workbook[]} all @returns {Workbook[]} */
export function once(all) {
  /** @type {Map<string, Workbook>} */
  const found = new Map();
  for (const [n, one] of all.entries()) {
    const identity = identityOf(one.id, one.about) || String(n);
    const same = found.get(identity);
    const marks = [...(same?.marks ?? []), ...(one.marks ?? [])];
    found.set(identity, same ? { ...same, ...joined(same, one), ...(marks.length && { marks }) } : one);
  }
  return [...found.values()];
}

/** @param {State} a @param {State} b two states of one workbook @returns {State} */
export function joined(a, b) {
  const answers = Object.entries(b.answers).map(([question, answer]) => [question, a.answers[question] ? merge(a.answers[question], answer) : answer]);
  return { about: mergeAbout(a.about, b.about), answers: { ...a.answers, ...Object.fromEntries(answers) } };
}
