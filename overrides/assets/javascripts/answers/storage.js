/**
 * Moves bytes in and out of the browser's storage. A failure is a value with a reason, never an exception.
 * @typedef {"blocked" | "full"} Reason
 * @typedef {{ ok: true, value: string | null } | { ok: false, value?: undefined, reason: Reason }} Result
 * @typedef {ReturnType<typeof openStorage>} Bytes
 */

/** Characters: twenty long notes and more. A browser has room for two and a half to five million. */
const SPARE = 250_000;

/** @param {Storage | null} area the browser's storage; null where the reader has blocked it */
export function openStorage(area) {
  /** @returns {Result} */
  const attempt = (/** @type {(storage: Storage) => string | null | void} */ act) => {
    try {
      return { ok: true, value: act(/** @type {Storage} */ (area)) ?? null }; // null throws, and that means blocked
    } catch (error) {
      return { ok: false, reason: isFull(error) ? "full" : "blocked" };
    }
  };
  return {
    read: (/** @type {string} */ key) => attempt((storage) => storage.getItem(key)),
    write: (/** @type {string} */ key, /** @type {string} */ text) => attempt((storage) => storage.setItem(key, text)),
    remove: (/** @type {string} */ key) => attempt((storage) => storage.removeItem(key)),
    /** Is there still room for a long workshop? Browsers do not say, so as much is written and removed again. @param {string} key */
    isNearlyFull(key) {
      const found = attempt((storage) => storage.setItem(key, "x".repeat(SPARE)));
      attempt((storage) => storage.removeItem(key));
      return !found.ok && found.reason === "full";
    },
    /** Every key that starts with `prefix`. It looks at all keys of the origin: never call it for a tick. */
    keys(/** @type {string} */ prefix) {
      /** @type {string[]} */
      let found = [];
      attempt((storage) => void (found = Object.keys(storage)));
      return found.filter((key) => key.startsWith(prefix));
    },
  };
}

/** Firefox names a full storage in its own way: NS_ERROR_DOM_QUOTA_REACHED. */
const isFull = (/** @type {any} */ error) => /quota/i.test(error?.name);
