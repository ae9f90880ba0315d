/** The words of a part of the interface, as its HTML carries them. */

/** The words that an element carries as data-word_*, by their names in data/interface.yml. @param {HTMLElement} element @returns {Record<string, string>} */
export const wordsOf = ({ dataset }) =>
  Object.fromEntries(Object.entries(dataset).flatMap(([name, text]) => (name.startsWith("word_") ? [[name.slice(5), text ?? ""]] : [])));
