/**
 * Says after a reload what has just happened. It is told from one load of the page to the next through the tab's own storage,
 * and only of the workbook that is open then: an address, which anybody can write, tells nothing.
 */
import { readJson } from "app/answers/json";
import { keysOf } from "app/answers/keys";
import { part, print } from "app/page/parts";
import { fill } from "app/page/words";

/**
 * @param {HTMLElement} section the page
 * @param {{ session: import("app/answers/storage").Bytes, prefix: string, store: { workbook: string }, books: { current: () => string }, load: () => void }} world
 */
export function openHappened(section, { session, prefix, store, books, load }) {
  const key = keysOf(prefix).undo("happened");
  return {
    /**
     * Load the page anew, and say this there. @param {{ what?: string, rest?: string, way?: number }} [said]
     *   `what`: the name of a sentence; `rest`: the files that were not taken in; `way`: which way leads back
     */
    reload(said = {}) {
      session.write(key, JSON.stringify({ what: "", rest: "", way: 0, ...said, workbook: books.current() }));
      load();
    },
    /** @returns {number} which way back is offered; 0 where there is none */
    arrive() {
      const said = readJson(session.read(key).value ?? "null");
      session.remove(key);
      if (said?.workbook !== store.workbook || !/^\w*$/.test(said.what)) return 0;
      const sentence = section.querySelector(`[data-happened="${said.what}"]`)?.textContent ?? "";
      const rest = said.rest ? fill(part(section, "happened-rest").textContent ?? "", { files: String(said.rest) }) : "";
      print(part(section, "happened"), [sentence, rest].filter(Boolean).join(" "));
      part(section, "name").focus();
      return Number(said.way);
    },
  };
}
