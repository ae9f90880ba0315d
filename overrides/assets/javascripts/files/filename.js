/** How the files that a reader takes away are called. */
import { dayOf } from "app/page/days";

const LONGEST_NAME = 50; // characters of the title: with four bytes each, still within the 255 bytes that disks allow

/**
 * The workbook's title and the day when the file was made, such as "Falls clinic 2026-11-22.csv". Only letters,
 * digits and single spaces of the title are kept: what else people write has a meaning on some system.
 * @param {{ title?: string }} about @param {string} made ISO 8601 @param {string} ending with or without its dot
 * @param {string} untitled the name of a workbook that has none @returns {string}
 */
export function fileName({ title = "" }, made, ending, untitled = "workbook") {
  const plain = (/** @type {string} */ text) => text.normalize("NFC").replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim();
  const short = [...(plain(title) || plain(untitled))].slice(0, LONGEST_NAME).join("").trim();
  return `${short} ${dayOf(made)}.${ending.replace(/^\./, "")}`;
}
