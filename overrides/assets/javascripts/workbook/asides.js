/** What stands on a step of the plan that asks nothing: why the group is here and how it works, or what it decided today. */
import { todayOf } from "app/answers/today";
import { decisionsIn } from "app/files/decisions";
import { todaySteps } from "app/workbook/steps";

/**
 * @param {import("app/workbook/steps").Step & { kind?: string }} step
 * @param {{ store: import("app/answers/store").Store, books: import("app/answers/workbooks").Workbooks, catalogue: import("app/workbook/catalogue").Catalogue }} world
 * @param {{ rules: () => string[], purposeName: () => string }} plan
 * @returns {string[][]} labels and texts
 */
export function asides({ kind }, { store, books, catalogue }, { rules, purposeName }) {
  const known = books.about(store.workbook);
  const purpose = known.purpose?.trim();
  if (kind === "welcome") return [...(purpose ? [[purposeName(), purpose]] : []), ["", rules().map((rule, n) => `${n + 1}. ${rule}`).join("\n")]];
  if (kind !== "decide") return [];
  const decided = (/** @type {string} */ id) => decisionsIn(store.read(id), catalogue.words).map(({ text, end }) => (end ? `${text} (${end})` : text)).join("\n");
  return todaySteps(catalogue, todayOf(known), "").map(({ id, text }) => [text, decided(id) || "–"]);
}
