/** Gives a note room for all that is written, where the browser cannot do so by itself (field-sizing). Fetched only there. */

/** @param {Element} row what its text areas show has changed; one that a reader made larger stays so */
export function grow(row) {
  for (const area of row.querySelectorAll("textarea")) {
    const border = area.offsetHeight - area.clientHeight;
    if (area.scrollHeight > area.clientHeight) area.style.blockSize = `${area.scrollHeight + border}px`;
  }
}
