/**
 * The quarantine of what could not be read: the text goes to a key of its own before anything else is written in its place.
 * @typedef {{ key: string, text: string, at: string, told?: true }} Quarantined
 */
import { keysOf } from "app/answers/keys";

/**
 * @param {import("app/answers/storage").Bytes} storage
 * @param {string} prefix
 * @param {() => Date} clock
 */
export function openQuarantine(storage, prefix, clock) {
  const { quarantine: name } = keysOf(prefix);

  /** The texts that are kept, in their order; what they say is read in told.js. */
  function texts() {
    /** @type {string[]} */
    const kept = [];
    for (let one = storage.read(name(0)); one.ok && one.value !== null; one = storage.read(name(kept.length))) kept.push(one.value);
    return kept;
  }

  return {
    /**
     * Put a damaged value into quarantine. Where there is no room for the copy it stays where it is.
     * @param {string} key @param {string} text @returns {boolean} whether the place is free now
     */
    put(key, text) {
      const copy = /** @type {Quarantined} */ ({ key, text, at: clock().toISOString() });
      return storage.write(name(texts().length), JSON.stringify(copy)).ok && storage.remove(key).ok;
    },
    texts,
  };
}
