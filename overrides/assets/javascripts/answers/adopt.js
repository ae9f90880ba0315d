/**
 * Finds answers in the former format (former.js), and under the path where the site lived before. They are copied, never moved: the old place stays
 * as it is, and a copy that was cut short is made again.
 */
import { takeFormer } from "app/answers/former";
import { FORMAT, homeOf, pathOf, prefixOf } from "app/answers/homes";
import { keysOf } from "app/answers/keys";
import { merge } from "app/answers/merge";
import { readAnswer } from "app/answers/versions";

/**
 * @param {{ storage: import("app/answers/storage").Bytes, prefix: string, clock: () => Date }} world `prefix`: where answers are kept now
 * @param {string[]} formerPaths paths such as "/old/"
 */
export function adopt({ storage, prefix, clock }, formerPaths) {
  takeFormer(storage, prefix, clock); // what was here already counts before what was elsewhere
  const keys = keysOf(prefix);
  if (storage.read(keys.current).value) return;
  for (const path of formerPaths.filter((one) => one !== pathOf(prefix))) {
    const formats = [FORMAT, FORMAT - 1].map((format) => keysOf(prefixOf(homeOf(prefix, path), format)));
    const former = formats.find((one) => storage.read(one.current).value);
    if (!former) continue;
    const current = storage.read(former.current).value ?? "";
    const copied = storage.keys(former.prefix).every((key) => copy(storage, former, key, keys));
    if (copied) storage.write(keys.current, current);
  }
}

/** @param {import("app/answers/storage").Bytes} storage @param {Keys} former @param {string} from @param {Keys} keys @returns {boolean} whether it worked */
function copy(storage, former, from, keys) {
  const { name, kind } = former.parts(from);
  const to = keys.prefix + name;
  const { value: old } = storage.read(from);
  const { value: here } = storage.read(to);
  if (!old || kind === "current") return true;
  if (!here) return storage.write(to, old).ok;
  const [theirs, ours] = [readAnswer(old).value, readAnswer(here).value];
  return theirs && ours && kind === "answer" ? storage.write(to, JSON.stringify(merge(theirs, ours))).ok : true;
}
