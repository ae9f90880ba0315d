/**
 * What the group wrote, by checklist, and what the guide changed since: questions whose meaning is another now, and
 * those that it no longer asks. The HTML is described in macros/templates/notes.html.
 */
import { isOutdated } from "app/answers/counts";
import { differs } from "app/answers/joined";
import { stateOf } from "app/answers/states";
import { decisionsIn } from "app/files/decisions";
import { notesIn, reasonOf, saidIn } from "app/files/digest";
import { copyOf, part, print } from "app/page/parts";
import { fill } from "app/page/words";

/** @typedef {import("app/files/digest").Minutes} Minutes */

/**
 * @param {HTMLElement} section the page
 * @param {{ store: import("app/answers/store").Store, catalogue: import("app/workbook/catalogue").Catalogue }} world
 * @returns {(minutes: Minutes) => void} shows it again
 */
export function notes(section, { store, catalogue }) {
  const root = part(section, "written");
  const known = new Map(catalogue.lists.flatMap(({ questions }) => questions.map((question) => [question.id, question])));
  let drawn = "";

  /** One question with what was written on it; null where it is open and nothing was. @param {Minutes["lists"][0]["questions"][0]} question @param {Minutes} minutes */
  function answered({ text, url, answer }, { words }) {
    const decided = decisionsIn(answer, words).map(({ label, text, end }) => ({ from: label, label, text: end ? `${text} (${end})` : text }));
    const written = [...decided, ...notesIn(answer, words)];
    const state = stateOf(answer);
    const notRelevant = state === "not-relevant";
    const said = saidIn(answer, words);
    if (!written.length && !said.length && state === "open") return null;
    const item = copyOf(root, "written-on");
    linked(item, text, url);
    item.toggleAttribute("data-without-words", !written.length && !said.length && !notRelevant);
    part(item, "differ").hidden = !differs(answer);
    part(item, "discussed").hidden = state !== "discussed";
    part(item, "not-relevant").hidden = !notRelevant;
    part(item, "reason").hidden = !reasonOf(answer);
    print(part(item, "reason-text"), reasonOf(answer));
    for (const { from, label, text: words } of [...said.map(({ group, text }) => ({ from: group, label: `${group}:`, text })), ...written]) {
      const line = item.appendChild(copyOf(root, "note"));
      part(line, "from").hidden = !from;
      print(part(line, "from"), label);
      print(part(line, "text"), words);
    }
    return item;
  }

  /** @param {Minutes} minutes */
  function showNotes(minutes) {
    const groups = minutes.lists.flatMap((list) => {
      const items = list.questions.map((question) => answered(question, minutes)).filter((item) => item !== null);
      if (!items.length) return [];
      const group = copyOf(root, "written-in");
      print(part(group, "list"), list.title);
      part(group, "questions").append(...items);
      return [group];
    });
    part(root, "notes").replaceChildren(...groups);
    part(root, "notes-none").hidden = groups.some((group) => group.querySelector("li:not([data-without-words])"));
  }

  /** @param {Minutes} minutes */
  function showChanged(minutes) {
    const changed = minutes.lists.flatMap(({ questions }) => questions).flatMap(({ id, text, url, answer }) => {
      const { revised = "", before = "" } = known.get(id) ?? {};
      if (!isOutdated(answer, revised)) return [];
      const item = copyOf(root, "changed-one");
      linked(item, text, url);
      part(item, "before").hidden = !before;
      print(part(item, "before"), fill(root.dataset.sayBefore ?? "", { text: before }));
      part(item, "holds").setAttribute("aria-label", fill(root.dataset.sayOf ?? "", { label: part(item, "holds").textContent, what: text }));
      part(item, "holds").addEventListener("click", () => {
        store.change(id, { revisedSeen: revised });
        part(section, "name").focus({ preventScroll: true }); // the button is gone, and what is read stays where it is
      });
      return [item];
    });
    part(root, "changed-list").replaceChildren(...changed);
    part(root, "changed").hidden = changed.length === 0;
  }

  /** @param {Minutes} minutes */
  function showRetired({ retired, words }) {
    const rows = /** @type {HTMLElement[]} */ ([...root.querySelectorAll("[data-retired]")]);
    for (const row of rows) {
      const answer = retired.find(({ id }) => id === row.dataset.retired)?.answer ?? null;
      const written = notesIn(answer, words).map(({ text }) => text).join("\n\n");
      row.hidden = !answer?.status && !written;
      print(part(row, "state"), stateOf(answer) === "discussed" ? (root.dataset.sayDiscussed ?? "") : "");
      print(part(row, "note"), written);
      part(row, "note").hidden = !written;
    }
    part(root, "retired").hidden = rows.every((row) => row.hidden);
  }

  return (minutes) => {
    const state = JSON.stringify([minutes.lists, minutes.retired]);
    if (state === drawn) return; // what is read or selected is left alone
    drawn = state;
    showNotes(minutes);
    showChanged(minutes);
    showRetired(minutes);
  };
}

/** @param {HTMLElement} item @param {string} text @param {string} url */
function linked(item, text, url) {
  print(part(item, "question"), text);
  part(item, "question").setAttribute("href", url);
}
