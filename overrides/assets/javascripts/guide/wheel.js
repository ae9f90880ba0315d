/**
 * The wheel on the first page: shows how far the checklists have come, once there is something to show.
 * The HTML and its hooks are described in macros/templates/wheel.html.
 *
 * @typedef {{ read: (question: string) => { status?: string } | null, subscribe: (listener: () => void) => () => void }} Answers
 * @typedef {ReturnType<typeof countStates>} Counts
 */
import { countStates } from "app/answers/counts";
import { print } from "app/page/parts";
import { fill } from "app/page/words";

/**
 * @param {HTMLElement} root
 * @param {{ store: Answers }} world
 * @returns {() => void} ends its subscription
 */
export function wheel(root, { store }) {
  const picture = root.querySelector("svg");
  const inner = Number(picture?.dataset.inner);
  const outer = Number(picture?.dataset.outer);
  const segments = [...root.querySelectorAll("[data-principle]")].map((element) => {
    const { principle = "", questions = "" } = /** @type {SVGElement} */ (element).dataset;
    return { element, questions: questions.split(" ").filter(Boolean), labels: root.querySelectorAll(`[data-part="count"][data-of="${principle}"]`) };
  });
  const total = root.querySelector('[data-part="total"]');
  /** What the page said before anything was discussed. @type {Map<Element, string | null>} */
  const first = new Map([...root.querySelectorAll('[data-part="count"], [data-part="total"]')].map((label) => [label, label.textContent]));

  function show() {
    const answers = segments.map(({ questions }) => questions.map((question) => store.read(question)));
    const whole = countStates(answers.flat());
    const started = whole.discussed + whole.not_relevant > 0;
    /** What is not relevant here is not part of the whole, and no part of nothing is not 0 %. @type {(text: string | undefined, counts: Counts) => string | undefined} */
    const sentence = (text, { discussed, not_relevant: apart, open }) =>
      apart && !discussed && !open ? root.dataset.sayNotRelevant : fill(text ?? "", { discussed, total: discussed + open });
    const label = (/** @type {Element} */ element, /** @type {string | undefined} */ text, /** @type {Counts} */ counts) =>
      print(element, (started ? sentence(text, counts) : first.get(element)) ?? "");

    segments.forEach(({ element, labels }, n) => {
      const counts = countStates(answers[n]);
      const { discussed, not_relevant: apart } = counts;
      const depth = answers[n].length ? (outer - inner) / answers[n].length : 0;
      set(element, "discussed", { r: discussed ? inner + depth * discussed : 0 });
      set(element, "not-relevant", { r: outer - (depth * apart) / 2, "stroke-width": depth * apart });
      for (const one of labels) label(one, root.dataset.sayCount, counts);
    });
    if (total) label(total, root.dataset.sayTotal, whole);
  }

  show();
  return store.subscribe(show);
}

/** Attributes, because the content security policy allows no styles. @param {Element} element @param {string} part @param {Record<string, number>} attributes */
function set(element, part, attributes) {
  const shape = element.querySelector(`[data-part="${part}"]`);
  for (const [name, value] of Object.entries(attributes)) shape?.setAttribute(name, value.toFixed(1));
}
