/**
 * The one classic script. It stands in the head, so nothing is painted before it has run, and it watches the
 * page arrive: a checklist shows its answers in the same moment in which it appears. It owns how answers look
 * on a checklist (`guide.paint`), where they are kept (`guide.prefix`), and what is ticked before the modules
 * are there (`guide.takeOver`).
 */
(() => {
  const base = new URL(/** @type {HTMLScriptElement} */ (document.currentScript).src).pathname.replace(/assets\/javascripts\/[^/]*$/, "");
  const prefix = `spread-guide:${base}:1:`;
  const modern = Boolean(HTMLScriptElement.supports?.("importmap"));
  /** @type {Map<string, boolean>} */
  const early = new Map(); // question → ticked, by a reader who was faster than the modules
  const area = realStorage();
  /** @type {(root: ParentNode, name: string) => HTMLElement | null} */
  const part = (root, name) => root.querySelector(`[data-part="${name}"]`);
  /** @type {(root: ParentNode, selector: string) => NodeListOf<HTMLElement>} */
  const all = (root, selector) => root.querySelectorAll(selector);

  /** The browser's storage; null where the reader has blocked it. */
  function realStorage() {
    try {
      return window.localStorage ?? standIn();
    } catch {
      return standIn();
    }
  }

  /** Material's scripts fail where storage is blocked, and its layout with them: give them one that forgets. */
  function standIn() {
    /** @type {Map<string, string>} */
    const items = new Map();
    /** @type {Pick<Storage, "getItem" | "setItem" | "removeItem">} */
    const value = { getItem: (key) => items.get(key) ?? null, setItem: (key, text) => items.set(key, text), removeItem: (key) => items.delete(key) };
    for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { value, configurable: true });
    return null;
  }

  /** The stored answer to a question in the current workbook; null where there is none, or none can be read. @param {string} question */
  function stored(question) {
    try {
      const workbook = area?.getItem(`${prefix}current`) ?? "first";
      return JSON.parse(area?.getItem(`${prefix}answer:${workbook}:${question}`) ?? "null");
    } catch {
      return null;
    }
  }

  /** @param {string} question @param {HTMLElement} row @returns {Painted} */
  function read(question, row) {
    if (early.has(question)) return early.get(question) ? { status: "discussed" } : null;
    const ids = [question, ...(row.dataset.was ?? "").split(" ").filter(Boolean)];
    return ids.map(stored).find(Boolean) ?? null;
  }

  /** Show answers on a checklist: boxes, bar, count, and what changed since they were given. @type {Guide["paint"]} */
  function paint(section, answerTo) {
    const bar = part(section, "bar");
    let discussed = 0;
    all(section, "[data-question]").forEach((row, n) => {
      const answer = answerTo(row.dataset.question ?? "", row);
      const state = answer?.status === "discussed" ? "discussed" : "open";
      if (state === "discussed") discussed += 1;
      row.dataset.state = state;
      const box = row.querySelector("input");
      if (box) box.checked = state === "discussed";
      const segment = /** @type {HTMLElement | undefined} */ (bar?.children[n]);
      if (segment) segment.dataset.state = state;
      const { revised = "" } = row.dataset;
      const notice = part(row, "revised");
      if (notice) notice.hidden = !answer?.status || (answer.answered ?? "") >= revised || (answer.revisedSeen ?? "") >= revised;
    });
    const count = part(section, "count");
    const { sayCount = "" } = section.dataset;
    const text = sayCount.replace("{discussed}", String(discussed)).replace("{total}", count?.dataset.total ?? "");
    if (count && count.textContent !== text) count.textContent = text;
  }

  function show() {
    for (const section of all(document, '[data-module="checklist"]')) paint(section, read);
    for (const tools of all(document, '[data-part="tools"][hidden]')) tools.hidden = !modern;
    for (const status of all(document, '[data-part="status"][hidden]')) {
      const { sayKept, sayBlocked, sayOldBrowser } = status.dataset;
      status.textContent = (modern ? (area ? sayKept : sayBlocked) : sayOldBrowser) ?? "";
      status.hidden = false;
    }
  }

  /** @param {Event} event */
  function tickedEarly({ target }) {
    const box = /** @type {HTMLInputElement} */ (target);
    const row = /** @type {HTMLElement | null} */ (box.closest("[data-question]"));
    if (!row || box.type !== "checkbox") return;
    early.set(row.dataset.question ?? "", box.checked);
    show();
  }

  // While the page arrives the observer runs before each paint. Afterwards it only has to see the whole content
  // being replaced, which is how instant navigation changes the page.
  const observer = new MutationObserver(show);
  observer.observe(document, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", () => {
    observer.disconnect();
    show();
    observer.observe(document.body, { childList: true });
  });
  document.addEventListener("change", tickedEarly);

  /** The modules are there: give them what was ticked before, and leave the rest to them. */
  function takeOver() {
    document.removeEventListener("change", tickedEarly);
    const ticked = [...early];
    early.clear();
    observer.disconnect();
    return ticked;
  }

  window.guide = { prefix, area, paint, takeOver };

  // Only who listens before Material does can keep movement within a page from it (anchors.js).
  window.addEventListener("popstate", (event) => window.guide.moved?.(event));
})();
