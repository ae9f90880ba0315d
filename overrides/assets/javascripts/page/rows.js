/** Put the rows of a list in their order. What moves loses the focus, so it gets it back. @param {HTMLElement} list @param {HTMLElement[]} rows */
export function putRows(list, rows) {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  if (rows.length !== list.children.length || rows.some((row, n) => row !== list.children[n])) list.replaceChildren(...rows);
  if (focused && list.contains(focused)) focused.focus({ preventScroll: true });
}
