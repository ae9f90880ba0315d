/**
 * The dialog that shows what is in a file before anything changes: what it holds, and what would become of this workbook
 * in each of the ways to take it in. The HTML is described in macros/templates/imports.html.
 *
 * @typedef {import("app/files/import").Found} Found
 * @typedef {import("app/files/preview").Choice} Choice
 */
import { countStates } from "app/answers/states";
import { openImport } from "app/files/apply";
import { differences, imported } from "app/files/preview";
import { dayOf, showDay } from "app/page/days";
import { part, print } from "app/page/parts";
import { fill, wordsOf } from "app/page/words";

const CHOICES = /** @type {const} */ (["new", "merge", "replace"]);
const KINDS = /** @type {const} */ (["added", "changed", "removed", "same"]);

/** Print each text as an element of its own. @param {HTMLElement} where @param {string[]} texts @param {string} [name] of the element */
export const list = (where, texts, name = "p") => where.replaceChildren(...texts.map((text) => Object.assign(document.createElement(name), { textContent: text })));

/**
 * @param {HTMLElement} section the page
 * @param {import("app/answers/store").World & { store: import("app/answers/store").Store, books: import("app/answers/workbooks").Workbooks,
 *   catalogue: import("app/workbook/catalogue").Catalogue, reload: (place: string) => void }} world
 */
export function preview(section, world) {
  const { store, books, clock, tab, catalogue, reload } = world;
  const dialog = /** @type {HTMLDialogElement} */ (section.querySelector('dialog[data-part="preview"]'));
  const which = /** @type {HTMLSelectElement} */ (part(dialog, "which"));
  const words = wordsOf(part(dialog, "preview-words"));
  const { untitled = "", language } = catalogue.words;
  const texts = new Map([...catalogue.lists.flatMap(({ questions }) => questions), ...catalogue.retired].map(({ id, text }) => [id, text]));
  const titleOf = (/** @type {{ title?: string }} */ { title }) => title?.trim() || untitled;
  const moment = (/** @type {string} */ made) => showDay(dayOf(made), language);
  const { current, take, addAll } = openImport(world);
  /** @type {Found} */
  let found = { problems: [], made: "", site: "", build: "", workbooks: [] };

  const incoming = () => found.workbooks[Number(which.value) || 0];
  const by = () => ({ tab, from: fill(words.source ?? "", { title: titleOf(incoming().about), date: moment(found.made || clock().toISOString()) }) });
  /** What there is some of, such as "3 discussed, 1 with a note". @param {Record<string, number>} counts */
  const some = (counts) => Object.entries(counts).flatMap(([name, count]) => (count ? [fill(words[name] ?? "", { count })] : [])).join(", ") || (words.nothing ?? "");

  function show() {
    const now = current();
    const all = Object.values(incoming().answers);
    const states = countStates(all);
    print(part(dialog, "holds"), some({
      discussed: states.discussed,
      not_relevant: states.not_relevant,
      notes: all.filter(({ note, others }) => note || others?.length).length,
      actions: all.flatMap(({ actions = [] }) => actions.filter(({ gone }) => !gone)).length,
    }));
    for (const choice of CHOICES) {
      const find = (/** @type {string} */ name) => /** @type {HTMLElement} */ (dialog.querySelector(`[data-${name}="${choice}"]`));
      const would = differences(choice, now, incoming(), by());
      print(find("why"), fill(find("why").dataset.say ?? "", { name: titleOf(now.about) }));
      print(find("would"), fill(words.would ?? "", { list: some(Object.fromEntries(KINDS.map((kind) => [kind, would[kind].length]))) }));
      const other = [...would.changed, ...would.removed].map((id) => texts.get(id) ?? id);
      find("touches").hidden = !other.length;
      list(part(find("touches"), "questions"), other, "li");
    }
  }

  /** @param {string} choice @returns {string | null} where the page goes on; null where there was no room */
  function apply(choice) {
    if (choice === "all") return addAll(found.workbooks) ? "done-all" : null;
    if (choice === "new") return addAll([incoming()]) ? "done-new" : null;
    const kept = take(imported(/** @type {Choice} */ (choice), current(), incoming(), by()));
    return kept && `done-${choice}_${kept}`;
  }

  which.addEventListener("change", show);
  dialog.addEventListener("click", ({ target }) => {
    const { choice } = /** @type {HTMLElement} */ (target).dataset;
    if (!choice) return;
    const place = apply(choice);
    if (place) reload(place);
    else print(part(dialog, "preview-message"), (store.state.trouble === "blocked" ? section.dataset.sayBlocked : words.full) ?? "");
  });

  return {
    /** Show what was read. @param {Found} file with at least one workbook @param {string[]} problems */
    open(file, problems) {
      found = file;
      const { workbooks, made, build } = found;
      list(part(dialog, "preview-problems"), problems);
      print(part(dialog, "preview-made"), made ? fill((build ? words.made_with : words.made) ?? "", { date: moment(made), build }) : "");
      print(part(dialog, "preview-message"), "");
      which.replaceChildren(...workbooks.map(({ about: { title, setting = "", date = "" } }, n) =>
        new Option([titleOf({ title }), setting.trim(), showDay(date, language)].filter(Boolean).join(" · "), String(n))));
      part(dialog, "several").hidden = workbooks.length < 2;
      print(part(dialog, "several-why"), fill(words.all_why ?? "", { count: workbooks.length }));
      show();
      dialog.showModal();
    },
    /** Take back what a file did: this workbook is what it was, and what it is now goes to the deleted ones. @param {string} earlier the id of what it was */
    undo(earlier) {
      const { about: { gone: _gone, ...about }, answers } = current(earlier);
      if (!take(imported("replace", current(), { id: earlier, about, answers }, { from: "", tab }))) return print(part(section, "happened"), words.full ?? "");
      books.purge(earlier);
      return reload("done-undo");
    },
  };
}
