/**
 * What each printed sheet says in its margins, for browsers that have margin boxes (Chromium): title, guide,
 * address, version, review and page number. Elsewhere the head of the document says it once.
 * The HTML is described in overrides/partials/paper-head.html, the boxes are in paper.css.
 */

/** @param {HTMLElement} head */
export function paper(head) {
  const { title, guide, address, facts, page } = /** @type {Record<string, string>} */ (head.dataset);
  running({ title: `${title} · ${guide}`, address, facts, page });
}

/** In the place of what stood there: every page brings its own. @param {{ title: string, address: string, facts: string, page: string }} margins `page` is CSS that counts sheets (paper-head.html) */
export function running(margins) {
  const { style, dataset } = document.documentElement;
  if (!("CSSMarginRule" in window)) return;
  dataset.appPaper = "margins";
  // Not before: on the root they restyle the whole page, on a phone for a fifth of a second.
  window.onbeforeprint = () => {
    for (const [name, text] of Object.entries(margins)) style.setProperty(`--app-paper-${name}`, name === "page" ? text : quoted(text));
  };
}

/** A CSS string. @param {string} text */
const quoted = (text) => `"${text.replace(/["\\\n]/g, (mark) => `\\${mark.codePointAt(0)?.toString(16)} `)}"`;
