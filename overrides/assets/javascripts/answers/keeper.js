/**
 * Keeps records in step with the browser's storage and with other tabs. Every write reads what is stored,
 * merges and writes: a stale tab never puts old content over new. What another tab's write lost is written
 * again when its event arrives. What cannot be stored stays in memory and is stored as soon as that works.
 *
 * @typedef {import("app/answers/storage").Reason | "newer"} Trouble
 * @typedef {{ storage: import("app/answers/storage").Bytes, clock: () => Date, locked: (key: string, act: () => void) => unknown,
 *   later: (act: () => void, ms: number) => unknown }} World
 */

const RETRY_MS = 4000;

/**
 * @template T
 * @param {World} world
 * @param {{ parse: (text: string) => { value: T | null, damaged: boolean }, merge: (a: T, b: T) => T,
 *   quarantine: (key: string, text: string) => boolean, trouble: Trouble | null }} kind
 */
export function openKeeper({ storage, clock, locked, later }, { parse, merge, quarantine, trouble }) {
  /** @type {Map<string, T | null>} */
  const known = new Map();
  const unsaved = new Set();
  const untouchable = new Set(); // damaged values for whose copy there is no room
  const listeners = new Set();
  /** @type {{ savedAt: Date | null, trouble: Trouble | null, quarantined: number }} */
  const state = { savedAt: null, trouble, quarantined: 0 };
  const tell = () => listeners.forEach((listener) => listener());
  let retries = false; // is another attempt due?

  /** What stands under a key now; a damaged value goes into quarantine first, and what is sound in it is kept. @param {string} key */
  function stored(key) {
    const found = storage.read(key);
    if (!found.ok) state.trouble ??= found.reason;
    if (!found.ok || found.value === null) return null;
    const { value, damaged } = parse(found.value);
    if (damaged && state.trouble !== "newer" && !untouchable.has(key)) {
      state.quarantined += 1;
      if (!quarantine(key, found.value)) untouchable.add(key);
      else if (value) storage.write(key, JSON.stringify(value));
    }
    return value;
  }

  /** @param {string} key */
  function write(key) {
    const mine = known.get(key);
    if (!mine || state.trouble === "newer") return;
    const old = stored(key);
    if (untouchable.has(key)) return;
    const next = old ? merge(old, mine) : mine;
    known.set(key, next);
    const result = storage.write(key, JSON.stringify(next));
    state.trouble = result.ok ? null : result.reason;
    if (!result.ok) return;
    unsaved.delete(key);
    state.savedAt = clock();
  }

  /** Store at once what still waits: before the page goes away, and when storage may work again. */
  function flush() {
    for (const key of [...unsaved]) write(key);
    tell();
    if (!unsaved.size || retries || state.trouble === "newer") return;
    retries = true;
    later(() => {
      retries = false;
      flush();
    }, RETRY_MS);
  }

  /** @param {string} key */
  function save(key) {
    unsaved.add(key);
    locked(key, flush);
  }

  return {
    state, flush,
    unsaved: () => unsaved.size,
    /** Records that are in memory only, by key. @returns {ReadonlyMap<string, T>} */
    pending: () => new Map([...unsaved].map((key) => [key, /** @type {T} */ (known.get(key))])),
    /** @param {string} key @returns {T | null} */
    read(key) {
      if (!known.has(key)) known.set(key, stored(key));
      return known.get(key) ?? null;
    },
    /** @param {string} key @param {T} record */
    put(key, record) {
      known.set(key, record);
      save(key);
      tell();
    },
    /** Another tab wrote or removed a key. @param {string} key @param {string | null} text */
    heard(key, text) {
      if (text === null) {
        known.delete(key);
        unsaved.delete(key);
      } else {
        const { value: theirs } = parse(text);
        const mine = known.get(key);
        if (!theirs) return;
        const both = mine ? merge(mine, theirs) : theirs;
        known.set(key, both);
        if (JSON.stringify(both) !== JSON.stringify(merge(theirs, theirs))) save(key); // it had not seen what we wrote
      }
      tell();
    },
    /** After a sleep without events (back/forward cache): look again at what is stored. */
    refresh() {
      for (const key of [...known.keys()]) {
        const mine = unsaved.has(key) ? known.get(key) : null;
        const now = stored(key);
        known.set(key, mine && now ? merge(mine, now) : (mine ?? now));
      }
      flush();
    },
    /** @param {() => void} listener @returns {() => void} ends the subscription */
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
