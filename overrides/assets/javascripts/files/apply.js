/**
 * Puts into the browser's storage what an import changes (preview.js): all of it or, where there is no room, nothing.
 *
 * @typedef {Pick<import("app/files/import").Workbook, "about" | "answers">} State
 */
import { keysOf } from "app/answers/keys";
import { readAnswer } from "app/answers/versions";

/** @param {import("app/answers/store").World & { store: import("app/answers/store").Store, books: import("app/answers/workbooks").Workbooks }} world */
export function openImport({ storage, prefix, clock, store, books }) {
  const here = store.workbook;
  const keys = keysOf(prefix);

  /** @param {string} id @param {State} state @returns {[key: string, text: string][]} */
  const records = (id, { about, answers }) => [
    [keys.workbook(id), JSON.stringify(about)],
    ...Object.entries(answers).map(([question, answer]) => /** @type {[string, string]} */ ([keys.answer(id, question), JSON.stringify(answer)])),
  ];

  return {
    /** A workbook as it is stored: the current one, or another. @param {string} [id] @returns {State} */
    current(id = here) {
      store.flush();
      books.flush();
      const answers = storage.keys(keys.answers(id)).flatMap((key) => {
        const { value } = readAnswer(storage.read(key).value ?? "");
        return value ? [/** @type {[string, import("app/answers/workbook").Answer]} */ ([keys.parts(key).question, value])] : [];
      });
      return { about: books.about(id), answers: Object.fromEntries(answers) };
    },
    /** Each as a new workbook, all or none. @param {State[]} states @returns {boolean} whether there was room */
    addAll(states) {
      const added = states.map((state) => ({ id: books.freshId(), state }));
      const created = clock().toISOString();
      const all = added.flatMap(({ id, state: { about, answers } }) => records(id, { about: { created, ...about }, answers }));
      return books.writeAll(all) && books.use(added[0].id);
    },
    /**
     * Into the current workbook. What it was goes to the deleted workbooks first, so that it can be brought back whole.
     * @param {State} state @returns {string | null} the id under which that is kept; null where there was no room
     */
    take(state) {
      const copy = books.duplicate(here, books.about(here).title ?? "");
      if (!copy || !books.mark(copy, true)) return null;
      if (books.writeAll(records(here, state)) && books.use(here)) return copy;
      books.purge(copy);
      return null;
    },
  };
}
