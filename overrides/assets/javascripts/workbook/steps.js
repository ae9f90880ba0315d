/**
 * In which order the large view goes: through the questions of today, or through all of the guide. Pure.
 *
 * @typedef {import("app/workbook/catalogue").Catalogue} Catalogue
 * @typedef {{ way: string, list: string, title: string, number: number, total: number, id: string, text: string, hint?: string }} Step
 *   `way`: the row in which it stands; `list`: the part of that row that is listed together, by its name, and `title` for people; `hint`: when to ask it and how to begin
 */

import { stateOf } from "app/answers/states";
import { nextOpen } from "app/workbook/progress";

const TODAY = "today";
const ALL = "all";

/** @param {Catalogue} catalogue @returns {Step[]} */
export const allSteps = ({ lists }) =>
  lists.flatMap(({ slug, title, questions }) =>
    questions.map(({ id, text, hint }, n) => ({ way: ALL, list: slug, title, number: n + 1, total: questions.length, id, text, hint })));

/** What was picked for today, in its order; what the guide does not ask (any more) is passed over. @param {Catalogue} catalogue @param {string[]} today @param {string} title @returns {Step[]} */
export function todaySteps({ lists }, today, title) {
  const asked = new Map(lists.flatMap(({ questions }) => questions.map((question) => [question.id, question])));
  const known = today.filter((id) => asked.has(id));
  return known.map((id, n) => ({ way: TODAY, list: TODAY, title, number: n + 1, total: known.length, id, text: asked.get(id)?.text ?? "", hint: asked.get(id)?.hint }));
}

/** The slide on which the actions are read out; it ends what was picked for today, or stands alone. */
export const READ_OUT = "actions";

/** @param {boolean} ends does it end what was picked for today? @param {string} title @returns {Step} */
export const readOut = (ends, title) => ({ way: ends ? TODAY : READ_OUT, list: READ_OUT, title, number: 1, total: 1, id: READ_OUT, text: title });

/** The slide with the code with which others join; it stands by itself. */
export const JOIN = "join";

/** @param {string} title @returns {Step} */
export const joinStep = (title) => ({ way: JOIN, list: JOIN, title, number: 1, total: 1, id: JOIN, text: title });

/** The checklist that an address asks the large view for, as in "#large-benefit". @param {string} hash */
export const listIn = (hash) => hash.match(/^#large-([\w-]+)$/)?.[1] ?? "";

/**
 * Where to begin: at the first open question of the checklist that was asked for, where it stood before its page was loaded anew, at what is open today, or at the next question that is open.
 * @param {Step[]} steps @param {{ id?: string, way?: string } | null} was @param {Catalogue} catalogue @param {import("app/answers/store").Store["read"]} read @param {string} [wish] a checklist
 */
export function beginning(steps, was, { lists }, read, wish = "") {
  const next = nextOpen({ lists: lists.map(({ questions }) => ({ questions: questions.map(({ id }) => ({ id, answer: read(id) })) })) })?.question.id;
  /** @type {((step: Step) => boolean)[]} */
  const wanted = [
    ({ list, id }) => list === wish && stateOf(read(id)) === "open",
    ({ list }) => list === wish,
    ({ way, id }) => id === was?.id && way === was.way,
    ({ way, id }) => way === TODAY && id !== READ_OUT && stateOf(read(id)) === "open",
    ({ way, id }) => way === ALL && id === next,
  ];
  return wanted.map((is) => steps.findIndex(is)).find((n) => n >= 0) ?? 0;
}
