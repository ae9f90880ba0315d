/**
 * What one comes to the workbook for, at its top: where the group stands in one line, what it asks next, and its most urgent actions.
 * The HTML is described in macros/templates/about.html.
 */
import { countStates } from "app/answers/counts";
import { stateOf } from "app/answers/states";
import { actionsOf, sortActions, whoAndWhen } from "app/files/actions";
import { copyOf, part, print } from "app/page/parts";
import { fill } from "app/page/words";
import { nextOpen } from "app/workbook/progress";

const SHOWN = 3; // actions; the list of all is one press away

/** @param {HTMLElement} section the page @returns {(minutes: import("app/files/digest").Minutes) => void} shows it again */
export function now(section) {
  const root = part(section, "now");
  const { sayStand = "", sayToday = "", sayActions = "", sayNoActions = "", sayNextOf = "" } = root.dataset;

  return (minutes) => {
    const { lists, today = [], words } = minutes;
    const all = lists.flatMap(({ title, questions }) => questions.map((question) => ({ ...question, list: title })));
    const picked = today.flatMap((id) => all.filter((question) => question.id === id));
    const open = picked.filter(({ answer }) => stateOf(answer) === "open");
    const settled = picked.length ? fill(sayToday, { settled: picked.length - open.length, total: picked.length }) : "";
    print(part(root, "stand"), [settled, fill(sayStand, { ...countStates(all.map(({ answer }) => answer)), total: all.length })].filter(Boolean).join(" · "));

    const next = nextOpen(minutes);
    const question = open[0] ?? (next && { ...next.question, list: next.list.title });
    part(root, "now-next").hidden = !question;
    if (question) {
      print(part(root, "now-question"), question.text);
      part(root, "now-question").setAttribute("href", question.url);
      print(part(root, "now-list"), fill(sayNextOf, { list: question.list }));
    }

    const tasks = sortActions(actionsOf(minutes), "date", words.language).filter(({ done }) => !done);
    const overdue = tasks.filter((task) => task.overdue).length;
    print(part(root, "now-actions"), tasks.length ? fill(sayActions, { open: tasks.length, overdue }) : sayNoActions);
    part(root, "now-tasks").replaceChildren(...tasks.slice(0, SHOWN).map((task) => {
      const line = copyOf(section, "now-task");
      const end = whoAndWhen({ ...task, overdue: false }, words);
      part(line, "late").hidden = !task.overdue;
      print(part(line, "task"), [task.what.trim() || "–", end && `(${end})`].filter(Boolean).join(" "));
      return line;
    }));
  };
}
