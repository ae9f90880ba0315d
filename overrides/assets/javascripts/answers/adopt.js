/**
 * Finds answers under the path where the site lived before. They are copied, never moved: the old place stays
 * as it is, and a copy that was cut short is made again.
 */
import { merge } from "app/answers/merge";
import { readAnswer } from "app/answers/versions";

/**
 * @param {import("app/answers/storage").Bytes} storage
 * @param {string} prefix where answers are kept now
 * @param {string[]} formerPaths paths such as "/old/"
 */
export function adopt(storage, prefix, formerPaths) {
  if (storage.read(`${prefix}current`).value) return;
  for (const path of formerPaths) {
    const former = prefix.replace(/:.*:(\d+:)$/, `:${path}:$1`);
    const current = storage.read(`${former}current`).value;
    if (!current || former === prefix) continue;
    const copied = storage.keys(former).every((key) => copy(storage, key, prefix + key.slice(former.length)));
    if (copied) storage.write(`${prefix}current`, current);
  }
}

/** @param {import("app/answers/storage").Bytes} storage @param {string} from @param {string} to @returns {boolean} whether it worked */
function copy(storage, from, to) {
  const { value: old } = storage.read(from);
  const { value: here } = storage.read(to);
  if (!old || to.endsWith(":current")) return true;
  if (!here) return storage.write(to, old).ok;
  const [theirs, ours] = [readAnswer(old).value, readAnswer(here).value];
  return theirs && ours && to.includes(":answer:") ? storage.write(to, JSON.stringify(merge(theirs, ours))).ok : true;
}
