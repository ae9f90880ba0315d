/**
 * Remembers what answers were before a change that removes something, so that it can be taken back, also
 * after a reload. The last few steps are kept, in a ring of keys.
 *
 * @typedef {import("app/answers/workbook").Answer} Answer
 * @typedef {import("app/answers/about").Facts} Facts
 * @typedef {{ step: number, workbook: string, label: string, before: Record<string, Answer>, facts?: Facts, tab?: string, marks?: Record<string, string> }} Step
 *   `facts`: what the workbook said of itself; `marks`: those of its silent sort that were removed, as they stood under their keys; `tab`: which one went on to write over words, so that they can take the place of what it wrote
 */
import { readJson } from "app/answers/json";
import { keysOf } from "app/answers/keys";

const STEPS = 20;

/** @param {import("app/answers/storage").Bytes} storage @param {string} prefix */
export function openUndo(storage, prefix) {
  const keys = keysOf(prefix);
  const name = (/** @type {number} */ step) => keys.undo(step % STEPS);
  /** Steps that could not be stored: they can be taken back until the page is left. @type {Step[]} */
  const memory = [];

  /** @returns {Step[]} the newest last */
  function all() {
    const stored = Array.from({ length: STEPS }, (_, n) => read(storage.read(name(n))) ?? []);
    return [...stored.flat(), ...memory].sort((a, b) => a.step - b.step);
  }

  return {
    all,
    /** The newest step of a workbook. @param {string} workbook */
    last: (workbook) => all().filter((step) => step.workbook === workbook).at(-1),
    /** @param {Omit<Step, "step">} what */
    push(what) {
      const step = { step: 1 + Math.max(0, ...all().map((one) => one.step)), ...what };
      if (!storage.write(name(step.step), JSON.stringify(step)).ok) memory.push(step);
    },
    /** Forget a step that was taken back. @param {Step} step */
    drop(step) {
      const n = memory.findIndex((one) => one.step === step.step);
      if (n >= 0) memory.splice(n, 1);
      else storage.remove(name(step.step));
    },
  };
}

/** @param {import("app/answers/storage").Result} found @returns {Step | null} */
function read(found) {
  const step = readJson(found.value || "null");
  return Number.isSafeInteger(step?.step) && typeof step.before === "object" && typeof step.label === "string" ? step : null;
}
