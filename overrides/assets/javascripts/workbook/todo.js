/**
 * The actions of the workbook as one list: sorted, of one person or all, changed where they stand, ticked off, copied as text. Below
 * it what belongs to no question: its actions, and the car park.
 * The HTML is described in macros/templates/todo.html.
 */
import { writeAction } from "app/answers/actions";
import { nameOf } from "app/answers/homes";
import { openEditor } from "app/checklist/editor";
import { IN_GENERAL, actionsOf, actionText, people, samePerson, sortActions } from "app/files/actions";
import { calendar, dated } from "app/files/calendar";
import { notesIn } from "app/files/digest";
import { fileName } from "app/files/filename";
import { distinct } from "app/page/distinct";
import { download } from "app/page/download";
import { copyOf, part, print } from "app/page/parts";
import { around, pressed } from "app/page/press";
import { watchRewriting } from "app/page/rewriting";
import { putRows } from "app/page/rows";
import { fill } from "app/page/words";
import { drawTask, keyOf } from "app/workbook/task";

/**
 * @param {HTMLElement} section the page
 * @param {Parameters<typeof openEditor>[1]} world
 * @returns {(minutes: import("app/files/digest").Minutes) => void} shows it again
 */
export function todo(section, world) {
  const { store, prefix } = world;
  const root = part(section, "todo");
  const list = part(root, "actions");
  const sort = /** @type {HTMLSelectElement} */ (part(root, "sort"));
  const person = /** @type {HTMLSelectElement} */ (part(root, "person"));
  const general = part(root, "general");
  const { open: openGeneral, show: showGeneral } = openEditor(general, world);
  openGeneral(/** @type {HTMLElement} */ (general.querySelector(`[data-question="${IN_GENERAL}"]`)));
  const writesOver = watchRewriting(list);
  /** @type {import("app/files/digest").Minutes | null} */
  let shown = null;

  /** Who is chosen stays, unless nobody of that name has an action any more. @param {string[]} names */
  function offer(names) {
    if (person.dataset.shows === JSON.stringify(names)) return;
    const old = person.value;
    person.dataset.shows = JSON.stringify(names);
    const options = names.map((name) => Object.assign(new Option(name, name), { dir: "auto" }));
    person.replaceChildren(new Option(root.dataset.sayEverybody, ""), ...options);
    person.value = names.find((name) => samePerson(name, old)) ?? "";
  }

  /** @param {import("app/files/digest").Minutes} minutes @param {boolean} [anew] sorted again: else what is there stays where it is, because somebody may look at it */
  function show(minutes, anew) {
    shown = minutes;
    const all = actionsOf(minutes);
    const held = anew ? null : /** @type {HTMLElement | null} */ (list.querySelector(":scope > :focus-within")); // whoever writes there goes on
    const isHeld = (/** @type {import("app/files/actions").Task} */ task) => held?.dataset.action === keyOf(task);
    offer(people(held ? [...all, { who: person.value }] : all, minutes.words.language));
    const mine = all.filter((task) => !person.value || samePerson(task.who, person.value) || isHeld(task));
    const tasks = sortActions(mine, sort.value === "person" ? "person" : "date", minutes.words.language);
    const old = new Map(/** @type {HTMLElement[]} */ ([...list.children]).map((item) => [item.dataset.action, item]));
    const emptied = tasks.some(isHeld) ? null : held; // it will be written anew
    if (!anew && tasks.length === old.size - Number(emptied !== null) && tasks.every((task) => old.has(keyOf(task)))) {
      const places = [...old.keys()];
      tasks.sort((one, other) => places.indexOf(keyOf(one)) - places.indexOf(keyOf(other)));
    }
    const names = distinct(tasks.map(({ what }) => what || "–"));
    const items = tasks.map((task, n) => {
      const item = old.get(keyOf(task)) ?? copyOf(root, "action");
      drawTask(item, task, names[n], { words: minutes.words, sayChange: root.dataset.sayChange });
      return item;
    });
    if (emptied) {
      print(part(emptied, "what"), "–");
      items.splice([...list.children].indexOf(emptied), 0, emptied);
    }
    putRows(list, items);
    const some = all.length > 0 || emptied !== null;
    part(root, "actions-none").hidden = some;
    part(root, "actions-tools").hidden = !some;
    part(root, "person-calendar").hidden = !person.value;
    const parked = notesIn(minutes.general ?? null, minutes.words);
    print(part(root, "parked"), parked.map(({ text }) => text).join("\n"));
    part(root, "car-park").hidden = !parked.length;
    showGeneral();
  }

  for (const select of [sort, person]) select.addEventListener("change", () => shown && show(shown, true));
  list.addEventListener("input", (event) => {
    const input = /** @type {HTMLInputElement} */ (pressed(event));
    const name = input?.dataset.change ?? input?.dataset.field;
    const { question = "", id = "" } = around(event, "[data-action]")?.dataset ?? {};
    if (!name || input.validity.badInput) return;
    if (writesOver(input)) store.remember(root.dataset.sayRewritten ?? "", [question], true);
    writeAction(store, question, id, { [name]: input.value });
  });
  part(root, "person-calendar").addEventListener("click", () => {
    const { sayMade = "", sayNoDates = "", file } = root.dataset;
    if (!shown || !dated(shown, person.value)) return print(part(root, "copied"), sayNoDates);
    const name = fileName({ ...shown.about, title: `${shown.about.title} ${person.value}`.trim() }, shown.made, "ics", file);
    download(name, calendar(shown, nameOf(prefix), person.value), "text/calendar;charset=utf-8");
    return print(part(root, "copied"), fill(sayMade, { file: name }));
  });
  list.addEventListener("change", (event) => {
    if (!pressed(event)?.matches('[data-part="done"]')) return;
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
