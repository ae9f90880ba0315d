/**
 * What is in quarantine, and whether the reader was told of it. It is fetched where something is there at all.
 *
 * @typedef {import("app/answers/quarantine").Quarantined} Quarantined
 */
import { readJson } from "app/answers/json";
import { keysOf } from "app/answers/keys";

/** @param {{ storage: import("app/answers/storage").Bytes, prefix: string, store: { quarantine: ReturnType<typeof import("app/answers/quarantine").openQuarantine> } }} world */
export function openTold({ storage, prefix, store: { quarantine } }) {
  const { quarantine: name } = keysOf(prefix);

  return {
    /** Is there something that the reader was not told of? It counts as told from now on. */
    tell() {
      const news = [...quarantine.texts().entries()].filter(([, text]) => text && !text.includes('"told":true'));
      for (const [n, text] of news) {
        const one = parsed(text);
        if (one) storage.write(name(n), JSON.stringify({ ...one, told: true }));
      }
      return news.length > 0;
    },
    /** Everything that is in quarantine; one that is damaged itself still counts. @returns {Quarantined[]} */
    all: () => quarantine.texts().map((text, n) => parsed(text) ?? { key: name(n), text, at: "" }),
  };
}

/** @param {string} text @returns {Quarantined | null} */
function parsed(text) {
  const value = readJson(text);
  return typeof value?.text === "string" ? value : null;
}
