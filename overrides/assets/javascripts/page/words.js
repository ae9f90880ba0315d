/** The words of the interface as the HTML carries them, and what they leave open in {braces}. */

/**
 * A name without a value stays as it stands. What is filled in is never read again for braces.
 * @param {string} text such as "{total} questions" @param {Record<string, string | number>} values @returns {string}
 */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (braces, name) => String(values[name] ?? braces));

/** The words that an element carries as data-word_*, by their names in data/interface.yml. @param {HTMLElement} element @returns {Record<string, string>} */
export const wordsOf = ({ dataset }) =>
  Object.fromEntries(Object.entries(dataset).flatMap(([name, text]) => (name.startsWith("word_") ? [[name.slice(5), text ?? ""]] : [])));
