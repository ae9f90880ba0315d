/**
 * Actions with a due date as an iCalendar file (RFC 5545).
 *
 * Each is an all-day event on its day, not a task (VTODO): Google Calendar and Outlook leave tasks out when they read a file,
 * and Apple's calendar does not show them, so a group would see nothing. The day stays free for other things (TRANSPARENT).
 * Reading a later file updates the same events, because ids stay and SEQUENCE grows; a copy of a workbook has events of its own; a done action says so in its title.
 *
 * @typedef {import("app/files/digest").Minutes} Minutes
 * @typedef {import("app/files/actions").Task} Task
 */
import { labelOf } from "app/answers/about";
import { actionsOf, samePerson } from "app/files/actions";
import { plain } from "app/files/digest";
import { fill } from "app/page/words";

const OCTETS = 75; // of a line; RFC 5545, section 3.1
const LONGEST_TITLE = 200; // characters of a title: calendars cut longer ones; the whole text is in the description

/** The day after. @param {string} day ISO 8601 */
export const dayAfter = (day) => new Date(`${day}T24:00:00Z`).toISOString().slice(0, 10);

/** How many actions have a due date, and so come along? @param {Minutes} minutes @param {string} [person] */
export const dated = (minutes, person = "") => actionsOf(minutes).filter(({ due, who }) => due && (!person || samePerson(who, person))).length;

/** @param {Minutes} minutes @param {string} [guide] its name, which has to stay: calendars know events by it @param {string} [person] whose actions alone @returns {string} */
export function calendar(minutes, guide = "spread-guide", person = "") {
  const { about, made, words, workbook } = minutes;
  const title = plain(labelOf(about, words.untitled));
  const stamp = new Date(made).toISOString().replace(/[-:]|\.\d+/g, "");
  const day = (/** @type {string} */ date) => date.replaceAll("-", "");
  const event = (/** @type {Task} */ { id, what, who, done, sequence, due, question, text, url }) => {
    const named = plain(what).trim() || text;
    const short = [...named].length > LONGEST_TITLE ? `${[...named].slice(0, LONGEST_TITLE).join("")}…` : named;
    const about = [named, who.trim() && `${words.who}: ${who.trim()}`, `${words.question}: ${text}`, `${words.workbook}: ${title}`, url];
    return [
      "BEGIN:VEVENT",
      `UID:${workbook}.${question}.${id}@${guide}`,
      `DTSTAMP:${stamp}`,
      `SEQUENCE:${sequence}`,
      `DTSTART;VALUE=DATE:${day(due)}`,
      `DTEND;VALUE=DATE:${day(dayAfter(due))}`,
      `SUMMARY:${inCalendar(done ? fill(words.done_action ?? "", { what: short }) : short)}`,
      `DESCRIPTION:${inCalendar(about.filter(Boolean).join("\n\n"))}`,
      ...(/^https?:\/\/[!-~]+$/.test(url) ? [`URL:${url}`] : []),
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ];
  };
  const events = actionsOf(minutes).filter(({ due, who }) => due && (!person || samePerson(who, person))).flatMap(event);
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//${guide}//workbook//EN`, "CALSCALE:GREGORIAN", `X-WR-CALNAME:${inCalendar(title)}`];
  return [...head, ...events, "END:VCALENDAR"].map((line) => `${fold(line)}\r\n`).join("");
}

/** Text as RFC 5545, section 3.3.11, has it. @param {string} text */
const inCalendar = (text) => plain(text).replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");

/** A long line goes on after a space; no character is cut in two. @param {string} line */
function fold(line) {
  let [folded, length] = ["", 0];
  for (const character of line) {
    const point = character.codePointAt(0) ?? 0;
    const octets = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (length + octets > OCTETS) [folded, length] = [`${folded}\r\n `, 1];
    folded += character;
    length += octets;
  }
  return folded;
}
