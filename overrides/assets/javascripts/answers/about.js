/**
 * What a workbook says of itself: its facts, how one that was stored is read, and how two states of it become one.
 *
 * @typedef {import("app/answers/workbook").Edit} Edit
 * @typedef {Partial<Record<typeof FACTS[number], string>>} Facts
 * @typedef {{ workbook: string, group: string, title: string, file?: string, at: string }} Source a workbook that is part of a joint record, as it was called when it came in
 * @typedef {Facts & { created?: string, gone?: boolean, origin?: string, today?: string[], follows?: string, from?: string, purpose?: string, sources?: Source[], edits: Record<string, Edit> }} About
 *   `origin`: its identity, where that is not its id (identity.js); `today`: the questions chosen for a day, in order; `follows`: the workbook of the round before; `from`: which preparation it came from
 */
import { readJson } from "app/answers/json";
import { isName } from "app/answers/keys";
import { mergeFields, tidy } from "app/answers/merge";
import { soundAnswer } from "app/answers/versions";

/** What a group says of its workbook. Fields, sentences and columns have the same names. */
export const FACTS = /** @type {const} */ (["title", "group", "purpose", "setting", "date", "people", "facilitator"]);
/** All texts that a workbook's record may hold. */
const TEXTS = [...FACTS, "created", "origin", "follows", "from", "purpose"];
const isText = (/** @type {unknown} */ value) => typeof value === "string";
const LISTS = /** @type {Record<string, (item: any) => boolean>} */ ({ today: isText, sources: (one) => [one?.workbook, one?.group, one?.title, one?.at].every(isText) && isName(one.workbook) });
/** Is a field what this version takes it for? @type {(name: string, field: unknown) => boolean} */
const isSound = (name, field) => {
  if (TEXTS.includes(name)) return isText(field);
  if (Object.hasOwn(LISTS, name)) return Array.isArray(field) && field.every(LISTS[name]);
  return name !== "gone" || typeof field === "boolean";
};

/** How a workbook is called wherever several are named: its title and its group. @param {Facts} about @param {string} [untitled] */
export const labelOf = ({ title, group }, untitled = "") => [title?.trim() || untitled, group?.trim()].filter(Boolean).join(" · ");

/**
 * What is sound in the record of a workbook: its facts are text, each edit is one. Fields of a later version are kept.
 * @param {unknown} record null where nobody wrote one @returns {{ value: About, damaged: boolean }}
 */
export function soundAbout(record) {
  if (record === null) return { value: { edits: {} }, damaged: false };
  const { value, damaged } = soundAnswer(record);
  const entries = Object.entries(value ?? { edits: {} });
  const kept = entries.filter(([name, field]) => isSound(name, field));
  return { value: /** @type {any} */ (Object.fromEntries(kept)), damaged: damaged || kept.length !== entries.length };
}

/** The sound part of a workbook's stored record. @param {string} text @returns {{ value: About | null, damaged: boolean }} */
export function readAbout(text) {
  const record = readJson(text);
  return record === null && text.trim() !== "null" ? { value: null, damaged: true } : soundAbout(record);
}

/**
 * Two states of one record as one: field by field the later edit wins. A joint record knows all sources that either side knows.
 * @param {About} a @param {About} b @returns {About}
 */
export function mergeAbout(a, b) {
  const merged = mergeFields(a, b, [...TEXTS, "gone"]);
  const sources = mergeSources(a.sources, b.sources);
  return tidy(sources ? { ...merged, sources } : merged);
}

/** By workbook, each as it came in last. @param {Source[]} [a] @param {Source[]} [b] @returns {Source[] | undefined} */
export function mergeSources(a, b) {
  if (!a && !b) return undefined;
  /** @type {Map<string, Source>} */
  const latest = new Map();
  const order = (/** @type {Source | undefined} */ one) => (one ? JSON.stringify([one.at, one.group, one.title, one.file ?? ""]) : "");
  for (const one of [...(a ?? []), ...(b ?? [])]) if (order(one) > order(latest.get(one.workbook))) latest.set(one.workbook, one);
  return [...latest.values()].sort((one, other) => (one.workbook < other.workbook ? -1 : 1));
}
