/** Takes all ticks of a checklist away, with a way back. Fetched on the press, which is in the tools of the status line. */
import { stateOf } from "app/answers/states";
import { part } from "app/page/parts";

/** @param {HTMLElement} status @param {import("app/answers/store").Store} store */
export function clear(status, store) {
  const section = /** @type {HTMLElement} */ (status.closest("[data-module=checklist]"));
  const rows = /** @type {HTMLElement[]} */ ([...section.querySelectorAll("[data-question]")]);
  const cleared = rows.map((row) => row.dataset.question ?? "").filter((id) => stateOf(store.read(id)) === "discussed");
  store.remember(section.dataset.sayCleared ?? "", cleared);
  for (const id of cleared) store.tick(id);
  part(section, "announcer").textContent = part(section, "count").textContent;
  section.querySelector("input")?.focus(); // the button that had the focus is switched off now
}
