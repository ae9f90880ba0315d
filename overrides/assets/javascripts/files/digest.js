/**
 * What a workbook says, in the words and the order of the files that a group takes away. minutes.js and standalone.js write
 * it down; csv.js and calendar.js take parts of it. Pure: it escapes nothing, because each file does that its own way.
 *
 * @typedef {import("app/answers/workbook").Answer} Answer
 * @typedef {Record<typeof FACTS[number], string>} About
 * @typedef {{ id: string, text: string, hint?: string, url: string, answer: Answer | null }} Question with the address of its page, whole;
 *   `hint`: when to ask it and how to begin
 * @typedef {{ workbook: string, about: About, made: string, build: string, lists: { slug: string, title: string, url: string, questions: Question[] }[],
 *   retired: { id: string, text: string, answer: Answer }[], words: Record<string, string> }} Minutes `words`: the part
 *   "minutes" of data/interface.yml; `made`: when, in ISO 8601
 * @typedef {{ from: string, label: string, text: string }} Noted
 * @typedef {{ text: string, hint: string, url: string, status: string, reason: string, notes: Noted[], tasks: import("app/files/actions").Task[] }} Entry
 */
import { FACTS } from "app/answers/about";
import { countStates } from "app/answers/counts";
import { notesOf } from "app/answers/merge";
import { stateOf } from "app/answers/states";
import { actionsOf, sortActions } from "app/files/actions";
import { dayOf, showDay } from "app/page/days";
import { fill } from "app/page/words";

/** Text as every file can hold it: one kind of line end, and no control characters but the tab. @param {string | undefined} text */
export const plain = (text = "") => text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, "");

/** The notes of an answer; one that came from elsewhere says so. @param {Answer | null} answer @param {Record<string, string>} words @returns {Noted[]} */
export function notesIn(answer, words) {
  const written = answer ? notesOf(answer).filter(({ text }) => text.trim()) : [];
  return written.map(({ text, from = "" }) => {
    const source = plain(from).trim();
    return { from: source, label: source ? fill(words.note_from ?? "", { from: source }) : (words.note ?? ""), text: plain(text).trimEnd() };
  });
}

/** What became of a question, in a word or three. @param {Answer | null} answer @param {Record<string, string>} words */
export const statusWord = (answer, words) => words[{ discussed: "discussed", "not-relevant": "not_relevant", open: "open" }[stateOf(answer)]] ?? "";

/** Why a question is not relevant here. A reason from before it was discussed after all is not part of the record. @param {Answer | null} answer */
export const reasonOf = (answer) => (stateOf(answer) === "not-relevant" ? plain(answer?.reason).trim() : "");

/** @param {Minutes} minutes */
export function digest(minutes) {
  const { about, made, build, lists, retired, words } = minutes;
  const all = actionsOf(minutes);
  const entry = (/** @type {{ id: string, text: string, hint?: string, url?: string, answer: Answer | null }} */ { id, text, hint = "", url = "", answer }) => ({
    text, hint, url, id, answer,
    status: statusWord(answer, words),
    reason: reasonOf(answer),
    notes: notesIn(answer, words),
    tasks: all.filter(({ question }) => question === id),
  });
  const written = (/** @type {ReturnType<typeof entry>} */ one) => Boolean(one.answer?.status || one.notes.length || one.tasks.length);
  const facts = FACTS.filter((name) => name !== "title").map((name) => [words[name], name === "date" ? showDay(about.date, words.language) : about[name]]);
  return {
    title: plain(about.title).trim() || (words.untitled ?? ""),
    facts: facts.map(([label = "", text = ""]) => ({ label, text: plain(text).trim() })).filter(({ text }) => text),
    tasks: sortActions(all, "date", words.language),
    lists: lists.map(({ title, url, questions }) => {
      const entries = questions.map(entry);
      const counts = countStates(entries.map(({ answer }) => answer));
      const answered = entries.filter(written);
      // A checklist that nobody opened is one line: its questions stand in the guide.
      return { title, url, count: fill(words.count ?? "", counts), answered, open: answered.length ? entries.filter((one) => !written(one)) : [] };
    }),
    retired: retired.map(entry).filter(written),
    foot: fill(words.made ?? "", { date: showDay(dayOf(made), words.language), build }),
  };
}
