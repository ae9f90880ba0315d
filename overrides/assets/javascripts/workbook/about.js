/**
 * The workbook itself: its name, and the fields in which a group says what it is about. Each keystroke is kept, and what
 * stood in a field when its writer came can be taken back.
 * The HTML is described in macros/templates/about.html.
 */
import { FACTS } from "app/answers/about";
import { showDayIn } from "app/page/dayinput";
import { showDay } from "app/page/days";
import { part, print } from "app/page/parts";
import { pressed } from "app/page/press";
import { watchRewriting } from "app/page/rewriting";
import { fill } from "app/page/words";

/**
 * @param {HTMLElement} section the page
 * @param {{ store: import("app/answers/store").Store, books: import("app/answers/workbooks").Workbooks }} world
 * @returns {() => void} shows it again
 */
export function about(section, { store, books }) {
  const card = part(section, "about");
  const fields = /** @type {HTMLInputElement[]} */ ([...card.querySelectorAll("[data-field]")]);
  /** The fact that a field is for, as it is kept. @param {HTMLElement} field */
  const factOf = ({ dataset }) => {
    const name = FACTS.find((one) => one === dataset.field);
    return { name, value: (name && books.about(store.workbook)[name]) ?? "" };
  };
  const trouble = { full: section.dataset.sayFull, blocked: section.dataset.sayBlocked, newer: "" }; // the status line says "newer"

  const writesOver = watchRewriting(card, (field) => factOf(field).value);

  card.addEventListener("input", (event) => {
    const control = /** @type {HTMLInputElement} */ (pressed(event));
    const { name, value } = factOf(control);
    if (!name || control.validity.badInput) return;
    if (writesOver(control)) store.remember(card.dataset.sayRewritten ?? "", [], true, { [name]: value });
    books.edit(store.workbook, { [name]: control.value });
    store.flush(); // the status line listens there
  });

  const known = books.about(store.workbook);
  const empty = FACTS.every((name) => !known[name]);
  /** @type {HTMLDetailsElement} */ (part(card, "fields")).open = empty;

  return () => {
    const now = books.about(store.workbook);
    for (const field of fields) {
      const { name, value } = factOf(field);
      if (name === "date") showDayIn(field, value);
      else if (field !== document.activeElement && field.value !== value) field.value = value;
    }
    const { group, setting, date = "", people, facilitator } = now;
    const led = facilitator && fill(card.dataset.sayLedBy ?? "", { name: facilitator });
    const meta = [group, setting, showDay(date, section.dataset.locale), people, led].filter(Boolean).join(" · ");
    print(part(card, "name"), now.title?.trim() || (section.dataset.untitled ?? ""));
    print(part(card, "meta"), meta);
    part(card, "meta").hidden = !meta;
    const why = books.state.trouble && books.pending().size ? trouble[books.state.trouble] : "";
    print(part(card, "kept-trouble"), (!store.unsaved() && why) || ""); // where answers are unsaved too, the status line says so
  };
}
