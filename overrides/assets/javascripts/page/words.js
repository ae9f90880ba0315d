/** The words of the interface as the HTML carries them, and what they leave open in {braces}. */

export const { fill } = globalThis.guide;

/** The words that an element carries as data-word_*, by their names in data/interface.yml. @param {HTMLElement} element @returns {Record<string, string>} */
export const wordsOf = ({ dataset }) =>
  Object.fromEntries(Object.entries(dataset).flatMap(([name, text]) => (name.startsWith("word_") ? [[name.slice(5), text ?? ""]] : [])));
