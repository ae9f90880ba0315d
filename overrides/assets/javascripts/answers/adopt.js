/**
 * Finds answers in the former format (former.js), and under the path where the site lived before. They are copied, never moved: the old place stays
 * as it is, and a copy that was cut short is made again.
 */
import { takeFormer } from "app/answers/former";
import { FORMAT, homeOf, pathOf, prefixOf } from "app/answers/homes";
import { keysOf, openBook } from "app/answers/keys";
import { merge } from "app/answers/merge";
import { readAnswer } from "app/answers/versions";
import { blank, change } from "app/answers/workbook";

/**
 * @param {{ storage: import("app/answers/storage").Bytes, prefix: string, clock: () => Date, tab: string }} world `prefix`: where answers are kept now
 * @param {string[]} formerPaths paths such as "/old/"
 */
export function adopt({ storage, prefix, clock, tab }, formerPaths) {
  takeFormer(storage, prefix, clock); // what was here already counts before what was elsewhere
  const keys = keysOf(prefix);
  if (storage.read(keys.current).value) return;
  const book = openBook(keys, (name) => storage.read(name).value ?? null, storage.keys);
  for (const path of formerPaths.filter((one) => one !== pathOf(prefix))) {
    const formats = [FORMAT, FORMAT - 1].map((format) => keysOf(prefixOf(homeOf(prefix, path), format)));
    const former = formats.find((one) => storage.read(one.current).value);
    if (!former) continue;
    const current = storage.read(former.current).value ?? "";
    const found = earlyOf(storage, former, keys, book);
    const early = found.filter(({ ours }) => Object.keys(ours).some((name) => !["answered", "edits"].includes(name)));
    for (const one of found) if (!early.includes(one)) storage.remove(one.key); // ticked and taken back: it says nothing
    const copied = storage.keys(former.prefix).every((key) => copy(storage, former, key, keys));
    const joined = early.every((one) => goOn(storage, one, keys.answer(current, one.question), { now: clock().toISOString(), tab }));
    if (copied && joined) storage.write(keys.current, current);
  }
}

/** @typedef {{ key: string, question: string, ours: Answer }} Early @typedef {import("app/answers/workbook").Answer} Answer */

/**
 * What was ticked here before anything came from the former path: the early script stored it (restore.js), in the workbook that is open where nothing is kept.
 * What a copy that was cut short left here is none of it.
 * @param {import("app/answers/storage").Bytes} storage @param {Keys} former @param {Keys} keys @param {string} book @returns {Early[]}
 */
function earlyOf(storage, former, keys, book) {
  return storage.keys(keys.answers(book)).flatMap((key) => {
    const { name, question } = keys.parts(key);
    const { value: text } = storage.read(key);
    const { value: ours } = readAnswer(text ?? "");
    return ours && text !== storage.read(former.prefix + name).value ? [{ key, question, ours }] : [];
  });
}

/** The tick goes on from what the group said there, whatever counter that had reached. @param {import("app/answers/storage").Bytes} storage @param {Early} early @param {string} to @param {import("app/answers/workbook").By} by */
function goOn(storage, { key, ours }, to, by) {
  const there = readAnswer(storage.read(to).value ?? "").value ?? blank();
  const { status, answered } = ours;
  const next = "status" in ours.edits && there.status !== status ? change(there, { status, answered }, by) : there;
  if (!storage.write(to, JSON.stringify(merge(next, ours))).ok) return false;
  if (key !== to) storage.remove(key);
  return true;
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
