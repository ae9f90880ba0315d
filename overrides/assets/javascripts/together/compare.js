/**
 * Lays workbooks side by side: question by group, and how far they agree. Nothing is melted into one and nothing is counted into a
 * score: a row says who said what. Pure.
 *
 * @typedef {import("app/answers/workbook").Answer} Answer
 * @typedef {import("app/answers/about").About} About
 * @typedef {import("app/files/digest").Noted} Noted
 * @typedef {{ id: string, about: About, answers: Record<string, Answer> }} Book
 * @typedef {{ id: string, what: string, who: string, by: string, done: boolean }} Task
 * @typedef {{ state: "discussed" | "not-relevant" | "open", status: string, reason: string, notes: Noted[], tasks: Task[] }} Cell `status` in words
 * @typedef {"all" | "differ" | "some" | "nobody" | ""} Kind by all; by some, while others say that it is not relevant; by some; by nobody; "" for what belongs to no question
 * @typedef {{ id: string, text: string, url: string, slug: string, list: string, kind: Kind, cells: Cell[] }} Row `slug` and `list` say which checklist
 * @typedef {{ name: string, more: string }} Column who it is, and the rest: title, people, day
 * @typedef {{ columns: Column[], rows: Row[], counts: Record<string, number>, today: string[] }} Table
 * @typedef {{ show?: "all" | "differ" | "not-all" | "actions" | "today", list?: string }} Choice `list`: the slug of one checklist
 */
import { labelOf } from "app/answers/about";
import { actionsIn } from "app/answers/joined";
import { merge } from "app/answers/merge";
import { stateOf } from "app/answers/states";
import { IN_GENERAL } from "app/files/actions";
import { decisionsIn } from "app/files/decisions";
import { notesIn, plain, reasonOf, statusWord } from "app/files/digest";
import { showDay } from "app/page/days";
import { distinct } from "app/page/distinct";

/** How many can be read side by side. */
export const FEWEST = 2;
export const MOST = 30;

/** The answer to a question, with what stands under its earlier ids. @param {Book} book @param {string} question @param {ReadonlyMap<string, string[]>} [moves] @returns {Answer | null} */
export function answerTo({ answers }, question, moves) {
  const found = [question, ...(moves?.get(question) ?? [])].flatMap((id) => (Object.hasOwn(answers, id) ? [answers[id]] : []));
  return found.length ? found.reduce(merge) : null;
}

/** @param {Answer | null} answer @param {Record<string, string>} words @returns {Cell} */
function cell(answer, words) {
  const tasks = actionsIn(answer).map(({ action }) => action).filter(({ what = "", who = "", by = "" }) => (what + who + by).trim());
  return {
    state: stateOf(answer),
    status: statusWord(answer, words),
    reason: reasonOf(answer),
    notes: [...decisionsIn(answer, words).map(({ label, text, end }) => ({ from: label, label, text: end ? `${text} (${end})` : text })), ...notesIn(answer, words)],
    tasks: tasks.map(({ id, what = "", who = "", by = "", done = false }) => ({ id, what: plain(what), who: plain(who), by, done })),
  };
}

/** How far groups agree on a question. @param {readonly { state: Cell["state"] }[]} cells @returns {Kind} */
export function kindOf(cells) {
  const has = (/** @type {Cell["state"]} */ state) => cells.some((one) => one.state === state);
  if (!has("discussed")) return "nobody";
  if (has("not-relevant")) return "differ";
  return has("open") ? "some" : "all";
}

/** Every workbook under a name that no other has here: its group, or else its title; where that is not enough, the two and a number. @param {About[]} abouts @param {string} untitled @returns {string[]} */
export function namesOf(abouts, untitled) {
  const short = abouts.map(({ group, title }) => group?.trim() || title?.trim() || untitled);
  const twice = (/** @type {string[]} */ names, /** @type {string} */ name) => names.filter((one) => one === name).length > 1;
  const whole = short.map((name, n) => (twice(short, name) ? labelOf(abouts[n], untitled) : name));
  const dated = whole.map((name, n) => (twice(whole, name) && abouts[n].date ? `${name} · ${abouts[n].date}` : name));
  return distinct(dated);
}

/** As people look for them: Table 2 before Table 10, and one round before the next. @template {{ about: About }} B @param {B[]} books @param {string} untitled @param {string} language @returns {B[]} */
export function inOrder(books, untitled, language) {
  const names = namesOf(books.map(({ about }) => about), untitled);
  const compare = new Intl.Collator(language, { numeric: true }).compare;
  return books.map((_, n) => n).sort((one, other) => compare(names[one], names[other])).map((n) => books[n]);
}

/**
 * @param {{ lists: { slug: string, title: string, questions: { id: string, text: string, url: string }[] }[], retired: { id: string, text: string }[], words: Record<string, string> }} catalogue
 * @param {Book[]} books @param {ReadonlyMap<string, string[]>} [moves] under which earlier ids an answer may stand @returns {Table}
 */
export function compare({ lists, retired, words }, books, moves) {
  const names = namesOf(books.map(({ about }) => about), words.untitled);
  const columns = books.map(({ about: { title, group, setting, date = "", people } }, n) => {
    const rest = [group?.trim() ? title : "", setting, people, showDay(date, words.language)];
    return { name: names[n], more: rest.map((text) => text?.trim()).filter(Boolean).join(" · ") };
  });
  const asked = lists.flatMap(({ slug, title: list, questions }) => questions.map((question) => ({ ...question, slug, list })));
  const old = retired.map((question) => ({ ...question, url: "", slug: "", list: words.retired ?? "" })).filter(({ id }) => books.some((book) => answerTo(book, id)));
  const rows = [...asked, ...old].map(({ id, text, url, slug, list }) => {
    const cells = books.map((book) => cell(answerTo(book, id, moves), words));
    return /** @type {Row} */ ({ id, text, url, slug, list, kind: kindOf(cells), cells });
  });
  const counts = /** @type {Record<string, number>} */ ({ total: rows.length, all: 0, differ: 0, some: 0, nobody: 0 });
  for (const { kind } of rows) counts[kind] += 1;
  // What belongs to no question stands last, and is neither discussed nor open.
  const general = books.map((book) => ({ ...cell(answerTo(book, IN_GENERAL), words), status: "" }));
  if (general.some(({ notes, tasks }) => notes.length + tasks.length)) {
    rows.push({ id: IN_GENERAL, text: words.general ?? "", url: "", slug: "", list: words.general ?? "", kind: "", cells: general });
  }
  return { columns, rows, counts, today: [...new Set(books.flatMap(({ about }) => about.today ?? []))] };
}

/** The rows that are asked for, in the order of the guide. @param {Table} table @param {Choice} choice @returns {Row[]} */
export function chosen({ rows, today }, { show = "all", list = "" }) {
  const fits = /** @type {Record<NonNullable<Choice["show"]>, (row: Row) => boolean>} */ ({
    all: () => true,
    differ: ({ kind }) => kind === "differ",
    "not-all": ({ kind }) => !["all", ""].includes(kind),
    actions: ({ cells }) => cells.some(({ tasks }) => tasks.length),
    today: ({ id }) => today.includes(id),
  });
  return rows.filter((row) => (!list || row.slug === list) && fits[show](row));
}
