/**
 * The table of tools: shows only those that help one principle, what helps it most first, and says how many there
 * are. Remembers nothing. Says before printing which card is meant to be printed alone. The HTML and its hooks are
 * described in macros/templates/tools.html and tools-cards.html.
 */
import { around } from "app/page/press";
import { fill } from "app/page/words";

/**
 * @param {HTMLElement} root
 * @returns {() => void} releases what reaches beyond the table
 */
export function tools(root) {
  const filter = /** @type {HTMLElement} */ (root.querySelector('[data-part="filter"]'));
  const shown = /** @type {HTMLElement} */ (root.querySelector('[data-part="shown"]'));
  const select = /** @type {HTMLSelectElement} */ (root.querySelector("select"));
  const body = /** @type {HTMLTableSectionElement} */ (root.querySelector("tbody"));
  const rows = /** @type {HTMLElement[]} */ ([...body.rows]);

  /** 0 where a tool helps most, 1 where it also helps, 2 where it does not. @param {HTMLElement} row */
  function distance({ dataset: { main = "", also = "" } }) {
    const place = [main, also].findIndex((slugs) => slugs.split(" ").includes(select.value));
    return select.value === "" ? 0 : place === -1 ? 2 : place;
  }

  function show() {
    for (const row of rows) row.hidden = distance(row) === 2;
    const sorted = [...rows].sort((one, other) => distance(one) - distance(other));
    if (sorted.some((row, n) => row !== body.rows[n])) body.append(...sorted); // else the whole table is laid out anew, as each page starts
    shown.textContent = fill(root.dataset.sayShown ?? "", { shown: rows.filter((row) => !row.hidden).length, total: rows.length });
  }

  /** A link from elsewhere on the page may lead to a tool that the filter hides: show all of them first. @param {Event} event */
  function reveal(event) {
    const { hash } = /** @type {HTMLAnchorElement} */ (around(event, "a") ?? { hash: "" });
    if (!hash || !rows.some((row) => row.hidden && row.querySelector(hash))) return;
    select.value = "";
    show();
  }

  /** Firefox prints a copy of the page that no longer knows where the address leads: it is told. */
  function mark() {
    for (const place of document.querySelectorAll('[data-part="alone"]')) place.toggleAttribute("data-alone", place.matches(":target"));
  }

  select.addEventListener("change", show);
  addEventListener("beforeprint", mark);
  document.addEventListener("click", reveal);
  filter.hidden = false;
  show();
  return () => {
    removeEventListener("beforeprint", mark);
    document.removeEventListener("click", reveal);
  };
}
