/** Reads what is stored as JSON. */

/** What a text says; null where it is not JSON. Anybody may have written it, so whoever asks looks at what it is. @param {string} text @returns {any} */
export function readJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
