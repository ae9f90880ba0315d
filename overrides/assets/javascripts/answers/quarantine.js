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

  /** The texts that are kept, in their order. */
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
    /** Is there something that the reader was not told of? It counts as told from now on. */
    tell() {
      const news = [...texts().entries()].filter(([, text]) => text && !text.includes('"told":true'));
      for (const [n, text] of news) {
        const one = parsed(text);
        if (one) storage.write(name(n), JSON.stringify({ ...one, told: true }));
      }
      return news.length > 0;
    },
    /** Everything that is in quarantine; one that is damaged itself still counts. @returns {Quarantined[]} */
    all: () => texts().map((text, n) => parsed(text) ?? { key: name(n), text, at: "" }),
  };
}

/** @param {string} text @returns {Quarantined | null} */
function parsed(text) {
  const value = readJson(text);
  return typeof value?.text === "string" ? value : null;
}
