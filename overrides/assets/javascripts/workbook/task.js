/** One action of the list, with the fields in which it is changed where it stands. The HTML is described in macros/templates/todo.html. */
import { whoAndWhen } from "app/files/actions";
import { showDayIn } from "app/page/dayinput";
import { part, print } from "app/page/parts";
import { fill } from "app/page/words";

/** @typedef {import("app/files/actions").Task} Task */

/** By which an action is found again, whatever is changed in it. @param {Task} task */
export const keyOf = ({ question, id }) => `${question} ${id}`;

/** @param {HTMLElement} item @param {Task} task @param {string} called as no other of the list is @param {{ words: Record<string, string>, sayChange?: string }} said */
export function drawTask(item, task, called, { words, sayChange = "" }) {
  const { question, id, done, overdue, what, text, url, became } = task;
  Object.assign(item.dataset, { action: keyOf(task), question, id, done: String(done), overdue: String(overdue) });
  /** @type {HTMLInputElement} */ (part(item, "done")).checked = done;
  print(part(item, "what"), what || "–");
  print(part(item, "nth"), called.slice((what || "–").length)); // heard, not seen: what was written stays as it was
  print(part(item, "who-by"), whoAndWhen({ ...task, overdue: false }, words));
  part(item, "overdue").hidden = !overdue;
  print(part(item, "question"), text);
  if (url) part(item, "question").setAttribute("href", url);
  print(part(item, "became"), became);
  part(item, "became-line").hidden = !became.trim();
  for (const one of /** @type {NodeListOf<HTMLElement>} */ (item.querySelectorAll("[data-label]"))) {
    one.setAttribute("aria-label", fill(sayChange, { label: one.dataset.label, what: called }));
  }
  for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (item.querySelectorAll("[data-change]"))) {
    const value = task[/** @type {"what" | "who" | "became"} */ (input.dataset.change)];
    if (input !== document.activeElement && input.value !== value) input.value = value;
  }
  showDayIn(/** @type {HTMLInputElement} */ (item.querySelector('[data-field="by"]')), task.by);
}
