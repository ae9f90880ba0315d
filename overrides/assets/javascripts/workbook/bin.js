/**
 * The deleted workbooks: each can be brought back, or removed for good after one more question.
 * The HTML is described in macros/templates/switcher.html.
 *
 * @typedef {import("app/answers/workbooks").Book} Book
 */
import { distinct } from "app/page/distinct";
import { copyOf, part, print } from "app/page/parts";
import { around, pressed } from "app/page/press";
import { fill } from "app/page/words";

/**
 * @param {HTMLDialogElement} dialog
 * @param {{ describe: (row: HTMLElement, book: Book) => HTMLElement, nameOf: (id: string) => string,
 *   bringBack: (id: string) => void, purge: (id: string) => void, guard: { show: (shown: boolean) => void, isSafe: () => boolean } }} world
 * @returns {(gone: Book[]) => void} shows it again
 */
export function bin(dialog, { describe, nameOf, bringBack, purge, guard }) {
  let asked = ""; // which one is about to be removed for good

  /** @param {string} id */
  function ask(id) {
    asked = id;
    part(dialog, "purge-ask").hidden = !id;
    print(part(dialog, "purge-sure"), id ? fill(dialog.dataset.sayPurge ?? "", { name: nameOf(id) }) : "");
  }

  const acts = /** @type {Record<string, (id: string) => void>} */ ({
    "bring-back": bringBack,
    purge(id) {
      ask(id);
      guard.show(true);
      part(dialog, "purge-no").focus();
    },
    "purge-no"() {
      const row = /** @type {HTMLElement} */ (dialog.querySelector(`[data-book="${asked}"]`));
      ask("");
      part(row, "purge").focus();
    },
    "purge-yes"() {
      if (!guard.isSafe()) return;
      const id = asked;
      ask("");
      purge(id);
    },
  });
  dialog.addEventListener("click", (event) => acts[pressed(event)?.dataset.part ?? ""]?.(around(event, "[data-book]")?.dataset.book ?? ""));

  return (gone) => {
    const names = distinct(gone.map(({ id }) => nameOf(id)));
    const rows = gone.map((book, n) => {
      const row = describe(copyOf(dialog, "binned"), book);
      row.dataset.book = book.id;
      for (const name of ["bring-back", "purge"]) part(row, name).setAttribute("aria-label", `${part(row, name).textContent}: ${names[n]}`);
      return row;
    });
    ask("");
    part(dialog, "bin").replaceChildren(...rows);
    part(dialog, "bin-fold").hidden = !rows.length;
  };
}
