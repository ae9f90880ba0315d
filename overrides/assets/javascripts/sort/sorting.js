/**
 * The dialog in which one person sorts: a question after another, five marks, then what becomes of them. It asks before it begins, and each
 * mark is kept the moment it is given. Fetched when somebody sorts. The HTML is described in macros/templates/sort.html.
 *
 * @typedef {import("app/answers/marks").Sent} Sent
 * @typedef {import("app/answers/marks").Sheet} Sheet
 * @typedef {{ sort: string, name: string, questions: { id: string, text: string }[], sent?: Sent, person?: string }} Round
 *   `sent`: where somebody else asked for it, how it was called; `person`: who began it here and goes on
 */
import { MARKS } from "app/answers/marks";
import { pack } from "app/files/link";
import { linked } from "app/files/linked";
import { hands } from "app/files/marks";
import { part, print } from "app/page/parts";
import { pressed } from "app/page/press";
import { fill } from "app/page/words";
import { mark, marked } from "app/sort/range";

const STEPS = /** @type {const} */ (["start", "asks", "end"]);

/**
 * @param {HTMLElement} section the page
 * @param {{ marks: import("app/answers/sheets").Marks, newId: () => string, words: Record<string, string>, file: (sort: string, say: (text?: string) => void) => void, closed: () => void }} world
 *   `file`: saves what was marked here as a file
 * @returns {(round: Round) => void} shows what is asked
 */
export function sorting(section, { marks, newId, words, file, closed }) {
  const dialog = /** @type {HTMLDialogElement} */ (section.querySelector('dialog[data-part="sorting"]'));
  const view = linked(part(dialog, "sorting-end"), () => file(round.sort, view.say));
  let round = /** @type {Round} */ ({ sort: "", name: "", questions: [] });
  let person = "";
  let at = 0;
  const ids = () => round.questions.map(({ id }) => id);
  const sheet = () => marks.of(round.sort).find((one) => one.person === person)?.sheet ?? /** @type {Sheet} */ ({ marks: {} });
  const done = () => marked(sheet(), ids());

  /** @param {typeof STEPS[number]} step @param {string} focused the part that takes the focus */
  function go(step, focused) {
    for (const one of STEPS) part(dialog, `sorting-${one}`).hidden = one !== step;
    part(dialog, focused).focus();
  }

  /** @param {string} [who] goes on */
  function start(who) {
    person = who ?? `p${newId().slice(1)}`;
    print(part(dialog, "sorting-for"), round.name && fill(words.for_name ?? "", { name: round.name }));
    print(part(dialog, "sorting-count"), fill(words.count ?? "", { count: round.questions.length }));
    part(dialog, "sorting-stays").hidden = !round.sent;
    part(dialog, "sorting-stays-here").hidden = Boolean(round.sent);
    /** @type {HTMLElement} */ (dialog.querySelector('[data-part="sorting-start"] [data-sorting="other"]')).hidden = !done();
    part(dialog, "sorting-trouble").hidden = true;
    view.hide();
    go("start", "sorting-title");
  }

  /** @param {number} n which question; beyond the last one is the end */
  function ask(n) {
    at = Math.max(0, n);
    const question = round.questions[at];
    if (!question) return end();
    print(part(dialog, "sorting-position"), fill(words.position ?? "", { number: at + 1, total: round.questions.length }));
    print(part(dialog, "sorting-question"), question.text);
    const given = sheet().marks[question.id]?.[0];
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (dialog.querySelectorAll("[data-gives]"))) {
      button.setAttribute("aria-pressed", String(button.dataset.gives === given));
    }
    dialog.querySelector('[data-sorting="back"]')?.setAttribute("aria-disabled", String(at === 0)); // not disabled: it may have the focus
    return go("asks", "sorting-question");
  }

  async function end() {
    print(part(dialog, "sorting-thanks"), fill(words.end ?? "", { marked: done(), total: round.questions.length }));
    part(dialog, "sorting-send").hidden = !round.sent;
    part(dialog, "sorting-kept").hidden = Boolean(round.sent) || !marks.isKept(round.sort, person);
    view.say("");
    go("end", "sorting-thanks");
    const mine = marks.of(round.sort).filter((one) => one.sheet.sent && marked(one.sheet, ids())); // all who sorted on this device
    if (round.sent && mine.length) await view.show(await pack(hands(round.sort, mine)), round.name, true);
  }

  /** @param {string} given */
  function give(given) {
    const one = MARKS.find((name) => name === given);
    const { id } = round.questions[at];
    if (!one) return;
    const kept = marks.put({ sort: round.sort, person, sheet: { ...mark(sheet(), id, one), ...(round.sent && { sent: round.sent }) } });
    part(dialog, "sorting-trouble").hidden = kept;
    ask(at + 1);
  }

  const acts = /** @type {Record<string, () => unknown>} */ ({
    begin: () => ask(Math.max(0, round.questions.findIndex(({ id }) => !sheet().marks[id]))),
    again: () => ask(0),
    back: () => at > 0 && ask(at - 1),
    next: () => ask(at + 1),
    stop: end,
    other: () => start(),
  });
  dialog.addEventListener("click", (event) => {
    const { sorting: act, gives } = pressed(event)?.dataset ?? {};
    if (gives) give(gives);
    else if (act) acts[act]?.();
  });
  dialog.addEventListener("close", closed);

  return (next) => {
    round = next;
    if (!dialog.open) dialog.showModal();
    start(next.person);
  };
}
