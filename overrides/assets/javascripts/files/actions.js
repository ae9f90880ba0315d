/**
 * The actions of a workbook: who does what by when, in one list. Pure functions.
 *
 * @typedef {import("app/files/digest").Minutes} Minutes
 * @typedef {{ id: string, what: string, who: string, by: string, done: boolean, became: string, sequence: number, due: string, overdue: boolean,
 *   question: string, text: string, url: string, list: string, groups: string[] }} Task `by` is what was written, `due` the day it means (ISO 8601)
 *   or "", `question` the id and `text` the wording of the question, `list` the title of its checklist; `sequence` grows with edits; `groups`: who named it, in a joint record
 */
import { labelOf } from "app/answers/about";
import { actionsIn } from "app/answers/joined";
import { highestEdit } from "app/answers/keys";
import { dayOf, readDay, showDay } from "app/page/days";
import { fill } from "app/page/words";

/** The id under which stands what belongs to no question: its actions, and as its note the car park. */
export const IN_GENERAL = "in-general";

/** Every action that was not removed and says something, in the order of the guide. @param {Minutes} minutes @returns {Task[]} */
export function actionsOf({ lists, retired, general = null, made, words }) {
  const today = dayOf(made);
  const asked = lists.flatMap(({ title, questions }) => questions.map((question) => ({ ...question, list: title })));
  const apart = { id: IN_GENERAL, text: words.general ?? "", url: "", list: words.general ?? "", answer: general };
  const all = [...asked, ...retired.map((question) => ({ ...question, url: "", list: words.retired ?? "" })), apart];
  return all.flatMap(({ id: question, text, url, list, answer }) =>
    actionsIn(answer)
      .filter(({ action: { what = "", who = "", by = "" } }) => (what + who + by).trim())
      .map(({ action, groups }) => {
        const { id, what = "", who = "", by = "", done = false, became = "" } = action;
        return { id, what, who, by, done, became, sequence: highestEdit(action), due: readDay(by), overdue: isOverdue({ by, done }, today), question, text, url, list, groups };
      }),
  );
}

/** Are two names those of one person, however they are typed? @param {string} one @param {string} other */
export const samePerson = (one, other) => one.trim().toLocaleLowerCase() === other.trim().toLocaleLowerCase();

/** How names stand in order in a language. A phone takes long to make that: only where there is something to compare. @param {string} [language] BCP 47 */
const inOrder = (language) => new Intl.Collator(language, { sensitivity: "base", numeric: true }).compare;

/** Who has actions: each name once, as it was typed first. @param {{ who: string }[]} tasks @param {string} [language] BCP 47 */
export function people(tasks, language) {
  const names = new Map(tasks.map(({ who }) => who.trim()).filter(Boolean).reverse().map((who) => [who.toLocaleLowerCase(), who]));
  return names.size > 1 ? [...names.values()].sort(inOrder(language)) : [...names.values()];
}

/** Was an action due before today, and is not done? @param {{ by?: string, done?: boolean }} action @param {string} today ISO 8601 */
export function isOverdue({ by = "", done = false }, today) {
  const due = readDay(by);
  return !done && due !== "" && due < today;
}

/**
 * In another order: what is still to do comes first; without a date or a person comes last; ties stay as they were.
 * @param {Task[]} tasks @param {"guide" | "date" | "person"} order @param {string} [language] BCP 47 @returns {Task[]}
 */
export function sortActions(tasks, order, language) {
  const byDay = (/** @type {Task} */ a, /** @type {Task} */ b) => Number(!a.due) - Number(!b.due) || (a.due < b.due ? -1 : Number(a.due > b.due));
  const byDone = (/** @type {Task} */ a, /** @type {Task} */ b) => Number(a.done) - Number(b.done);
  if (order === "date") return [...tasks].sort((a, b) => byDone(a, b) || byDay(a, b));
  if (order !== "person") return [...tasks];
  const compare = inOrder(language);
  const byPerson = (/** @type {Task} */ a, /** @type {Task} */ b) => Number(!a.who.trim()) - Number(!b.who.trim()) || compare(a.who.trim(), b.who.trim());
  return [...tasks].sort((a, b) => byPerson(a, b) || byDone(a, b) || byDay(a, b));
}

/** Who does it, by when, and whether that has passed, such as "Ana, by 12 December 2026". @param {Pick<Task, "who" | "by" | "overdue" | "groups">} task @param {Record<string, string>} words */
export function whoAndWhen({ who, by, overdue, groups }, words) {
  const day = by.trim() && fill(words.by_day ?? "", { date: showDay(by, words.language) });
  return [who.trim(), day, overdue && words.overdue, ...groups].filter(Boolean).join(", ");
}

/** The action list as plain text, for the clipboard. No line starts with a sign that a spreadsheet would calculate. @param {Minutes} minutes @returns {string} */
export function actionText(minutes) {
  const { about, words } = minutes;
  const tasks = sortActions(actionsOf(minutes), "date", words.language);
  const lines = (/** @type {boolean} */ done) => tasks.filter((task) => task.done === done).map((task) => {
    const [what, end] = [task.what.trim().replace(/\s*[\r\n]+\s*/g, "\n  "), whoAndWhen(task, words)];
    return `• ${what}${what && end ? ` (${end})` : end}`;
  });
  const part = (/** @type {string} */ title, /** @type {string[]} */ items) => (items.length ? [`${title}\n${items.join("\n")}`] : []);
  const title = labelOf(about, words.untitled).replace(/\s+/g, " ");
  return [title, ...part(words.to_do ?? "", lines(false)), ...part(words.done ?? "", lines(true))].join("\n\n") + "\n";
}
