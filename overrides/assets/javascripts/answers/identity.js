/**
 * Which workbook is which, in every browser: only two states of the same one are merged, and only the same one is brought up to
 * date by a later file. A workbook keeps its identity wherever it goes, whatever it is called; a copy is another one. Pure.
 *
 * @typedef {import("app/answers/about").About} About
 */
import { FIRST_WORKBOOK } from "app/answers/keys";

/**
 * Everybody's first workbook has the same id: it gets an identity once it leaves its browser, and without one nobody can say.
 * @param {string} id where it is kept, or as its file calls it @param {About | null} about @returns {string} "" where nobody can say
 */
export const identityOf = (id, about) => about?.origin ?? (id === FIRST_WORKBOOK ? "" : id);

/**
 * The identity of a workbook of this browser. It gets one where it has none yet.
 * @param {Pick<import("app/answers/workbooks").Workbooks, "about" | "edit" | "freshId">} books @param {string} id
 */
export function identify(books, id) {
  const known = identityOf(id, books.about(id));
  if (known) return known;
  const origin = books.freshId();
  books.edit(id, { origin });
  return origin;
}
