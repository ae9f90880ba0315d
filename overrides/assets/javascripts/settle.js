/**
 * Puts into the browser's storage what a plan (plan.js) decided: all of it or, where there is no room, nothing.
 *
 * @typedef {Pick<import("./intake.js").Workbook, "about" | "answers">} State
 */
import { readAnswer } from "app/versions";

/** @param {import("./store.js").World & { store: import("./store.js").Store, books: import("./workbooks.js").Workbooks }} world */
export function settle({ storage, prefix, clock, store, books }) {
  const here = store.workbook;

  /** @param {string} id @param {State} state @returns {boolean} */
  const write = (id, { about, answers }) =>
    books.writeAll([
      [`${prefix}workbook:${id}`, JSON.stringify(about)],
      ...Object.entries(answers).map(([question, answer]) => /** @type {[string, string]} */ ([`${prefix}answer:${id}:${question}`, JSON.stringify(answer)])),
    ]);

  return {
    /** The current workbook as it is stored. @returns {State} */
    current() {
      store.flush();
      books.flush();
      const start = `${prefix}answer:${here}:`;
      const answers = storage.keys(start).flatMap((key) => {
        const { value } = readAnswer(storage.read(key).value ?? "");
        return value ? [/** @type {[string, import("./workbook.js").Answer]} */ ([key.slice(start.length), value])] : [];
      });
      return { about: books.about(here), answers: Object.fromEntries(answers) };
    },
    /** @param {import("./plan.js").Choice} choice @param {State} state @returns {boolean} whether there was room */
    take(choice, state) {
      if (choice === "new") {
        const id = books.freshId();
        return write(id, { ...state, about: { created: clock().toISOString(), ...state.about } }) && books.use(id);
      }
      // What is replaced goes to the deleted workbooks first, so that it can be brought back whole.
      const copy = choice === "replace" ? books.duplicate(here, books.about(here).title ?? "") : null;
      if (choice === "replace" && !(copy && books.mark(copy, true))) return false;
      if (write(here, state)) return books.use(here);
      if (copy) books.purge(copy);
      return false;
    },
  };
}
