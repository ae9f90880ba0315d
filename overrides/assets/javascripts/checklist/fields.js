/**
 * The fields of an answer, in the panel of its question: put there when it opens, and filled with what is kept.
 * The HTML is described in macros/templates/editor.html and question.html.
 *
 * @typedef {import("app/answers/workbook").Answer} Answer
 */
import { notesOf } from "app/answers/merge";
import { stateOf } from "app/answers/states";
import { blank } from "app/answers/workbook";
import { showDayIn } from "app/page/dayinput";
import { copyOf, part } from "app/page/parts";
import { fill } from "app/page/words";

/** Fields of one line that show what stands in the answer. */
const LINES = /** @type {const} */ (["reason", "decided", "decidedHow", "decidedBy", "laterWho"]);

/** One field by the name of what it writes. @param {Element} root @param {string} name */
export const field = (root, name) => /** @type {HTMLInputElement | null} */ (root.querySelector(`[data-field="${name}"]`));

/** @param {HTMLElement} section @param {import("app/answers/store").Store} store @param {() => string[]} today what was picked for today */
export function openFields(section, store, today) {
  /** The answer on which each open note is based: what was written elsewhere since is kept beside it. @type {Map<string, Answer>} */
  const bases = new Map();
  /** All notes in one field. Whoever writes in it makes them one: those from elsewhere still say where they came from. */
  const joined = (/** @type {Answer} */ answer) =>
    notesOf(answer).flatMap(({ text, from }) => (text ? [from ? `${fill(section.dataset.sayNoteFrom ?? "", { from })}: ${text}` : text] : [])).join("\n\n");

  /** What repeats gets a name of its own. @param {Element} root @param {Record<string, unknown>} place */
  function name(root, place) {
    for (const control of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-name]"))) control.setAttribute("aria-label", fill(control.dataset.name ?? "", place));
  }

  /** Fill a panel with the answer; a field that is being written in is left alone. @param {HTMLElement} row */
  function show(row) {
    const { question = "", number } = row.dataset;
    const answer = store.read(question) ?? blank();
    const set = (/** @type {HTMLInputElement | null} */ control, /** @type {string} */ value) => {
      if (control && control !== document.activeElement && control.value !== value) control.value = value;
    };
    const note = field(row, "note");
    if (note && note !== document.activeElement) {
      bases.set(question, answer);
      set(note, joined(answer));
    }
    const notRelevant = stateOf(answer) === "not-relevant";
    const check = field(row, "not-relevant");
    if (check) check.checked = notRelevant;
    const pick = field(row, "today");
    if (pick) pick.checked = today().includes(question);
    part(row, "reason")?.toggleAttribute("hidden", !notRelevant);
    for (const name of LINES) set(field(row, name), answer[name] ?? "");
    const decide = part(row, "decide");
    if (decide && (answer.decided || answer.laterWho || answer.laterBy)) part(row, "decision").hidden = false;
    if (decide) decide.hidden = !part(row, "decision").hidden; // it has done what it is for
    const later = field(row, "laterBy");
    if (later) showDayIn(later, answer.laterBy ?? "");
    const list = part(row, "actions");
    const actions = list ? (answer.actions ?? []).filter(({ gone }) => !gone) : [];
    const items = /** @type {HTMLElement[]} */ ([...(list?.children ?? [])]);
    for (const item of items) if (!actions.some(({ id }) => id === item.dataset.action)) item.remove();
    for (const [n, { id, what = "", who = "", by = "", done = false }] of actions.entries()) {
      const item = items.find(({ dataset }) => dataset.action === id) ?? list.appendChild(copyOf(section, "action"));
      item.dataset.action = id;
      name(item, { question: number, action: n + 1 });
      set(field(item, "what"), what);
      set(field(item, "who"), who);
      showDayIn(/** @type {HTMLInputElement} */ (field(item, "by")), by);
      const box = field(item, "done");
      if (box) box.checked = done;
    }
    if (!CSS.supports("field-sizing", "content")) import("app/page/grow").then(({ grow }) => grow(row));
  }

  return {
    bases, show,
    /** @param {HTMLElement} row */
    open(row) {
      const { question = "", number } = row.dataset;
      if (!row.querySelector(".app-editor")) {
        const fields = copyOf(section, "editor");
        const hint = part(fields, "hint");
        if (hint) hint.id = `${question}-hint`;
        field(fields, "note")?.setAttribute("aria-describedby", hint.id);
        name(fields, { question: number });
        part(row, "panel").prepend(fields);
      }
      show(row);
    },
  };
}
