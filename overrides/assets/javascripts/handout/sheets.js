/**
 * The sheets of the handouts page: which of them are there, what stands on them, and where their links lead.
 * The HTML and its hooks are described in macros/templates/handout.html and sheet.html.
 *
 * @typedef {import("app/answers/store").Store["read"]} Read
 */
import { actionsIn } from "app/answers/joined";
import { notesOf } from "app/answers/merge";
import { IN_GENERAL } from "app/files/actions";
import { guidance } from "app/handout/guidance";
import { showDay } from "app/page/days";
import { running } from "app/page/paper";
import { part, print } from "app/page/parts";

/** @param {HTMLElement} section @param {Guide["paint"]} paint */
export function openSheets(section, paint) {
  const sheets = /** @type {HTMLElement[]} */ ([...section.querySelectorAll(".app-sheet")]);
  const questions = /** @type {HTMLElement[]} */ ([...section.querySelectorAll("[data-question]")]).map(({ dataset }) => dataset.question ?? "");
  const page = /** @type {HTMLElement} */ (document.querySelector('[data-module="paper"]')).dataset;
  const sources = new Map(sheets.map((sheet) => [sheet, sheet.dataset.source ? new URL(sheet.dataset.source, location.href) : null]));
  /** @type {Map<HTMLElement, Promise<void>>} */
  const fetched = new Map();
  let turn = 0;

  /** Fetch what belongs on a sheet, once; a sheet that got nothing asks again the next time. @param {HTMLElement} sheet */
  function fill(sheet) {
    const coming = fetched.get(sheet) ?? guidance(/** @type {URL} */ (sources.get(sheet)), `${sheet.id}-`).then(({ before, after, terms }) => {
      part(sheet, "before").replaceChildren(...before);
      part(sheet, "after")?.replaceChildren(...after, ...terms);
    });
    fetched.set(sheet, coming);
    coming.catch(() => fetched.delete(sheet));
    return coming;
  }

  /** A link leads to a sheet that is printed with it, or else to the page itself. @param {HTMLElement[]} shown */
  function relink(shown) {
    const there = new Map(shown.flatMap((sheet) => (sources.get(sheet) ? [[sources.get(sheet)?.href, sheet.id]] : [])));
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (section.querySelectorAll("a[data-to]"))) {
      const to = new URL(link.dataset.to ?? "");
      const id = there.get(to.href.replace(/#.*/, ""));
      const place = id && document.getElementById(`${id}-${to.hash.slice(1)}`);
      link.href = id ? `#${place ? place.id : id}` : to.href;
    }
  }

  /** What is to be done, from all answers, and the car park. @param {Read} read */
  function fillActions(read) {
    const body = part(section, "actions");
    const actions = [...questions, IN_GENERAL].flatMap((question) => actionsIn(read(question))).map(({ action }) => action).filter(({ what, who, by }) => what || who || by);
    while (body.children.length < actions.length) body.append(/** @type {Element} */ (body.firstElementChild).cloneNode(true));
    [...body.children].forEach((row, n) => {
      const { what = "", who = "", by = "" } = actions[n] ?? {};
      [what, who, showDay(by, section.dataset.locale)].forEach((text, column) => print(row.children[column], text));
    });
    const general = read(IN_GENERAL);
    print(part(section, "parked"), general ? notesOf(general).map(({ text }) => text).join("\n") : "");
  }

  /** The questions of today in their order, as they stand on the sheets of their principles. @param {string[]} today */
  function fillToday(today) {
    const place = part(section, "today");
    const rows = today.map((id) => section.querySelector(`[data-sheet] [data-question="${id}"]`)).filter((row) => row !== null);
    const copies = rows.map((row, n) => {
      const copy = /** @type {HTMLElement} */ (row.cloneNode(true));
      const [box, label, number] = [".app-sheet__box", ".app-sheet__asked", ".app-sheet__number"].map((one) => /** @type {HTMLElement} */ (copy.querySelector(one)));
      box.id = `today-${copy.dataset.question}`;
      label.setAttribute("for", box.id);
      print(number, `${n + 1}.`);
      return copy;
    });
    place.replaceChildren(...copies);
    return copies.length > 0;
  }

  /** Whose sheets they are, in the place of the lines to write it on. @param {Record<string, unknown>} about the record of a workbook */
  function fillAbout(about) {
    for (const place of /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll("[data-about]"))) {
      const text = String(about[place.dataset.about ?? ""] ?? "").trim();
      print(place, place.dataset.about === "date" ? showDay(text, section.dataset.locale) : text);
    }
    for (const line of section.querySelectorAll(".app-sheet__blanks")) {
      if (!line.querySelector("[data-about]")) continue;
      if (line.querySelector("[data-about]:not(:empty)")) line.removeAttribute("aria-hidden");
      else line.setAttribute("aria-hidden", "true");
    }
  }

  /** What the sheets say in their margins. @param {HTMLElement[]} shown @param {string} what */
  function head(shown, what) {
    const [first] = shown;
    const names = shown.map((sheet) => sheet.dataset.name).filter(Boolean);
    const title = [what === "sheets" && names.length < 4 ? names.join(", ") : "", page.guide ?? ""].filter(Boolean).join(" · ");
    const own = shown.length === 1 ? first.querySelector(".app-sheet__address span")?.textContent : "";
    running({ title, address: own || page.address || "", facts: page.facts ?? "", page: page.page ?? "" });
    print(part(section, "facts"), page.facts ?? "");
  }

  return {
    /**
     * @param {import("app/handout/handout").Choice} choice @param {Read} read how an answer is found; blank sheets find none
     * @param {Record<string, unknown>} about what the workbook says of itself; blank sheets say nothing
     * @param {string[]} today the questions that were picked for today
     * @returns {Promise<{ some: boolean, complete: boolean }>} is there a sheet, and did all of the guidance come?
     */
    async show({ what, lines, text, principles }, read, about, today) {
      const withText = text === "guidance" && !["pack", "today"].includes(what);
      const picked = fillToday(what === "today" ? today : []);
      Object.assign(section.dataset, { what, lines, text: withText ? "guidance" : "questions" });
      for (const sheet of sheets) {
        const { for: only, sheet: slug = "" } = sheet.dataset;
        sheet.hidden = only ? only !== what || (only === "today" && !picked) : what === "today" || (what === "sheets" && !principles.includes(slug));
      }
      const shown = sheets.filter((sheet) => !sheet.hidden);
      paint(section, read);
      fillActions(read);
      fillAbout(about);
      head(shown, what);
      const wanted = shown.filter((sheet) => sources.get(sheet) && (withText || sheet.dataset.for === "pack"));
      const mine = (turn += 1);
      section.setAttribute("aria-busy", "true");
      const came = await Promise.allSettled(wanted.map(fill));
      if (mine === turn) section.setAttribute("aria-busy", "false"); // else something else was chosen meanwhile
      relink(sheets.filter((sheet) => !sheet.hidden));
      return { some: shown.length > 0, complete: came.every(({ status }) => status === "fulfilled") };
    },
  };
}
