/**
 * The panel of the handouts page: a reader chooses what is printed and sees it at once. The choice is remembered;
 * nothing is printed by itself. The HTML and its hooks are described in macros/templates/handout.html.
 *
 * @typedef {{ what: string, answers: string, text: string, lines: string, principles: string[] }} Choice
 */
import { readAbout } from "app/answers/about";
import { readJson } from "app/answers/json";
import { keysOf } from "app/answers/keys";
import { todayOf } from "app/answers/today";
import { openSheets } from "app/handout/sheets";
import { part, print } from "app/page/parts";
import { styled } from "app/page/styled";

const { PATIENCE_MS } = globalThis.guide;

/**
 * @param {HTMLElement} section
 * @param {{ store: import("app/answers/store").Store, storage: import("app/answers/storage").Bytes, prefix: string, paint: Guide["paint"] }} world
 * @returns {Promise<() => void>} ends what it began
 */
export async function handout(section, { store, storage, prefix, paint }) {
  await styled();
  const keys = keysOf(prefix);
  const form = /** @type {HTMLFormElement} */ (part(section, "panel"));
  const sheets = openSheets(section, paint);

  /** @returns {Choice} */
  function chosen() {
    const data = new FormData(form);
    const one = (/** @type {string} */ name) => String(data.get(name));
    return { what: one("what"), answers: one("answers"), text: one("text"), lines: one("lines"), principles: data.getAll("principles").map(String) };
  }

  /** Put a choice into the panel; what the panel does not know stays as it is. @param {Record<string, unknown>} choice */
  function choose(choice) {
    for (const input of form.querySelectorAll("input")) {
      const wanted = choice[input.name];
      if (Array.isArray(wanted)) input.checked = wanted.includes(input.value);
      else if (wanted === input.value) input.checked = true;
    }
  }

  /** A link from a principle's page asks for that one. @returns {boolean} whether it does */
  function linked() {
    const input = document.getElementById(location.hash.slice(1));
    if (!(input instanceof HTMLInputElement && form.contains(input))) return false;
    choose({ what: "sheets", principles: [input.value] });
    return true;
  }

  async function show() {
    const choice = chosen();
    part(form, "principles").hidden = choice.what !== "sheets";
    part(form, "text").hidden = ["pack", "today"].includes(choice.what);
    const kept = choice.answers === "current";
    const about = readAbout(storage.read(keys.workbook(store.workbook)).value ?? "").value;
    const trouble = part(form, "trouble");
    const late = setTimeout(() => print(trouble, section.dataset.sayUnreachable ?? ""), PATIENCE_MS); // what comes after all takes it back
    const { complete, some } = await sheets.show(choice, kept ? store.read : () => null, kept ? { ...about } : {}, todayOf({ ...about }));
    clearTimeout(late);
    const none = choice.what === "today" ? section.dataset.sayNoneToday : section.dataset.sayNone;
    print(trouble, (!some ? none : complete ? "" : section.dataset.sayUnreachable) ?? "");
  }

  async function again() {
    const asked = linked();
    await show();
    if (asked) form.scrollIntoView(); // the panel was not there yet when the page was scrolled to its place
  }

  form.addEventListener("change", async () => {
    storage.write(keys.paper, JSON.stringify(chosen()));
    await show();
    print(part(form, "changed"), ""); // so that the same sentence is said again
    print(part(form, "changed"), section.dataset.sayChanged ?? "");
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  part(form, "print").addEventListener("click", () => window.print());
  window.addEventListener("hashchange", again);

  choose(remembered(storage.read(keys.paper).value));
  form.hidden = false;
  again();
  const unsubscribe = store.subscribe(show);
  return () => {
    window.removeEventListener("hashchange", again);
    unsubscribe();
  };
}

/** What was chosen on an earlier visit; nothing where that cannot be read. @param {string | null | undefined} text @returns {Record<string, unknown>} */
const remembered = (text) => ({ ...readJson(text ?? "null") });
