/**
 * The ways back from what files did to a workbook: what its answers and facts were before, as records of their own. They
 * are no workbooks. Going back leaves what was there in between, so that this can be taken back as well.
 *
 * @typedef {import("app/answers/workbook").Answer} Answer
 * @typedef {"taken" | "undone"} Did
 * @typedef {{ about: import("app/answers/about").About, answers: Record<string, Answer> }} State
 * @typedef {{ n: number, workbook: string, did: Did, title: string, at: string, facts: import("app/answers/about").Facts, answers: Record<string, Answer>, marks?: import("app/answers/sheets").Change[] }} Way
 *   `title`: of the workbook in the file; `answers` has a blank one where there was none
 */
import { FACTS } from "app/answers/about";
import { readJson } from "app/answers/json";
import { keysOf } from "app/answers/keys";
import { readAnswer } from "app/answers/versions";
import { blank } from "app/answers/workbook";

const MOST = 5; // for each workbook, in a ring of keys: the page that shows them looks through no other keys
const isText = (/** @type {unknown} */ value) => typeof value === "string";

/** @param {import("app/answers/storage").Bytes} storage @param {string} prefix @param {string} workbook */
export function openWays(storage, prefix, workbook) {
  const key = (/** @type {number} */ n) => keysOf(prefix).undo(`before-${workbook}-${n % MOST}`);
  const places = Array.from({ length: MOST }, (_, n) => key(n));

  /** @returns {Way[]} the newest first */
  function all() {
    const found = places.map((place) => readJson(storage.read(place).value ?? ""));
    return found.filter(isWay).filter((way) => way.workbook === workbook).sort((a, b) => b.n - a.n);
  }

  return {
    key,
    all,
    /**
     * The way back from writing a state over another.
     * @param {State} before @param {State} after @param {Pick<Way, "did" | "title" | "at" | "marks"> & { n?: number }} said
     * @returns {Way}
     */
    between(before, after, said) {
      const changed = FACTS.filter((name) => (before.about[name] ?? "") !== (after.about[name] ?? ""));
      return {
        n: 1 + Math.max(0, ...all().map(({ n }) => n)),
        workbook,
        ...said,
        facts: Object.fromEntries(changed.map((name) => [name, before.about[name] ?? ""])),
        answers: Object.fromEntries(Object.keys(after.answers).map((question) => [question, before.answers[question] ?? blank()])),
      };
    },
    forget() {
      for (const place of places) storage.remove(place);
    },
  };
}

/** Anybody may have written it. @param {any} way @returns {way is Way} */
const isWay = (way) =>
  Number.isSafeInteger(way?.n) && way.n > 0 && [way.workbook, way.did, way.title, way.at].every(isText) && Object.values(way.facts ?? { none: null }).every(isText) &&
  Object.values(way.answers ?? { none: null }).every((answer) => !readAnswer(JSON.stringify(answer)).damaged);
