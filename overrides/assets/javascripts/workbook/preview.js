/**
 * The dialog that shows what is in files, or in a link, before anything changes: what they hold, and what would become of this workbook
 * in each of the ways to take one in. The HTML is described in macros/templates/imports.html.
 *
 * @typedef {import("app/workbook/imports").Read} Read
 * @typedef {import("app/files/preview").Choice} Choice
 */
import { FACTS, labelOf } from "app/answers/about";
import { todayOf } from "app/answers/today";
import { IN_GENERAL } from "app/files/actions";
import { openImport } from "app/files/apply";
import { differences, imported } from "app/files/preview";
import { dayOf, showDay } from "app/page/days";
import { part, print } from "app/page/parts";
import { pressed } from "app/page/press";
import { wordsOf } from "app/page/wordlist";
import { fill } from "app/page/words";
import { counted, showFound } from "app/workbook/found";
import { refused } from "app/workbook/refused";

const CHOICES = /** @type {const} */ (["new", "merge", "replace"]);
const LONGEST = 200; // signs of a title, which may be anything
const KINDS = /** @type {const} */ (["added", "changed", "removed", "same"]);

/** Print each text as an element of its own. @param {HTMLElement} where @param {string[]} texts @param {string} [name] of the element */
export const list = (where, texts, name = "p") => where.replaceChildren(...texts.map((text) => Object.assign(document.createElement(name), { textContent: text })));

/**
 * @param {HTMLElement} section the page
 * @param {import("app/answers/store").World & { store: import("app/answers/store").Store, books: import("app/answers/workbooks").Workbooks,
 *   catalogue: import("app/workbook/catalogue").Catalogue, reload: (said?: { what?: string, rest?: string, way?: number, step?: import("app/files/apply").Step }) => void }} world
 */
