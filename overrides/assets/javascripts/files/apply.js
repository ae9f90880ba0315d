/**
 * Puts into the browser's storage what an import changes (preview.js): all of it or, where there is no room, nothing.
 *
 * @typedef {import("app/answers/ways").State} State
 * @typedef {import("app/files/import").Workbook} Workbook
 * @typedef {{ added: string[], updated: [workbook: string, way: number][], before: string, marks?: Change[] }} Step what one step did: which workbooks are
 *   new, which were brought up to date and the way back of each, and which was open before
 * @typedef {import("app/answers/sheets").Change} Change of the marks of a silent sort
 * @typedef {import("app/answers/marks").Handed} Handed
 */
import { identify, identityOf } from "app/answers/identity";
import { keysOf } from "app/answers/keys";
import { openMarks } from "app/answers/sheets";
import { readAnswer } from "app/answers/versions";
import { openWays } from "app/answers/ways";
import { joined, once } from "app/files/once";
import { imported } from "app/files/preview";

/** @param {import("app/answers/store").World & { store: import("app/answers/store").Store, books: import("app/answers/workbooks").Workbooks }} world */
export function openImport({ storage, prefix, clock, tab, store, books }) {
  const here = store.workbook;
  const waysOf = (/** @type {string} */ id) => openWays(storage, prefix, id);
  const ways = waysOf(here);
  const keys = keysOf(prefix);
  const sheets = openMarks({ storage, prefix });
  const under = (/** @type {string} */ sort, /** @type {Handed[]} */ marks) => marks.map((one) => ({ ...one, sort }));
  const written = (/** @type {Change[]} */ changes) => changes.flatMap(([key, , text]) => (text === null ? [] : [/** @type {[string, string]} */ ([key, text])]));

  /** @param {string} id @param {State} state @returns {[key: string, text: string][]} */
  const records = (id, { about, answers }) => [
    [keys.workbook(id), JSON.stringify(about)],
    ...Object.entries(answers).map(([question, answer]) => /** @type {[string, string]} */ ([keys.answer(id, question), JSON.stringify(answer)])),
  ];

  /** A workbook as it is stored. @param {string} id @returns {State} */
  function current(id = here) {
    store.flush();
    books.flush();
    const answers = storage.keys(keys.answers(id)).flatMap((key) => {
      const { value } = readAnswer(storage.read(key).value ?? "");
      return value ? [/** @type {[string, import("app/answers/workbook").Answer]} */ ([keys.parts(key).question, value])] : [];
    });
    return { about: books.about(id), answers: Object.fromEntries(answers) };
  }

  /** Which workbook of this browser one from a file is. @param {Pick<Workbook, "id" | "about">} incoming @returns {string | undefined} undefined where it is none of them */
  function known({ id, about }) {
    const identity = identityOf(id, about);
    return identity ? books.list().find((book) => !book.about.gone && identityOf(book.id, book.about) === identity)?.id : undefined;
  }

  /** One that is here already with what its file knows beside: two states of one workbook. @param {string} id @param {State} incoming @param {Change[]} marks */
  function updated(id, incoming, marks) {
    const now = current(id);
    const whole = joined(now, incoming);
    const state = { ...whole, answers: Object.fromEntries(Object.keys(incoming.answers).map((question) => [question, whole.answers[question]])) };
    const way = waysOf(id).between(now, state, { did: "taken", title: incoming.about.title ?? "", at: clock().toISOString(), marks });
    return { way, writes: /** @type {[string, string][]} */ ([[waysOf(id).key(way.n), JSON.stringify(way)], ...records(id, state), ...written(marks)]) };
  }

  /** @param {State} state @param {{ did: import("app/answers/ways").Did, title: string, n?: number, marks: Change[] }} what @param {string} [id] */
  function take(state, what, id = here) {
    const way = waysOf(id).between(current(id), state, { at: clock().toISOString(), ...what });
    if (!books.writeAll([[waysOf(id).key(way.n), JSON.stringify(way)], ...records(id, state), ...written(what.marks)]) || !books.use(id)) return null;
    return way.n;
  }

  /** @param {number} n @param {string} [id] */
  function back(n, id = here) {
    const way = waysOf(id).all().find((one) => one.n === n);
    if (!way) return null;
    const { about, answers } = current(id);
    const touched = Object.fromEntries(Object.entries(answers).filter(([question]) => question in way.answers));
    const earlier = { id, about: { ...about, ...way.facts }, answers: way.answers };
    const marks = sheets.restore(way.marks);
    const did = way.did === "undone" ? "taken" : "undone";
    const done = take(imported("replace", { about, answers: touched }, earlier, { from: "", tab }), { did, title: way.title, n, marks }, id);
    if (done === null) sheets.restore(marks);
    return done;
  }

  return {
    current,
    known,
    /**
     * Each as a new workbook or, where it is here already, brought up to date: all or none.
     * @param {Workbook[]} incoming @param {boolean} [anew] also what is here already, as a second one
     * @param {Handed[]} [more] marks of sorts whose workbooks are not among them @returns {Step | null} null where there was no room
     */
    addAll(incoming, anew, more = []) {
      const step = /** @type {Step} */ ({ added: [], updated: [], before: books.current() });
      const created = clock().toISOString();
      const handed = [...more];
      const writes = once(incoming).flatMap(({ id: theirs, about, answers, marks = [] }) => {
        const same = known({ id: theirs, about });
        if (same && !anew) {
          const { way, writes } = updated(same, { about, answers }, sheets.changes(marks));
          step.updated.push([same, way.n]);
          return writes;
        }
        const id = books.freshId();
        const origin = same ? undefined : identityOf(theirs, about) || undefined; // a second one is another one
        step.added.push(id);
        handed.push(...under(origin ?? id, marks));
        return records(id, { about: { created, ...about, origin }, answers });
      });
      step.marks = sheets.changes(handed);
      const open = step.added[0] ?? step.updated[0]?.[0] ?? more.map(({ sort }) => known({ id: sort, about: { edits: {} } })).find(Boolean) ?? step.before;
      return books.writeAll([...writes, ...written(step.marks)]) && books.use(open) ? step : null;
    },
    /** Take such a step back: what was new is among the deleted workbooks, and the others are what they were. @param {Step} step @returns {boolean} whether it worked */
    undoAll({ added, updated, before, marks }) {
      sheets.restore(marks);
      const marked = added.every((id) => books.mark(id, true));
      return updated.every(([id, n]) => back(n, id) !== null) && books.use(before) && marked;
    },
    /**
     * Into the current workbook. What it was is kept as the way back, or nothing is done.
     * @param {State} state @param {{ did: import("app/answers/ways").Did, title: string }} what @param {Handed[]} [marks] of its silent sort, which are then of ours
     * @returns {number | null} which way leads back; null where there was no room
     */
    take: (/** @type {State} */ state, /** @type {{ did: import("app/answers/ways").Did, title: string }} */ what, /** @type {Handed[]} */ marks = []) =>
      take(state, { ...what, marks: marks.length ? sheets.changes(under(identify(books, here), marks)) : [] }),
    /** The ways back, the newest first. */
    ways: ways.all,
    /** Go one of them: only what the file touched is what it was, and the rest stays. @returns {number | null} which way leads to where it was now */
    back: (/** @type {number} */ n) => back(n),
  };
}
