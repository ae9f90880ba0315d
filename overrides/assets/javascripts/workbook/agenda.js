/**
 * A plan as steps of the large view: each part of its agenda is one, names have one of their own, and each question has one for
 * moving and one for each round. Pure.
 *
 * @typedef {import("app/workbook/steps").Step} Step
 * @typedef {{ kind: string, minutes: number, questions: number, what: string }} Part
 * @typedef {{ minutes: number, name: string, say: string }} Round
 * @typedef {{ kind: string, minutes: number, how: string }} Fit what a number of people says of a part; only names have minutes of their own
 * @typedef {Step & { question: string, kind: string, minutes: number, place: string }} Planned `question`: the id of what is asked; empty where none is
 */
import { READ_OUT } from "app/workbook/steps";

export const PLAN = "plan";
const WELCOME = "welcome";
const NAMES = "names";

/**
 * @param {Part[]} parts @param {{ rounds: Round[], fits: Fit[] }} size for how many people
 * @param {Step[]} today in their order; where there are too few, one is chosen in the room
 * @param {Record<string, string>} words by kind, and `change`, `changeHint`, `pick`
 * @param {{ question: (number: number, total: number) => string, place: (part: string, step: string) => string }} say
 * @returns {Planned[]}
 */
export function planned(parts, { rounds, fits }, today, words, say) {
  const total = parts.reduce((sum, { questions }) => sum + questions, 0);
  const talked = rounds.reduce((sum, { minutes }) => sum + minutes, 0);
  const fit = (/** @type {string} */ kind) => fits.find((one) => one.kind === kind);
  const names = fit(NAMES);
  let asked = 0;
  const all = parts.flatMap(({ kind, minutes, questions, what }) => {
    const step = { kind, minutes, question: kind === READ_OUT ? READ_OUT : "", text: words[kind] ?? "", hint: [what, fit(kind)?.how].filter(Boolean).join(" "), place: "" };
    if (kind === WELCOME && names) return [{ ...step, minutes: minutes - names.minutes }, { ...step, kind: NAMES, minutes: names.minutes, text: words[NAMES] ?? "", hint: names.how }];
    if (!questions) return [step];
    return Array.from({ length: questions }, () => {
      const { id = "", text = words.pick ?? "" } = today[asked] ?? {};
      asked += 1;
      const part = say.question(asked, total);
      const change = { name: words.change ?? "", minutes: minutes / questions - talked, say: words.changeHint ?? "" };
      return [change, ...rounds].map((round) => ({ kind, minutes: round.minutes, question: id, text, hint: round.say, place: say.place(part, round.name) }));
    }).flat();
  });
  return all.map((step, n) => ({ ...step, way: PLAN, list: PLAN, title: words.title ?? "", number: n + 1, total: all.length, id: `${PLAN}-${n}` }));
}
