/**
 * Shows workbooks of this browser side by side, and makes a joint record of them. Fetched when it is asked for.
 * The HTML is described in macros/templates/together.html.
 *
 * @typedef {import("app/together/compare").Table} Table
 */
import { identityOf } from "app/answers/identity";
import { openImport } from "app/files/apply";
import { fileName } from "app/files/filename";
import { showDay } from "app/page/days";
import { download } from "app/page/download";
import { copyOf, part, print } from "app/page/parts";
import { pressed } from "app/page/press";
import { wordsOf } from "app/page/wordlist";
import { fill } from "app/page/words";
import { chosen, compare, FEWEST, inOrder, MOST, namesOf } from "app/together/compare";
import { joint } from "app/together/joint";
import { drawMap, drawRow } from "app/together/rows";
import { sheet, tablePage } from "app/together/sheet";

/**
 * @typedef {Parameters<typeof openImport>[0] & { catalogue: Parameters<typeof compare>[0], build: string, reload: (said?: { what?: string }) => void,
 *   refused: (full?: string) => string }} World `refused`: why nothing was stored
 */

/** @param {HTMLElement} root @param {World} world */
export function together(root, world) {
  const { store, books, catalogue, moves, clock, build, reload, refused } = world;
  const words = { ...catalogue.words, ...wordsOf(part(root, "together-words")) };
  const [show, list] = /** @type {HTMLSelectElement[]} */ (["together-show", "together-list"].map((name) => part(root, name)));
  const marks = Object.fromEntries(/** @type {HTMLElement[]} */ ([...root.querySelectorAll("[data-kind]")]).map((one) => [one.dataset.kind, one.textContent ?? ""]));
  const { current } = openImport(world);
  /** @type {Table | null} */
  let table = null;

  const picked = () => /** @type {HTMLInputElement[]} */ ([...part(root, "together-books").querySelectorAll("input:checked")]).map(({ value }) => value);
  const read = () => picked().map((id) => ({ id, ...current(id) }));
  const shown = (/** @type {Table} */ all) => chosen(all, { show: /** @type {any} */ (show.value), list: list.value });
  const titleOf = () => books.about(picked()[0]).title?.trim() || words.untitled;

  /** All workbooks, of which those with the title of the open one are chosen; all of them where it is the only one of that title. */
  function pick() {
    const all = inOrder(books.list().filter(({ about }) => !about.gone), words.untitled, words.language);
    const title = books.about(store.workbook).title?.trim() ?? "";
    const prepared = all.flatMap(({ about }) => about.from ?? []);
    const isEmpty = (/** @type {string} */ id) => !Object.keys(current(id).answers).length;
    // A joint record says what groups say, and what they were handed says nothing yet.
    const groups = all.filter(({ id, about }) => !about.sources?.length && !(prepared.includes(identityOf(id, about)) && isEmpty(id)));
    const alike = groups.filter(({ about }) => (about.title?.trim() ?? "") === title);
    const first = (alike.length >= FEWEST ? alike : groups).slice(0, MOST).map(({ id }) => id);
    const names = namesOf(all.map(({ about }) => about), words.untitled);
    part(root, "together-books").replaceChildren(...all.map(({ id, about: { title: what, group, date = "" } }, n) => {
      const row = copyOf(root, "together-book");
      Object.assign(/** @type {HTMLInputElement} */ (row.querySelector("input")), { value: id, checked: first.includes(id) });
      print(part(row, "together-name"), names[n]);
      print(part(row, "together-more"), [group?.trim() ? what : "", showDay(date, words.language)].filter(Boolean).join(" · "));
      return row;
    }));
  }

  function draw() {
    const count = picked().length;
    const why = count < FEWEST ? words.fewer : count > MOST ? words.more : "";
    print(part(root, "together-message"), why);
    part(root, "together-result").hidden = Boolean(why);
    if (why) return;
    const all = compare(catalogue, read(), moves);
    table = all;
    print(part(root, "together-summary"), fill(words.summary ?? "", all.counts));
    drawMap(root, all, marks);
    const head = part(root, "together-head");
    const columns = all.columns.map(({ name, more }) => {
      const column = copyOf(root, "together-column");
      print(part(column, "column-name"), name);
      print(part(column, "column-more"), more);
      return column;
    });
    head.replaceChildren(...[...head.children].slice(0, 2), ...columns);
    filter();
  }

  function filter() {
    const rows = table ? shown(table) : [];
    part(root, "together-table").replaceChildren(...rows.map((row) => drawRow(root, row, /** @type {Table} */ (table), { words, marks })));
    part(root, "together-none").hidden = rows.length > 0;
  }

  /** A workbook of its own, in which each group's part is known. */
  function make() {
    const made = joint(picked().map((id) => ({ id, ...current(id) })), books, { at: clock().toISOString() });
    const done = openImport(world).addAll([{ id: books.freshId(), about: { ...made.about, group: words.joint_group, edits: {} }, answers: made.answers }]);
    if (done) reload({ what: "joint" });
    else print(part(root, "together-message"), refused(words.full));
  }

  /** @param {string} kind */
  function save(kind) {
    if (!table) return;
    const made = clock().toISOString();
    const title = titleOf();
    const file = fileName({ title, group: words.file }, made, kind === "sheet" ? "csv" : "html");
    if (kind === "sheet") download(file, sheet(table, shown(table), words), "text/csv;charset=utf-8");
    else download(file, tablePage(table, shown(table), words, { title, made, build }), "text/html;charset=utf-8");
    print(part(root, "together-made"), fill(root.dataset.sayMade ?? "", { file }));
  }

  root.addEventListener("click", (event) => {
    const { together: kind } = pressed(event)?.dataset ?? {};
    if (kind === "joint") make();
    else if (kind) save(kind);
  });
  root.addEventListener("change", (event) => (pressed(event)?.matches("select") ? filter() : draw()));

  return () => {
    pick();
    draw();
    part(root, "together-view").hidden = false;
    part(root, "together-summary").focus();
  };
}
