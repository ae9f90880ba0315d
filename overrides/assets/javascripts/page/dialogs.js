/**
 * Native dialogs: the browser keeps the focus inside, closes on Escape and gives the focus back. Opened by the
 * buttons that name them in data-opens, closed by those with data-part=close.
 */
import { pressed } from "app/page/press";

/**
 * @param {HTMLElement} section
 * @param {Record<string, { open?: () => void, closed?: () => void }>} kinds what to do when one opens and has closed, by data-part
 */
export function dialogs(section, kinds) {
  for (const [name, { open, closed }] of Object.entries(kinds)) {
    const dialog = /** @type {HTMLDialogElement} */ (section.querySelector(`dialog[data-part="${name}"]`));
    section.querySelector(`[data-opens="${name}"]`)?.addEventListener("click", () => {
      open?.(); // first what is in it: the browser looks there for what takes the focus
      dialog.showModal();
    });
    dialog.addEventListener("click", (event) => {
      if (pressed(event)?.dataset.part === "close") dialog.close();
    });
    dialog.addEventListener("close", () => closed?.());
  }
}
