/**
 * Guards what is not saved: another workbook means another page, and what waits for room would go with this one. The reader
 * has it in a file first, or says that it may go.
 * The HTML is described in macros/templates/switcher.html.
 */
import { copyFirst } from "app/workbook/safe";

/**
 * @param {HTMLDialogElement} dialog
 * @param {{ store: import("app/answers/store").Store } & Parameters<typeof copyFirst>[1]} world
 */
export function unsavedGuard(dialog, { store, ...world }) {
  const { isSafe, isTicked, show, reset } = copyFirst(dialog, world);
  let asked = false;

  return {
    /** For what is removed for good. */
    isSafe, show,
    /** May this page go? Where it may not, the dialog says why and offers the file. */
    mayLeave() {
      store.flush();
      if (!store.pending().size || isTicked()) return true;
      show(true);
      if (asked) return isSafe();
      asked = true;
      world.say(dialog.dataset.sayUnsaved);
      return false;
    },
    /** The dialog is opened anew, and more may wait now. */
    reset() {
      asked = false;
      show(false);
      reset();
    },
  };
}
