/** The sorts that somebody sent to this device, each to go on with. The HTML is described in macros/templates/sort.html. */
import { labelOf } from "app/answers/about";
import { copyOf, part, print } from "app/page/parts";
import { fill } from "app/page/words";
import { marked } from "app/sort/range";

/**
 * @param {HTMLElement} root @param {import("app/answers/marks").Handed[]} all what was marked here in sorts that somebody sent
 * @param {{ isHere: (sort: string) => boolean, untitled: string, words: Record<string, string>, open: (sort: string, person: string, sent: import("app/answers/marks").Sent) => void }} world
 *   `isHere`: is its workbook in this browser? Then its marks are shown with that
 */
export function drawSent(root, all, { isHere, untitled, words, open }) {
  const rows = all.flatMap(({ sort, person, sheet }) => {
    const { sent } = sheet;
    if (!sent || isHere(sort)) return [];
    const row = copyOf(root, "sort-sent-one");
    const name = labelOf(sent, untitled);
    print(part(row, "sent-name"), name);
    print(part(row, "sent-count"), fill(words.sent_count ?? "", { marked: marked(sheet, sent.questions), total: sent.questions.length }));
    const button = /** @type {HTMLElement} */ (row.querySelector("button"));
    button.setAttribute("aria-label", fill(words.go_on_of ?? "", { name }));
    button.addEventListener("click", () => open(sort, person, sent));
    return [row];
  });
  part(root, "sort-sent").hidden = !rows.length;
  part(root, "sort-sent-list").replaceChildren(...rows);
}
