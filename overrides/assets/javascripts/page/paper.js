/**
 * What each printed sheet says in its margins, for browsers that have margin boxes (Chromium): title, guide,
 * address, version, review and page number. Elsewhere the head of the document says it once.
 * The HTML is described in overrides/partials/paper-head.html, the boxes are in paper.css.
 */

/** @param {HTMLElement} head @returns {() => void} forgets what this page put there */
export function paper(head) {
  const { title = "", guide = "", address = "", facts = "", page = "" } = head.dataset;
  return running({ title: `${title} · ${guide}`, address, facts, page });
}

/**
 * @param {{ title: string, address: string, facts: string, page: string }} margins
 * @returns {() => void} takes it back, unless something else stands there by now
 */
export function running(margins) {
  const { style, dataset } = document.documentElement;
  if (!("CSSMarginRule" in window)) return () => {};
  dataset.appPaper = "margins";
  const values = Object.entries(margins).map(([name, text]) => (name === "page" ? ["number", numbered(text)] : [name, quoted(text)]))
    .map(([name, value]) => /** @type {const} */ ([`--app-paper-${name}`, value]));
  for (const [name, value] of values) style.setProperty(name, value);
  return () => {
    for (const [name, value] of values) if (style.getPropertyValue(name) === value) style.removeProperty(name);
  };
}

/** A sentence with {page} and {pages} as CSS that counts. @param {string} sentence */
const numbered = (sentence) =>
  sentence.split(/(\{pages?\})/).map((part) => ({ "{page}": "counter(page)", "{pages}": "counter(pages)" })[part] ?? quoted(part)).join(" ");

/** A CSS string. @param {string} text */
const quoted = (text) => `"${text.replace(/["\\\n]/g, (mark) => `\\${mark.codePointAt(0)?.toString(16)} `)}"`;
