/** Where a guide stores what it keeps: below its own name and the path of its site, which stand in every key. */

export const { FORMAT, siteStart, prefixOf } = globalThis.guide;

/** The path of the site to which a prefix belongs. @param {string} prefix such as "name:/guide/:2:" */
export const pathOf = (prefix) => prefix.replace(/^[^:]*:|:\d+:$/g, "");

/** The guide's own name, with which all that it stores begins. @param {string} prefix */
export const nameOf = (prefix) => prefix.split(":")[0];

/** Where a guide keeps what it stores: its name and the path of its site, this one's or another. @param {string} prefix @param {string} [path] */
export const homeOf = (prefix, path = pathOf(prefix)) => `${nameOf(prefix)}:${path}`;

/** The theme's own keys start so. @param {string} path of the site */
export const themeStart = (path) => `${path}.__`;

/** Since when what stood in the former format is copied here (former.js). @param {string} prefix */
export const formerKey = (prefix) => `${prefix}former`;

/** Where a session in the room is kept (session.js). @param {string} prefix */
export const sessionKey = (prefix) => `${prefix}session`;