export function preview(section, world) {
  const { store, clock, tab, catalogue, reload } = world;
  const dialog = /** @type {HTMLDialogElement} */ (section.querySelector('dialog[data-part="preview"]'));
  const which = /** @type {HTMLSelectElement} */ (part(dialog, "which"));
  const words = wordsOf(part(dialog, "preview-words"));
  const title = part(dialog, "preview-title").textContent ?? "";
  const { untitled = "", language } = catalogue.words;
  const texts = new Map([...catalogue.lists.flatMap(({ questions }) => questions), ...catalogue.retired, { id: IN_GENERAL, text: catalogue.words.general ?? "" }].map(({ id, text }) => [id, text]));
  const titleOf = (/** @type {import("app/answers/about").Facts} */ about) => labelOf(about, untitled).slice(0, LONGEST);
  const moment = (/** @type {string} */ made) => showDay(dayOf(made), language);
  const { current, take, addAll, known } = openImport(world);
  /** How a workbook is called that is here already; "" where it is not. @param {Read["workbooks"][0]} workbook */
  const nameHere = (workbook) => {
    const id = known(workbook);
    return id ? titleOf(world.books.about(id)) : "";
  };
  /** Of all files that were read. @type {{ from: Read, workbook: Read["workbooks"][0] }[]} */
  let offered = [];
  let others = /** @type {Read["marks"]} */ ([]); // marks of sorts whose workbook is in none of them
  /** A link holds one workbook: it becomes a new one, or brings up to date the same one. @type {"" | "prepared" | "link"} */
  let link = "";

  const chosen = () => offered[Number(which.value) || 0];
  const incoming = () => chosen().workbook;
  const by = () => ({ tab, from: fill(words.source ?? "", { title: titleOf(incoming().about), date: moment(chosen().from.made || clock().toISOString()) }) });
  /** What there is some of, such as "3 discussed, 1 with a note". @param {Record<string, number>} counts */
  const some = (counts) => Object.entries(counts).flatMap(([name, count]) => (count ? [fill(words[name] ?? "", { count })] : [])).join(", ") || (words.nothing ?? "");

  /** What a merge makes the workbook say of itself that it did not say before. @param {import("app/answers/about").Facts} before @param {import("app/answers/about").Facts} after */
  function taken(before, after) {
    const names = FACTS.filter((name) => after[name]?.trim() && after[name] !== before[name]);
    const facts = names.map((name) => `${(name === "title" ? catalogue.words.workbook : catalogue.words[name]) ?? ""}: ${(after[name] ?? "").slice(0, LONGEST)}`);
    return facts.length ? fill(words.facts ?? "", { list: facts.join(" · ") }) : "";
  }

  function show() {
    const now = current();
    const { made, build } = chosen().from;
    print(part(dialog, "preview-made"), made ? fill((build ? words.made_with : words.made) ?? "", { date: moment(made), build }) : "");
    const { about } = incoming();
    const facts = link ? /** @type {const} */ (["purpose", "setting"]).filter((name) => about[name]?.trim()) : [];
    print(part(dialog, "preview-facts"), facts.map((name) => `${catalogue.words[name] ?? ""}: ${(about[name] ?? "").slice(0, LONGEST)}`).join(" · "));
    part(dialog, "preview-today").hidden = !todayOf(about).length;
    list(part(dialog, "preview-questions"), todayOf(about).map((id) => texts.get(id) ?? id), "li");
    print(part(dialog, "holds"), counted(incoming().answers, words));
    for (const choice of CHOICES) {
      const find = (/** @type {string} */ name) => /** @type {HTMLElement} */ (dialog.querySelector(`[data-${name}="${choice}"]`));
      const would = differences(choice, now, incoming(), by());
      const also = choice === "merge" ? taken(now.about, imported(choice, now, incoming(), by()).about) : "";
      print(find("why"), [fill(find("why").dataset.say ?? "", { name: titleOf(now.about) }), also].filter(Boolean).join(" "));
      print(find("would"), fill(words.would ?? "", { list: some(Object.fromEntries(KINDS.map((kind) => [kind, would[kind].length]))) }));
      const other = [...would.changed, ...would.removed].map((id) => texts.get(id) ?? id);
      find("touches").hidden = !other.length;
      list(part(find("touches"), "questions"), other, "li");
    }
  }

  /** @param {string} choice @returns {{ what: string, rest?: string, way?: number, step?: import("app/files/apply").Step } | null} null where there was no room */
  function apply(choice) {
    const rest = [...new Set(offered.map(({ from }) => from))].filter((file) => file !== chosen().from).map(({ file }) => file).join(", ");
    if (choice === "all" || choice === "new") {
      const all = choice === "all";
      const step = all ? addAll(offered.map(({ workbook }) => workbook), false, others) : addAll([incoming()], true, chosen().from.marks);
      return step && (all ? { what: step.added.length ? "all" : "updated", step } : { what: link || "new", rest, step });
    }
    const way = take(imported(/** @type {Choice} */ (choice), current(), incoming(), by()), { did: "taken", title: titleOf(incoming().about) }, incoming().marks);
    return way === null ? null : { what: choice, rest, way };
  }

  which.addEventListener("change", show);
  dialog.addEventListener("click", (event) => {
    const { choice } = pressed(event)?.dataset ?? {};
    const said = choice && apply(choice);
    if (said) reload(said);
    else if (choice) print(part(dialog, "preview-message"), refused(section, store, words.full));
  });

  /** Show what was read. @param {Read[]} files at least one workbook in them @param {string[]} problems @param {typeof link} [from] the kind of link, where it was none of files */
  return (files, problems, from = "") => {
    link = from;
    print(part(dialog, "preview-title"), words[link] ?? title);
    for (const one of /** @type {NodeListOf<HTMLElement>} */ (dialog.querySelectorAll("[data-of-files]"))) one.hidden = Boolean(link);
    others = files.flatMap(({ marks }) => marks);
    offered = files.flatMap((from) => from.workbooks.map((workbook) => ({ from, workbook })));
    list(part(dialog, "preview-problems"), problems);
    print(part(dialog, "preview-message"), "");
    const all = offered.map(({ from: { file }, workbook }) => ({ file, workbook, here: nameHere(workbook) }));
    const here = all.filter((one) => one.here);
    showFound(dialog, all, { words, untitled, language });
    which.replaceChildren(...offered.map(({ from: { file }, workbook: { about: { title, group, setting = "", date = "" } } }, n) =>
      new Option([titleOf({ title, group }), setting.trim().slice(0, LONGEST), showDay(date, language).slice(0, LONGEST), files.length > 1 && file].filter(Boolean).join(" · "), String(n))));
    part(dialog, "several").hidden = offered.length < 2 && !here.length;
    print(part(dialog, "several-add"), (here.length === offered.length ? words.update : words.all) ?? "");
    const first = here.length < offered.length ? fill(words.all_why ?? "", { count: offered.length }) : "";
    print(part(dialog, "several-why"), [first, here.length ? fill(words.here_why ?? "", { count: here.length }) : ""].filter(Boolean).join(" "));
    show();
    if (!dialog.open) dialog.showModal(); // another file was dropped on it
  };
}
