/**
 * Says after a reload what has just happened. It is told from one load of the page to the next through the tab's own storage,
 * and only of the workbook that is open then: an address, which anybody can write, tells nothing.
 */
import { readJson } from "app/answers/json";
import { isName, keysOf } from "app/answers/keys";
import { part, print } from "app/page/parts";
import { fill } from "app/page/words";

/**
 * @param {HTMLElement} section the page
 * @param {{ session: import("app/answers/storage").Bytes, prefix: string, store: { workbook: string }, books: { current: () => string }, load: (asked: boolean) => void }} world
 */
export function openHappened(section, { session, prefix, store, books, load }) {
  const key = keysOf(prefix).undo("happened");
  return {
    /**
     * Load the page anew, and say this there. @param {{ what?: string, rest?: string, way?: number, step?: import("app/files/apply").Step }} [said]
     *   `what`: the name of a sentence; `rest`: the files that were not taken in; `way` or `step`: what can be taken back
     * @param {boolean} [asked] was the reader asked what becomes of what waits for room?
     */
    reload(said = {}, asked = false) {
      session.write(key, JSON.stringify({ what: "", rest: "", way: 0, ...said, workbook: books.current() }));
      load(asked);
    },
    /** @returns {{ way: number, step?: import("app/files/apply").Step }} which way back is offered; 0 where there is none */
    arrive() {
      const said = readJson(session.read(key).value ?? "null");
      session.remove(key);
      if (said?.workbook !== store.workbook || !/^\w*$/.test(said.what)) return { way: 0 };
      const sentence = section.querySelector(`[data-happened="${said.what}"]`)?.textContent ?? "";
      const rest = said.rest ? fill(part(section, "happened-rest").textContent ?? "", { files: String(said.rest) }) : "";
      print(part(section, "happened"), [sentence, rest].filter(Boolean).join(" "));
      part(section, "name").focus();
      return { way: Number(said.way), step: isStep(said.step) ? said.step : undefined };
    },
  };
}

/** Anybody may have written it. @param {any} step @returns {step is import("app/files/apply").Step} */
const isStep = (step) =>
  isName(step?.before) && Array.isArray(step.added) && step.added.every(isName) && Array.isArray(step.updated) &&
  step.updated.every((/** @type {any} */ one) => isName(one?.[0]) && Number.isSafeInteger(one[1]));
