/**
 * What is side by side, as files: a spreadsheet with a row for each question and group, and a page of its own with the table. Pure.
 *
 * @typedef {import("app/together/compare").Table} Table
 * @typedef {import("app/together/compare").Row} Row
 * @typedef {import("app/together/compare").Cell} Cell
 * @typedef {Record<string, string>} Words those of minutes and of what is side by side
 */
import { rowsOf } from "app/files/csv";
import { html, page } from "app/files/standalone";
import { dayOf, showDay, sortableDay } from "app/page/days";
import { fill } from "app/page/words";

const COLUMNS = ["checklist", "question", "agreement", "group", "status", "reason", "note", "action", "who", "by", "link"];

/** What the groups of a row say, in a sentence, such as "2 discussed, 1 not relevant here, 0 open". @param {Row} row @param {Words} words */
export function spread({ cells }, words) {
  const count = (/** @type {Cell["state"]} */ state) => cells.filter((one) => one.state === state).length;
  return fill(words.range ?? "", { discussed: count("discussed"), not_relevant: count("not-relevant"), open: count("open") });
}

/** One row for each question and group, and one more for each further action. @param {Table} table @param {Row[]} rows @param {Words} words */
export function sheet({ columns }, rows, words) {
  const lines = rows.flatMap((row) => row.cells.flatMap(({ status, reason, notes, tasks }, n) => {
    const naming = { checklist: row.list, question: row.text, agreement: words[`kind_${row.kind}`], group: columns[n].name, link: row.url };
    const note = notes.map(({ from, label, text }) => (from ? `${label}: ${text}` : text)).join("\n\n");
    return [{}, ...tasks.slice(1)].map((_, at) => {
      const task = tasks[at];
      return { ...naming, ...(at === 0 && { status, reason, note }), ...(task && { action: task.what, who: task.who, by: sortableDay(task.by) }) };
    });
  }));
  return rowsOf(COLUMNS.map((name) => words[name] ?? name), lines.map((line) => COLUMNS.map((name) => /** @type {Record<string, string | undefined>} */ (line)[name] ?? "")));
}

/** @param {Table} table @param {Row[]} rows @param {Words} words @param {{ title: string, made: string, build: string }} said */
export function tablePage({ columns, counts }, rows, words, { title, made, build }) {
  const task = (/** @type {Cell["tasks"][0]} */ { what, who, by, done }) => {
    const day = by.trim() && fill(words.by_day ?? "", { date: showDay(by, words.language) });
    const end = [who.trim(), day, done && words.done].filter(Boolean).join(", ");
    return html`<li dir="auto" class="written">${what}${end ? ` (${end})` : ""}</li>`;
  };
  const cell = (/** @type {Cell} */ { status, reason, notes, tasks }) => html`<td><strong>${status}</strong>${reason ? html`: <span dir="auto" class="written">${reason}</span>` : ""}${notes.map(({ from, label, text }) => html`<p dir="auto" class="written">${from ? `${label}: ` : ""}${text}</p>`)}${tasks.length ? html`<ul>${tasks.map(task)}</ul>` : ""}</td>`;
  return page(words.language, title, html`
<h1 dir="auto" class="written">${title}</h1>
<p>${fill(words.summary ?? "", counts)}</p>
<table><caption>${words.caption}</caption>
<thead><tr><th scope="col">${words.question}</th><th scope="col">${words.agreement}</th>${columns.map(({ name }) => html`<th scope="col" dir="auto">${name}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`
<tr><th scope="row">${row.text}</th><td>${words[`kind_${row.kind}`] ?? ""}<br>${row.kind && spread(row, words)}</td>${row.cells.map(cell)}</tr>`)}
</tbody></table>
<p class="soft">${fill(words.made ?? "", { date: showDay(dayOf(made), words.language), build })}</p>
`);
}
