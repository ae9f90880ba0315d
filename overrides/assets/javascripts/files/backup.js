/**
 * The backup: one JSON file with everything this site keeps here, as assets/backup.schema.json describes it.
 *
 * @typedef {import("app/answers/workbook").Answer} Answer
 * @typedef {{ id: string, about: unknown, answers: Record<string, Answer> }} Workbook
 * @typedef {{ format: string, version: 1, made: string, site: string, build: string, current: string | null,
 *   workbooks: Workbook[], setAside: import("app/answers/aside").Aside[], undo: unknown[], other: Record<string, string> }} Backup
 */
import { readJson } from "app/answers/json";
import { readAnswer } from "app/answers/versions";

/**
 * @param {{ storage: import("app/answers/storage").Bytes, prefix: string, clock: () => Date, build: string,
 *   pending: ReadonlyMap<string, unknown> }} world `pending`: records that are in memory only, by key
 * @returns {Backup}
 */
export function makeBackup({ storage, prefix, clock, build, pending }) {
  const made = clock().toISOString();
  const [, site] = prefix.split(":");
  const format = formatOf(prefix);
  /** @type {Backup} */
  const backup = { format, version: 1, made, site, build, current: null, workbooks: [], setAside: [], undo: [], other: {} };
  const workbook = (/** @type {string} */ id) => {
    const found = backup.workbooks.find((one) => one.id === id);
    if (found) return found;
    const added = { id, about: null, answers: {} };
    backup.workbooks.push(added);
    return added;
  };
  const set = (/** @type {Record<string, any>} */ into, /** @type {string} */ name, /** @type {unknown} */ value) =>
    Object.defineProperty(into, name, { value, enumerable: true, configurable: true }); // also for names such as __proto__

  for (const key of storage.keys(prefix).sort()) {
    const text = storage.read(key).value ?? "";
    const [kind, id = "", question = ""] = key.slice(prefix.length).split(":");
    const { value: answer, damaged } = kind === "answer" ? readAnswer(text) : { value: null, damaged: false };
    const record = kind === "answer" ? null : recordIn(text);
    if (kind === "current") backup.current = text;
    else if (answer) set(workbook(id).answers, question, answer);
    else if (kind === "workbook" && record) workbook(id).about = record;
    else if (kind === "aside" && record) backup.setAside.push(/** @type {any} */ (record));
    else if (kind === "undo" && record) backup.undo.push(record);
    else if (!damaged) set(backup.other, key.slice(prefix.length), text);
    if (damaged) backup.setAside.push({ key, text, at: made });
  }
  for (const [key, record] of pending) {
    const [kind, id, question] = key.slice(prefix.length).split(":");
    if (kind === "workbook") workbook(id).about = record;
    else set(workbook(id).answers, question, record);
  }
  return backup;
}

/** The guide's own name, with which all that it stores begins. @param {string} prefix */
export const guideOf = (prefix) => prefix.split(":")[0];

/** How a guide's backups call themselves. @param {string} prefix */
export const formatOf = (prefix) => `${guideOf(prefix)}-backup`;

/** @param {string} text @returns {object | null} */
function recordIn(text) {
  const value = readJson(text);
  return typeof value === "object" ? value : null;
}
