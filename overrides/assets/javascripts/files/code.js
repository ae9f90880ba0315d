/**
 * A text as a QR code. The library that makes it is fetched with the press that asks for one. Pure.
 */
import { correction, generate } from "lean-qr";

/** The largest code: 125 modules a side, and 1,465 signs. Shown 10 cm wide, each module has 0.75 mm, which a phone reads from an arm's length. */
const LARGEST = 27;
const QUIET = 4; // modules of white around it, as the standard asks

/** @param {string} text @returns {{ size: number, path: string } | null} its width in modules and its dark modules as SVG path data; null where it does not fit */
export function code(text) {
  let found;
  try {
    found = generate(text, { minCorrectionLevel: correction.L, maxVersion: LARGEST });
  } catch {
    return null;
  }
  const rows = Array.from({ length: found.size }, (_, y) => runs(Array.from({ length: found.size }, (__, x) => found.get(x, y))));
  const lines = rows.flatMap((row, y) => row.map(([x, length]) => `M${x + QUIET} ${y + QUIET}.5h${length}`));
  return { size: found.size + 2 * QUIET, path: lines.join("") };
}

/** Where dark modules begin in a row, and how many follow. @param {boolean[]} row */
function runs(row) {
  const found = /** @type {[start: number, length: number][]} */ ([]);
  row.forEach((dark, x) => {
    if (dark && row[x - 1]) found[found.length - 1][1] += 1;
    else if (dark) found.push([x, 1]);
  });
  return found;
}
