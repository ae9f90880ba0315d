/**
 * Where marks of a silent sort are kept (marks.js says what they are): a key for each person of each sort, which nothing else reads. What cannot
 * be stored waits in memory, and whoever leaves the page is asked (workbooks.js says so to the store).
 * Long because each act looks at both: what is stored, and what waits.
 *
 * @typedef {import("app/answers/marks").Sheet} Sheet
 * @typedef {import("app/answers/marks").Handed} Handed
 * @typedef {[key: string, before: string | null, after: string | null]} Change what stood under a key, and what a step made of it
 * @typedef {ReturnType<typeof openMarks>} Marks
 */
import { readJson } from "app/answers/json";
import { isName, keysOf } from "app/answers/keys";
import { mergeSheets, soundSheet } from "app/answers/marks";

/** Grows with whatever this page, or another tab, changed: keys are looked through when marks are first asked for, and after that. */
let changed = 0;
/** How long until it is tried again to store what waits; as long as answers (keeper.js). */
const RETRY_MS = 4000;

/** @param {string} prefix */
const marksKeys = (prefix) => {
  const { prefix: start, parts } = keysOf(prefix);
  const of = (/** @type {string} */ sort) => `${start}marks:${sort}:`;
  return { start: `${start}marks:`, of, key: (/** @type {string} */ sort, /** @type {string} */ person) => of(sort) + person, parts };
};

/** @param {{ storage: import("app/answers/storage").Bytes, prefix: string, may?: () => boolean, damaged?: (key: string, text: string) => boolean, later?: (act: () => void, ms: number) => unknown }} world `may`: may anything be written? `damaged`: where a damaged value goes; `later`: tries again to store what waits */
export function openMarks({ storage, prefix, may = () => true, damaged, later }) {
  const keys = marksKeys(prefix);
  /** What could not be stored. @type {Map<string, Sheet>} */
  const memory = new Map();
  let retries = false;
  let found = { at: -1, names: /** @type {string[]} */ ([]) };

  /** The keys of all marks. @param {string} start */
  function stored(start) {
    if (found.at !== changed) found = { at: changed, names: storage.keys(keys.start) };
    return found.names.filter((key) => key.startsWith(start));
  }

  /** @param {string} key @returns {Sheet | null} */
  function at(key) {
    const text = storage.read(key).value ?? null;
    const found = text === null ? { sheet: null, damaged: false } : soundSheet(readJson(text));
    if (text !== null && found.damaged && may() && damaged?.(key, text) && found.sheet) storage.write(key, JSON.stringify(found.sheet));
    const here = memory.get(key);
    return here && found.sheet ? mergeSheets(here, found.sheet) : (here ?? found.sheet);
  }

  /** @param {string} start @returns {Handed[]} */
  function all(start) {
    return [...new Set([...stored(start), ...[...memory.keys()].filter((key) => key.startsWith(start))])].sort().flatMap((key) => {
      const { id: sort, question: person } = keys.parts(key);
      const sheet = isName(sort) && isName(person) ? at(key) : null;
      return sheet ? [{ sort, person, sheet }] : [];
    });
  }

  /** @param {Handed} handed @returns {boolean} whether it is stored */
  function put({ sort, person, sheet }) {
    changed += 1;
    const key = keys.key(sort, person);
    const old = at(key);
    const next = mergeSheets(sheet, old ?? sheet);
    const kept = may() && storage.write(key, JSON.stringify(next)).ok;
    if (kept) memory.delete(key);
    else memory.set(key, next);
    if (memory.size && !retries && later && may()) {
      retries = true;
      later(() => {
        retries = false;
        flush();
      }, RETRY_MS);
    }
    return kept;
  }

  /** Store what waits, if there is room by now. */
  function flush() {
    for (const [key, sheet] of [...memory]) put({ sort: keys.parts(key).id, person: keys.parts(key).question, sheet });
  }

  return {
    /** Another tab changed a key. @param {string | null} key null where it removed all @returns {boolean} were those marks? */
    heard(key) {
      const theirs = key === null || key.startsWith(keys.start);
      if (theirs) changed += 1;
      return theirs;
    },
    /** @param {string} sort @param {string} key */
    isOf: (sort, key) => key.startsWith(keys.of(sort)),
    /** Everybody's marks of one sort. @param {string} sort */
    of: (sort) => all(keys.of(sort)),
    /** What was marked here in sorts that somebody sent. */
    sent: () => all(keys.start).filter(({ sheet }) => sheet.sent),
    put, flush,
    /** What is in memory only, by key. @returns {ReadonlyMap<string, Sheet>} */
    pending: () => memory,
    /** Are these stored? @param {string} sort @param {string} person */
    isKept: (sort, person) => !memory.has(keys.key(sort, person)),
    /** The reader had marks removed. @param {(key: string) => boolean} theirs which */
    forget(theirs) {
      for (const key of [...memory.keys()].filter(theirs)) memory.delete(key);
    },
    /** What marks that were handed in change here; what is known already changes nothing. @param {Handed[]} handed @returns {Change[]} */
    changes(handed) {
      /** @type {Map<string, Sheet>} */
      const next = new Map();
      for (const { sort, person, sheet } of handed) {
        const key = keys.key(sort, person);
        const old = next.get(key) ?? at(key);
        next.set(key, mergeSheets(sheet, old ?? sheet));
      }
      return [...next].flatMap(([key, sheet]) => {
        const before = storage.read(key).value ?? null;
        const after = JSON.stringify(sheet);
        return before === after ? [] : [/** @type {Change} */ ([key, before, after])];
      });
    },
    /** Take such a change back; who has marked anew since keeps that. @param {unknown} way anybody may have written it @returns {Change[]} the way to where it was now */
    restore(way) {
      changed += 1;
      return (Array.isArray(way) ? way : []).flatMap((one) => {
        const [key, before, after] = Array.isArray(one) ? one : [];
        if (typeof key !== "string" || !key.startsWith(keys.start) || storage.read(key).value !== after) return [];
        if (before === null) storage.remove(key);
        else if (typeof before !== "string" || !storage.write(key, before).ok) return [];
        return [/** @type {Change} */ ([key, after, before])];
      });
    },
    /** Remove all marks of a sort. @param {string} sort @returns {Record<string, string>} what stood there or waited, by key */
    clear(sort) {
      changed += 1;
      const start = keys.of(sort);
      const texts = Object.fromEntries(storage.keys(start).map((key) => [key, storage.read(key).value ?? ""]));
      for (const key of Object.keys(texts)) storage.remove(key);
      for (const [key, sheet] of memory) {
        if (!key.startsWith(start)) continue;
        texts[key] = JSON.stringify(sheet); // with what is stored in it
        memory.delete(key);
      }
      return texts;
    },
    /** Bring back what was removed, beside what came since. @param {Record<string, unknown>} texts by key; anybody may have written them */
    bring(texts) {
      for (const [key, text] of Object.entries(texts)) {
        const { sheet } = soundSheet(readJson(String(text)));
        const { id: sort, question: person } = keys.parts(key);
        if (sheet && key.startsWith(keys.start) && isName(sort) && isName(person)) put({ sort, person, sheet });
      }
    },
  };
}
