/**
 * Reads JSON as mail, chat and stopped downloads leave it: cut off, with commas too many, with lines that were broken in the
 * middle of a text. It looks at each sign once and stops at the first that has no meaning.
 */

const DEEPEST = 50; // our files nest seven deep
/** Where a line was broken inside a text: early, at a space, or where it was full. Mend.js says what stood there. */
export const BREAK = "\uE000";
export const FULL_BREAK = "\uE001";

const BETWEEN = /[\s,\u200B-\u200F\u202A-\u202E\u2060\uFEFF]*/y;
const PLAIN = /[^"\\\n]*/y;
const WORD = /[-+.\w]*/y;
const NAMED = /** @type {Record<string, unknown>} */ ({ __proto__: null, true: true, false: false, null: null });
const ESCAPES = /** @type {Record<string, string>} */ ({ b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" });

/** @param {string} text with "\n" as its line ends @param {number} [from] where the value starts @returns {{ value: any, cut: boolean }} `value` is undefined where there is none; `cut`: something after it could not be read */
export function salvage(text, from = 0) {
  let [at, cut] = [from, false];
  const longest = text.split("\n").reduce((most, line) => Math.max(most, line.length), 0);
  const take = (/** @type {RegExp} */ pattern) => {
    pattern.lastIndex = at;
    pattern.test(text);
    const taken = text.slice(at, pattern.lastIndex);
    at = pattern.lastIndex;
    return taken;
  };
  const next = () => (take(BETWEEN), text[at]);
  const stop = () => void (cut = true);
  /** The next sign of an escape, which a broken line may divide. */
  const follow = () => {
    while (text[at] === "\n") at += 1;
    return text[at++] ?? "";
  };

  function escaped() {
    at += 1;
    const sign = follow();
    if (sign !== "u") return ESCAPES[sign] ?? sign;
    const code = follow() + follow() + follow() + follow();
    return /^[\da-f]{4}$/i.test(code) ? String.fromCharCode(parseInt(code, 16)) : stop();
  }

  /** @returns {string | void} */
  function string() {
    let out = "";
    at += 1;
    for (;;) {
      out += take(PLAIN);
      if (text[at] === undefined) return stop();
      if (text[at] === '"') {
        at += 1;
        return out;
      }
      if (text[at] === "\n") {
        out += at - text.lastIndexOf("\n", at - 1) - 1 === longest ? FULL_BREAK : BREAK;
        at += 1;
      } else {
        const sign = escaped();
        if (sign === undefined) return undefined;
        out += sign;
      }
    }
  }

  /** @param {number} depth @returns {any} */
  function value(depth) {
    const sign = next();
    if (sign === '"') return string();
    if (sign === "[" || sign === "{") return depth > DEEPEST ? stop() : within(sign, depth);
    const word = take(WORD);
    if (at === text.length || !/^(true|false|null|-?\d+(\.\d+)?([eE][-+]?\d+)?)$/.test(word)) return stop();
    return word in NAMED ? NAMED[word] : Number(word);
  }

  /** @param {string} opening @param {number} depth */
  function within(opening, depth) {
    const closing = opening === "[" ? "]" : "}";
    const into = /** @type {any} */ (opening === "[" ? [] : {});
    at += 1;
    while (!cut) {
      const sign = next();
      if (sign === closing) {
        at += 1;
        break;
      }
      const name = opening === "[" ? into.length : sign === '"' ? string() : stop();
      if (opening === "{" && !cut && next() !== ":") stop();
      if (cut) break;
      if (opening === "{") at += 1;
      const item = value(depth + 1);
      if (item === undefined) continue;
      if (name !== "__proto__") into[name] = item;
      else Object.defineProperty(into, name, { value: item, enumerable: true, configurable: true, writable: true }); // as JSON.parse has it
    }
    return into;
  }

  const found = value(0);
  return { value: found, cut };
}
