/**
 * What was decided under a question, how and by whom; or who will decide it, and when. Pure.
 *
 * @typedef {{ label: string, text: string, end: string }} Decided `text` is what was written, `end` how, by whom or when
 */
import { groupsIn } from "app/answers/joined";
import { readDay, showDay } from "app/page/days";
import { fill } from "app/page/words";

/** The ways to decide, as they are stored; the words are called how_consent and so on. */
export const WAYS = ["consent", "vote", "sponsor"];

const trimmed = (/** @type {string | undefined} */ text) => (text ?? "").trim();

/** @param {import("app/answers/workbook").Answer | null} answer @param {Record<string, string>} words @returns {string} */
export const howOf = (answer, words) => (WAYS.includes(answer?.decidedHow ?? "") ? (words[`how_${answer?.decidedHow}`] ?? "") : "");

/** The decision, and the one that is still due: once there is a decision, it is due no longer. @param {import("app/answers/workbook").Answer | null} answer @param {Record<string, string>} words @returns {Decided[]} */
function said(answer, words) {
  const [text, by, who, day] = [answer?.decided, answer?.decidedBy, answer?.laterWho, answer?.laterBy].map(trimmed);
  if (text) return [{ label: words.decided ?? "", text, end: [howOf(answer, words), by].filter(Boolean).join(", ") }];
  const when = day && fill(words.by_day ?? "", { date: showDay(day, words.language) });
  return who || day ? [{ label: words.later ?? "", text: who || when, end: who ? when : "" }] : [];
}

/** The same, and in a joint record what each group had decided, with its name. @param {import("app/answers/workbook").Answer | null} answer @param {Record<string, string>} words @returns {Decided[]} */
export function decisionsIn(answer, words) {
  const theirs = groupsIn(answer).flatMap(({ group, part }) => said(part, words).map((one) => ({ ...one, end: [group, one.end].filter(Boolean).join(", ") })));
  return [...said(answer, words), ...theirs];
}

/** For what is sorted and not read. @param {string | undefined} text */
export const laterDay = (text) => readDay(text) || trimmed(text);
