/**
 * The ways back from what files did to a workbook: what its answers and facts were before, as records of their own. They
 * are no workbooks. Going back leaves what was there in between, so that this can be taken back as well.
 *
 * @typedef {import("app/answers/workbook").Answer} Answer
 * @typedef {"taken" | "undone"} Did
 * @typedef {{ about: import("app/answers/about").About, answers: Record<string, Answer> }} State
 * @typedef {{ n: number, workbook: string, did: Did, title: string, at: string, facts: import("app/answers/about").Facts, answers: Record<string, Answer> }} Way
 *   `title`: of the workbook in the file; `answers` has a blank one where there was none
 */
import { FACTS } from "app/answers/about";
import { readJson } from "app/answers/json";
import { keysOf } from "app/answers/keys";
import { readAnswer } from "app/answers/versions";
import { blank } from "app/answers/workbook";

const MOST = 5; // for each workbook
const isText = (/** @type {unknown} */ value) => typeof value === "string";

/** @param {import("app/answers/storage").Bytes} storage @param {string} prefix */
export function openWays(storage, prefix) {
  const key = (/** @type {number | string} */ n) => keysOf(prefix).undo(`before-${n}`);

  /** @returns {Way[]} the newest first */
  function all() {
    const found = storage.keys(key("")).map((name) => readJson(storage.read(name).value ?? ""));
    return found.filter(isWay).sort((a, b) => b.n - a.n);
  }

  return {
    key,
    /** @param {string} workbook */
    of: (workbook) => all().filter((way) => way.workbook === workbook),
    /**
     * The way back from writing a state over another.
     * @param {State} before @param {State} after @param {Pick<Way, "workbook" | "did" | "title" | "at"> & { n?: number }} said
     * @returns {Way}
     */
    between(before, after, said) {
      const changed = FACTS.filter((name) => (before.about[name] ?? "") !== (after.about[name] ?? ""));
      return {
        n: 1 + Math.max(0, ...all().map(({ n }) => n)),
        ...said,
        facts: Object.fromEntries(changed.map((name) => [name, before.about[name] ?? ""])),
        answers: Object.fromEntries(Object.keys(after.answers).map((question) => [question, before.answers[question] ?? blank()])),
      };
    },
    /** Forget those beyond the last few, or all. @param {string} workbook @param {number} [most] */
    trim(workbook, most = MOST) {
      for (const { n } of all().filter((way) => way.workbook === workbook).slice(most)) storage.remove(key(n));
    },
  };
}

/** Anybody may have written it. @param {any} way @returns {way is Way} */
const isWay = (way) =>
  Number.isSafeInteger(way?.n) && [way.workbook, way.did, way.title, way.at].every(isText) && Object.values(way.facts ?? { none: null }).every(isText) &&
  Object.values(way.answers ?? { none: null }).every((answer) => !readAnswer(JSON.stringify(answer)).damaged);
