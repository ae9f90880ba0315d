/**
 * The rows of the table, and the picture above it. The HTML is described in macros/templates/together.html.
 *
 * @typedef {import("app/together/compare").Table} Table
 * @typedef {import("app/together/compare").Row} Row
 */
import { showDay } from "app/page/days";
import { copyOf, part, print } from "app/page/parts";
import { fill } from "app/page/words";
import { spread } from "app/together/sheet";

/** @param {HTMLElement} root @param {Row} row @param {Table} all @param {{ words: Record<string, string>, marks: Record<string, string> }} said */
export function drawRow(root, row, all, { words, marks }) {
  const line = copyOf(root, "together-row");
  line.dataset.kind = row.kind;
  print(part(line, "row-question"), row.text);
  if (row.url) part(line, "row-question").setAttribute("href", row.url);
  print(part(line, "row-mark"), marks[row.kind]);
  print(part(line, "row-kind"), words[`kind_${row.kind}`] ?? "");
  print(part(line, "row-range"), row.kind && spread(row, words));
  for (const [n, { status, reason, notes, tasks }] of row.cells.entries()) {
    const cell = line.appendChild(copyOf(root, "together-cell"));
    print(part(cell, "cell-who"), all.columns[n].name);
    print(part(cell, "cell-status"), status);
    print(part(cell, "cell-reason"), reason);
    const texts = notes.map(({ from, label, text }) => (from ? `${label}: ${text}` : text));
    const acts = tasks.map(({ what, who, by, done }) => [`${(done ? words.done : words.action) ?? ""}: ${what}`, who, by && fill(words.by_day ?? "", { date: showDay(by, words.language) })].filter(Boolean).join(", "));
    for (const text of [...texts, ...acts]) print(cell.appendChild(copyOf(root, "cell-note")), text);
  }
  return line;
}

/** A mark for each question, by checklist. @param {HTMLElement} root @param {Table} all @param {Record<string, string>} marks */
export function drawMap(root, all, marks) {
  const lines = [...new Set(all.rows.filter(({ kind }) => kind).map((row) => row.list))].map((name) => {
    const line = copyOf(root, "map-list");
    print(part(line, "map-name"), name);
    print(part(line, "map-marks"), all.rows.filter((row) => row.list === name).map(({ kind }) => marks[kind]).join(""));
    return line;
  });
  part(root, "map").replaceChildren(...lines);
}
