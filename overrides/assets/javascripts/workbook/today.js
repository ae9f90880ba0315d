/**
 * The questions of today on the workbook page: picked from all, ordered, and counted as they are settled.
 * The HTML is described in macros/templates/today.html.
 */
import { moved, picked, settled, todayOf } from "app/answers/today";
import { statusWord } from "app/files/digest";
import { copyOf, part, print } from "app/page/parts";
import { around, pressed } from "app/page/press";
import { putRows } from "app/page/rows";
import { fill } from "app/page/words";

/**
 * @param {HTMLElement} section the page
 * @param {{ store: import("app/answers/store").Store, books: import("app/answers/workbooks").Workbooks, catalogue: import("app/workbook/catalogue").Catalogue }} world
 * @returns {() => void} shows it again
 */
export function today(section, { store, books, catalogue: { lists, words } }) {
  const root = part(section, "today");
  const list = part(root, "today-list");
  const pick = /** @type {HTMLSelectElement} */ (part(root, "pick"));
  const asked = new Map(lists.flatMap(({ questions }) => questions.map((question) => [question.id, question])));
  const now = () => todayOf(books.about(store.workbook));
  const known = () => now().filter((id) => asked.has(id)); // what another release asks is kept and not shown
  const rowOf = (/** @type {string} */ id) => /** @type {HTMLElement | null} */ (list.querySelector(`[data-picked="${id}"]`));
  const save = (/** @type {string[]} */ ids) => books.edit(store.workbook, { today: ids });

  function showPick() {
    const there = known();
    if (pick.dataset.shows === there.join()) return; // who is choosing goes on
    pick.dataset.shows = there.join();
    pick.replaceChildren(...lists.map(({ title, questions }) => {
      const group = document.createElement("optgroup");
      group.label = title;
      group.append(...questions.filter(({ id }) => !there.includes(id)).map(({ id, text }) => new Option(text, id)));
      return group;
    }));
  }

  /** @param {string} id @param {number} n @param {number} total */
  function row(id, n, total) {
    const item = rowOf(id) ?? copyOf(root, "today-one");
    const { text = "", url = "" } = asked.get(id) ?? {};
    item.dataset.picked = id;
    print(part(item, "asked"), text);
    part(item, "asked").setAttribute("href", url);
    print(part(item, "state"), statusWord(store.read(id), words));
    for (const button of item.querySelectorAll("button")) {
      const { moves } = button.dataset;
      button.setAttribute("aria-label", fill(root.dataset.sayOf ?? "", { what: button.textContent, question: text }));
      button.setAttribute("aria-disabled", String(moves === "-1" ? n === 0 : moves === "1" && n === total - 1)); // not disabled: it may have the focus
    }
    return item;
  }

  function show() {
    const ids = known();
    putRows(list, ids.map((id, n) => row(id, n, ids.length)));
    part(root, "today-none").hidden = ids.length > 0;
    part(root, "today-count").hidden = !ids.length;
    print(part(root, "today-count"), fill(root.dataset.sayCount ?? "", { settled: settled(ids, store.read), total: ids.length }));
    showPick();
  }

  list.addEventListener("click", (event) => {
    const button = pressed(event);
    const { picked: id = "" } = around(event, "[data-picked]")?.dataset ?? {};
    if (!id || !button || button.matches("a, [aria-disabled='true']")) return;
    if (button.dataset.part === "today-remove") {
      save(picked(now(), id, false));
      pick.focus();
    } else {
      save(moved(now(), id, Number(button.dataset.moves)));
      const ids = known();
      print(part(root, "today-said"), fill(root.dataset.sayPosition ?? "", { question: asked.get(id)?.text, number: ids.indexOf(id) + 1, total: ids.length }));
    }
  });
  part(root, "pick-add").addEventListener("click", () => pick.value && save(picked(now(), pick.value, true)));
  return show;
}
