/**
 * Keeps what could not be read: the text goes to a key of its own before anything else is written in its place.
 * @typedef {{ key: string, text: string, at: string }} Aside
 */

/**
 * @param {import("./storage.js").Bytes} storage
 * @param {string} prefix
 * @param {() => Date} clock
 */
export function openAsides(storage, prefix, clock) {
  const name = (/** @type {number} */ n) => `${prefix}aside:${n}`;
  const first = () => {
    let n = 0;
    for (let found = storage.read(name(n)); found.ok && found.value !== null; found = storage.read(name(n))) n += 1;
    return n;
  };
  return {
    /**
     * Move a damaged value aside. Where there is no room for the copy it stays where it is.
     * @param {string} key @param {string} text @returns {boolean} whether the place is free now
     */
    put(key, text) {
      const copy = /** @type {Aside} */ ({ key, text, at: clock().toISOString() });
      if (!storage.write(name(first()), JSON.stringify(copy)).ok) return false;
      return storage.remove(key).ok;
    },
    /** Everything that was set aside. @returns {Aside[]} */
    all() {
      /** @type {Aside[]} */
      const found = [];
      for (let n = 0, end = first(); n < end; n += 1) {
        const { value } = /** @type {{ value: string }} */ (storage.read(name(n)));
        try {
          found.push(JSON.parse(value));
        } catch {
          found.push({ key: name(n), text: value, at: "" }); // an aside that is damaged itself still counts
        }
      }
      return found;
    },
  };
}
