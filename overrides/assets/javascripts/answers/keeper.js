/**
 * Long because what stands in memory, in storage and in other tabs is held together here and nowhere else.
 *
 * Keeps records in step with the browser's storage and with other tabs. Every write reads what is stored,
 * merges and writes: a stale tab never puts old content over new. What another tab's write lost is written
 * again when its event arrives. What cannot be stored stays in memory and is stored as soon as that works.
 *
 * Something else may change storage: a cleaner, a restored profile, another site. An older value is merged and written
 * again. What has vanished stays in memory, unsaved, until the reader says what to do: it may have been removed on purpose.
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
  /** What stood under a key when this page last looked. @type {Map<string, string | null | undefined>} */
  const texts = new Map();
  const unsaved = new Set();
  const vanished = new Set();
  const untouchable = new Set(); // damaged values for whose copy there is no room
  /** @type {Set<() => void>} */
  const listeners = new Set();
  /** @type {{ savedAt: Date | null, trouble: Trouble | null }} */
  const state = { savedAt: null, trouble };
  /** Each in turn; one that fails stops no other. */
  function tell() {
    for (const listener of listeners) {
      try {
        listener();
      } catch (error) {
        setTimeout(() => {
          throw error; // where errors are seen
        });
      }
    }
  }
  let retries = false; // is another attempt due?

  /** What stands under a key now; a damaged value goes into quarantine first, and what is sound in it is kept. @param {string} key */
  function stored(key) {
    const found = storage.read(key);
    texts.set(key, found.value);
    if (!found.ok) state.trouble ??= found.reason;
    if (!found.ok || found.value === null) return null;
    const { value, damaged } = parse(found.value);
    if (damaged && state.trouble !== "newer" && !untouchable.has(key)) {
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
    const text = JSON.stringify(next);
    const result = storage.write(key, text);
    state.trouble = result.ok ? null : result.reason;
    if (!result.ok || storage.read(key).value !== text) return;
    texts.set(key, text);
    unsaved.delete(key);
    vanished.delete(key);
    state.savedAt = clock();
  }

  /** Does all that is known still stand where it was stored? */
  function look() {
    for (const [key, mine] of known) {
      const { ok, value } = storage.read(key);
      if (!ok || (value ?? null) === (texts.get(key) ?? null)) continue;
      if (value === null) texts.set(key, null);
      const now = value === null ? null : stored(key);
      if (!mine) known.set(key, now);
      else if (now) keepBoth(key, mine, now);
      else (value === null ? vanished : unsaved).add(key);
    }
  }

  /** @param {string} key @param {T} mine @param {T} theirs */
  function keepBoth(key, mine, theirs) {
    const both = merge(mine, theirs);
    known.set(key, both);
    if (JSON.stringify(both) !== JSON.stringify(merge(theirs, theirs))) unsaved.add(key); // it had not seen what we wrote
    else vanished.delete(key);
  }

  /** Store at once what still waits: before the page goes away, and when storage may work again. @param {Event} [event] */
  function flush(event) {
    const leaving = /hide|unload/.test(event?.type ?? "") || /** @type {Document | undefined} */ (event?.target)?.hidden;
    if (!leaving) look(); // what a page finds while it goes, nobody would be told
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
    locked(key, () => flush());
  }

  return {
    state, flush,
    unsaved: () => unsaved.size,
    /** How much was stored, and has been removed by something else. */
    vanished: () => vanished.size,
    /** Store again what has vanished. */
    keep() {
      for (const key of vanished) unsaved.add(key);
      flush();
    },
    /** Records that are in memory only, by key. @returns {ReadonlyMap<string, T>} */
    pending: () => new Map([...unsaved, ...vanished].map((key) => [key, /** @type {T} */ (known.get(key))])),
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
    /** Another tab, or something else, wrote or removed a key. @param {string} key @param {string | null} text */
    heard(key, text) {
      const { value: theirs } = parse(text ?? "null");
      const mine = known.get(key);
      if (mine && theirs) keepBoth(key, mine, theirs);
      else if (theirs) known.set(key, theirs);
      else if (mine && text === null) vanished.add(key);
      else return;
      texts.set(key, text);
      if (unsaved.has(key)) save(key);
      tell();
    },
    /** The reader had records removed. @param {(key: string) => boolean} theirs which */
    forget(theirs) {
      for (const key of [...known.keys()].filter(theirs)) [known, texts, unsaved, vanished].forEach((one) => one.delete(key));
      tell();
    },
    /** @param {() => void} listener @returns {() => void} ends the subscription */
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
