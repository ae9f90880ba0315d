/**
 * The text of a file, however an editor saved it again: UTF-8 or UTF-16 in either order of bytes, with a byte order mark or
 * without, or one of the two encodings of one byte a sign that Windows and the Mac used in western Europe.
 */

const MARKS = /** @type {const} */ ([["utf-8", 0xef, 0xbb, 0xbf], ["utf-16le", 0xff, 0xfe], ["utf-16be", 0xfe, 0xff]]);
const OLD = /** @type {const} */ ({ "windows-1252": "Windows-1252", macintosh: "Mac Roman" });
const LOOK_AT = 4096; // bytes, to tell which half of each pair is empty
const LONGEST_WORD = 40; // signs
const ENOUGH = 10_000; // signs beyond ASCII, to tell which encoding is the likelier one

/** @param {Uint8Array} bytes @returns {{ text: string, guessed: string }} `guessed`: the name of an encoding that nothing in the file tells for sure */
export function decode(bytes) {
  const marked = MARKS.find(([, ...mark]) => mark.every((byte, n) => bytes[n] === byte))?.[0] ?? paired(bytes);
  if (marked) return { text: read(bytes, marked), guessed: "" };
  const text = read(bytes, "utf-8");
  // Damaged in places it is still UTF-8; where nothing of it is sound beyond ASCII it is something older.
  if (isSound(bytes) || /[^\0-\x7F\uFFFD]/.test(text)) return { text, guessed: "" };
  const [best] = /** @type {(keyof typeof OLD)[]} */ (Object.keys(OLD))
    .map((label) => ({ label, text: read(bytes, label) }))
    .sort((a, b) => likely(b.text) - likely(a.text));
  return { text: best.text, guessed: OLD[best.label] };
}

/** Without what only pads it: the mark at its start and, of signs of four bytes, the empty half. @param {Uint8Array} bytes @param {string} label */
const read = (bytes, label) => new TextDecoder(label).decode(bytes).replace(/^\uFEFF|\0/g, "");

/** @param {Uint8Array} bytes */
function isSound(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes) !== null;
  } catch {
    return false;
  }
}

/** UTF-16 without a mark: in what we write, every other byte is zero. @param {Uint8Array} bytes */
function paired(bytes) {
  const zeros = [0, 0];
  const start = bytes.subarray(0, LOOK_AT);
  start.forEach((byte, n) => (zeros[n % 2] += Number(byte === 0)));
  const many = start.length / 4;
  return zeros[1] > many && zeros[1] > zeros[0] ? "utf-16le" : zeros[0] > many ? "utf-16be" : null;
}

/** How many of the signs beyond ASCII stand where people write them, less those that do not: é between letters, “ before a word, not È or Ž amid one. @param {string} text */
function likely(text) {
  let points = 0;
  let seen = 0;
  for (const [whole, before, sign, after] of text.matchAll(/([\p{L}\p{N}]?)([^\0-\x7F])(?=([\p{L}\p{N}]?))/gu)) {
    if (++seen > ENOUGH) break;
    const amid = Boolean(before && after);
    if (/\p{Ll}/u.test(sign)) points += 1;
    else if (/\p{Lu}/u.test(sign)) points += /\p{Ll}$/u.test(whole.slice(0, -sign.length)) ? -1 : 0.5;
    else if (/[\u2018-\u201E\u2013\u2014\u2026\u00A0€£«»]/u.test(sign)) points += amid && sign !== "’" ? -0.5 : 1;
    else points -= 1;
  }
  return points;
}

/** Words by which a reader can tell whether the encoding is the right one, each once. One pattern for a whole word, so that no sign is looked at twice. @param {string} text @returns {string[]} */
export function wordsBeyondAscii(text) {
  const all = text.match(/(?:[\p{L}\p{M}]|[^\0-\x7F])+/gu) ?? [];
  return [...new Set(all.filter((word) => /[^\0-\x7F]/.test(word)).map((word) => word.slice(0, LONGEST_WORD)))];
}
