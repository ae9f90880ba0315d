/**
 * Asks for a copy before something goes for good. A page cannot know whether a download arrived: the reader says so, or the
 * browser does, which knows of what its own dialogue saved and of its clipboard. The HTML is described in macros/templates/safe.html.
 */
import { part } from "app/page/parts";

/** @typedef {{ name: string, createWritable: () => Promise<{ write: (text: string) => Promise<void>, close: () => Promise<void> }> }} Handle */
/** @typedef {(options: { suggestedName: string }) => Promise<Handle>} Picker */

/**
 * @param {HTMLElement} dialog which holds one such part
 * @param {{ backup: () => string, copy: () => { name: string, text: string }, say: (sentence: string | undefined, filled?: Record<string, string>) => void }} world
 */
export function copyFirst(dialog, { backup, copy, say }) {
  const root = part(dialog, "safe");
  const { dataset: words } = root;
  const tick = /** @type {HTMLInputElement} */ (part(root, "safe-there"));
  const choose = /** @type {Picker | undefined} */ (/** @type {any} */ (window).showSaveFilePicker?.bind(window));

  /** @param {Picker} picker */
  async function save(picker) {
    const { name, text } = copy();
    try {
      const handle = await picker.call(window, { suggestedName: name });
      const writable = await handle.createWritable();
      await writable.write(text);
      await writable.close();
      tick.checked = true;
      say(words.saySaved, { file: handle.name });
    } catch (error) {
      if (!(error instanceof DOMException && error.name === "AbortError")) say(words.sayNotSaved); // the reader closed the dialogue
    }
  }

  async function paste() {
    tick.checked = (await navigator.clipboard?.writeText(copy().text).then(() => true, () => false)) ?? false;
    say(tick.checked ? words.sayCopied : words.sayNotCopied);
  }

  part(root, "safe-download").addEventListener("click", () => say(words.sayLook, { file: backup() }));
  part(root, "safe-save").hidden = !choose;
  part(root, "safe-save").addEventListener("click", () => choose && save(choose));
  part(root, "safe-copy").addEventListener("click", paste);

  return {
    /** May it go? Where it may not, the sentence says what is asked. */
    isSafe() {
      if (tick.checked) return true;
      say(words.sayFirst);
      tick.focus();
      return false;
    },
    isTicked: () => tick.checked,
    /** @param {boolean} shown */
    show(shown) {
      root.hidden = !shown;
    },
    reset() {
      tick.checked = false;
    },
  };
}
