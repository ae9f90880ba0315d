/**
 * Shows a link that was made: as a text, and as a code where it fits one; hands it to the clipboard, or to what the phone shares with.
 * The HTML is described in macros/templates/link.html.
 */
import { part, print } from "app/page/parts";
import { pressed } from "app/page/press";
import { wordsOf } from "app/page/wordlist";
import { fill } from "app/page/words";

/** The address of this page as it is published. */
export const published = () =>
  /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="canonical"]'))?.href ?? location.href.replace(/[?#].*$/, "");

/** Draw a code. @param {Element} svg @param {{ size: number, path: string }} code */
export function drawCode(svg, { size, path: d }) {
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", d);
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.replaceChildren(path);
}

/**
 * @param {HTMLElement} root the part of the page that holds one such view
 * @param {() => void} [file] what to do where a file is asked for instead
 */
export function linked(root, file) {
  const view = part(root, "link-view");
  const words = wordsOf(part(root, "link-words"));
  const field = /** @type {HTMLTextAreaElement} */ (part(root, "link-text"));
  const say = (/** @type {string | undefined} */ text) => print(part(root, "link-said"), text ?? "");

  /** Whoever has to copy it by hand finds it selected. @param {string | undefined} why */
  function byHand(why) {
    say(why);
    field.focus();
    field.select();
  }

  const ways = /** @type {Record<string, () => Promise<void>>} */ ({
    async copy() {
      try {
        await navigator.clipboard.writeText(field.value);
        say(words.copied);
      } catch {
        byHand(words.not_copied); // the browser keeps its clipboard from the page, or has none
      }
    },
    send: () => navigator.share({ url: field.value }).catch((error) => (error.name === "AbortError" ? undefined : byHand(words.not_sent))),
  });
  part(root, "link-send").hidden = !navigator.share;
  part(root, "link-file").addEventListener("click", () => file?.());
  view.addEventListener("click", (event) => ways[pressed(event)?.dataset.link ?? ""]?.());

  return {
    say,
    hide: () => void (view.hidden = true),
    /** @param {string} behind what stands behind # @param {string} name of what it leads to @param {boolean} [always] is a file offered beside a code, too? */
    async show(behind, name, always) {
      field.value = `${published()}#${behind}`;
      view.hidden = false;
      const figure = part(root, "link-figure");
      const writer = await import("app/files/code").catch(() => null);
      const code = writer?.code(field.value);
      figure.hidden = !code;
      print(part(root, "link-no-code"), code ? "" : ((writer ? words.no_code : words.missing) ?? ""));
      part(root, "link-file").hidden = Boolean(code) && !always;
      if (!code) return;
      const svg = part(root, "link-code");
      drawCode(svg, code);
      svg.setAttribute("aria-label", fill(words.code ?? "", { name }));
      print(part(root, "link-caption"), fill(words.caption ?? "", { name }));
    },
  };
}
