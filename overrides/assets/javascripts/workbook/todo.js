/**
 * The actions of the workbook as one list: sorted, of one person or all, changed where they stand, ticked off, copied as text. Below
 * it what belongs to no question: its actions, and the car park.
 * The HTML is described in macros/templates/todo.html.
 */
import { writeAction } from "app/answers/actions";
import { nameOf } from "app/answers/homes";
import { openEditor } from "app/checklist/editor";
import { IN_GENERAL, actionsOf, actionText, people, samePerson, sortActions, whoAndWhen } from "app/files/actions";
import { calendar, dated } from "app/files/calendar";
import { notesIn } from "app/files/digest";
import { fileName } from "app/files/filename";
import { showDayIn } from "app/page/dayinput";
import { distinct } from "app/page/distinct";
import { download } from "app/page/download";
import { copyOf, part, print } from "app/page/parts";
import { around, pressed } from "app/page/press";
import { watchRewriting } from "app/page/rewriting";
import { putRows } from "app/page/rows";
import { fill } from "app/page/words";

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

  /** The fields in which an action is changed. @param {HTMLElement} item @param {import("app/files/actions").Task} task @param {string} called */
  function fillFields(item, task, called) {
    for (const one of /** @type {NodeListOf<HTMLElement>} */ (item.querySelectorAll("[data-label]"))) {
      one.setAttribute("aria-label", fill(root.dataset.sayChange ?? "", { label: one.dataset.label, what: called }));
    }
    for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (item.querySelectorAll("[data-change]"))) {
      const value = task[/** @type {"what" | "who" | "became"} */ (input.dataset.change)];
      if (input !== document.activeElement && input.value !== value) input.value = value;
    }
    showDayIn(/** @type {HTMLInputElement} */ (item.querySelector('[data-field="by"]')), task.by);
  }

  /** @param {import("app/files/digest").Minutes} minutes @param {boolean} [anew] sorted again: else what is there stays where it is, because somebody may look at it */
  function show(minutes, anew) {
    shown = minutes;
    const all = actionsOf(minutes);
    offer(people(all, minutes.words.language));
    const mine = all.filter(({ who }) => !person.value || samePerson(who, person.value));
    const tasks = sortActions(mine, sort.value === "person" ? "person" : "date", minutes.words.language);
    const old = new Map(/** @type {HTMLElement[]} */ ([...list.children]).map((item) => [item.dataset.action, item]));
    if (!anew && tasks.length === old.size && tasks.every(({ question, id }) => old.has(`${question} ${id}`))) {
      const places = [...old.keys()];
      tasks.sort((one, other) => places.indexOf(`${one.question} ${one.id}`) - places.indexOf(`${other.question} ${other.id}`));
    }
    const names = distinct(tasks.map(({ what }) => what || "–"));
    const items = tasks.map((task, n) => {
      const name = `${task.question} ${task.id}`;
      const item = old.get(name) ?? copyOf(root, "action");
      Object.assign(item.dataset, { action: name, question: task.question, id: task.id, done: String(task.done), overdue: String(task.overdue) });
      /** @type {HTMLInputElement} */ (part(item, "done")).checked = task.done;
      print(part(item, "what"), task.what || "–");
      print(part(item, "nth"), names[n].slice((task.what || "–").length)); // heard, not seen: what was written stays as it was
      print(part(item, "who-by"), whoAndWhen({ ...task, overdue: false }, minutes.words));
      part(item, "overdue").hidden = !task.overdue;
      print(part(item, "question"), task.text);
      if (task.url) part(item, "question").setAttribute("href", task.url);
      print(part(item, "became"), task.became);
      part(item, "became-line").hidden = !task.became.trim();
      fillFields(item, task, names[n]);
      return item;
    });
    putRows(list, items);
    part(root, "actions-none").hidden = all.length > 0;
    part(root, "actions-tools").hidden = !all.length;
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
