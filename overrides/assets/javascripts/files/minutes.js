/**
 * The minutes: the whole workbook as Markdown, for a wiki, a mail or a repository. What people wrote reads as they wrote it,
 * whatever it holds: nothing in it becomes a heading, a list, a link or HTML. CommonMark; the signs of GitHub's tables,
 * strikethrough and formulas are escaped as well.
 *
 * @typedef {import("app/files/digest").Entry} Entry
 * @typedef {import("app/files/actions").Task} Task
 */
import { whoAndWhen } from "app/files/actions";
import { digest, plain } from "app/files/digest";

/** @param {import("app/files/digest").Minutes} minutes @returns {string} */
export function markdown(minutes) {
  const { words } = minutes;
  const { title, facts, today, decided, tasks, carPark, lists, retired, foot } = digest(minutes);
  const heading = (/** @type {number} */ depth, /** @type {string} */ text) => `${"#".repeat(depth)} ${oneLine(text)}`;
  const linked = (/** @type {{ text: string, url: string }} */ { text, url }) => (url ? `[${oneLine(text)}](<${url.replace(/[<>\s\\]/g, encodeURIComponent)}>)` : oneLine(text));
  const task = (/** @type {Task} */ one) => {
    const end = whoAndWhen(one, words);
    const became = one.became.trim() && `\\\n  ${oneLine(words.became ?? "")}: ${lines(one.became, "  ")}`;
    return `- [${one.done ? "x" : " "}] ${lines(one.what || "–", "  ")}${end ? ` (${oneLine(end)})` : ""}${became}`;
  };
  const decision = (/** @type {Entry["decisions"][0]} */ { label, text, end }) => `**${oneLine(label)}:** ${lines(text, "  ")}${end ? ` (${oneLine(end)})` : ""}`;
  const entry = (/** @type {Entry} */ one) => [
    heading(3, one.text),
    one.hint && `*${oneLine(one.hint)}*`,
    `**${oneLine(one.status)}**${one.reason ? `: ${lines(one.reason)}` : ""}`,
    one.said.map(({ group, text }) => `- **${oneLine(group)}:** ${lines(text, "  ")}`).join("\n"),
    ...one.decisions.map(decision),
    ...one.notes.flatMap(({ from, label, text }) => [...(from ? [`${oneLine(label)}:`] : []), quote(text)]),
    ...(one.tasks.length ? [one.tasks.map(task).join("\n")] : []),
  ];
  const blocks = [
    heading(1, title),
    facts.map(({ label, text }) => `- **${oneLine(label)}:** ${lines(text, "  ")}`).join("\n"),
    ...(decided.length ? [heading(2, words.decisions ?? ""), decided.flatMap((one) => one.decisions.map((made) => `- ${decision(made)}\\\n  ${linked(one)}`)).join("\n")] : []),
    ...(tasks.length ? [heading(2, words.actions ?? ""), tasks.map(task).join("\n")] : []),
    ...(today.length ? [heading(2, words.today ?? ""), today.map((one, n) => `${n + 1}. ${linked(one)}: ${oneLine(one.status)}`).join("\n")] : []),
    ...(carPark.length ? [heading(2, words.car_park ?? ""), ...carPark.map(({ text }) => quote(text))] : []),
    ...lists.flatMap(({ title: name, count, url, answered, open }) => [
      heading(2, name),
      linked({ text: count, url }),
      ...answered.flatMap(entry),
      ...(open.length ? [heading(3, words.still_open ?? ""), open.map((one) => `- ${linked(one)}${one.hint && ` *${oneLine(one.hint)}*`}`).join("\n")] : []),
    ]),
    ...(retired.length ? [heading(2, words.retired ?? ""), ...retired.flatMap(entry)] : []),
    "---",
    oneLine(foot),
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}

/** Inline text, wherever it stands in a line. `<` and `&` become entities: not every reader takes a backslash there. @param {string} text */
const inline = (text) => text.replace(/[\\`*_[\]|~#$]/g, "\\$&").replace(/&(?=#?\w+;)/g, "&amp;").replaceAll("<", "&lt;");

/** Text that starts a line: nothing in it starts a list, a quote or an underline, and white space in front is no code. @param {string} text */
const atStart = (text) =>
  inline(text)
    .replace(/^\s+/, (space) => "\u00A0".repeat(space.length))
    .replace(/^[-+=>:]/, "\\$&")
    .replace(/^(\d{1,9})([.)])/, "$1\\$2")
    .trimEnd();

/** @param {string} text */
const oneLine = (text) => atStart(plain(text).trim().replace(/\s+/g, " "));

/** Lines that stay lines within a paragraph. @param {string} text @param {string} [indent] of all but the first */
const lines = (text, indent = "") => plain(text).trim().split(/\n\s*/).map(atStart).join(`\\\n${indent}`);

/** A quotation with the lines and paragraphs that it had. @param {string} text */
function quote(text) {
  const all = plain(text).split("\n");
  return all.map((line, n) => (line.trim() ? `> ${atStart(line)}${all[n + 1]?.trim() ? "\\" : ""}` : ">")).join("\n");
}
