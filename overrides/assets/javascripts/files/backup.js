/**
 * The backup: one JSON file with everything this site keeps here, as assets/backup.schema.json describes it, and how it
 * is handed to the reader.
 *
 * @typedef {import("app/answers/workbook").Answer} Answer
 * @typedef {{ id: string, about: unknown, answers: Record<string, Answer>, sums?: Record<string, number> }} Workbook `sums`: a checksum
 *   for each answer and, under "", for what the workbook says of itself, so that a reader learns what changed on the way
 * @typedef {{ format: string, version: typeof VERSION, made: string, site: string, build: string, current: string | null,
 *   workbooks: Workbook[], marks: import("app/files/marks").Kept[], setAside: import("app/answers/quarantine").Quarantined[], undo: unknown[], other: Record<string, string> }} Backup
 */
import { readJson } from "app/answers/json";
import { nameOf, pathOf } from "app/answers/homes";
import { keysOf } from "app/answers/keys";
import { soundSheet } from "app/answers/marks";
import { readAnswer } from "app/answers/versions";
import { kept } from "app/files/marks";
import { sumOf } from "app/files/sum";
import { dayOf } from "app/page/days";
import { download } from "app/page/download";
import { part, print } from "app/page/parts";
import { fill } from "app/page/words";

/** What backups called themselves before a guide had a name of its own; all guides read it. */
const FIRST_FORMAT = "spread-guide-backup";
/** Of the form of the file. What it holds has a version of its own, which is part of every key. */
export const VERSION = 1;

/**
 * @typedef {{ storage: import("app/answers/storage").Bytes, prefix: string, clock: () => Date, build: string,
 *   store: { pending: () => ReadonlyMap<string, unknown> } }} World `pending`: records that are in memory only, by key
 */

/** As ASCII, so that no editor, mail or disk writes it in another encoding. @param {unknown} value */
export const json = (value) =>
  JSON.stringify(value, null, 1).replace(/[^\0-~]/g, (sign) => `\\u${(sign.charCodeAt(0) + 0x10000).toString(16).slice(1)}`);

/**
 * @param {unknown} value @param {string} stem of the file's name, before the day @param {() => Date} clock
 * @param {HTMLElement} [status] where to say what to look for (status.html) @returns {string} the name of the file
 */
export function downloadJson(value, stem, clock, status) {
  const name = `${stem}-${dayOf(clock().toISOString())}.json`;
  download(name, json(value));
  if (status) print(part(status, "undo-what"), fill(status.dataset.sayLook ?? "", { file: name }));
  return name;
}

/** @param {World} world @param {string} stem of the file's name @param {HTMLElement} [status] as above @returns {string} the name of the file */
export const downloadBackup = (world, stem, status) => downloadJson(makeBackup(world), stem, world.clock, status);

/** @param {World} world @returns {Backup} */
export function makeBackup({ storage, prefix, clock, build, store }) {
  const made = clock().toISOString();
  const keys = keysOf(prefix);
  /** @type {Backup} */
  const backup = { format: formatOf(prefix), version: VERSION, made, site: pathOf(prefix), build, current: null, workbooks: [], marks: [], setAside: [], undo: [], other: {} };
  const { workbooks, marks, setAside, undo, other } = backup;
  const workbook = (/** @type {string} */ id) =>
    workbooks.find((one) => one.id === id) ?? workbooks[workbooks.push({ id, about: null, answers: {} }) - 1];
  const set = (/** @type {Record<string, any>} */ into, /** @type {string} */ name, /** @type {unknown} */ value) =>
    Object.defineProperty(into, name, { value, enumerable: true, configurable: true }); // also for names such as __proto__

  for (const key of storage.keys(prefix).sort()) {
    const text = storage.read(key).value ?? "";
    const { name, kind, id, question } = keys.parts(key);
    const isAnswer = kind === "answer";
    const { value: answer, damaged } = isAnswer ? readAnswer(text) : /** @type {Partial<ReturnType<typeof readAnswer>>} */ ({});
    const record = isAnswer ? null : recordIn(text);
    const { sheet, damaged: spoilt } = kind === "marks" ? soundSheet(record) : { sheet: null, damaged: false };
    if (kind === "current") backup.current = text;
    else if (answer) set(workbook(id).answers, question, answer);
    else if (kind === "workbook" && record) workbook(id).about = record;
    else if (sheet) marks.push(kept({ sort: id, person: question, sheet }));
    else if (kind === "quarantine" && record) setAside.push(/** @type {any} */ (record));
    else if (kind === "undo" && record) undo.push(record);
    else if (!damaged && !spoilt) set(other, name, text);
    if (damaged || spoilt) setAside.push({ key, text, at: made });
  }
  for (const [key, record] of store.pending()) {
    const { kind, id, question } = keys.parts(key);
    if (kind === "marks") marks.splice(0, marks.length, ...marks.filter((one) => one.sort !== id || one.person !== question), kept({ sort: id, person: question, sheet: /** @type {any} */ (record) }));
    else if (kind === "workbook") workbook(id).about = record;
    else set(workbook(id).answers, question, record);
  }
  for (const one of workbooks) {
    one.sums = { "": sumOf(one.about) };
    for (const name in one.answers) set(one.sums, name, sumOf(one.answers[name]));
  }
  return backup;
}

/** How a guide's backups call themselves. @param {string} prefix */
const formatOf = (prefix) => `${nameOf(prefix)}-backup`;

/** How backups that this guide can read call themselves. @param {string} [prefix] */
export const formatsOf = (prefix) => [FIRST_FORMAT, ...(prefix ? [formatOf(prefix)] : [])];

/** @param {string} text @returns {object | null} */
function recordIn(text) {
  const value = readJson(text);
  return typeof value === "object" ? value : null;
}
