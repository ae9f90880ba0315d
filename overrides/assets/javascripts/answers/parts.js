/**
 * What the groups said, in a joint record: `parts` of an answer, by the id of each group's workbook. Pure.
 *
 * @typedef {import("app/answers/workbook").Answer} Answer
 */

/** The status that all groups gave which gave one; where they differ there is none. @param {Record<string, Answer>} parts */
export function agreed(parts) {
  const said = new Set(Object.values(parts).flatMap(({ status }) => status ?? []));
  return said.size === 1 ? [...said][0] : undefined;
}
