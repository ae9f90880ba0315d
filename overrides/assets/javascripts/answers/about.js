/**
 * What a workbook says of itself: its facts, how one that was stored is read, and how two states of it become one.
 *
 * @typedef {import("app/answers/workbook").Edit} Edit
 * @typedef {Partial<Record<typeof FACTS[number], string>>} Facts
 * @typedef {Facts & { created?: string, gone?: boolean, today?: string[], edits: Record<string, Edit> }} About
 */
import { readJson } from "app/answers/json";
import { mergeFields, tidy } from "app/answers/merge";
import { soundAnswer } from "app/answers/versions";

/** What a group says of its workbook. Fields, sentences and columns have the same names. */
export const FACTS = /** @type {const} */ (["title", "purpose", "setting", "date", "people", "facilitator"]);
/** All texts that a workbook's record may hold. */
const TEXTS = [...FACTS, "created"];

/**
 * What is sound in the record of a workbook: its facts are text, each edit is one. Fields of a later version are kept.
 * @param {unknown} record null where nobody wrote one @returns {{ value: About, damaged: boolean }}
 */
export function soundAbout(record) {
  if (record === null) return { value: { edits: {} }, damaged: false };
  const { value, damaged } = soundAnswer(record);
  const entries = Object.entries(value ?? { edits: {} });
  const kept = entries.filter(([name, field]) => (TEXTS.includes(name) ? typeof field === "string" : name !== "gone" || typeof field === "boolean"));
  return { value: /** @type {any} */ (Object.fromEntries(kept)), damaged: damaged || kept.length !== entries.length };
}

/** The sound part of a workbook's stored record. @param {string} text @returns {{ value: About | null, damaged: boolean }} */
export function readAbout(text) {
  const record = readJson(text);
  return record === null && text.trim() !== "null" ? { value: null, damaged: true } : soundAbout(record);
}

/** Two states of one record as one: field by field the later edit wins. @param {About} a @param {About} b @returns {About} */
export const mergeAbout = (a, b) => tidy(mergeFields(a, b, [...TEXTS, "gone"]));
