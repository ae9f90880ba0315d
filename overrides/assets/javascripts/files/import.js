/**
 * Reads a backup that a reader brings back. Whatever the text holds, nothing is thrown and nothing in it is trusted: what is
 * sound is offered, the rest is counted. A problem is the key of a sentence (part "import_problems" of data/interface.yml)
 * and what is filled in there. What an import would change stands in preview.js.
 *
 * @typedef {import("app/answers/workbook").Answer} Answer
 * @typedef {import("app/answers/about").About} About
 * @typedef {import("app/answers/marks").Handed} Handed
 * @typedef {{ id: string, about: About, answers: Record<string, Answer>, marks?: Handed[] }} Workbook `marks`: of its silent sort
 * @typedef {{ title: string, question: string }} Place in a file; `question` is empty for what a workbook says of itself
 * @typedef {{ say: "empty" | "unreadable" | "too_large" | "not_ours" | "broken" | "cut" | "newer" | "nothing" | "damaged" | "unknown" | "too_much" | "altered" | "encoding",
 *   data: Record<string, string | number>, places?: Place[] }} Problem
 * @typedef {{ problems: Problem[], made: string, site: string, build: string, workbooks: Workbook[], marks: Handed[] }} Found `marks`: of sorts whose workbook is not in it
 */
import { identityOf } from "app/answers/identity";
import { formatsOf, VERSION } from "app/files/backup";
import { wordsBeyondAscii } from "app/files/decode";
import { MOST, survey } from "app/files/limits";
import { soundMarks } from "app/files/marks";
import { forms, lined } from "app/files/mend";
import { salvage } from "app/files/salvage";
import { soundWorkbooks } from "app/files/sound";

/** In megabytes. Browsers keep at most 5 million characters for a site; of up to three bytes each and with line ends, they stay below. */
export const LIMIT_MB = 25;
/** Signs: how far a text that is no sound JSON is read, and how many are looked at again for what mail made of them. A busy year has 300,000. */
const LONGEST = 1_000_000;
const WORDS = 6; // as examples of what was guessed

const isRecord = (/** @type {any} */ value) => typeof value === "object" && value !== null && !Array.isArray(value);
const textOf = (/** @type {unknown} */ value) => (typeof value === "string" ? value.slice(0, 200) : "");

/** Ask before a file is read: a text of a thousand megabytes would stop the page. @param {number} bytes @returns {Problem | null} */
export function tooLarge(bytes) {
  const size = bytes / 1_000_000;
  return size > LIMIT_MB ? { say: "too_large", data: { size: Math.ceil(size), limit: LIMIT_MB } } : null;
}

/**
 * @param {string} text @param {Iterable<string>} known the ids of all questions that the guide has or had
 * @param {string[]} [formats] how backups that this guide can read call themselves
 * @param {string} [guessed] the name of the text's encoding, if nothing told for sure which it was
 * @returns {Found} `workbooks` is empty where nothing can be offered; `problems` then say why
 */
export function readBackup(text, known, formats = formatsOf(), guessed = "") {
  const none = { made: "", site: "", build: "", workbooks: [], marks: [] };
  const stop = (/** @type {Problem["say"]} */ say) => ({ ...none, problems: [{ say, data: {} }] });
  const large = tooLarge(text.length);
  if (large) return { ...none, problems: [large] };
  if (!text.trim()) return stop("empty");
  const { best, whole, beyond } = understood(text, formats);
  if (!best) return stop(!whole && isNamed(text, formats) ? "broken" : "not_ours");
  const { value, places } = best;
  const { handed, ...spoilt } = soundMarks(value.marks);
  const [damaged, left] = [best.damaged + spoilt.damaged, best.left + spoilt.left + beyond];
  const sorts = new Set(best.workbooks.map(({ id, about }) => identityOf(id, about)));
  const workbooks = best.workbooks.map((one) => {
    const marks = handed.filter(({ sort }) => sort === identityOf(one.id, one.about));
    return marks.length ? { ...one, marks } : one;
  });
  const marks = handed.filter(({ sort }) => !sorts.has(sort));
  const cut = best.cut && !beyond; // it was not read to its end
  const ids = new Set(known);
  const unknown = new Set(workbooks.flatMap(({ answers }) => Object.keys(answers)).filter((id) => !ids.has(id)));
  const words = guessed ? wordsBeyondAscii(JSON.stringify(best.unchecked).slice(0, LONGEST)) : [];
  /** @type {Problem[]} */
  const problems = [
    ...(cut ? [/** @type {const} */ ({ say: "cut", data: {} })] : []),
    ...(Number(value.version) > VERSION ? [/** @type {const} */ ({ say: "newer", data: { build: textOf(value.build) } })] : []),
    ...(damaged ? [/** @type {const} */ ({ say: "damaged", data: { count: damaged } })] : []),
    ...(places.length ? [/** @type {const} */ ({ say: "altered", data: {}, places })] : []),
    ...(words.length ? [/** @type {const} */ ({ say: "encoding", data: { encoding: guessed, words: words.slice(0, WORDS).join(", ") } })] : []),
    ...(left ? [/** @type {const} */ ({ say: "too_much", data: { count: left } })] : []),
    ...(unknown.size ? [/** @type {const} */ ({ say: "unknown", data: { count: unknown.size } })] : []),
    ...(workbooks.length || marks.length ? [] : [/** @type {const} */ ({ say: "nothing", data: {} })]),
  ];
  return { problems, workbooks, marks, made: textOf(value.made), site: textOf(value.site), build: textOf(value.build) };
}

/** Does a text name a format that we read, even where a line is broken in its name? @param {string} text @param {string[]} formats */
function isNamed(text, formats) {
  const dense = text.slice(0, LONGEST).replace(/[\s=>|]+/g, "");
  return formats.some((format) => dense.includes(format));
}

/**
 * The reading of a text in which most is sound. `whole`: it is JSON as it stands; `beyond`: how many names stand where it was not read, as there are too many.
 * @param {string} text @param {string[]} formats
 */
function understood(text, formats) {
  let best = /** @type {(ReturnType<typeof soundWorkbooks> & { value: any, cut: boolean }) | null} */ (null);
  /** @param {any} value @param {boolean} cut @returns {boolean} is nothing wrong with it? */
  function consider(value, cut) {
    if (!isRecord(value) || !formats.includes(value.format)) return false;
    const found = { ...soundWorkbooks(value.workbooks), value, cut };
    const worth = ({ sound, places, cut: broken } = found) => sound - places.length - Number(broken) / 2;
    if (!best || worth() > worth(best)) best = found;
    return !cut && !found.places.length;
  }
  const { deep, names } = survey(text);
  const beyond = !deep && names > MOST.names ? names - survey(text.slice(0, LONGEST)).names : 0;
  const direct = deep || beyond ? undefined : parsed(text.replace(/^\uFEFF/, ""));
  const whole = direct !== undefined;
  if (whole && (consider(direct, false) || !best)) return { best, whole, beyond };
  if (!isNamed(text, formats)) return { best, whole, beyond };
  let spent = 0;
  for (const form of forms(lined(text.slice(0, LONGEST)))) {
    if (spent && spent + form.length > LONGEST) break;
    spent += form.length;
    const named = form.indexOf('"format"');
    const starts = new Set([form.lastIndexOf("{", named), form.indexOf("{")]);
    for (const start of starts) {
      if (start < 0) continue;
      const { value, cut } = salvage(form, start);
      if (consider(value, cut)) return { best, whole, beyond };
    }
  }
  return { best, whole, beyond };
}

/** @param {string} text @returns {any} undefined where it is no JSON */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
