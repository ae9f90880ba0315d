/**
 * The records of the workbooks, opened once for all parts of all pages that one visit shows: what waits for room waits in one place.
 * They hear what other tabs write, and write what waits before the page goes.
 */
import { openWorkbooks } from "app/answers/workbooks";

/** @type {import("app/answers/workbooks").Workbooks | undefined} */
let books;

/** @param {Parameters<typeof openWorkbooks>[0]} world @returns {import("app/answers/workbooks").Workbooks} */
export function sharedBooks(world) {
  if (books) return books;
  const opened = openWorkbooks(world);
  books = opened;
  window.addEventListener("storage", ({ key, newValue }) => opened.heard(key, newValue));
  window.addEventListener("pagehide", opened.flush);
  document.addEventListener("visibilitychange", opened.flush);
  return opened;
}
