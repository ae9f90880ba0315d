/**
 * The whole workbook as a spreadsheet: a row for each question and a row for each action, each with all it needs to be
 * sorted and filtered alone. A checklist in which nothing was said is left out. RFC 4180 with a byte order mark: Excel needs it to
 * read UTF-8, LibreOffice knows it.
 *
 * Text that a spreadsheet would calculate gets an apostrophe in front. That is text which, after white space, starts with
 * = + - @ (also in their wide forms), starts with a tab or a line end, or would read as guarded already:
 * a reader takes one apostrophe away from /^'+\s*[=+\-@]/ and has what was written.
 *
 * @typedef {import("app/files/digest").Minutes} Minutes
 */
import { FACTS } from "app/answers/about";
import { groupsIn } from "app/answers/joined";
import { IN_GENERAL, actionsOf } from "app/files/actions";
import { howOf, laterDay } from "app/files/decisions";
import { isUsed, notesIn, plain, reasonOf, saidIn, statusWord } from "app/files/digest";
import { dayOf, sortableDay } from "app/page/days";

/** Excel takes 32,767 characters in a cell and spills the rest over other cells. */
const LONGEST = 32_000;
const CALCULATED = /^'*(?:[\s\p{Cf}]*[=+\-@＝＋－＠]|[\t\n])/u;
const COLUMNS = [
  "kind", "checklist", "question", "status", "reason", "note", "decided", "decided_how", "decided_by", "later_who", "later_by", "action", "who", "by", "became", "answered", "hint", "link",
  ...FACTS.map((name) => (name === "title" ? "workbook" : name)),
];
/** Columns that say of what a row is a part: they stand again where a long text goes on in the next row. */
const NAMING = 3;

/** @param {Minutes} minutes @returns {string} */
export function csv(minutes) {
  const { about, lists, retired, general = null, words } = minutes;
  const whole = { ...about, workbook: about.title, date: sortableDay(about.date) };
  const used = lists.filter(({ questions }) => questions.some(({ answer }) => isUsed(answer, words)));
  const asked = used.flatMap(({ title, questions }) => questions.map((question) => ({ ...question, checklist: title })));
  const apart = general ? [{ id: IN_GENERAL, text: words.general ?? "", url: "", answer: general, hint: "", checklist: words.general }] : [];
  const all = [...asked, ...retired.map((question) => ({ ...question, hint: "", url: "", checklist: words.retired })), ...apart];
  const tasks = actionsOf(minutes);
  const rows = all.flatMap(({ id, text: question, hint, url: link, checklist, answer }) => [
    {
      kind: words.question, checklist, question, hint, link, ...whole,
      status: id === IN_GENERAL ? "" : statusWord(answer, words),
      reason: [reasonOf(answer), ...saidIn(answer, words).map(({ group, text }) => `${group}: ${text}`)].filter(Boolean).join("\n"),
      decided: [answer?.decided, ...groupsIn(answer).map(({ group, part }) => part.decided && `${group}: ${part.decided}`)].filter(Boolean).join("\n"),
      decided_how: howOf(answer, words),
      decided_by: answer?.decidedBy,
      later_who: answer?.laterWho,
      later_by: laterDay(answer?.laterBy),
      note: notesIn(answer, words).map(({ from, label, text }) => (from ? `${label}: ${text}` : text)).join("\n\n"),
      answered: answer?.status && answer.answered ? dayOf(answer.answered) : "",
    },
    ...tasks.filter((task) => task.question === id).map(({ what, who, by, done, overdue, became }) => ({
      kind: words.action, checklist, question, hint, link, ...whole,
      status: done ? words.done : overdue ? words.late : words.to_do,
      action: what, who, by: sortableDay(by), became,
    })),
  ]);
  return rowsOf(COLUMNS.map((name) => words[name] ?? name), rows.map((row) => COLUMNS.map((name) => /** @type {Record<string, string | undefined>} */ (row)[name])));
}

/** A spreadsheet from its head and its rows. @param {string[]} head @param {(string | undefined)[][]} rows @returns {string} */
export function rowsOf(head, rows) {
  const cells = rows.map((row) => row.map((text) => plain(text)));
  return `\uFEFF${[head, ...cells.flatMap(split)].map(line).join("")}`;
}

/** @param {string[]} row */
const line = (row) => `${row.map((text) => `"${guarded(text).replaceAll('"', '""')}"`).join(",")}\r\n`;

/** @param {string} text */
const guarded = (text) => (CALCULATED.test(text) ? `'${text}` : text);

/** A row whose texts go on in further rows where they are too long for a cell. @param {string[]} row @returns {string[][]} */
function split(row) {
  if (row.every((text) => text.length <= LONGEST)) return [row];
  const first = row.map((text) => text.slice(0, LONGEST).replace(text.length > LONGEST ? /[\uD800-\uDBFF]$/ : /$^/, ""));
  return [first, ...split(row.map((text, n) => text.slice(first[n].length) || (n < NAMING ? text : "")))];
}
