/** Fetches what a page of the guide says, and makes it fit to stand on a sheet inside another page. */

/** What belongs to a page and not to what it says. */
const AROUND = ".app-paper-head, .app-eyebrow, .app-page-foot, .app-paper-foot, .app-glossary__letters, .app-ready, .headerlink, script, template";

/**
 * @param {URL} address of a page of this site; "#id" asks for the one section that starts at that heading
 * @param {string} mark starts every id, because the page it goes to has ids of its own
 * @returns {Promise<{ before: Element[], after: Element[], terms: Element[] }>} what stands before and after the checklist,
 *   and the terms that the page explains on paper. Rejects where the page cannot be fetched, as on file://
 */
export async function guidance(address, mark) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const article = /** @type {Element} */ (page.querySelector(".md-content__inner"));
  for (const link of article.querySelectorAll("a")) link.dataset.to = new URL(link.getAttribute("href") ?? "", address).href;
  for (const heading of article.querySelectorAll("h1, h2, h3, h4")) lower(heading);
  const terms = [...article.querySelectorAll(".app-paper-foot__title, .app-paper-foot__terms")];
  for (const one of article.querySelectorAll(AROUND)) one.remove();
  if (address.hash) article.replaceChildren(...section(article, address.hash.slice(1)));
  for (const one of article.querySelectorAll("[id]")) one.id = mark + one.id;
  for (const one of article.querySelectorAll("[data-module]:not([data-checklist])")) one.removeAttribute("data-module");
  const all = [...article.children];
  const split = all.findIndex((one) => one.matches("[data-checklist]"));
  return { before: split < 0 ? all : all.slice(0, split), after: split < 0 ? [] : all.slice(split + 1), terms };
}

/** A heading and what follows it, up to the next of its rank. @param {Element} article @param {string} id */
function section(article, id) {
  const start = article.querySelector(`#${CSS.escape(id)}`);
  const found = [];
  for (let one = start; one && (one === start || one.tagName !== start?.tagName); one = one.nextElementSibling) found.push(one);
  return found;
}

/** One rank lower, because the sheet stands under the headings of the page it is on. @param {Element} heading */
function lower(heading) {
  const made = document.createElement(`h${Number(heading.tagName[1]) + 1}`);
  made.id = heading.id;
  made.className = heading.className;
  made.append(...heading.childNodes);
  heading.replaceWith(made);
}
