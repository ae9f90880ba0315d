/** Saves what it can of a JSON text that was cut off or broken on its way: a download that stopped, a mail that changed a sign. */

const DEEPEST = 50; // our files nest seven deep

/**
 * The longest start of the text that is whole once the brackets which are open there are closed.
 * @param {string} text @param {(key: string, value: any) => unknown} [revive] as for JSON.parse
 * @returns {unknown} null where nothing can be saved
 */
export function salvage(text, revive) {
  /** Where a value ended, and which brackets were open there. @type {[end: number, due: string][]} */
  const ends = [];
  let due = ""; // closing brackets, innermost first
  for (let n = 0; n < text.length && due.length < DEEPEST; n += 1) {
    const sign = text[n];
    if (sign === '"') {
      while (++n < text.length && text[n] !== '"') if (text[n] === "\\") n += 1;
    } else if (sign === "{" || sign === "[") {
      due = (sign === "{" ? "}" : "]") + due;
      ends.push([n + 1, due]);
    } else if (sign === "}" || sign === "]") {
      if (due[0] !== sign) break;
      due = due.slice(1);
      ends.push([n + 1, due]);
    } else if (sign === ",") ends.push([n, due]);
  }
  // If a start is sound, so is each shorter one.
  let [best, low, high] = [/** @type {unknown} */ (null), 0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const [end, closing] = ends[middle];
    try {
      best = JSON.parse(text.slice(0, end) + closing, revive);
      low = middle + 1;
    } catch {
      high = middle;
    }
  }
  return best;
}
