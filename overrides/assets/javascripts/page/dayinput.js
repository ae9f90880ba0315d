/**
 * A field for a day. What is typed is kept as it was typed; where it cannot be meant as a day, a sentence beside the
 * field says so. Fetched with the first field that is shown. The HTML is described in macros/templates/day.html.
 */
import { FIRST_DAY, LAST_DAY, readDay } from "app/page/days";
import { part, print } from "app/page/parts";
import { fill } from "app/page/words";

/** Fields that are checked already. @type {WeakSet<HTMLInputElement>} */
const checked = new WeakSet();
let made = 0;

/** May this become a day when its writer goes on? A native field counts a year up from 0002. @param {string} text */
export const mayBecomeDay = (text) => /^(2([01](\d(\d(-(\d(\d(-\d?)?)?)?)?)?)?)?|0\d{3}-\d\d-\d\d)$/.test(text.trim());

/** @param {HTMLInputElement} input @param {boolean} left has its writer gone on to something else? */
function check(input, left) {
  const { value, validity } = input;
  const wrong = validity.badInput || (value !== "" && !readDay(value) && (left || !mayBecomeDay(value)));
  const trouble = part(/** @type {Element} */ (input.closest('[data-part="day"]')), "day-trouble");
  if (!trouble.id) {
    trouble.id = `day-trouble-${(made += 1)}`;
    input.setAttribute("aria-describedby", `${input.getAttribute("aria-describedby") ?? ""} ${trouble.id}`.trim());
  }
  input.setAttribute("aria-invalid", String(wrong));
  print(trouble, wrong ? fill(trouble.dataset.say ?? "", { first: FIRST_DAY.slice(0, 4), last: LAST_DAY.slice(0, 4) }) : "");
}

/**
 * Show what is stored, unless somebody is writing there, and check the field from now on. A native field shows days only:
 * any other text makes it a field for text. @param {HTMLInputElement} input @param {string} text
 */
export function showDayIn(input, text) {
  if (!checked.has(input)) {
    checked.add(input);
    Object.assign(input, { min: FIRST_DAY, max: LAST_DAY });
    input.addEventListener("input", () => check(input, false));
    input.addEventListener("blur", () => check(input, true));
  }
  if (input === document.activeElement) return;
  const day = readDay(text);
  const [type, value] = [day || !text ? "date" : "text", day || text];
  if (input.type !== type || input.value !== value) Object.assign(input, { type, value });
  check(input, true);
}
