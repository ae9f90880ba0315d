/**
 * Takes a change back. It is fetched once there is something to take back: a page on which nothing is removed loads less.
 *
 * @typedef {import("app/answers/workbook").Answer} Answer
 * @typedef {import("app/answers/workbook").Edit} Edit
 * @typedef {import("app/answers/workbook").By} By
 * @typedef {import("app/answers/undo").Step} Step
 */
import { changeAction } from "app/answers/actions";
import { notesOf } from "app/answers/merge";
import { soundAnswer } from "app/answers/versions";
import { change } from "app/answers/workbook";

/**
 * Take a step back: in the answers and, where it was there that something was written over, in what the workbook says of itself.
 * Anybody may have written it: what is no answer, no text and nobody's marks is passed over.
 * @param {Step} step @param {import("app/answers/store").Store["edit"]} edit
 * @param {Parameters<typeof import("app/answers/books").sharedBooks>[0]} world
 */
export async function takeBack({ workbook, before, facts, tab, marks }, edit, world) {
  // A page with only a checklist has no other use for it; without it, nothing is done.
  const books = facts || marks ? (await import("app/answers/books")).sharedBooks(world) : null;
  if (marks) books?.sheets.bring(marks); // where there is no room they wait, as all marks do
  for (const [question, earlier] of Object.entries(before ?? {})) {
    const { value } = soundAnswer(earlier);
    if (value) edit(question, (answer, by) => revert(answer, value, by, tab));
  }
  if (!books || !facts) return;
  const { edits, ...now } = books.about(workbook);
  const mayReturn = (/** @type {string} */ name) => !(/** @type {any} */ (now)[name]) || edits[name]?.[1] === tab;
  books.edit(workbook, Object.fromEntries(Object.entries(facts).filter(([name, text]) => typeof text === "string" && mayReturn(name))));
}

/** What people write in one line. */
const LINES = /** @type {const} */ (["reason", "decided", "decidedHow", "decidedBy", "laterBy", "laterWho"]);

/** All actions, in a joint record also those of groups; what the record itself says of one stands last. @param {Answer} answer */
const actionsOf = ({ actions = [], parts = {} }) =>
  [...new Map([...Object.values(parts).flatMap((part) => part.actions ?? []), ...actions].map((one) => [one.id, one])).values()];

/**
 * Bring back what an earlier state of an answer held and the present one lacks. What came between stays: other
 * people may have written it. Only what the writer wrote who is taking it back makes room.
 * @param {Answer} answer as it is now @param {Answer} earlier @param {By} by
 * @param {string} [writer] the tab that wrote over words @returns {Answer}
 */
export function revert(answer, earlier, by, writer) {
  const { status, answered } = earlier;
  const own = (/** @type {Edit | undefined} */ edit) => writer !== undefined && edit?.[1] === writer;
  /** Is a text gone, and may it stand again where another one stands now? */
  const back = (text = "", now = "", /** @type {Edit | undefined} */ edit) => !now.includes(text) && (!now || own(edit));
  const texts = LINES.filter((name) => back(earlier[name], answer[name], answer.edits[name])).map((name) => [name, earlier[name]]);
  let next = change(answer, { ...(status && { status, answered }), ...Object.fromEntries(texts) }, by);
  const written = notesOf(answer).filter(({ text }) => text);
  const missing = notesOf(earlier).map(({ text }) => text).filter((text) => text && !written.some((one) => one.text.includes(text)));
  const rest = written.filter(({ edit }) => !own(edit)).map(({ text }) => text);
  if (missing.length) next = change(next, { note: [...missing, ...rest].join("\n\n") }, by);
  for (const { id, edits: _edits, ...fields } of actionsOf(earlier)) {
    const now = actionsOf(answer).find((action) => action.id === id);
    if (fields.gone) continue;
    const { what, who, by: day, became } = fields;
    const lost = Object.entries({ what, who, by: day, became }).filter(([name, text]) => now && back(text, /** @type {any} */ (now)[name], now.edits[name]));
    if (!now || now.gone) next = changeAction(next, id, { ...fields, gone: false }, by);
    else if (writer && lost.length) next = changeAction(next, id, Object.fromEntries(lost), by);
  }
  return next;
}
