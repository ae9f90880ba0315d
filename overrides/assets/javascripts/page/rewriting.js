/** Notices when something that stood in a field is written over, so that it can be brought back. */
import { pressed } from "app/page/press";

/**
 * @param {HTMLElement} root whose fields are watched
 * @param {(field: HTMLInputElement) => string} [valueOf] what is kept of a field, where that is not what it shows
 * @returns {(field: HTMLInputElement) => boolean} is it this change that writes over? Only the first one that takes some of it away
 *   is: all that follow, until the writer goes on to another field, belong to the same step
 */
export function watchRewriting(root, valueOf = ({ value }) => value ?? "") {
  let before = ""; // what stood there when its writer came
  root.addEventListener("focusin", (event) => {
    const field = /** @type {HTMLInputElement | null} */ (pressed(event));
    before = field ? valueOf(field).trim() : "";
  });
  return ({ value }) => {
    const isOver = before !== "" && !value.includes(before);
    if (isOver) before = "";
    return isOver;
  };
}
