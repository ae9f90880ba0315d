/**
 * Sends the minutes on: to the clipboard as rich and as plain text, or as a Word document. Where the browser keeps its clipboard
 * from the page, the text stands selected in a field. The HTML is described in macros/templates/send.html.
 */
import { fileName } from "app/files/filename";
import { mail } from "app/files/mail";
import { download } from "app/page/download";
import { part, print } from "app/page/parts";
import { around, pressed } from "app/page/press";
import { soon } from "app/page/soon";
import { fill } from "app/page/words";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** @param {Record<string, string>} kinds what goes to the clipboard, by its type @returns {Promise<boolean>} whether it is there */
async function copied(kinds) {
  const blobs = Object.entries(kinds).map(([type, text]) => [type, new Blob([text], { type })]);
  try {
    const { ClipboardItem: Item, navigator: { clipboard } } = /** @type {any} */ (window);
    // Firefox 115 has the second way alone, and a page that is not secure has none.
    await (Item ? clipboard.write([new Item(Object.fromEntries(blobs))]) : clipboard.writeText(kinds["text/plain"]));
    return true;
  } catch {
    return false;
  }
}

/** @param {HTMLElement} section the page @param {{ read: () => import("app/files/digest").Minutes, file?: string }} world */
export function send(section, { read, file }) {
  const root = part(section, "send");
  const { sayCopied, sayNotCopied, sayMade = "", sayMissing } = root.dataset;
  const field = /** @type {HTMLTextAreaElement} */ (part(root, "mail-text"));
  let where = root; // in which part of the page the button stands that was pressed
  const say = (/** @type {string | undefined} */ text) => print(part(where, "sent"), text ?? "");

  const ways = /** @type {Record<string, () => Promise<void>>} */ ({
    async mail() {
      const { html, text } = mail(read());
      const there = await copied({ "text/html": html, "text/plain": text });
      part(root, "mail-by-hand").hidden = there;
      if (!there) where = root;
      say(there ? sayCopied : sayNotCopied);
      if (there) return;
      field.value = text;
      field.focus();
      field.select();
    },
    async word() {
      const minutes = read();
      const writer = await soon(import("app/files/word")).catch(() => null);
      if (!writer) return say(sayMissing);
      const name = fileName(minutes.about, minutes.made, "docx", file);
      download(name, await writer.word(minutes), WORD);
      return say(fill(sayMade, { file: name }));
    },
  });
  section.addEventListener("click", (event) => {
    const { sends = "" } = pressed(event)?.dataset ?? {};
    if (!ways[sends]) return;
    where = around(event, '[data-part="about"], [data-part="send"]') ?? root;
    ways[sends]();
  });
}
