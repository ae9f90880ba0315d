/**
 * Guards what is not saved: another workbook means another page, and what waits for room would go with this one. It has to
 * be in a file first.
 * The HTML is described in macros/templates/switcher.html.
 */
import { part } from "app/page/parts";

/**
 * @param {HTMLDialogElement} dialog
 * @param {{ store: import("app/answers/store").Store, backup: () => string, say: (sentence: string | undefined, filled?: Record<string, string>) => void }} world
 */
export function unsavedGuard(dialog, { store, backup, say }) {
  const button = part(dialog, "save-first");
  let safe = false;

  button.addEventListener("click", () => {
    const file = backup();
    safe = true;
    button.hidden = true;
    say(dialog.dataset.saySafe, { file });
  });

  return {
    /** May this page go? Where it may not, the dialog says why and offers the file. */
    mayLeave() {
      store.flush();
      if (safe || !store.pending().size) return true;
      button.hidden = false;
      say(dialog.dataset.sayUnsaved);
      return false;
    },
    /** The dialog is opened anew, and more may wait now. */
    reset() {
      safe = false;
      button.hidden = true;
    },
  };
}
