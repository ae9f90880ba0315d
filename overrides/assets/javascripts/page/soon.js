/** Waits for what is fetched, but no longer than the early script does: whoever asked then says so as where it does not come at all. */

export const { PATIENCE_MS } = globalThis.guide;

/** @template T @param {Promise<T>} coming @returns {Promise<T>} */
export const soon = (coming) => Promise.race([coming, /** @type {Promise<never>} */ (new Promise((_, refuse) => setTimeout(refuse, PATIENCE_MS)))]);
