/** How the files that a reader takes away are called. */
import { dayOf } from "app/page/days";

const LONGEST_NAME = 50; // characters of title and group: with four bytes each, still within the 255 bytes that disks allow
const LONGEST_GROUP = 20;

/**
 * The workbook's title, its group and the day when the file was made, such as "Falls clinic Table 2 2026-11-22.csv". Only letters,
 * digits and single spaces of the title are kept: what else people write has a meaning on some system.
 * @param {{ title?: string, group?: string }} about @param {string} made ISO 8601 @param {string} ending with or without its dot
 * @param {string} untitled the name of a workbook that has none @returns {string}
 */
export function fileName({ title = "", group = "" }, made, ending, untitled = "workbook") {
  const plain = (/** @type {string} */ text) => text.normalize("NFC").replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim();
  const cut = (/** @type {string} */ text, /** @type {number} */ length) => [...text].slice(0, length).join("").trim();
  const who = cut(plain(group), LONGEST_GROUP);
  const what = cut(plain(title) || plain(untitled), LONGEST_NAME - [...who].length);
  return `${[what, who].filter(Boolean).join(" ")} ${dayOf(made)}.${ending.replace(/^\./, "")}`;
}
