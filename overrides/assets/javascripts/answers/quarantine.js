/**
 * The quarantine of what could not be read: the text goes to a key of its own before anything else is written in its place.
 * @typedef {{ key: string, text: string, at: string, told?: true }} Quarantined
 */
import { readJson } from "app/answers/json";
import { keysOf } from "app/answers/keys";

/**
 * @param {import("app/answers/storage").Bytes} storage
 * @param {string} prefix
 * @param {() => Date} clock
 */
export function openQuarantine(storage, prefix, clock) {
  const { quarantine: name } = keysOf(prefix);
  const first = () => {
    let n = 0;
    for (let found = storage.read(name(n)); found.ok && found.value !== null; found = storage.read(name(n))) n += 1;
    return n;
  };
  return {
    /**
     * Put a damaged value into quarantine. Where there is no room for the copy it stays where it is.
     * @param {string} key @param {string} text @returns {boolean} whether the place is free now
     */
    put(key, text) {
      const copy = /** @type {Quarantined} */ ({ key, text, at: clock().toISOString() });
      if (!storage.write(name(first()), JSON.stringify(copy)).ok) return false;
      return storage.remove(key).ok;
    },
    /** Is there something that the reader was not told of? It counts as told from now on. */
    tell() {
      let news = false;
      for (let n = 0, end = first(); n < end; n += 1) {
        const { value } = storage.read(name(n));
        if (!value || value.includes('"told":true')) continue;
        news = true;
        const one = parsed(value);
        if (one) storage.write(name(n), JSON.stringify({ ...one, told: true }));
      }
      return news;
    },
    /** Remove for good what came from some keys. The rest moves up: the first gap ends the row. @param {(key: string) => boolean} theirs */
    drop(theirs) {
      for (let n = 0, to = 0, end = first(); n < end; n += 1) {
        const text = storage.read(name(n)).value ?? "";
        storage.remove(name(n)); // first, which makes the room for its new place
        if (!theirs(String(parsed(text)?.key))) storage.write(name(to++), text);
      }
    },
    /** Everything that is in quarantine. @returns {Quarantined[]} */
    all() {
      /** @type {Quarantined[]} */
      const found = [];
      for (let n = 0, end = first(); n < end; n += 1) {
        const text = storage.read(name(n)).value ?? "";
        found.push(parsed(text) ?? { key: name(n), text, at: "" }); // one that is damaged itself still counts
      }
      return found;
    },
  };
}

/** @param {string} text @returns {Quarantined | null} */
function parsed(text) {
  const value = readJson(text);
  return typeof value?.text === "string" ? value : null;
}
