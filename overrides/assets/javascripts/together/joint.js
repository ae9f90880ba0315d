/**
 * The joint record of several workbooks: a workbook of its own in which each group's answers are parts, under the identity of its
 * workbook. Two groups' answers never become one; a later state of one group's answer becomes one with its earlier one, by the law
 * of merge.js. So the order of workbooks makes no difference, and the same one twice is once. Pure but for identities, which it asks for.
 *
 * @typedef {import("app/answers/workbook").Answer} Answer
 * @typedef {import("app/answers/about").About} About
 * @typedef {import("app/answers/about").Source} Source
 * @typedef {{ id: string, about: About, answers: Record<string, Answer> }} Book
 */
import { mergeSources } from "app/answers/about";
import { todayOf } from "app/answers/today";
import { identify } from "app/answers/identity";
import { merge, tidy } from "app/answers/merge";

/** What one workbook brings: its own answers under its identity and, where it is a joint record itself, the parts that it knows. @param {Answer} answer @param {About} about @param {string} identity @returns {Answer} */
export function partsOf({ parts, ...own }, { group, title, edits }, identity) {
  const { status, ...rest } = own;
  const said = parts && !own.edits.status ? rest : own; // a status that nobody set only says that the parts agree
  const name = group?.trim() ? { group, edit: edits.group } : { group: title, edit: edits.title };
  const whole = tidy({ ...said, group: name.group ?? "", edits: { ...said.edits, group: name.edit ?? [0, "none"] } });
  const part = merge(whole, whole); // written as the law writes it
  const some = Object.keys(said.edits).length || part.status || part.note || part.others || part.actions || part.reason; // what was cleared counts as well
  return { edits: {}, parts: { ...parts, ...(some && { [identity]: part }) } };
}

/** The joint answers of these workbooks, in whatever order. @param {(Book & { identity: string })[]} books @returns {Record<string, Answer>} */
export function jointAnswers(books) {
  /** @type {Record<string, Answer>} */
  const all = {};
  for (const { about, answers, identity } of books) {
    for (const [question, answer] of Object.entries(answers)) {
      const one = partsOf(answer, about, identity);
      if (!Object.keys(one.parts ?? {}).length) continue;
      all[question] = merge(one, all[question] ?? one);
    }
  }
  return all;
}

/** @param {(Book & { identity: string })[]} books @param {string} at when they come in, in ISO 8601 @returns {Source[]} */
export function sourcesOf(books, at) {
  const own = books.map(({ about: { group = "", title = "" }, identity }) => ({ workbook: identity, group, title, at }));
  return books.map(({ about }) => about.sources).reduce((all, more) => mergeSources(all, more), mergeSources(own, [])) ?? [];
}

/** @param {Book[]} chosen @param {Parameters<typeof identify>[0]} books @param {{ at: string }} said @returns {{ about: Omit<About, "edits">, answers: Record<string, Answer> }} */
export function joint(chosen, books, { at }) {
  const all = chosen.map((book) => ({ ...book, identity: identify(books, book.id) }));
  const same = (/** @type {"title" | "setting" | "date" | "purpose"} */ name) => {
    const said = new Set(chosen.map(({ about }) => about[name]?.trim() ?? ""));
    return said.size === 1 ? ([...said][0] ?? "") : "";
  };
  const title = same("title") || (chosen.map(({ about }) => about.title?.trim() ?? "").filter(Boolean).sort()[0] ?? "");
  const days = new Set(chosen.map(({ about }) => JSON.stringify(todayOf(about)))); // the questions of today, where all have the same
  const today = days.size === 1 ? todayOf(chosen[0].about) : [];
  return { about: { title, setting: same("setting"), date: same("date"), purpose: same("purpose"), ...(today.length && { today }), sources: sourcesOf(all, at) }, answers: jointAnswers(all) };
}

/**
 * What a joint record gains where its sources are in this browser and know more. @param {Book} record @param {(Book & { identity: string })[]} books
 * @returns {Record<string, Answer>} the answers that are others now
 */
export function refreshed({ about, answers }, books) {
  const known = new Set((about.sources ?? []).map(({ workbook }) => workbook));
  const fresh = jointAnswers(books.filter(({ identity }) => known.has(identity)));
  const now = Object.entries(fresh).map(([question, answer]) => /** @type {const} */ ([question, answers[question] ? merge(answers[question], answer) : answer]));
  return Object.fromEntries(now.filter(([question, answer]) => JSON.stringify(answer) !== JSON.stringify(answers[question])));
}
