/**
 * The sound part of what a backup holds, within limits, and which places are not what they were when it was made: their
 * checksum says so, a line was broken in them, or a sign stands there for one that was lost.
 *
 * @typedef {import("app/files/import").Place} Place
 */
import { soundAbout } from "app/answers/about";
import { soundAnswer } from "app/answers/versions";
import { MOST, openLimits } from "app/files/limits";
import { isBroken, JOINTS } from "app/files/mend";
import { sumOf } from "app/files/sum";

/** A sign that stands for one that was lost, or one beyond ASCII as quoted-printable mail writes it. */
const LOST = /\uFFFD|=[C-F][\dA-F]=[89AB][\dA-F]/;
const isRecord = (/** @type {any} */ value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isId = (/** @type {unknown} */ value) => typeof value === "string" && /^[a-z][a-z0-9-]{0,80}$/.test(value) && !(value in {});
const own = (/** @type {any} */ record, /** @type {string} */ name) => (isRecord(record) && Object.hasOwn(record, name) ? record[name] : undefined);

/** Each text in a value, and each name, changed. @param {any} value @param {(text: string) => string} joint @returns {any} */
function joined(value, joint) {
  const named = (/** @type {string} */ text) => JOINTS[1](text); // a name has no spaces
  return JSON.parse(JSON.stringify(value), (_, one) => {
    if (typeof one === "string") return joint(one);
    return isRecord(one) && Object.keys(one).some(isBroken) ? Object.fromEntries(Object.entries(one).map(([name, item]) => [named(name), item])) : one;
  });
}

/**
 * A value with its broken lines made whole, as its checksum says or else as mail breaks them.
 * @param {any} value @param {unknown} sum undefined where the file has none
 */
function mended(value, sum) {
  if (value === undefined) return { value, checked: true, altered: false };
  const text = JSON.stringify(value);
  const broken = isBroken(text);
  for (const joint of broken && sum !== undefined ? JOINTS : []) {
    const whole = joined(value, joint);
    if (sumOf(whole) === sum) return { value: whole, checked: true, altered: false };
  }
  const checked = sum !== undefined && sumOf(value) === sum;
  return { value: broken ? joined(value, JOINTS[0]) : value, checked, altered: !checked && (sum !== undefined || broken || LOST.test(text)) };
}

/**
 * @param {unknown} list
 * @returns {{ workbooks: import("app/files/import").Workbook[], sound: number, damaged: number, left: number, places: Place[], unchecked: unknown[] }}
 *   `sound`: how many answers there are; `damaged`: answers and workbooks of which something is lost; `left`: what was too much;
 *   `unchecked`: what no checksum vouches for
 */
export function soundWorkbooks(list) {
  const found = /** @type {ReturnType<typeof soundWorkbooks>} */ ({ workbooks: [], sound: 0, damaged: 0, left: 0, places: [], unchecked: [] });
  if (!Array.isArray(list)) return { ...found, damaged: list === undefined ? 0 : 1 };
  found.left = Math.max(0, list.length - MOST.workbooks);
  for (const broken of list.slice(0, MOST.workbooks)) {
    const limits = openLimits();
    const one = isRecord(broken) && isBroken(Object.keys(broken).join("")) ? joined(broken, (text) => text) : broken;
    const sums = isRecord(one?.sums) ? new Map(limits.entries(one.sums, MOST.questions + 1).map(([name, sum]) => [JOINTS[1](name), sum])) : new Map();
    const facts = mended(own(one, "about"), sums.get(""));
    const about = soundAbout(isRecord(one) ? (limits.cut(facts.value) ?? null) : undefined);
    const title = about.value.title ?? "";
    /** @param {ReturnType<typeof mended>} item @param {string} question */
    const note = (item, question) => {
      if (item.altered) found.places.push({ title, question });
      if (!item.checked) found.unchecked.push(item.value);
    };
    note(facts, "");
    /** @type {[string, import("app/answers/workbook").Answer][]} */
    const sound = [];
    for (const [name, item] of isRecord(one?.answers) ? limits.entries(one.answers, Math.min(MOST.questions, MOST.answers - found.sound)) : []) {
      const question = JOINTS[1](name);
      const whole = mended(item, sums.get(question));
      note(whole, question);
      const { value: answer, damaged } = soundAnswer(limits.cut(whole.value));
      if (answer && isId(question)) sound.push([question, answer]);
      if (damaged || !isId(question)) found.damaged += 1;
    }
    if (about.damaged || !isRecord(one) || !isRecord(one.answers)) found.damaged += 1;
    found.left += limits.left;
    found.sound += sound.length;
    if (!about.value.gone && (sound.length || Object.keys(about.value).length > 1)) {
      found.workbooks.push({ id: isId(one?.id) ? one.id : "", about: about.value, answers: Object.fromEntries(sound) });
    }
  }
  return found;
}
