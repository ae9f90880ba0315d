/**
 * Opens a link that carries a workbook, or asks people to sort: shows what is in it and asks. A link never does anything by itself: what it carries goes from
 * the address once it was looked at, so a reload or a copied address does nothing again.
 */
import { isLink, unpack } from "app/files/link";
import { part, print } from "app/page/parts";
import { wordsOf } from "app/page/wordlist";

/**
 * @param {HTMLElement} section the page
 * @param {{ open: (text: string, prepared: boolean) => boolean, follow?: (asked: import("app/files/marks").Asked) => unknown }} world `open`: shows a
 *   backup's text as the content of a link; false where there is nothing in it; `follow`: asks whether somebody wants to sort
 * @returns {() => void} to be called when the page goes
 */
export function received(section, { open, follow }) {
  const problems = wordsOf(part(section, "link-problems"));

  const here = location.pathname;

  async function look() {
    const { hash, pathname, search } = location;
    if (pathname !== here || !isLink(hash)) return; // after a step back to another page this one stands there for a moment more
    history.replaceState(history.state, "", pathname + search);
    const found = await unpack(hash);
    if (!section.isConnected) return;
    if ("asked" in found) return void follow?.(found.asked);
    const say = "say" in found ? found.say : open(found.text, found.prepared) ? "" : "empty";
    print(part(section, "happened"), say && (problems[say] ?? ""));
    if (say) part(section, "name").focus();
  }

  window.addEventListener("hashchange", look);
  look();
  return () => window.removeEventListener("hashchange", look);
}
