/** Removes for good what stands in quarantine of a workbook. */
import { readJson } from "app/answers/json";
import { keysOf } from "app/answers/keys";

/**
 * Remove what came from some keys. The rest moves up: the first gap ends the row.
 * @param {import("app/answers/storage").Bytes} storage @param {string} prefix @param {(key: string) => boolean} theirs
 */
export function discard(storage, prefix, theirs) {
  const { quarantine: name } = keysOf(prefix);
  let to = 0;
  for (let n = 0; ; n += 1) {
    const text = storage.read(name(n)).value ?? null;
    if (text === null) return;
    storage.remove(name(n)); // first, which makes the room for its new place
    if (!theirs(String(readJson(text)?.key))) storage.write(name(to++), text);
  }
}
