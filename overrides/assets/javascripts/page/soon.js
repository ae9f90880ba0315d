/** Waits for what is fetched, but not for ever: where it does not come in time, whoever asked says so as where it does not come at all. */
const { PATIENCE_MS } = globalThis.guide;

/** @template T @param {Promise<T>} coming @returns {Promise<T>} */
export const soon = (coming) => Promise.race([coming, /** @type {Promise<never>} */ (new Promise((_, refuse) => setTimeout(refuse, PATIENCE_MS)))]);
