/**
 * What was decided, question by question, with the fields to write it in: on the questions of today, or else on all that were
 * discussed. The HTML is described in macros/templates/boards.html.
 */
import { todayOf } from "app/answers/today";
import { openEditor } from "app/checklist/editor";
import { decisionsIn } from "app/files/decisions";
import { copyOf, part, print } from "app/page/parts";
import { allSteps, todaySteps } from "app/workbook/steps";

/**
 * @param {HTMLElement} root
 * @param {Parameters<typeof openEditor>[1] & { books: import("app/answers/workbooks").Workbooks, catalogue: import("app/workbook/catalogue").Catalogue }} world
 * @returns {() => void} shows it again
 */
export function decide(root, world) {
  const { store, books, catalogue } = world;
  const { open, show } = openEditor(root, world);
  const isTold = (/** @type {string} */ id) => store.read(id)?.status === "discussed" || decisionsIn(store.read(id), catalogue.words).length > 0;
  const picked = todaySteps(catalogue, todayOf(books.about(store.workbook)), "");
  const asked = picked.length ? picked : allSteps(catalogue).filter(({ id }) => isTold(id));
  const rows = asked.map(({ id, text }, n) => {
    const row = copyOf(root, "decide-one");
    Object.assign(row.dataset, { question: id, number: n + 1 });
    print(part(row, "decide-asked"), text);
    open(row);
    return row;
  });
  part(root, "decide-list").append(...rows);
  part(root, "decide-none").hidden = rows.length > 0;
  return show;
}
