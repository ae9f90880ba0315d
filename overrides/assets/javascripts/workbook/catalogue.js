/**
 * The questions of the guide as the workbook page lists them, and the current workbook as the one record that
 * everything on that page and every file is made from (digest.js describes it).
 * The HTML is described in macros/templates/progress.html.
 *
 * @typedef {{ id: string, text: string, url: string, hint: string, revised: string, before: string }} Question with when to ask it and how to begin
 * @typedef {{ slug: string, title: string, url: string, questions: Question[] }} List
 * @typedef {{ lists: List[], retired: { id: string, text: string }[], words: Record<string, string> }} Catalogue
 */
import { FACTS } from "app/answers/about";
import { todayOf } from "app/answers/today";
import { IN_GENERAL } from "app/files/actions";
import { part } from "app/page/parts";
import { wordsOf } from "app/page/wordlist";

/** @param {HTMLElement} section @returns {Catalogue} */
export function readCatalogue(section) {
  const lists = /** @type {HTMLElement[]} */ ([...section.querySelectorAll("[data-list]")]).map((row) => {
    const { list: slug = "" } = row.dataset;
    const link = /** @type {HTMLAnchorElement} */ (row.querySelector("a"));
    const asked = /** @type {HTMLElement[]} */ ([...section.querySelectorAll(`[data-open-in="${slug}"] [data-asked]`)]);
    const questions = asked.map((one) => {
      const { asked: id = "", hint = "", revised = "", before = "" } = one.dataset;
      const { href, textContent } = /** @type {HTMLAnchorElement} */ (one.querySelector("a"));
      return { id, text: textContent ?? "", url: href, hint, revised, before };
    });
    return { slug, title: link.textContent ?? "", url: link.href, questions };
  });
  const retired = /** @type {HTMLElement[]} */ ([...section.querySelectorAll("[data-retired]")]).map((row) => ({
    id: row.dataset.retired ?? "",
    text: part(row, "asked").textContent ?? "",
  }));
  return { lists, retired, words: wordsOf(part(section, "export-words")) };
}

/**
 * @param {Catalogue} catalogue
 * @param {{ store: Pick<import("app/answers/store").Store, "read" | "workbook">, about: import("app/answers/workbooks").About, clock: () => Date, build: string }} world
 * @returns {import("app/files/digest").Minutes}
 */
export function record({ lists, retired, words }, { store, about, clock, build }) {
  return {
    workbook: store.workbook,
    about: /** @type {import("app/files/digest").About} */ (Object.fromEntries(FACTS.map((name) => [name, about[name] ?? ""]))),
    today: todayOf(about),
    general: store.read(IN_GENERAL),
    made: clock().toISOString(),
    build,
    lists: lists.map(({ slug, title: name, url, questions }) => ({
      slug, url,
      title: name,
      questions: questions.map(({ id, text, hint, url: address }) => ({ id, text, hint, url: address, answer: store.read(id) })),
    })),
    retired: retired.flatMap(({ id, text }) => {
      const answer = store.read(id);
      return answer ? [{ id, text, answer }] : [];
    }),
    words,
  };
}
