/**
 * The answers of one workbook: what components ask and change. How they reach the browser's storage stands in
 * keeper.js, what they are in workbook.js.
 *
 * @typedef {import("app/answers/workbook").Answer} Answer
 * @typedef {ReturnType<typeof openStore>} Store
 * @typedef {import("app/answers/keeper").World & { prefix: string, tab: string, moves?: ReadonlyMap<string, string[]> }} World
 *   `moves`: under which earlier ids the answer to a question may still stand
 */
import { openKeeper } from "app/answers/keeper";
import { hasNewer, isName, keysOf, openBook } from "app/answers/keys";
import { merge } from "app/answers/merge";
import { openQuarantine } from "app/answers/quarantine";
import { openUndo } from "app/answers/undo";
import { readAnswer } from "app/answers/versions";
import { blank, change as changed } from "app/answers/workbook";
import { soon } from "app/page/soon";

/** @param {World} world */
export function openStore(world) {
  const { storage, prefix, clock, tab, moves } = world;
  const keys = keysOf(prefix);
  const at = (/** @type {string} */ name) => storage.read(name).value ?? null;
  const opened = () => openBook(keys, at, storage.keys);
  const current = storage.read(keys.current);
  const workbook = opened();
  const quarantine = openQuarantine(storage, prefix, clock);
  const newer = hasNewer(prefix, at);
  if (current.value && !isName(current.value) && !newer) quarantine.put(keys.current, current.value);
  const undos = openUndo(storage, prefix);
  const keeper = openKeeper(world, {
    parse: readAnswer,
    merge,
    quarantine: quarantine.put,
    trouble: current.ok ? (newer ? "newer" : null) : current.reason,
  });
  /** @type {Pick<typeof keeper, "keep" | "vanished"> & { pending: () => ReadonlyMap<string, unknown> }} */
  let books = { pending: () => new Map(), vanished: () => 0, keep() {} };
  const key = (/** @type {string} */ question) => keys.answer(workbook, question);

  /** @param {string} question @returns {Answer | null} */
  function read(question) {
    const answer = keeper.read(key(question));
    const earlier = (moves?.get(question) ?? []).map((id) => keeper.read(key(id))).filter((one) => one !== null);
    if (!earlier.length) return answer;
    const whole = [...earlier, ...(answer ? [answer] : [])].reduce(merge);
    if (JSON.stringify(whole) !== JSON.stringify(answer)) keeper.put(key(question), whole);
    return whole;
  }

  /** @param {string} question @param {Answer} answer */
  function put(question, answer) {
    const open = at(keys.current);
    // What says which workbook is open may have been lost or damaged since: what is written now is found again after a reload.
    if (!newer && open !== workbook && opened() !== open) storage.write(keys.current, workbook);
    keeper.put(key(question), answer);
  }

  /** Make another answer of the one that stands there. @param {string} question @param {(answer: Answer, by: import("app/answers/workbook").By) => Answer} make */
  const edit = (question, make) => put(question, make(read(question) ?? blank(), { now: clock().toISOString(), tab }));
  /** @param {string} question @param {Parameters<typeof changed>[1]} fields */
  const change = (question, fields) => edit(question, (answer, by) => changed(answer, fields, by));

  return {
    workbook, read, quarantine,
    state: keeper.state,
    unsaved: keeper.unsaved,
    /** What is in memory only, by key: answers, and the records of workbooks. */
    pending: () => new Map([...keeper.pending(), ...books.pending()]),
    /** How many records were stored, and have been removed by something else; and the way to store them again. */
    vanished: () => keeper.vanished() + books.vanished(),
    keep() {
      books.keep();
      keeper.keep();
    },
    /** The records of workbooks are kept elsewhere (workbooks.js), which says what has become of them. @param {typeof books} keeper */
    also(keeper) {
      books = keeper;
    },
    flush: keeper.flush,
    forget: keeper.forget,
    subscribe: keeper.subscribe,
    /** Another tab, or this page in another way, changed a key. @param {string | null} name @param {string | null} text */
    heard(name, text) {
      if (name && text && hasNewer(prefix, (key) => key === name)) {
        keeper.state.trouble = "newer"; // from now on nothing is written here
        name = null;
      }
      if (name === keys.removed && text) keeper.forget(() => ["*", workbook].includes(text));
      else if (name?.startsWith(keys.answers(workbook))) keeper.heard(name, text);
      else if (name === null) keeper.flush(); // all was removed at once, or there is something to say
    },
    edit,
    change,
    /** @param {string} question @param {boolean} [discussed] */
    tick: (question, discussed) => change(question, { status: discussed ? "discussed" : undefined, answered: clock().toISOString() }),
    /** Note what answers are, before a change that removes something. @param {string} label @param {string[]} questions @param {boolean} [words] are they written over? @param {import("app/answers/undo").Facts} [facts] what the workbook says of itself @param {Record<string, string>} [marks] of its silent sort */
    remember(label, questions, words, facts, marks) {
      const before = Object.fromEntries(questions.map((question) => [question, read(question) ?? blank()]));
      undos.push({ workbook, label, before, facts, marks, ...(words && { tab }) });
      import("app/answers/revert").catch(() => {}); // the line may be gone when it is wanted; then it is tried again
    },
    lastStep: () => undos.last(workbook),
    /** Take the newest step back. The promise fails, and nothing has happened, where what does it cannot be fetched. @param {Parameters<typeof import("app/answers/books").sharedBooks>[0]} all */
    async undo(all) {
      const { takeBack } = await soon(import("app/answers/revert"));
      const step = undos.last(workbook);
      if (!step) return;
      await takeBack(step, edit, all);
      undos.drop(step);
      keeper.flush(); // which says so, also where no answer was changed
    },
  };
}
