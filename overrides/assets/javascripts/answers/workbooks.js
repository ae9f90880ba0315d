/**
 * The workbooks of this browser: which there are, and what happens when one is made, opened, copied or deleted.
 * A deleted one is only marked, and can be brought back until it is removed for good. No page.
 * Long because a workbook is its record, its answers and its marks: what is done to one is done to all three.
 *
 * @typedef {import("app/answers/workbook").Edit} Edit
 * @typedef {import("app/answers/about").About} About what stands under the key of a workbook
 * @typedef {{ id: string, about: About, discussed: number, notes: number }} Book
 * @typedef {ReturnType<typeof openWorkbooks>} Workbooks
 */
import { mergeAbout, readAbout } from "app/answers/about";
import { discard } from "app/answers/discard";
import { formerOf } from "app/answers/former";
import { identityOf } from "app/answers/identity";
import { openKeeper } from "app/answers/keeper";
import { highestEdit, keysOf, openBook } from "app/answers/keys";
import { tidy } from "app/answers/merge";
import { openQuarantine } from "app/answers/quarantine";
import { openMarks } from "app/answers/sheets";
import { stateOf } from "app/answers/states";
import { openUndo } from "app/answers/undo";
import { readAnswer } from "app/answers/versions";
import { openWays } from "app/answers/ways";

