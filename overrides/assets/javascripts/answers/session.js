/**
 * What a session in the room is at: where the large view stands. It is no part of any answer and of no backup's workbooks, so it
 * has a key of its own, in the storage of the tab.
 */
import { sessionKey } from "app/answers/homes";
import { readJson } from "app/answers/json";

/**
 * @param {import("app/answers/storage").Bytes} storage @param {string} prefix @param {string} workbook
 * @returns {{ read: () => any, write: (what: object) => void, forget: () => void }} what was written of this workbook: another one has a session of its own
 */
export function openSession(storage, prefix, workbook) {
  const key = sessionKey(prefix);
  return {
    read() {
      const found = readJson(storage.read(key).value ?? "null");
      return found?.workbook === workbook ? found : null;
    },
    write: (what) => void storage.write(key, JSON.stringify({ ...what, workbook })),
    forget: () => storage.remove(key),
  };
}
