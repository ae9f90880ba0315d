/**
 * How much of a file is taken in. A page stays quick with what is below; of what is more, the first is kept and the rest
 * counted. No workshop comes near: every question of this guide with five actions is a third of it.
 */

export const MOST = { workbooks: 200, questions: 500, answers: 10_000, items: 200, characters: 100_000, depth: 20, names: 300_000 }; // `names`: of fields in a file; no browser's storage holds as many
/** Values, of whatever kind: in one answer, in one workbook. */
const IN_ANSWER = 5_000;
const IN_WORKBOOK = 30_000;
/** All numbers are counters. One that is near the end of all numbers would leave no room for the next. */
const HIGHEST = 1_000_000_000;
const [QUOTE, BACKSLASH, COLON] = [0x22, 0x5c, 0x3a];

/**
 * What a text would ask of the browser's own reader, which takes all memory where it is nested deep, and seconds for a million names.
 * @param {string} text @returns {{ deep: boolean, names: number }} `deep`: deeper than anything that was made here; `names`: of fields, as far as it was read
 */
export function survey(text) {
  let [depth, names] = [0, 0];
  for (let n = 0; n < text.length; n += 1) {
    const sign = text.charCodeAt(n);
    if (sign === QUOTE) {
      while (++n < text.length && text.charCodeAt(n) !== QUOTE) if (text.charCodeAt(n) === BACKSLASH) n += 1;
    } else if (sign === COLON) names += 1;
    else if (sign === 0x5b || sign === 0x7b) depth += 1;
    else if (sign === 0x5d || sign === 0x7d) depth -= 1;
    if (depth > 3 * MOST.depth) return { deep: true, names };
  }
  return { deep: false, names };
}

/** Cuts values down to what is allowed, for one workbook. `left` counts what was left out. */
export function openLimits() {
  let total = IN_WORKBOOK;
  const limits = {
    left: 0,
    /** Entries of a record, as many as are allowed. @param {object} record @param {number} most @returns {[string, any][]} */
    entries(record, most) {
      const names = Object.keys(record);
      limits.left += Math.max(0, names.length - most);
      return names.slice(0, most).map((name) => [name, /** @type {any} */ (record)[name]]);
    },
    /** An answer, or what a workbook says of itself. @param {unknown} value @returns {any} undefined where there is no room left for it */
    cut(value) {
      let room = IN_ANSWER;
      /** @type {(one: any, depth: number) => any} */
      const short = (one, depth) => {
        room -= 1;
        if (room < 0 || depth > MOST.depth) return void (limits.left += 1);
        if (typeof one === "string" && one.length > MOST.characters) {
          limits.left += 1;
          return one.slice(0, MOST.characters);
        }
        if (typeof one === "number") return Math.min(one, HIGHEST);
        if (typeof one !== "object" || one === null) return one;
        if (Array.isArray(one)) {
          limits.left += Math.max(0, one.length - MOST.items);
          return one.slice(0, MOST.items).map((item) => short(item, depth + 1)).filter((/** @type {unknown} */ item) => item !== undefined);
        }
        const record = {};
        for (const [name, item] of limits.entries(one, MOST.items)) {
          const kept = short(item, depth + 1);
          if (kept !== undefined) Object.defineProperty(record, name, { value: kept, enumerable: true, configurable: true, writable: true }); // also for __proto__
        }
        return record;
      };
      const { edits } = /** @type {any} */ (value ?? {});
      const known = edits && !Array.isArray(value) ? { edits, .../** @type {object} */ (value) } : value; // first what nothing can do without
      const kept = total > 0 ? short(known, 0) : void (limits.left += 1);
      total -= IN_ANSWER - room;
      return kept;
    },
  };
  return limits;
}
