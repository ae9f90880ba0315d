/** The questions that a group picked for today, in their order: a field of the workbook's own record. Pure. */
import { isName } from "app/answers/keys";

/** @param {{ today?: unknown }} about a workbook's record, which anybody may have written @returns {string[]} ids, each once */
export const todayOf = ({ today }) => (Array.isArray(today) ? [...new Set(today.filter(isName))] : []);

/** With a question, at the end, or without it. @param {string[]} today @param {string} question @param {boolean} picked */
export const picked = (today, question, picked) => [...today.filter((id) => id !== question), ...(picked ? [question] : [])];

/** A question some places further up or down; at either end it stays. @param {string[]} today @param {string} question @param {number} by */
export function moved(today, question, by) {
  const rest = today.filter((id) => id !== question);
  const to = Math.min(rest.length, Math.max(0, today.indexOf(question) + by));
  return [...rest.slice(0, to), question, ...rest.slice(to)];
}

/** How many of them are settled: discussed, or not relevant here. @param {string[]} today @param {(id: string) => { status?: string } | null} read */
export const settled = (today, read) => today.filter((id) => read(id)?.status).length;
