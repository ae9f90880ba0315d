/**
 * The range of a silent sort as a table of counts, each question with a bar of the same counts: signs and numbers, which colour only repeats.
 * The HTML is described in macros/templates/sort.html.
 */
import { MARKS } from "app/answers/marks";
import { copyOf, part, print } from "app/page/parts";
import { putRows } from "app/page/rows";
import { fill } from "app/page/words";

/**
 * @param {HTMLElement} root @param {import("app/sort/range").Row[]} rows @param {{ today: string[], words: Record<string, string> }} said
 */
export function drawRange(root, rows, { today, words }) {
  const table = part(root, "sort-table");
  const signs = Object.fromEntries(/** @type {HTMLElement[]} */ ([...root.querySelectorAll(".app-sort__key [data-mark]")]).map((one) => [one.dataset.mark, part(one, "sign").textContent]));
  putRows(table, rows.map(({ id, text, url, counts }) => {
    const line = /** @type {HTMLElement} */ (table.querySelector(`[data-row="${id}"]`)) ?? copyOf(root, "sort-row");
    line.dataset.row = id;
    const question = part(line, "row-question");
    print(question, text);
    if (url) question.setAttribute("href", url);
    for (const mark of MARKS) print(part(/** @type {HTMLElement} */ (line.querySelector(`[data-count="${mark}"]`)), "count"), String(counts[mark]));
    part(line, "row-bar").replaceChildren(...MARKS.filter((mark) => counts[mark]).map((mark) => {
      const share = copyOf(root, "sort-share");
      share.dataset.mark = mark;
      share.style.flexGrow = String(counts[mark]);
      print(share, `${signs[mark]} ${counts[mark]}`);
      return share;
    }));
    const box = /** @type {HTMLInputElement} */ (line.querySelector("input"));
    box.checked = today.includes(id);
    box.setAttribute("aria-label", fill(words.pick_of ?? "", { question: text }));
    return line;
  }));
}
