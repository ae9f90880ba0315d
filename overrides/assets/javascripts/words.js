/** Fills in what the interface's words leave open in {braces}. */

/**
 * A name without a value stays as it stands. What is filled in is never read again for braces.
 * @param {string} text such as "{total} questions" @param {Record<string, string | number>} values @returns {string}
 */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (braces, name) => String(values[name] ?? braces));
