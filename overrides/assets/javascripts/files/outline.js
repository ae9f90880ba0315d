/**
 * The minutes as a row of blocks, in the order in which somebody reads them who was not there: what was decided, who does what by
 * when, then what was said. A checklist in which nothing was said is left out. Whatever is sent is written from it. Pure.
 *
 * @typedef {"title" | "heading" | "question" | "said" | "soft" | "quote" | "item" | "tasks" | "foot"} Kind
 * @typedef {{ what: string, who: string, by: string, state: string, became: string }} Row an action, in the words of a table
 * @typedef {{ kind: Kind, text: string, label: string, end: string, url: string, rows: Row[] }} Block `label` stands before the text, `end` after it
 */
import { digest } from "app/files/digest";
import { showDay } from "app/page/days";

/** @param {Kind} kind @param {Partial<Block>} [more] @returns {Block} */
const block = (kind, more = {}) => ({ kind, text: "", label: "", end: "", url: "", rows: [], ...more });

/** @param {import("app/files/digest").Minutes} minutes @returns {{ blocks: Block[], head: string[] }} `head`: how the columns of actions are called */
export function outline(minutes) {
  const { words } = minutes;
  const { title, facts, today, decided, tasks, carPark, lists, retired, foot } = digest(minutes);
  const heading = (/** @type {string | undefined} */ text, /** @type {boolean} */ shown, /** @type {Block[]} */ rest) => (shown ? [block("heading", { text }), ...rest] : []);
  /** @param {import("app/files/actions").Task[]} all */
  const rows = (all) => all.map(({ what, who, by, done, overdue, became }) => ({
    what: what.trim() || "–", who, became: became.trim() && `${words.became}: ${became}`,
    by: showDay(by, words.language),
    state: (done ? words.done : overdue ? words.late : words.to_do) ?? "",
  }));
  /** @param {import("app/files/digest").Entry} one */
  const entry = (one) => [
    block("question", { text: one.text, url: one.url }),
    ...(one.hint ? [block("soft", { text: one.hint })] : []),
    block("said", { label: one.status, text: one.reason }),
    ...one.decisions.map((made) => block("said", made)),
    ...one.notes.flatMap(({ from, label, text }) => [...(from ? [block("soft", { text: label })] : []), block("quote", { text })]),
    ...(one.tasks.length ? [block("tasks", { rows: rows(one.tasks) })] : []),
  ];
  const blocks = [
    block("title", { text: title }),
    ...facts.map((fact) => block("said", fact)),
    ...heading(words.decisions, decided.length > 0, decided.flatMap(({ text, url, decisions }) => [...decisions.map((made) => block("said", made)), block("soft", { text, url })])),
    ...heading(words.actions, tasks.length > 0, [block("tasks", { rows: rows(tasks) })]),
    ...heading(words.today, today.length > 0, today.map(({ text, url, status }) => block("item", { text, url, end: status }))),
    ...heading(words.car_park, carPark.length > 0, carPark.map(({ text }) => block("quote", { text }))),
    ...lists.flatMap(({ title: name, url, count, answered, open }) => [
      block("heading", { text: name, url }),
      block("soft", { text: count }),
      ...answered.flatMap(entry),
      ...(open.length ? [block("said", { label: words.still_open }), ...open.map(({ text, url: address }) => block("item", { text, url: address }))] : []),
    ]),
    ...heading(words.retired, retired.length > 0, retired.flatMap(entry)),
    block("foot", { text: foot }),
  ];
  return { blocks, head: [words.action, words.who, words.by, words.status].map((word) => word ?? "") };
}
