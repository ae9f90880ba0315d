/**
 * Reads what an earlier visit stored. Whatever stands there, nothing is thrown: what is sound is carried
 * forward, and `damaged` says that something was not, so that the caller puts the whole text into quarantine first.
 *
 * @typedef {import("app/answers/workbook").Answer} Answer
 */
import { readJson } from "app/answers/json";
import { isName } from "app/answers/keys";

const STATUSES = ["discussed", "not-relevant"];
const TEXTS = ["reason", "note", "from", "answered", "revisedSeen", "decided", "decidedHow", "decidedBy", "laterBy", "laterWho", "group"];
const isText = (/** @type {unknown} */ value) => typeof value === "string";
const isCount = (/** @type {unknown} */ value) => Number.isSafeInteger(value) && /** @type {number} */ (value) >= 0;
const isEdit = (/** @type {unknown} */ value) => Array.isArray(value) && value.length === 2 && isCount(value[0]) && isName(value[1]);
const isRecord = (/** @type {unknown} */ value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Is a value of a later version plain enough to be carried along? Writing one that is nested without end would fail. @type {(value: unknown, depth?: number) => boolean} */
const isPlain = (value, depth = 20) =>
  typeof value !== "object" || value === null || (depth > 0 && Object.values(value).every((one) => isPlain(one, depth - 1)));

/** @param {string} text @returns {{ value: Answer | null, damaged: boolean }} */
export const readAnswer = (text) => soundAnswer(readJson(text));

/** The sound part of anything that claims to be an answer. @param {unknown} value */
export function soundAnswer(value) {
  if (!isRecord(value)) return { value: null, damaged: true };
  let damaged = false;
  const list = (/** @type {(item: unknown) => any} */ sound) => (/** @type {unknown} */ items) => {
    if (!Array.isArray(items)) return undefined;
    const kept = items.map(sound).filter((item) => item !== undefined);
    damaged ||= kept.length !== items.length;
    return kept;
  };
  const map = (/** @type {(item: unknown) => boolean} */ isSound) => (/** @type {unknown} */ entries) => {
    if (!isRecord(entries)) return undefined;
    const all = Object.entries(/** @type {object} */ (entries));
    const kept = all.filter(([name, item]) => isName(name) && isSound(item));
    damaged ||= kept.length !== all.length;
    return Object.fromEntries(kept);
  };
  const just = (/** @type {(item: any) => boolean} */ isSound) => (/** @type {unknown} */ item) => (isSound(item) ? item : undefined);
  const fields = (/** @type {Record<string, (item: unknown) => any>} */ shape, /** @type {string[]} */ needed) => (/** @type {unknown} */ item) => {
    if (!isRecord(item)) return undefined;
    const kept = /** @type {Record<string, unknown>} */ ({});
    for (const [name, old] of Object.entries(/** @type {object} */ (item))) {
      // A field of a later version is kept as it is.
      const sound = !isName(name) ? undefined : Object.hasOwn(shape, name) ? shape[name](old) : just(isPlain)(old);
      if (sound === undefined) damaged = true;
      else kept[name] = sound;
    }
    return needed.every((name) => name in kept) ? kept : undefined;
  };
  /** What a group said: an answer without parts of its own. @param {[string, any]} entry @returns {[string, Answer][]} */
  const part = ([workbook, said]) => {
    const sound = soundAnswer(isName(workbook) && !said?.parts && said);
    damaged ||= sound.damaged;
    return sound.value ? [[workbook, sound.value]] : [];
  };
  const text = just(isText);
  const yes = just((item) => typeof item === "boolean");
  const edits = map(isEdit);
  const shape = {
    status: just((item) => STATUSES.includes(item)),
    ...Object.fromEntries(TEXTS.map((name) => [name, text])),
    others: list(fields({ text, from: text, edit: just(isEdit) }, ["text", "edit"])),
    actions: list(fields({ id: just(isName), what: text, who: text, by: text, done: yes, gone: yes, became: text, edits }, ["id", "edits"])),
    edits,
    seen: map(isCount),
    parts: (/** @type {unknown} */ item) => (isRecord(item) ? Object.fromEntries(Object.entries(/** @type {object} */ (item)).flatMap(part)) : undefined),
  };
  const found = /** @type {Pick<Answer, "edits">} */ (fields(shape, [])(value));
  const answer = /** @type {Answer} */ ({ ...found, edits: { ...found.edits } });
  if (answer.note !== undefined) answer.edits.note ??= [0, "none"]; // a note is never without a name to keep it by
  return { value: answer, damaged: damaged || !("edits" in found) };
}
