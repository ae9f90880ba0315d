/**
 * The wheel on the first page: shows how far the checklists have come, once there is something to show.
 * The HTML and its hooks are described in macros/templates/wheel.html.
 *
 * @typedef {{ read: (question: string) => { status?: string } | null, subscribe: (listener: () => void) => () => void,
 *   moved?: (question: string, earlier: string[]) => void }} Answers
 */

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
    const { principle = "", questions = "", moved = "" } = /** @type {SVGElement} */ (element).dataset;
    for (const [question, ...earlier] of words(moved).map((ids) => ids.split(":"))) store.moved?.(question, earlier);
    return { element, questions: words(questions), labels: root.querySelectorAll(`[data-part="count"][data-of="${principle}"]`) };
  });
  const total = root.querySelector('[data-part="total"]');
  /** What the page said before anything was discussed. @type {Map<Element, string | null>} */
  const first = new Map([...root.querySelectorAll('[data-part="count"], [data-part="total"]')].map((label) => [label, label.textContent]));

  /** @param {Element | null} label @param {string | null | undefined} text */
  const say = (label, text) => {
    if (label && label.textContent !== text) label.textContent = text ?? "";
  };

  function show() {
    const counts = segments.map(({ questions }) => {
      const statuses = questions.map((question) => store.read(question)?.status);
      const share = (/** @type {string} */ status) => statuses.filter((one) => one === status).length;
      return { discussed: share("discussed"), aside: share("not-relevant"), of: questions.length };
    });
    const all = (/** @type {"discussed" | "aside" | "of"} */ kind) => counts.reduce((sum, one) => sum + one[kind], 0);
    const sum = { discussed: all("discussed"), aside: all("aside"), of: all("of") };
    const started = sum.discussed + sum.aside > 0;
    /** What is not relevant here is not part of the whole, and no part of nothing is not 0 %. @type {(text: string | undefined, count: typeof sum) => string | undefined} */
    const sentence = (text, { discussed, aside, of }) =>
      of && of === aside ? root.dataset.sayAside : text?.replace("{discussed}", String(discussed)).replace("{total}", String(of - aside));

    segments.forEach(({ element, labels }, n) => {
      const { discussed, aside, of } = counts[n];
      const depth = of ? (outer - inner) / of : 0;
      set(element, "discussed", { r: discussed ? inner + depth * discussed : 0 });
      set(element, "aside", { r: outer - (depth * aside) / 2, "stroke-width": depth * aside });
      for (const label of labels) say(label, started ? sentence(root.dataset.sayCount, counts[n]) : first.get(label));
    });
    say(total, started ? sentence(root.dataset.sayTotal, sum) : total && first.get(total));
  }

  show();
  return store.subscribe(show);
}

/** @param {string} text @returns {string[]} */
const words = (text) => text.split(" ").filter(Boolean);

/** Attributes, because the content security policy allows no styles. @param {Element} element @param {string} part @param {Record<string, number>} attributes */
function set(element, part, attributes) {
  const shape = element.querySelector(`[data-part="${part}"]`);
  for (const [name, value] of Object.entries(attributes)) shape?.setAttribute(name, value.toFixed(1));
}
