/** What stored keys are called, and the other way round. No module makes or takes apart a key by hand. */

export const { FORMAT, FIRST_WORKBOOK, siteStart, prefixOf, keysOf } = globalThis.guide;

/** The path of the site to which a prefix belongs. @param {string} prefix such as "spread-guide:/guide/:1:" */
export const pathOf = (prefix) => prefix.replace(/^[^:]*:|:\d+:$/g, "");

/** The theme's own keys start so. @param {string} path of the site */
export const themeStart = (path) => `${path}.__`;
