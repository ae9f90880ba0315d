/**
 * Hands the workbook over without a server: makes a link that carries what is prepared or what the group said, shows it as a code where
 * it fits one, and hands it to the clipboard or to what the phone shares with. The HTML is described in macros/templates/share.html.
 */
import { labelOf } from "app/answers/about";
import { identityOf } from "app/answers/identity";
import { answered, LONGEST, pack, prepared, SAFE } from "app/files/link";
import { part, print } from "app/page/parts";
import { pressed } from "app/page/press";
import { wordsOf } from "app/page/wordlist";
import { fill } from "app/page/words";

/** The address of this page as it is published. */
const published = () =>
  /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="canonical"]'))?.href ?? location.href.replace(/[?#].*$/, "");

/**
 * @param {HTMLElement} section the page
 * @param {{ clock: () => Date, one: () => { workbooks: import("app/files/backup").Workbook[] }, untitled?: string }} world `one`: the workbook that is shown, under its identity, as its file holds it
 * @returns {() => void} says so where the link no longer holds what the workbook says
 */
export function share(section, { clock, one, untitled }) {
  const root = part(section, "share");
  const words = wordsOf(part(root, "share-words"));
  const field = /** @type {HTMLTextAreaElement} */ (part(root, "share-link"));
  const say = (/** @type {string | undefined} */ text) => print(part(root, "share-said"), text ?? "");
  /** What the link holds that is shown. */
  let shown = { kind: "", text: "" };

  /** What a link of a kind would hold; null where there is nothing to hand over. @param {string} kind */
  function holds(kind) {
    const [{ id, about: found, answers }] = [...one().workbooks, { id: "", about: null, answers: {} }];
    const { origin: _origin, ...about } = /** @type {import("app/answers/about").About} */ (found ?? { edits: {} });
    const identity = identityOf(id, /** @type {import("app/answers/about").About | null} */ (found));
    const begins = kind === "prepared";
    const value = /** @type {unknown[]} */ (begins ? prepared(identity, about) : answered(clock().toISOString(), { id: identity, about, answers }));
    const said = value.slice(2); // neither from whom nor from when: that would be another moment each time
    return (begins ? said.join("") : Object.keys(answers).length) ? { value, text: JSON.stringify(said), about } : null;
  }

  /** @param {import("app/answers/about").About} about */
  async function draw(about) {
    const figure = part(root, "share-figure");
    const writer = await import("app/files/code").catch(() => null);
    const code = writer?.code(field.value);
    figure.hidden = !code;
    print(part(root, "share-no-code"), code ? "" : ((writer ? words.no_code : words.missing) ?? ""));
    part(root, "share-file").hidden = Boolean(code);
    if (!code) return;
    const svg = part(root, "share-code");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", code.path);
    svg.setAttribute("viewBox", `0 0 ${code.size} ${code.size}`);
    svg.replaceChildren(path);
    const name = labelOf(about, untitled).slice(0, 200);
    svg.setAttribute("aria-label", fill(words.code ?? "", { name }));
    print(part(root, "share-caption"), fill(words.caption ?? "", { name }));
  }

  /** @param {string} kind */
  async function make(kind) {
    say(""); // so that the same sentence is heard again
    const found = holds(kind);
    const view = part(root, "share-view");
    const behind = found ? await pack(found.value) : "";
    const fits = Boolean(behind) && behind.length <= LONGEST;
    view.hidden = !fits;
    part(root, "share-too-much").hidden = fits || !found;
    shown = { kind: fits ? kind : "", text: found?.text ?? "" };
    part(root, "share-changed").hidden = true;
    if (!found) return say(words[`no_${kind}`]);
    if (!fits) return say("");
    field.value = `${published()}#${behind}`;
    await draw(found.about);
    return say([words[`made_${kind}`], behind.length > SAFE ? words.long : ""].filter(Boolean).join(" "));
  }

  /** Whoever has to copy it by hand finds it selected. @param {string | undefined} why */
  function byHand(why) {
    say(why);
    field.focus();
    field.select();
  }

  const ways = /** @type {Record<string, () => Promise<void>>} */ ({
    prepared: () => make("prepared"),
    answers: () => make("answers"),
    async copy() {
      try {
        await navigator.clipboard.writeText(field.value);
        say(words.copied);
      } catch {
        byHand(words.not_copied); // the browser keeps its clipboard from the page, or has none
      }
    },
    send: () => navigator.share({ url: field.value }).catch((error) => (error.name === "AbortError" ? undefined : byHand(words.not_sent))),
    async file() {
      /** @type {HTMLElement} */ (section.querySelector('[data-makes="one"]')).click();
      say(part(section, "made").textContent ?? "");
    },
  });
  part(root, "share-send").hidden = !navigator.share;
  root.addEventListener("click", (event) => ways[pressed(event)?.dataset.shares ?? ""]?.());
  return () => {
    if (shown.kind) part(root, "share-changed").hidden = holds(shown.kind)?.text === shown.text;
  };
}
