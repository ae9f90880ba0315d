/** A checksum, by which whoever reads a file or a link learns what changed on the way. Pure. */

/** A checksum (32 bits, as Java's hash of a text) of a value as JSON. @param {unknown} value */
export function sumOf(value) {
  let sum = 0;
  for (const sign of JSON.stringify(value)) sum = (sum * 31 + /** @type {number} */ (sign.codePointAt(0))) | 0;
  return sum;
}
