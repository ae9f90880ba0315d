/**
 * The dialog of all workbooks: open one, start one, copy, delete, bring back. The page is loaded anew when another
 * one is the current one afterwards, so that nothing on it belongs to the earlier one.
 * The HTML is described in macros/templates/switcher.html.
 */
import { labelOf } from "app/answers/about";
import { dayOf, showDay } from "app/page/days";
import { distinct } from "app/page/distinct";
import { copyOf, part, print } from "app/page/parts";
import { pressed } from "app/page/press";
import { fill } from "app/page/words";
import { bin } from "app/workbook/bin";
import { refused } from "app/workbook/refused";
import { unsavedGuard } from "app/workbook/unsaved";

/**
 * @param {HTMLElement} section the page
 * @param {{ store: import("app/answers/store").Store, books: import("app/answers/workbooks").Workbooks, backup: () => string, copy: () => { name: string, text: string }, reload: () => void }} world
 */
export function switcher(section, { store, books, backup, copy, reload }) {
  const dialog = /** @type {HTMLDialogElement} */ (section.querySelector('dialog[data-part="switcher"]'));
  const { dataset: words } = dialog;
  const names = part(dialog, "books");
  let deleted = ""; // the one that "Undo" brings back
  let before = { current: "", made: "" }; // which was open when it was deleted, and which empty one was made because it was the last
  const nameOf = (/** @type {string} */ id) => labelOf(books.about(id), section.dataset.untitled);
  const chosen = () => /** @type {HTMLInputElement | null} */ (names.querySelector("input:checked"))?.value ?? store.workbook;
  const guard = unsavedGuard(dialog, { store, backup, copy, say });
  const showBin = bin(dialog, { describe, nameOf, bringBack, purge, guard });

  /** @param {HTMLElement} row @param {import("app/answers/workbooks").Book} book */
  function describe(row, { id, about: { setting, date = "", created }, discussed, notes }) {
    const { locale } = section.dataset;
    const made = created && fill(words.sayMade ?? "", { date: showDay(dayOf(created), locale) });
    const more = [id === books.current() && words.sayOpened, setting, showDay(date, locale) || made, fill(words.sayCount ?? "", { discussed, notes })];
    print(part(row, "book-name"), nameOf(id));
    print(part(row, "book-more"), more.filter(Boolean).join(" · "));
    return row;
  }

  /** @param {string} pick the workbook that is chosen */
  function show(pick) {
    const all = books.list();
    const rows = all.filter(({ about }) => !about.gone).map((book) => {
      const row = describe(copyOf(dialog, "book"), book);
      const radio = /** @type {HTMLInputElement} */ (row.querySelector("input"));
      radio.value = book.id;
      radio.checked = book.id === pick;
      radio.autofocus = radio.checked; // of fifty, the one that is open is in view
      return row;
    });
    names.replaceChildren(...rows);
    const told = rows.map((row) => row.textContent?.trim() ?? "");
    for (const [n, name] of distinct(told).entries()) part(rows[n], "book-more").append(name.slice(told[n].length));
    showBin(all.filter(({ about }) => about.gone));
    part(dialog, "undo-delete").hidden = !deleted;
  }

  /** Say what happened. The button that had the focus may be gone: then the sentence takes it. @param {string | undefined} sentence @param {Record<string, string>} [filled] */
  function say(sentence, filled = {}) {
    print(part(dialog, "switcher-message"), fill(sentence ?? "", filled));
    const { activeElement } = document;
    if (!activeElement?.getClientRects().length || activeElement === document.body || activeElement === dialog) part(dialog, "switcher-message").focus();
  }

  const failed = () => say(refused(section, store, words.sayFailed));

  /** @param {string} id */
  function remove(id) {
    const current = books.current();
    if (id === current && !guard.mayLeave()) return undefined;
    const next = books.list().find((book) => book.id !== id && !book.about.gone)?.id;
    const moved = id !== current || (next ? books.use(next) : books.create());
    if (!moved || !books.mark(id, true)) return failed();
    deleted = id;
    before = { current, made: next || id !== current ? "" : books.current() };
    show(books.current());
    return say(words.sayDeleted, { name: nameOf(id) });
  }

  /** @param {string} id */
  function bringBack(id) {
    if (!books.mark(id, false)) return failed();
    if (id === deleted && id === before.current) books.use(id); // as if it had never been deleted
    if (id === deleted && before.made) books.purge(before.made);
    deleted = "";
    show(id);
    return say(words.sayBack, { name: nameOf(id) });
  }

  /** @param {string} id */
  function purge(id) {
    const name = nameOf(id);
    books.purge(id);
    if (deleted === id) deleted = "";
    show(chosen());
    say(words.sayPurged, { name });
  }

  /** @param {string} id */
  function open(id) {
    if (id !== store.workbook && !guard.mayLeave()) return undefined;
    if (!books.use(id)) return failed();
    return id === store.workbook ? dialog.close() : reload();
  }

  const acts = /** @type {Record<string, () => void>} */ ({
    open: () => open(chosen()),
    new() {
      if (!guard.mayLeave()) return undefined;
      return books.create() ? reload() : failed();
    },
    duplicate() {
      if (!guard.mayLeave()) return undefined;
      const copy = books.duplicate(chosen(), fill(words.sayCopyOf ?? "", { name: nameOf(chosen()) }));
      return copy ? open(copy) : failed();
    },
    delete: () => remove(chosen()),
    "undo-delete": () => bringBack(deleted),
  });
  dialog.addEventListener("click", (event) => acts[pressed(event)?.dataset.part ?? ""]?.());

  return {
    open() {
      deleted = "";
      guard.reset();
      print(part(dialog, "switcher-message"), "");
      show(store.workbook);
    },
    closed: () => books.current() !== store.workbook && reload(),
  };
}
