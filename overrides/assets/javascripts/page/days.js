/** Days, as people type, store, sort and print them: ISO 8601 from the year 2000 to 2199, and any other text as it was written. */

export const { FIRST_DAY, LAST_DAY, readDay, showDay } = globalThis.guide;

/** For what is sorted and not read, such as a spreadsheet. @param {string | undefined} text */
export const sortableDay = (text = "") => readDay(text) || text;

/** The day after. @param {string} day ISO 8601 */
export const dayAfter = (day) => new Date(Date.parse(`${day}T24:00:00Z`)).toISOString().slice(0, 10);

/**
 * The reader's own day at a moment, such as 2026-11-22; what is no moment stays as it is.
 * @param {string} moment ISO 8601 with a time and its zone; a day alone stands for itself
 */
export function dayOf(moment) {
  const [, day = ""] = /^(\d{4}-\d\d-\d\d)T.+(Z|[+-]\d\d:\d\d)$/.exec(moment) ?? [];
  const date = new Date(readDay(day) && moment);
  return Number.isNaN(date.getTime()) ? moment : date.toLocaleDateString("sv"); // Swedes write days as ISO 8601 does
}
