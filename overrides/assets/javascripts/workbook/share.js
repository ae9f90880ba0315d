/**
 * Hands the workbook over without a server: makes a link that carries what is prepared or what the group said, or a file where it is too
 * much for one. The HTML is described in macros/templates/share.html.
 */
import { labelOf } from "app/answers/about";
import { identityOf } from "app/answers/identity";
import { answered, LONGEST, pack, prepared, SAFE } from "app/files/link";
import { linked } from "app/files/linked";
import { part } from "app/page/parts";
import { pressed } from "app/page/press";
import { wordsOf } from "app/page/wordlist";

/**
 * @param {HTMLElement} section the page
 * @param {{ clock: () => Date, one: () => { workbooks: import("app/files/backup").Workbook[] }, untitled?: string }} world `one`: the workbook that is shown, under its identity, as its file holds it
 * @returns {() => void} says so where the link no longer holds what the workbook says
 */
export function share(section, { clock, one, untitled }) {
  const root = part(section, "share");
  const words = wordsOf(part(root, "share-words"));
  const view = linked(root, file);
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

  /** @param {string} kind */
  async function make(kind) {
    view.say(""); // so that the same sentence is heard again
    const found = holds(kind);
    const behind = found ? await pack(found.value) : "";
    const fits = Boolean(behind) && behind.length <= LONGEST;
    if (!fits) view.hide();
    part(root, "share-too-much").hidden = fits || !found;
    shown = { kind: fits ? kind : "", text: found?.text ?? "" };
    part(root, "share-changed").hidden = true;
    if (!found) return view.say(words[`no_${kind}`]);
    if (!fits) return view.say("");
    await view.show(behind, labelOf(found.about, untitled).slice(0, 200));
    return view.say([words[`made_${kind}`], behind.length > SAFE ? words.long : ""].filter(Boolean).join(" "));
  }

  function file() {
    /** @type {HTMLElement} */ (section.querySelector('[data-makes="one"]')).click();
    view.say(part(section, "made").textContent ?? "");
  }

  root.addEventListener("click", (event) => {
    const { shares } = pressed(event)?.dataset ?? {};
    if (shares === "file") file();
    else if (shares) make(shares);
  });
  return () => {
    if (shown.kind) part(root, "share-changed").hidden = holds(shown.kind)?.text === shown.text;
  };
}
