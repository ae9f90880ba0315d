/** What stands on the first step of the plan: why the group is here, and how it works. */

/**
 * @param {import("app/workbook/steps").Step & { kind?: string }} step
 * @param {{ store: import("app/answers/store").Store, books: import("app/answers/workbooks").Workbooks }} world
 * @param {{ rules: () => string[], purposeName: () => string }} plan
 * @returns {string[][]} labels and texts
 */
export function asides({ kind }, { store, books }, { rules, purposeName }) {
  if (kind !== "welcome") return [];
  const purpose = books.about(store.workbook).purpose?.trim();
  return [...(purpose ? [[purposeName(), purpose]] : []), ["", rules().map((rule, n) => `${n + 1}. ${rule}`).join("\n")]];
}
