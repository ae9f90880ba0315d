/**
 * Reads a backup that a reader brings back. Whatever the text holds, nothing is thrown and nothing in it is trusted: what is
 * sound is offered, the rest is counted. A problem is the key of a sentence (part "import_problems" of data/interface.yml)
 * and what is filled in there. What an import would change stands in preview.js.
 *
 * @typedef {import("app/answers/workbook").Answer} Answer
 * @typedef {import("app/answers/about").About} About
 * @typedef {{ id: string, about: About, answers: Record<string, Answer> }} Workbook
 * @typedef {{ say: "empty" | "too_large" | "not_ours" | "broken" | "cut" | "newer" | "nothing" | "damaged" | "unknown", data: Record<string, string | number> }} Problem
 * @typedef {{ problems: Problem[], made: string, site: string, build: string, workbooks: Workbook[] }} Found
 */
import { soundAbout } from "app/answers/about";
import { soundAnswer } from "app/answers/versions";
import { formatsOf, VERSION } from "app/files/backup";
import { salvage } from "app/files/salvage";

/** In megabytes. Browsers keep at most 5 million characters for a site; of up to three bytes each and with line ends, they stay below. */
export const LIMIT_MB = 25;
const HIGHEST = 1_000_000_000;

const isRecord = (/** @type {any} */ value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isId = (/** @type {unknown} */ value) => typeof value === "string" && /^[a-z][a-z0-9-]{0,80}$/.test(value) && !(value in {});
const textOf = (/** @type {unknown} */ value) => (typeof value === "string" ? value.slice(0, 200) : "");

/** Ask before a file is read: a text of a thousand megabytes would stop the page. @param {number} bytes @returns {Problem | null} */
export function tooLarge(bytes) {
  const size = bytes / 1_000_000;
  return size > LIMIT_MB ? { say: "too_large", data: { size: Math.ceil(size), limit: LIMIT_MB } } : null;
}

/**
 * @param {string} text @param {Iterable<string>} known the ids of all questions that the guide has or had
 * @param {string[]} [formats] how backups that this guide can read call themselves
 * @returns {Found} `workbooks` is empty where nothing can be offered; `problems` then say why
 */
export function readBackup(text, known, formats = formatsOf()) {
  const none = { made: "", site: "", build: "", workbooks: [] };
  const stop = (/** @type {Problem["say"]} */ say) => ({ ...none, problems: [{ say, data: {} }] });
  const large = tooLarge(text.length);
  if (large) return { ...none, problems: [large] };
  if (!text.trim()) return stop("empty");
  const { value, cut } = parsed(text.replace(/^\uFEFF/, ""));
  if (!isRecord(value) || !formats.includes(value.format)) return stop(cut && formats.some((format) => text.includes(format)) ? "broken" : "not_ours");
  const { workbooks, damaged } = soundWorkbooks(value.workbooks);
  const ids = new Set(known);
  const unknown = new Set(workbooks.flatMap(({ answers }) => Object.keys(answers)).filter((id) => !ids.has(id)));
  /** @type {Problem[]} */
  const problems = [
    ...(cut ? [/** @type {const} */ ({ say: "cut", data: {} })] : []),
    ...(Number(value.version) > VERSION ? [/** @type {const} */ ({ say: "newer", data: { build: textOf(value.build) } })] : []),
    ...(damaged ? [/** @type {const} */ ({ say: "damaged", data: { count: damaged } })] : []),
    ...(unknown.size ? [/** @type {const} */ ({ say: "unknown", data: { count: unknown.size } })] : []),
    ...(workbooks.length ? [] : [/** @type {const} */ ({ say: "nothing", data: {} })]),
  ];
  return { problems, workbooks, made: textOf(value.made), site: textOf(value.site), build: textOf(value.build) };
}

/** All numbers are counters. One that is near the end of all numbers would leave no room for the next. @type {(key: string, value: unknown) => unknown} */
const revive = (_, value) => (typeof value === "number" ? Math.min(value, HIGHEST) : value);

/** @param {string} text @returns {{ value: any, cut: boolean }} */
function parsed(text) {
  try {
    return { value: JSON.parse(text, revive), cut: false };
  } catch {
    return { value: salvage(text, revive), cut: true };
  }
}

/** @param {unknown} list @returns {{ workbooks: Workbook[], damaged: number }} `damaged`: answers and workbooks of which something is lost */
function soundWorkbooks(list) {
  if (!Array.isArray(list)) return { workbooks: [], damaged: list === undefined ? 0 : 1 };
  /** @type {Workbook[]} */
  const workbooks = [];
  let damaged = 0;
  for (const one of list) {
    const answers = isRecord(one) && isRecord(one.answers) ? Object.entries(one.answers) : [];
    const about = soundAbout(isRecord(one) ? (one.about ?? null) : undefined);
    /** @type {[string, Answer][]} */
    const sound = [];
    for (const [question, item] of answers) {
      const { value: answer, damaged: broken } = soundAnswer(item);
      if (answer && isId(question)) sound.push([question, answer]);
      if (broken || !isId(question)) damaged += 1;
    }
    if (about.damaged || !isRecord(one) || !isRecord(one.answers)) damaged += 1;
    if (!about.value.gone && (sound.length || Object.keys(about.value).length > 1)) {
      workbooks.push({ id: isId(one?.id) ? one.id : "", about: about.value, answers: Object.fromEntries(sound) });
    }
  }
  return { workbooks, damaged };
}
