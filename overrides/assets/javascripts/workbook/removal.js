/**
 * Removes everything that this site keeps in this browser: it says what goes, offers the backup, and says
 * afterwards that it is gone. Other sites at the same address keep what is theirs.
 * The HTML is described in macros/templates/removal.html.
 */
import { homeOf, pathOf, siteStart, themeStart } from "app/answers/homes";
import { keysOf } from "app/answers/keys";
import { part, print } from "app/page/parts";
import { pressed } from "app/page/press";
import { fill } from "app/page/words";
import { copyFirst } from "app/workbook/safe";

/** @typedef {import("app/answers/storage").Bytes} Bytes */

/**
 * Every key of this site, by kind. Keys of every format, because a later or an earlier release may have written here.
 * @param {Bytes} storage @param {string} prefix @param {string[]} formerPaths @returns {Record<string, string[]>}
 */
export function whatIsKept(storage, prefix, formerPaths) {
  const keys = keysOf(prefix);
  const path = pathOf(prefix);
  const keysAt = (/** @type {string} */ one) => [...storage.keys(siteStart(homeOf(prefix, one))), ...storage.keys(themeStart(one))];
  const former = formerPaths.filter((one) => one !== path).flatMap(keysAt);
  /** @type {Record<string, string[]>} */
  const kinds = { workbooks: [], answers: [], marks: [], quarantine: [], undo: [], choices: [], other: [], former };
  const names = /** @type {Record<string, string>} */ ({ workbook: "workbooks", answer: "answers", marks: "marks", quarantine: "quarantine", undo: "undo", current: "choices", session: "choices" });
  for (const key of keysAt(path)) {
    kinds[key.startsWith(themeStart(path)) ? "choices" : (names[keys.parts(key).kind] ?? "other")].push(key);
  }
  return kinds;
}

/**
 * @param {HTMLElement} section the page
 * @param {{ storages: Bytes[], prefix: string, formerPaths: string[], backup: () => string, copy: () => { name: string, text: string }, forget: () => void,
 *   store: Pick<import("app/answers/store").Store, "pending">, caches?: CacheStorage, reload: () => void }} world `forget`: drop what this page has in memory, and what waits for room;
 *   `caches`: none where the browser keeps nothing, and would refuse to say so
 */
export function removal(section, { storages, prefix, formerPaths, backup, copy, forget, store, caches, reload }) {
  const dialog = /** @type {HTMLDialogElement} */ (section.querySelector('dialog[data-part="removal"]'));
  const found = () => storages.map((storage) => ({ storage, kinds: whatIsKept(storage, prefix, formerPaths) }));
  const say = (/** @type {string | undefined} */ sentence, /** @type {Record<string, string>} */ filled = {}) => print(part(dialog, "removal-made"), fill(sentence ?? "", filled));
  const safe = copyFirst(dialog, { backup, copy, say });
  /** A private window may refuse to say which there are: then it keeps none. */
  const copies = async () => ((await caches?.keys().catch(() => [])) ?? []).filter((name) => name.startsWith(siteStart(homeOf(prefix))));
  let removed = false;
  let some = false; // is there anything of the reader's own?

  function list() {
    const all = found();
    some = false;
    for (const row of /** @type {HTMLElement[]} */ ([...dialog.querySelectorAll("[data-kind]")])) {
      const kind = row.dataset.kind ?? "";
      const count = kind === "waiting" ? store.pending().size : all.reduce((sum, { kinds }) => sum + kinds[kind].length, 0);
      print(row, fill(row.dataset.say ?? "", { count }));
      row.hidden = !count;
      some ||= count > 0;
    }
    part(dialog, "nothing").hidden = some;
    part(dialog, "something").hidden = !some;
    safe.reset();
    safe.show(some);
    say("");
    copies().then(({ length }) => {
      part(dialog, "removal-copies").hidden = !length;
      if (!length) return;
      part(dialog, "nothing").hidden = true;
      part(dialog, "something").hidden = false;
    });
  }

  /** The whole guide, which the worker keeps. @param {CacheStorage} caches */
  async function dropCopies(caches) {
    const at = `${location.origin}${pathOf(prefix)}`;
    for (const one of (await navigator.serviceWorker?.getRegistrations()) ?? []) if (one.scope === at) await one.unregister();
    for (const name of await copies()) await caches.delete(name);
  }

  async function remove() {
    for (const { storage, kinds } of found()) {
      for (const key of Object.values(kinds).flat()) storage.remove(key);
    }
    const [{ write, remove: drop }] = storages;
    write(keysOf(prefix).removed, "*"); // to other tabs this is the reader's will, and nothing that they should keep
    drop(keysOf(prefix).removed);
    forget();
    removed = true;
    if (caches) await dropCopies(caches).catch(() => {}); // what is left is looked at next
    const left = found().some(({ kinds }) => Object.values(kinds).flat().length) || (await copies()).length;
    const after = part(dialog, "removed");
    part(dialog, "ask").hidden = true;
    part(dialog, "after").hidden = false;
    print(after, (left ? after.dataset.sayPart : after.dataset.sayDone) ?? "");
    after.focus();
  }

  dialog.addEventListener("click", (event) => {
    const { part: name } = pressed(event)?.dataset ?? {};
    if (name === "removal-now" && (!some || safe.isSafe())) remove();
  });

  return {
    open: list,
    closed: () => removed && reload(), // nothing on this page may be written again
  };
}
