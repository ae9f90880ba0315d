/** Days, as people type, store, sort and print them: ISO 8601 from the year 2000 to 2199, and any other text as it was written. */

export const { FIRST_DAY, LAST_DAY, readDay, showDay } = globalThis.guide;

const MINUTE_MS = 60_000;

/** For what is sorted and not read, such as a spreadsheet. @param {string | undefined} text */
export const sortableDay = (text = "") => readDay(text) || text;

/**
 * The reader's own day at a moment, such as 2026-11-22; what is no moment stays as it is.
 * @param {string} moment ISO 8601 with a time and its zone; a day alone stands for itself
 */
export function dayOf(moment) {
  const date = new Date(readDay(moment.slice(0, 10)) && /T.+(Z|[+-]\d\d:\d\d)$/.test(moment) ? moment : "");
  // By hand: the first date that a page writes in a language, such as that of Sweden, takes a phone 100 ms.
  return Number.isNaN(+date) ? moment : new Date(+date - date.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 10);
}
