/**
 * The actions of the workbook as one list: sorted by date or person, ticked off, copied as text.
 * The HTML is described in macros/templates/todo.html.
 */
import { writeAction } from "app/answers/actions";
import { actionsOf, actionText, sortActions, whoAndWhen } from "app/files/actions";
import { copyOf, part, print } from "app/page/parts";
import { around, pressed } from "app/page/press";

/**
 * @param {HTMLElement} section the page
 * @param {{ store: import("app/answers/store").Store }} world
 * @returns {(minutes: import("app/files/digest").Minutes) => void} shows it again
 */
export function todo(section, { store }) {
  const root = part(section, "todo");
  const list = part(root, "actions");
  const sort = /** @type {HTMLSelectElement} */ (part(root, "sort"));
  /** @type {import("app/files/digest").Minutes | null} */
  let shown = null;

  /** @param {import("app/files/digest").Minutes} minutes @param {boolean} [anew] sorted again: else what is there stays where it is, because somebody may look at it */
  function show(minutes, anew) {
    shown = minutes;
    const tasks = sortActions(actionsOf(minutes), sort.value === "person" ? "person" : "date", minutes.words.language);
    const old = new Map(/** @type {HTMLElement[]} */ ([...list.children]).map((item) => [item.dataset.action, item]));
    if (!anew && tasks.length === old.size && tasks.every(({ question, id }) => old.has(`${question} ${id}`))) {
      const places = [...old.keys()];
      tasks.sort((one, other) => places.indexOf(`${one.question} ${one.id}`) - places.indexOf(`${other.question} ${other.id}`));
    }
    const items = tasks.map((task) => {
      const name = `${task.question} ${task.id}`;
      const item = old.get(name) ?? copyOf(root, "action");
      Object.assign(item.dataset, { action: name, question: task.question, id: task.id, done: String(task.done), overdue: String(task.overdue) });
      /** @type {HTMLInputElement} */ (part(item, "done")).checked = task.done;
      print(part(item, "what"), task.what || "–");
      print(part(item, "who-by"), whoAndWhen({ ...task, overdue: false }, minutes.words));
      part(item, "overdue").hidden = !task.overdue;
      print(part(item, "question"), task.text);
      if (task.url) part(item, "question").setAttribute("href", task.url);
      return item;
    });
    const focused = /** @type {HTMLElement | null} */ (document.activeElement);
    if (items.length !== list.children.length || items.some((item, n) => item !== list.children[n])) list.replaceChildren(...items);
    if (focused && list.contains(focused)) focused.focus({ preventScroll: true }); // it moved, and what moves loses the focus
    part(root, "actions-none").hidden = items.length > 0;
    part(root, "actions-tools").hidden = items.length === 0;
  }

  sort.addEventListener("change", () => shown && show(shown, true));
  list.addEventListener("change", (event) => {
    const { question = "", id = "" } = around(event, "[data-action]")?.dataset ?? {};
    writeAction(store, question, id, { done: /** @type {HTMLInputElement} */ (pressed(event)).checked });
  });
  part(root, "copy-actions").addEventListener("click", async () => {
    const { sayCopied = "", sayNotCopied = "" } = root.dataset;
    const copied = shown && (await navigator.clipboard?.writeText(actionText(shown)).then(() => true, () => false));
    print(part(root, "copied"), copied ? sayCopied : sayNotCopied);
  });
  return (minutes) => show(minutes);
}
