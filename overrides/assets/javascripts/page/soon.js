/** Waits for what is fetched, but no longer than the early script does (PATIENCE_MS): whoever asked then says so as where it does not come at all. */

/** @template T @param {Promise<T>} coming @returns {Promise<T>} */
export const soon = (coming) => Promise.race([coming, /** @type {Promise<never>} */ (new Promise((_, refuse) => setTimeout(refuse, 8000)))]);
