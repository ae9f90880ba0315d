/**
 * Shows which marks a link or a file brings, and asks before they join those that are here. Fetched when some come.
 * The HTML is described in macros/templates/sort.html.
 *
 * @typedef {import("app/answers/marks").Handed} Handed
 */
import { labelOf } from "app/answers/about";
import { openImport } from "app/files/apply";
import { copyOf, part, print } from "app/page/parts";
import { fill } from "app/page/words";

const LONGEST = 200; // signs of a title, which may be anything

/**
 * @param {HTMLElement} section the page
 * @param {Parameters<typeof openImport>[0] & { marks: import("app/answers/sheets").Marks, words: Record<string, string>, untitled: string, refused: (full?: string) => string,
 *   reload: (said?: { what?: string, step?: import("app/files/apply").Step }) => void }} world `refused`: why nothing was stored
 * @returns {(handed: Handed[], problems: string[]) => void}
 */
export function handed(section, world) {
  const { books, marks, words, untitled, refused, reload } = world;
  const dialog = /** @type {HTMLDialogElement} */ (section.querySelector('dialog[data-part="handed"]'));
  const { known, addAll } = openImport(world);
  const here = (/** @type {string} */ sort) => known({ id: sort, about: { edits: {} } });
  const add = part(dialog, "handed-add");
  /** @type {Handed[]} */
  let ours = [];

  /** @param {string} sort @param {Handed[]} all */
  function row(sort, all) {
    const one = copyOf(dialog, "handed-one");
    const id = here(sort);
    const people = new Set(all.map(({ person }) => person)).size;
    const questions = new Set(all.flatMap(({ sheet }) => Object.keys(sheet.marks))).size;
    const changes = marks.changes(id ? all : []);
    const fresh = changes.filter(([, before]) => before === null).length;
    const name = id ? labelOf(books.about(id), untitled).slice(0, LONGEST) : "";
    print(part(one, "handed-name"), fill((id ? words.handed_known : words.handed_other) ?? "", { name, people, questions }));
    print(part(one, "handed-count"), id ? fill(words.handed_new ?? "", { fresh, changed: changes.length - fresh }) : "");
    return one;
  }

  add.addEventListener("click", () => {
    const step = addAll([], false, ours);
    if (step) reload({ what: "marks", step });
    else print(part(dialog, "handed-message"), refused(words.full));
  });

  return (all, problems) => {
    const sorts = [...new Set(all.map(({ sort }) => sort))];
    ours = all.filter(({ sort }) => here(sort));
    part(dialog, "handed-problems").replaceChildren(...problems.map((textContent) => Object.assign(document.createElement("p"), { textContent })));
    part(dialog, "handed-list").replaceChildren(...sorts.map((sort) => row(sort, all.filter((one) => one.sort === sort))));
    const nothing = ours.length > 0 && !marks.changes(ours).length;
    part(dialog, "handed-none").hidden = !nothing;
    add.hidden = !ours.length || nothing;
    print(part(dialog, "handed-message"), "");
    if (!dialog.open) dialog.showModal();
  };
}
