/**
 * What a workbook says, in the words and the order of the files that a group takes away. minutes.js and standalone.js write
 * it down; csv.js and calendar.js take parts of it. Pure: it escapes nothing, because each file does that its own way.
 *
 * @typedef {import("app/answers/workbook").Answer} Answer
 * @typedef {Record<typeof FACTS[number], string>} About
 * @typedef {{ id: string, text: string, hint?: string, url: string, answer: Answer | null }} Question with the address of its page, whole;
 *   `hint`: when to ask it and how to begin
 * @typedef {{ workbook: string, about: About, today?: string[], general?: Answer | null, made: string, build: string, lists: { slug: string, title: string, url: string, questions: Question[] }[],
 *   retired: { id: string, text: string, answer: Answer }[], words: Record<string, string> }} Minutes `words`: the part
 *   "minutes" of data/interface.yml; `made`: when, in ISO 8601
 * @typedef {{ from: string, label: string, text: string }} Noted
 * @typedef {{ text: string, hint: string, url: string, status: string, reason: string, said: { group: string, text: string }[], notes: Noted[], decisions: import("app/files/decisions").Decided[],
 *   tasks: import("app/files/actions").Task[] }} Entry
 */
import { FACTS } from "app/answers/about";
import { countStates } from "app/answers/counts";
import { actionsIn, differs, groupsIn } from "app/answers/joined";
import { notesOf } from "app/answers/merge";
import { stateOf } from "app/answers/states";
import { actionsOf, sortActions } from "app/files/actions";
import { decisionsIn } from "app/files/decisions";
import { dayOf, showDay } from "app/page/days";
import { fill } from "app/page/words";

/** Text as every file can hold it: one kind of line end, and no control characters but the tab. @param {string | undefined} text */
export const plain = (text = "") => text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, "");

/** The notes of an answer; one that came from elsewhere says so. @param {Answer | null} answer @param {Record<string, string>} words @returns {Noted[]} */
export function notesIn(answer, words) {
  const own = answer ? notesOf(answer) : [];
  const theirs = groupsIn(answer).flatMap(({ group, part }) => notesOf(part).map((note) => ({ ...note, from: [group, note.from].filter(Boolean).join(", ") })));
  return [...own, ...theirs].filter(({ text }) => text.trim()).map(({ text, from = "" }) => {
    const source = plain(from).trim();
    return { from: source, label: source ? fill(words.note_from ?? "", { from: source }) : (words.note ?? ""), text: plain(text).trimEnd() };
  });
}

/** What became of a question, in a word or three. @param {Answer | null} answer @param {Record<string, string>} words */
export const statusWord = (answer, words) => words[differs(answer) ? "open_differ" : { discussed: "discussed", "not-relevant": "not_relevant", open: "open" }[stateOf(answer)]] ?? "";

/** Why a question is not relevant here. A reason from before it was discussed after all is not part of the record. @param {Answer | null} answer */
export const reasonOf = (answer) => (stateOf(answer) === "not-relevant" ? plain(answer?.reason).trim() : "");

/** In a joint record: what each group said of a question that gave it a status. @param {Answer | null} answer @param {Record<string, string>} words */
export const saidIn = (answer, words) =>
  groupsIn(answer).filter(({ part }) => part.status).map(({ group, part }) => ({ group: plain(group), text: [statusWord(part, words), reasonOf(part)].filter(Boolean).join(": ") }));

/** Was anything said under a question, by anybody? @param {Answer | null} answer @param {Record<string, string>} words */
export const isUsed = (answer, words) => Boolean(answer?.status || saidIn(answer, words).length || notesIn(answer, words).length || decisionsIn(answer, words).length
  || actionsIn(answer).some(({ action: { what = "", who = "", by = "" } }) => (what + who + by).trim()));

/** @param {Minutes} minutes */
export function digest(minutes) {
  const { about, today = [], general = null, made, build, lists, retired, words } = minutes;
  const actions = actionsOf(minutes);
  const entry = (/** @type {{ id: string, text: string, hint?: string, url?: string, answer: Answer | null }} */ { id, text, hint = "", url = "", answer }) => ({
    text, hint, url, id, answer,
    status: statusWord(answer, words),
    reason: reasonOf(answer),
    said: saidIn(answer, words),
    notes: notesIn(answer, words),
    decisions: decisionsIn(answer, words).map(({ label, text: said, end }) => ({ label, text: plain(said), end: plain(end) })),
    tasks: actions.filter(({ question }) => question === id),
  });
  const written = (/** @type {ReturnType<typeof entry>} */ { answer }) => isUsed(answer, words);
  const asked = lists.map(({ title, url, questions }) => ({ title, url, entries: questions.map(entry) }));
  const gone = retired.map(entry);
  const entries = asked.flatMap((list) => list.entries);
  const facts = FACTS.filter((name) => name !== "title").map((name) => [words[name], name === "date" ? showDay(about.date, words.language) : about[name]]);
  return {
    title: plain(about.title).trim() || (words.untitled ?? ""),
    facts: facts.map(([label = "", text = ""]) => ({ label, text: plain(text).trim() })).filter(({ text }) => text),
    today: today.flatMap((id) => entries.filter((one) => one.id === id)),
    decided: [...entries, ...gone].filter(({ decisions }) => decisions.length),
    tasks: sortActions(actions, "date", words.language),
    carPark: notesIn(general, words),
    // A checklist in which nothing was said is left out: its questions stand in the guide.
    lists: asked.flatMap(({ title, url, entries: all }) => {
      const counts = countStates(all.map(({ answer }) => answer));
      const answered = all.filter(written);
      const open = all.filter((one) => !written(one));
      return answered.length ? [{ title, url, count: fill(words.count ?? "", counts), answered, open }] : [];
    }),
    retired: gone.filter(written),
    foot: fill(words.made ?? "", { date: showDay(dayOf(made), words.language), build }),
  };
}