/** @param {import("app/answers/store").World & { newId: () => string, store: Pick<import("app/answers/store").Store, "workbook" | "state" | "pending" | "also" | "flush" | "forget"> }} world */
export function openWorkbooks(world) {
  const { storage, prefix, clock, tab, newId, store } = world;
  const keys = keysOf(prefix);
  const { workbook: key } = keys;
  const quarantine = openQuarantine(storage, prefix, clock);
  const keeper = openKeeper(world, { parse: readAbout, merge: mergeAbout, quarantine: quarantine.put, trouble: store.state.trouble });
  const about = (/** @type {string} */ id) => keeper.read(key(id)) ?? /** @type {About} */ ({ edits: {} });
  const answers = (/** @type {string} */ id) => storage.keys(keys.answers(id));
  const freshId = () => `w${newId().slice(1)}`;
  const may = () => store.state.trouble !== "newer";
  const sheets = openMarks({ storage, prefix, may, damaged: quarantine.put, later: world.later });
  store.also({ ...keeper, pending: () => new Map([.../** @type {Iterable<[string, unknown]>} */ (keeper.pending()), ...sheets.pending()]) });
  const sortOf = (/** @type {string} */ id) => identityOf(id, about(id));
  const use = (/** @type {string} */ id) => may() && storage.write(keys.current, id).ok;

  /** @param {string} id @param {Partial<Omit<About, "edits">>} fields @returns {boolean} whether it is stored */
  function edit(id, fields) {
    if (!may()) keeper.state.trouble = "newer"; // then nothing is written here either
    const old = about(id);
    const at = /** @type {Edit} */ ([highestEdit(old) + 1, tab]);
    keeper.put(key(id), tidy({ ...old, ...fields, edits: { ...old.edits, ...Object.fromEntries(Object.keys(fields).map((name) => [name, at])) } }));
    keeper.flush();
    return !keeper.pending().has(key(id));
  }

  /** Write all of these or, where there is no room, none. @param {[key: string, text: string][]} writes @returns {boolean} */
  function writeAll(writes) {
    if (!may()) return false;
    const before = writes.map(([name]) => /** @type {[string, string | null]} */ ([name, storage.read(name).value ?? null]));
    if (writes.every(([name, text]) => storage.write(name, text).ok)) return true;
    for (const [name] of before) storage.remove(name); // first all that is new, which makes the room for what was there
    for (const [name, text] of before) if (text !== null) storage.write(name, text);
    return false;
  }

  /** Every workbook, the deleted ones too, the newest first. @returns {Book[]} */
  function list() {
    /** @type {Map<string, Book>} */
    const found = new Map();
    const book = (/** @type {string} */ id) => found.get(id) ?? /** @type {Book} */ (found.set(id, { id, about: about(id), discussed: 0, notes: 0 }).get(id));
    book(store.workbook);
    for (const name of storage.keys(prefix)) {
      const { kind, id } = keys.parts(name);
      if (kind === "workbook") book(id);
      if (kind !== "answer") continue;
      const one = book(id);
      const { value: answer } = readAnswer(storage.read(name).value ?? "");
      if (stateOf(answer) === "discussed") one.discussed += 1;
      if (answer?.note || answer?.others?.length) one.notes += 1;
    }
    return [...found.values()].sort((a, b) => ((a.about.created ?? "") < (b.about.created ?? "") ? 1 : -1));
  }

  /** @param {Parameters<typeof keeper.forget>[0]} theirs */
  function forget(theirs) {
    sheets.forget(theirs);
    keeper.forget(theirs);
  }

  return {
    about, edit, list, use, writeAll, freshId,
    /** The marks of silent sorts: what waits of them waits here, for all parts of a page. */
    sheets,
    /** @param {Event} [event] */
    flush(event) {
      sheets.flush();
      keeper.flush(event);
    },
    forget, subscribe: keeper.subscribe, state: keeper.state, pending: keeper.pending,
    /** Another tab, or this page in another way, changed a key. @param {string | null} name @param {string | null} text */
    heard(name, text) {
      if (name === keys.removed && text) forget((one) => text === "*" || one === key(text));
      else if (name && keys.parts(name).kind === "workbook") keeper.heard(name, text);
      else if (!name) keeper.flush();
      if (keeper.vanished()) store.flush(); // whoever says so listens there
    },
    current: () => openBook(keys, (name) => storage.read(name).value, storage.keys),
    /** An empty one, which is then the current one. @returns {boolean} whether there was room */
    create() {
      const id = freshId();
      return writeAll([[key(id), JSON.stringify({ created: clock().toISOString(), edits: {} })]]) && use(id);
    },
    /** @param {string} id @param {string} title @returns {string | null} the copy; null where there was no room */
    duplicate(id, title) {
      const copy = freshId();
      const { gone: _gone, origin: _origin, ...old } = about(id);
      const record = JSON.stringify({ ...old, title, created: clock().toISOString() });
      const copied = answers(id).map((name) => /** @type {[string, string]} */ ([keys.answer(copy, keys.parts(name).question), storage.read(name).value ?? ""]));
      const marks = sheets.changes(sheets.of(sortOf(id)).map((one) => ({ ...one, sort: copy }))).map(([name, , text]) => /** @type {[string, string]} */ ([name, text]));
      return writeAll([[key(copy), record], ...copied, ...marks]) ? copy : null;
    },
    /** Mark as deleted, or not. @param {string} id @param {boolean} gone */
    mark: (id, gone) => may() && edit(id, { gone }),
    /** Remove for good: its record, its answers, the marks of its silent sort, what could be undone in them and what of them was damaged. @param {string} id */
    purge(id) {
      const sort = sortOf(id);
      const places = [keysOf(formerOf(prefix)), keys]; // it may still stand in the former format
      const theirs = (/** @type {string} */ name) => sheets.isOf(sort, name) || places.some((one) => name === one.workbook(id) || name.startsWith(one.answers(id)));
      for (const { prefix: start, workbook, answers: all } of places) {
        const undos = openUndo(storage, start);
        for (const step of undos.all()) if (step.workbook === id) undos.drop(step);
        openWays(storage, start, id).forget();
        discard(storage, start, theirs);
        for (const name of [...storage.keys(all(id)), workbook(id)]) storage.remove(name);
      }
      sheets.clear(sort);
      storage.write(keys.removed, id);
      storage.remove(keys.removed);
      for (const one of [store, keeper]) one.forget(theirs); // what waits for room would be written as soon as there is some
    },
  };
}
