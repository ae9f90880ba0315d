/**
 * The minutes as a Word document (Office Open XML). The library that writes it is large: this module is fetched on the press alone.
 *
 * @typedef {import("app/files/outline").Block} Block
 */
import { BorderStyle, Document, ExternalHyperlink, HeadingLevel, Packer, Paragraph, Tab, Table, TableCell, TableRow, TextRun, WidthType } from "docx";
import { plain } from "app/files/digest";
import { outline } from "app/files/outline";

const PINE = "14605A"; // the colours of tokens.css
const SOFT = "55635F";
const LINE = { style: BorderStyle.SINGLE, size: 4, color: "8B9691" };
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE };
const WIDTHS = [4300, 2000, 1700, 1300]; // of the columns of actions, in twentieths of a point
const RIGHT = /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** What XML can hold: no half of a sign, and none that is no sign. @param {string} text */
const sound = (text) => plain(text).replace(/\p{Surrogate}/gu, "\uFFFD").replace(/[\uFFFE\uFFFF]/g, "").trimEnd();

/** Text as it was written, with its lines and tabs. @param {string} text @param {object} [style] */
const runs = (text, style = {}) => sound(text).split("\n").map((line, n) => new TextRun({
  ...style,
  ...(RIGHT.test(text) ? { rightToLeft: true } : {}),
  break: n ? 1 : 0,
  children: line.split("\t").flatMap((part, at) => (at ? [new Tab(), part] : [part])),
}));

/** @param {string} text @param {string} url @param {object} [style] */
const linked = (text, url, style) => (/^https?:/.test(url) ? [new ExternalHyperlink({ link: url, children: runs(text, { ...style, style: "Hyperlink" }) })] : runs(text, style));

/** @param {any[]} children @param {object} [more] @param {string} [text] which gives the paragraph its direction */
const paragraph = (children, more = {}, text = "") => new Paragraph({ children, spacing: { after: 120 }, bidirectional: RIGHT.test(text), ...more });

/** @param {string[]} cells @param {boolean} [head] */
const row = (cells, head = false) => new TableRow({
  tableHeader: head,
  cantSplit: true,
  children: cells.map((text, n) => new TableCell({
    borders: BORDERS, width: { size: WIDTHS[n], type: WidthType.DXA }, margins: { top: 60, bottom: 60, left: 100, right: 100 },
    children: [paragraph(runs(text, { bold: head }), { spacing: { after: 0 } }, text)],
  })),
});

/** @param {string[]} head @returns {Record<Block["kind"], (one: Block) => any[]>} */
const writers = (head) => ({
  title: ({ text }) => [paragraph(runs(text), { heading: HeadingLevel.TITLE }, text)],
  heading: ({ text, url }) => [paragraph(linked(text, url), { heading: HeadingLevel.HEADING_1 })],
  question: ({ text, url }) => [paragraph(linked(text, url), { heading: HeadingLevel.HEADING_2 }, text)],
  said: ({ label, text, end }) => [paragraph([...runs(text ? `${label}:` : label, { bold: true }), ...runs(`${text && " "}${text}${end && ` (${end})`}`)], {}, text)],
  soft: ({ text, url }) => [paragraph(linked(text, url, { color: SOFT }), {}, text)],
  foot: ({ text }) => [paragraph(runs(text, { color: SOFT }), { spacing: { before: 240 } })],
  quote: ({ text }) => [paragraph(runs(text), { indent: { left: 280 }, border: { left: { style: BorderStyle.SINGLE, size: 12, color: PINE, space: 8 } } }, text)],
  item: ({ text, url, end }) => [paragraph([...linked(text, url), ...runs(end && `: ${end}`)], { bullet: { level: 0 } }, text)],
  tasks: ({ rows }) => [
    new Table({ columnWidths: WIDTHS, width: { size: 9300, type: WidthType.DXA }, rows: [row(head, true), ...rows.map(({ what, who, by, state, became }) => row([[what, became].filter(Boolean).join("\n"), who, by, state]))] }),
    paragraph([]),
  ],
});

/** @param {import("app/files/digest").Minutes} minutes @returns {Promise<ArrayBuffer>} */
export async function word(minutes) {
  const { blocks, head } = outline(minutes);
  const write = writers(head);
  const bold = (/** @type {number} */ size) => ({ run: { size, bold: true, color: PINE }, paragraph: { keepNext: true, spacing: { before: size * 8, after: 100 } } });
  const made = new Document({
    title: sound(blocks[0].text),
    creator: "",
    styles: { default: { document: { run: { font: "Calibri", size: 22, language: { value: minutes.words.language } } }, title: bold(40), heading1: bold(30), heading2: bold(24) } },
    sections: [{ children: blocks.flatMap((one) => write[one.kind](one)) }],
  });
  return Packer.toArrayBuffer(made);
}
