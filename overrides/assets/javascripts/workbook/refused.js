/** Says why nothing was stored, as it is: only where no room is left does a sentence speak of room. The sentences of the page are described in macros/templates/overview.html. */

/**
 * @param {HTMLElement} section the page @param {{ state: { trouble: import("app/answers/keeper").Trouble | null } }} store
 * @param {string} [full] what to say where there is no room
 */
export const refused = ({ dataset: { sayBlocked, sayNewer } }, { state: { trouble } }, full) =>
  (trouble === "blocked" ? sayBlocked : trouble === "newer" ? sayNewer : full) ?? "";
