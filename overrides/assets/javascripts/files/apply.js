/**
 * Puts into the browser's storage what an import changes (preview.js): all of it or, where there is no room, nothing.
 *
 * @typedef {import("app/answers/ways").State} State
 */
import { keysOf } from "app/answers/keys";
import { readAnswer } from "app/answers/versions";
import { openWays } from "app/answers/ways";
import { imported } from "app/files/preview";

/** @param {import("app/answers/store").World & { store: import("app/answers/store").Store, books: import("app/answers/workbooks").Workbooks }} world */
export function openImport({ storage, prefix, clock, tab, store, books }) {
  const here = store.workbook;
  const ways = openWays(storage, prefix, here);
  const keys = keysOf(prefix);

  /** @param {string} id @param {State} state @returns {[key: string, text: string][]} */
  const records = (id, { about, answers }) => [
    [keys.workbook(id), JSON.stringify(about)],
    ...Object.entries(answers).map(([question, answer]) => /** @type {[string, string]} */ ([keys.answer(id, question), JSON.stringify(answer)])),
  ];

  /** The current workbook as it is stored. @returns {State} */
  function current() {
    store.flush();
    books.flush();
    const answers = storage.keys(keys.answers(here)).flatMap((key) => {
      const { value } = readAnswer(storage.read(key).value ?? "");
      return value ? [/** @type {[string, import("app/answers/workbook").Answer]} */ ([keys.parts(key).question, value])] : [];
    });
    return { about: books.about(here), answers: Object.fromEntries(answers) };
  }

  /** @param {State} state @param {{ did: import("app/answers/ways").Did, title: string, n?: number }} what */
  function take(state, what) {
    const way = ways.between(current(), state, { at: clock().toISOString(), ...what });
    if (!books.writeAll([[ways.key(way.n), JSON.stringify(way)], ...records(here, state)]) || !books.use(here)) return null;
    return way.n;
  }

  return {
    current,
    /** Each as a new workbook, all or none. @param {State[]} states @returns {boolean} whether there was room */
    addAll(states) {
      const added = states.map((state) => ({ id: books.freshId(), state }));
      const created = clock().toISOString();
      const all = added.flatMap(({ id, state: { about, answers } }) => records(id, { about: { created, ...about }, answers }));
      return books.writeAll(all) && books.use(added[0].id);
    },
    /**
     * Into the current workbook. What it was is kept as the way back, or nothing is done.
     * @param {State} state @param {{ did: import("app/answers/ways").Did, title: string, n?: number }} what @returns {number | null} which way leads back; null where there was no room
     */
    take,
    /** The ways back, the newest first. */
    ways: ways.all,
    /** Go one of them: only what the file touched is what it was, and the rest stays. @param {number} n @returns {number | null} which way leads to where it was now */
    back(n) {
      const way = ways.all().find((one) => one.n === n);
      if (!way) return null;
      const { about, answers } = current();
      const touched = Object.fromEntries(Object.entries(answers).filter(([question]) => question in way.answers));
      const earlier = { id: here, about: { ...about, ...way.facts }, answers: way.answers };
      return take(imported("replace", { about, answers: touched }, earlier, { from: "", tab }), { did: way.did === "undone" ? "taken" : "undone", title: way.title, n });
    },
  };
}
