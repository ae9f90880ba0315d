/**
 * The minutes for an email: rich text, which mail programs and Word take as it is, and the same as plain text for those that do not.
 * What people wrote is escaped and keeps its lines. Pure.
 *
 * @typedef {import("app/files/outline").Block} Block
 */
import { plain } from "app/files/digest";
import { outline } from "app/files/outline";

/** @param {string} text */
const escaped = (text) => plain(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Text with its lines and its spaces. Without any style: mail programs drop most, and the page's own policy forbids it on the way to the clipboard. @param {string} text */
const lines = (text) => escaped(text).replace(/ (?= )|^ /gm, "&#160;").replaceAll("\n", "<br>");

/** @param {string} text @param {string} url */
const linked = (text, url) => (/^https?:/.test(url) ? `<a href="${escaped(url)}">${lines(text)}</a>` : lines(text));

/** @param {string} head each cell @param {string[]} cells */
const row = (head, cells) => `<tr>${cells.map((cell) => `<${head} dir="auto" align="left" valign="top">${lines(cell)}</${head}>`).join("")}</tr>`;

/** @param {import("app/files/digest").Minutes} minutes @returns {{ html: string, text: string }} */
export function mail(minutes) {
  const { blocks, head } = outline(minutes);
  const cells = (/** @type {Block["rows"][0]} */ { what, who, by, state, became }) => [[what, became].filter(Boolean).join("\n"), who, by, state];
  const end = (/** @type {string} */ text) => (text ? ` (${text})` : "");

  /** @type {Record<Block["kind"], (one: Block) => string>} */
  const rich = {
    title: ({ text }) => `<h1 dir="auto">${lines(text)}</h1>`,
    heading: ({ text, url }) => `<h2>${linked(text, url)}</h2>`,
    question: ({ text, url }) => `<h3>${linked(text, url)}</h3>`,
    said: ({ label, text, end: after }) => `<p dir="auto"><b>${lines(label)}${text ? ":" : ""}</b> ${lines(text)}${lines(end(after))}</p>`,
    soft: ({ text, url }) => `<p><i>${linked(text, url)}</i></p>`,
    foot: ({ text }) => `<p><i>${lines(text)}</i></p>`,
    quote: ({ text }) => `<blockquote dir="auto">${lines(text)}</blockquote>`,
    item: ({ text, url, end: after }) => `<ul><li>${linked(text, url)}${after ? `: ${lines(after)}` : ""}</li></ul>`,
    tasks: ({ rows }) => `<table border="1" cellspacing="0" cellpadding="6">${[row("th", head), ...rows.map((one) => row("td", cells(one)))].join("")}</table>`,
  };

  const indented = (/** @type {string} */ text, /** @type {string} */ first) => `${first}${plain(text).trimEnd().replaceAll("\n", `\n${" ".repeat(first.length)}`)}`;
  /** @type {Record<Block["kind"], (one: Block) => string>} */
  const bare = {
    title: ({ text }) => plain(text),
    heading: ({ text }) => `\n${plain(text).toLocaleUpperCase(minutes.words.language)}\n`,
    question: ({ text }) => `\n${plain(text)}`,
    said: ({ label, text, end: after }) => `${label}${text ? ": " : ""}${indented(`${text}${end(after)}`, "")}`,
    soft: ({ text }) => plain(text),
    foot: ({ text }) => `\n${plain(text)}`,
    quote: ({ text }) => indented(text, "  "),
    item: ({ text, end: after }) => indented(`${text}${after ? `: ${after}` : ""}`, "• "),
    tasks: ({ rows }) => rows.map(({ what, became, ...rest }) => indented([`${what}${end([rest.who, rest.by, rest.state].map((one) => one.trim()).filter(Boolean).join(", "))}`, became].filter(Boolean).join("\n"), "• ")).join("\n"),
  };
  const html = blocks.map((one) => rich[one.kind](one)).join("\n").replaceAll("</ul>\n<ul>", "");
  return { html, text: `${blocks.map((one) => bare[one.kind](one)).join("\n").trim()}\n` };
}
