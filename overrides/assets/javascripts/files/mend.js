/**
 * Takes back what mail, chat and word processors do to the text of a file: marks of a quotation, banners around it, typographic
 * quotes, spaces that are none, signs written in another way. A backup itself is ASCII (backup.js): in it, all else is from elsewhere.
 */
import { BREAK, FULL_BREAK } from "app/files/salvage";

const ROUNDS = 6; // of quotations and encodings, one around the other
const QUOTED = /^(?:>|&gt;|\|) ?/gm;
const ENTITIES = /** @type {Record<string, string>} */ ({ quot: '"', amp: "&", lt: "<", gt: ">", apos: "'", nbsp: " " });

/** One kind of line end. @param {string} text */
export const lined = (text) => text.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n").replace(/\0/g, "");

/**
 * What the text may have been, the least changed first.
 * @param {string} text with "\n" as its line ends @returns {Generator<string>}
 */
export function* forms(text) {
  const seen = new Set();
  for (const codings of [1, 0, 2]) {
    const form = unwrapped(text, codings);
    for (const change of [(/** @type {string} */ same) => same, unquoted, (/** @type {string} */ one) => ascii(one, "--"), (/** @type {string} */ one) => ascii(one, "-")]) {
      const now = change(form);
      if (seen.has(now)) continue;
      seen.add(now);
      yield now;
    }
  }
}

/** Without what was put around it. @param {string} text @param {number} codings how many times it may be quoted-printable: a text may say "=3D" itself */
function unwrapped(text, codings) {
  let [now, coded] = [text, codings];
  for (let round = 0; round < ROUNDS; round += 1) {
    const lines = inner(now);
    const share = (lines.match(QUOTED)?.length ?? 0) / (lines.match(/^.*\S/gm)?.length ?? 1);
    const mail = coded > 0 && /=[ \t]*\n|=(?:3D|22|20|09|7[BD]|[89A-F][\dA-F])/.test(now);
    const next =
      share > 0.9 ? bared(now)
      : mail ? decoded(now)
      : share > 0.25 ? bared(now)
      : /&(quot|#34|#x22);/i.test(now) && !/["“”]\W{0,3}:/.test(now) ? plainText(now)
      : now;
    if (next === now) break;
    if (mail && share <= 0.9) coded -= 1;
    now = next;
  }
  return now;
}

/** Without one mark of quotation at each line. @param {string} text */
const bared = (text) => text.replace(QUOTED, "");

/** The lines from the first bracket to the last: a banner is quoted otherwise than what it stands above. @param {string} text */
function inner(text) {
  const start = text.indexOf("{");
  return start < 0 ? text : text.slice(text.lastIndexOf("\n", start) + 1, text.lastIndexOf("}") + 1);
}

/** Quoted-printable (RFC 2045). @param {string} text */
const decoded = (text) =>
  text.replace(/=[ \t]*\n/g, "").replace(/(?:=[\dA-F]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run.replaceAll("=", "%"));
    } catch {
      return run; // it only looks like it
    }
  });

/** Text that was written as HTML. @param {string} text */
const plainText = (text) =>
  text.replace(/<br\s*\/?>/gi, "\n").replace(/<\/?[a-z][^<>]*>/gi, "").replace(/&(#x?[\da-f]+|[a-z]+);/gi, (whole, name) => {
    if (name[0] !== "#") return ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** Straight quotes, where a program made all of them typographic. @param {string} text */
const unquoted = (text) => text.replace(/[“”„‟″«»＂]/g, '"');

/** Only ASCII: what a program put there instead. @param {string} text @param {string} dash what a dash was */
const ascii = (text, dash) =>
  unquoted(text)
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/…/g, "...")
    .replace(/[–—]/g, dash)
    .replace(/[^\S\n ]/g, " ")
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFE0F\uFEFF]/g, "");

/** What may have stood where lines were broken in a text, each in turn. @type {((text: string) => string)[]} */
export const JOINTS = [
  (text) => text.replace(/ [\uE000\uE001]/g, " ").replace(/[\uE000\uE001]/g, " "),
  (text) => text.replace(/[\uE000\uE001]/g, ""),
  (text) => text.replaceAll(FULL_BREAK, "").replaceAll(BREAK, " "),
  (text) => text.replace(/[\uE000\uE001] */g, " "),
  (text) => text.replace(/[\uE000\uE001] */g, ""),
];

/** Was a line broken in it? @param {string} text */
export const isBroken = (text) => /[\uE000\uE001]/.test(text);
