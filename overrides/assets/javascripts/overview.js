/**
 * The workbook page: for now, answers to questions that the guide no longer asks.
 * The HTML and its hooks are described in macros/templates/overview.html.
 */
import { notesOf } from "app/merge";

/**
 * @param {HTMLElement} section
 * @param {{ store: import("./store.js").Store }} world
 * @returns {() => void} ends its subscription
 */
export function overview(section, { store }) {
  const rows = /** @type {HTMLElement[]} */ ([...section.querySelectorAll("[data-retired]")]);
  const part = (/** @type {Element} */ root, /** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(`[data-part="${name}"]`));

  function show() {
    for (const row of rows) {
      const answer = store.read(row.dataset.retired ?? "");
      const notes = answer ? notesOf(answer).map(({ text }) => text).filter(Boolean) : [];
      row.hidden = !answer?.status && !notes.length;
      part(row, "said").textContent = answer?.status === "discussed" ? (section.dataset.sayDiscussed ?? "") : "";
      part(row, "note").textContent = notes.join("\n\n");
      part(row, "note").hidden = !notes.length;
    }
    part(section, "retired").hidden = rows.every((row) => row.hidden);
  }

  show();
  return store.subscribe(show);
}
