/**
 * Takes what stands in the former format. The early script reads it there as long as nothing else is known (restore.js); here it is
 * copied. Pages of that release that are still open go on to write there, and what they write comes here by the law of merge.js. The
 * old place stays for a week, so that such pages miss nothing, and so that a release that is taken back shows what it knew. Then, or
 * where room is short, it is removed.
 */
import { mergeAbout, readAbout } from "app/answers/about";
import { FORMAT, formerKey, homeOf, prefixOf } from "app/answers/homes";
import { keysOf } from "app/answers/keys";
import { merge } from "app/answers/merge";
import { readAnswer } from "app/answers/versions";

const STAYS_MS = 7 * 24 * 60 * 60 * 1000;

/** How the keys of the former format start. @param {string} prefix */
export const formerOf = (prefix) => prefixOf(homeOf(prefix), FORMAT - 1);

/** Two stored records as one; null where one of them cannot be read. @template T @param {(text: string) => { value: T | null }} read @param {(a: T, b: T) => T} join */
const both = (read, join) => (/** @type {string} */ one, /** @type {string} */ other) => {
  const [a, b] = [read(one).value, read(other).value];
  return a && b ? JSON.stringify(join(a, b)) : null;
};

const KINDS = /** @type {Record<string, (old: string, now: string) => string | null>} */ ({ answer: both(readAnswer, merge), workbook: both(readAbout, mergeAbout) });

/** @param {import("app/answers/storage").Bytes} storage @param {string} prefix @param {() => Date} clock */
export function takeFormer(storage, prefix, clock) {
  const former = keysOf(formerOf(prefix));
  const since = formerKey(prefix);
  const known = storage.read(since).value; // when it was copied first
  const all = storage.keys(former.prefix);
  if (!all.length) return;
  /** There is no room for it twice. @param {string} key @param {string} to @param {string} old */
  const move = (key, to, old) => {
    storage.remove(key); // which makes the room for its new place
    const moved = storage.write(to, old).ok;
    if (!moved) storage.write(key, old);
    return moved;
  };
  const whole = all.every((key) => {
    const { name, kind } = former.parts(key);
    if (!(kind in KINDS) && known) return true; // what could be undone, and what was in quarantine, was copied then
    const to = prefix + name;
    const old = storage.read(key).value ?? "";
    const now = storage.read(to).value ?? null;
    if (now === null) return storage.write(to, old).ok || move(key, to, old);
    const next = old === now ? now : (KINDS[kind]?.(old, now) ?? now);
    return next === now || storage.write(to, next).ok;
  });
  const at = Number(new Date(known ?? ""));
  const isOver = Number(clock()) - at > STAYS_MS || storage.isNearlyFull(keysOf(prefix).room);
  if (whole && isOver) for (const key of [...all, since]) storage.remove(key);
  else if (!(at <= Number(clock()))) storage.write(since, clock().toISOString());
}
