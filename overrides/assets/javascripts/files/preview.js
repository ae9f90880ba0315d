/**
 * What an import would change: a workbook as a new one, merged into the current one, or in place of it. Pure: the result is
 * the records to write, which apply.js puts into the storage. All go through the law of merge.js, so that other tabs agree and an older state never comes back.
 *
 * @typedef {import("app/answers/workbook").Answer} Answer
 * @typedef {import("app/answers/workbook").Edit} Edit
 * @typedef {import("app/files/import").About} About
 * @typedef {import("app/files/import").Workbook} Workbook
 * @typedef {"new" | "merge" | "replace"} Choice
 * @typedef {{ from: string, tab: string }} By `from`: how a note that comes from there is marked; `tab`: who writes now
 */
import { FACTS } from "app/answers/about";
import { highestEdit } from "app/answers/keys";
import { merge, mergeFields, notesOf, seenBy, tidy } from "app/answers/merge";
import { blank, change } from "app/answers/workbook";

/**
 * @param {Choice} choice @param {Pick<Workbook, "about" | "answers">} current as it is now @param {Workbook} incoming @param {By} by
 * @returns {Pick<Workbook, "about" | "answers">} the record of the workbook, and the answers to write by question
 */
export function imported(choice, current, incoming, by) {
  if (choice === "new") return { about: incoming.about, answers: incoming.answers };
  const mine = (/** @type {string} */ question) => current.answers[question] ?? blank();
  const theirs = (/** @type {string} */ question) => incoming.answers[question] ?? blank();
  const questions = new Set([...Object.keys(incoming.answers), ...(choice === "replace" ? Object.keys(current.answers) : [])]);
  const both = (/** @type {string} */ question) =>
    choice === "replace" ? overwrite(mine(question), theirs(question), by.tab) : mergeNamed(mine(question), theirs(question), by);
  const answers = Object.fromEntries([...questions].map((question) => [question, both(question)]));
  return { about: (choice === "replace" ? replaceAbout : mergeAbout)(current.about, incoming.about, by.tab), answers };
}

/**
 * To which questions an import adds answers, which it changes, clears or leaves as they are, and which then have several notes.
 * @param {Choice} choice @param {Pick<Workbook, "about" | "answers">} current @param {Workbook} incoming @param {By} by
 */
export function differences(choice, current, incoming, by) {
  const before = choice === "new" ? {} : current.answers;
  /** @type {Record<"added" | "changed" | "removed" | "same" | "notes", string[]>} */
  const found = { added: [], changed: [], removed: [], same: [], notes: [] };
  for (const [question, answer] of Object.entries(imported(choice, current, incoming, by).answers)) {
    const [old, now] = [shown(before[question]), shown(answer)];
    if (!old && !now) continue;
    found[now === old ? "same" : !old ? "added" : !now ? "removed" : "changed"].push(question);
    if (now !== old && notesOf(answer).filter(({ text }) => text.trim()).length > 1) found.notes.push(question);
  }
  return found;
}

/** What a decision says. */
const LINES = /** @type {const} */ (["decided", "decidedHow", "decidedBy", "laterBy", "laterWho"]);

/** What a reader sees of an answer; empty where there is nothing. @param {Answer | undefined} answer */
function shown(answer = blank()) {
  const actions = (answer.actions ?? []).filter(({ gone }) => !gone).map(({ id, what, who, by, done = false, became = "" }) => [id, what, who, by, done, became]);
  const notes = notesOf(answer).map(({ text }) => text).filter((text) => text.trim());
  const decided = LINES.map((name) => answer[name] ?? "");
  return answer.status || notes.length || actions.length || decided.join("") ? JSON.stringify([answer.status, answer.reason ?? "", notes, actions, decided]) : "";
}

/** Merge an answer from elsewhere: its notes say where they came from, and both reasons stay. @param {Answer} mine @param {Answer} theirs @param {By} by */
function mergeNamed(mine, theirs, { from, tab }) {
  const known = notesOf(mine);
  const named = notesOf(theirs).map((note) => {
    const same = known.find(({ text, edit }) => text === note.text && String(edit) === String(note.edit));
    return { ...note, from: same ? same.from : (note.from ?? (note.text.trim() ? from : undefined)) };
  });
  const top = named.at(-1);
  const whole = merge(mine, tidy({ ...theirs, ...(top && { note: top.text, from: top.from, others: named.slice(0, -1) }) }));
  const lost = [mine.reason, theirs.reason].filter((reason) => reason?.trim() && !whole.reason?.includes(reason));
  return lost.length ? change(whole, { reason: [whole.reason, ...lost].filter((reason) => reason?.trim()).join(" / ") }, { now: "", tab }) : whole;
}

/** The same edits, later than all others. @param {Record<string, Edit>} edits @param {number} above */
const raised = (edits, above) => Object.fromEntries(Object.entries(edits).map(([name, [n, tab]]) => [name, /** @type {Edit} */ ([n + above, tab])]));

/** An edit for each of these names. @param {string[]} names @param {Edit} edit @returns {Record<string, Edit>} */
const each = (names, edit) => Object.fromEntries(names.map((name) => [name, edit]));

/** Their answer as a later edit of ours: what only ours has is removed. @param {Answer} mine @param {Answer} theirs @param {string} tab */
function overwrite(mine, theirs, tab) {
  const above = highestEdit(mine) + 1;
  const ours = seenBy(mine);
  const seen = Object.entries(seenBy(theirs)).map(([name, n]) => [name, n + above]);
  const actions = (theirs.actions ?? []).map((action) => ({ ...action, edits: raised(action.edits, above) }));
  const byId = new Map(actions.map((action) => [action.id, action]));
  for (const old of mine.actions ?? []) {
    const same = byId.get(old.id);
    if (same) same.edits = { ...each(Object.keys(old.edits), [above, tab]), ...same.edits };
    else actions.push({ id: old.id, gone: true, edits: each(Object.keys({ ...old.edits, gone: true }), [above, tab]) });
  }
  const others = theirs.others?.map((note) => ({ ...note, edit: /** @type {Edit} */ ([note.edit[0] + above, note.edit[1]]) }));
  const cleared = notesOf(theirs).length || !notesOf(mine).length ? {} : { note: "" };
  const edits = { ...each([...Object.keys(mine.edits), ...Object.keys(cleared)].filter((name) => name !== "note" || "note" in cleared), [above, tab]), ...raised(theirs.edits, above) };
  return tidy(merge(mine, { ...theirs, ...cleared, edits, others, actions, seen: { ...ours, ...Object.fromEntries(seen) } }));
}

/** Two records of one workbook merge by the law; of two workbooks, ours keeps its names and takes only what it lacks. @param {About} mine @param {About} theirs @param {string} tab */
function mergeAbout(mine, theirs, tab) {
  if (mine.created && mine.created === theirs.created) return mergeFields(mine, theirs, FACTS);
  const lacking = FACTS.filter((name) => !mine[name]?.trim() && theirs[name]?.trim());
  const taken = Object.fromEntries(lacking.map((name) => [name, theirs[name]]));
  return { ...mine, ...taken, edits: { ...mine.edits, ...each([...lacking], [highestEdit(mine) + 1, tab]) } };
}

/** @param {About} mine @param {About} theirs @param {string} tab @returns {About} */
function replaceAbout(mine, theirs, tab) {
  const names = Object.fromEntries(FACTS.map((name) => [name, theirs[name] ?? ""]));
  return { ...mine, ...names, edits: { ...mine.edits, ...each([...FACTS], [highestEdit(mine) + 1, tab]) } };
}
