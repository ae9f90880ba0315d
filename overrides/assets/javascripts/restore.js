/**
 * Long because all that must be there before the first paint is one script.
 *
 * The one classic script. It stands in the head, so nothing is painted before it has run, and it watches the
 * page arrive: a checklist shows its answers in the same moment in which it appears. It owns how answers look
 * on a checklist (`guide.paint`), where they are kept (`guide.prefix`), and what is ticked before the modules
 * are there (`guide.takeOver`).
 */
(() => {
  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  const base = new URL(own.src).pathname.replace(/assets\/javascripts\/[^/]*$/, "");
  const prefix = `${own.dataset.prefix}:${base}:1:`;
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

  /** What is kept of a workbook, or of the current one, under a kind of key; null where nothing is, or nothing that can be read. @param {string} kind @param {string} [name] @param {string} [book] */
  function kept(kind, name = "", book) {
    try {
      return JSON.parse(area?.getItem(`${prefix}${kind}:${book ?? area.getItem(`${prefix}current`) ?? "first"}${name}`) ?? "null");
    } catch {
      return null;
    }
  }

  /** @param {string} question @param {HTMLElement} row @returns {Painted} */
  function read(question, row) {
    if (early.has(question)) return early.get(question) ? { status: "discussed" } : null;
    const ids = [question, ...(row.dataset.was ?? "").split(" ").filter(Boolean)];
    const found = ids.map((id) => kept("answer", `:${id}`)).find(Boolean) ?? null;
    // Anything may stand there; versions.js will sort it out. Until then only what can be shown is shown.
    return found && { ...found, actions: Array.isArray(found.actions) ? found.actions : [], others: Array.isArray(found.others) ? found.others : [] };
  }

  /** A sentence with its {names} filled in. @param {string} text @param {Record<string, unknown>} values */
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));

  /** Show under a question what was written about it. @param {HTMLElement} section @param {HTMLElement} row @param {string} state @param {Painted} answer */
  function write(section, row, state, answer) {
    const { dataset: said } = section;
    /** @type {[string | undefined, string, string?][]} */
    const lines = [];
    if (state === "not-relevant") lines.push([said.sayAside, answer?.reason ?? ""]);
    const notes = [...(answer?.others ?? []), { text: answer?.note, from: answer?.from }];
    for (const { text, from } of notes) if (text) lines.push([from ? fill(said.sayNoteFrom ?? "", { from }) : said.sayNote, text]);
    for (const { what, who, by, done, gone } of answer?.actions ?? []) {
      const day = by && !Number.isNaN(Date.parse(by)) ? new Date(`${by}T00:00`).toLocaleDateString(said.locale, { dateStyle: "long" }) : by;
      const rest = fill((who && day ? said.sayWhoBy : who ? said.sayWho : day ? said.sayBy : "") ?? "", { who, by: day });
      if (!gone && (what || rest)) lines.push([done ? said.sayDone : said.sayAction, what ?? "", rest]);
    }
    const more = part(row, "more");
    const label = (more?.closest("details")?.open ? said.sayClose : lines.length ? said.sayEdit : said.sayAdd) ?? "";
    if (more && more.textContent !== label) more.textContent = label;
    const place = part(row, "written");
    const key = JSON.stringify(lines);
    if (!place || place.dataset.shows === key) return;
    place.dataset.shows = key;
    place.replaceChildren(...lines.map(([label = "", text, rest]) => {
      const line = document.createElement("p");
      line.append(element("strong", label), " ", element("span", text), ...(rest ? [" ", element("em", rest)] : []));
      return line;
    }));
  }

  /** @param {string} name @param {string} text */
  function element(name, text) {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  /** Show answers on a checklist: boxes, bar, count, and what changed since they were given. @type {Guide["paint"]} */
  function paint(section, answerTo) {
    const bar = part(section, "bar");
    const counts = { discussed: 0, "not-relevant": 0, open: 0 };
    all(section, "[data-question]").forEach((row, n) => {
      const answer = answerTo(row.dataset.question ?? "", row);
      const state = answer?.status === "discussed" || answer?.status === "not-relevant" ? answer.status : "open";
      counts[state] += 1;
      row.dataset.state = state;
      const box = row.querySelector("input");
      if (box) box.checked = state === "discussed";
      const segment = /** @type {HTMLElement | undefined} */ (bar?.children[n]);
      if (segment) segment.dataset.state = state;
      write(section, row, state, answer);
      const { revised = "" } = row.dataset;
      const notice = part(row, "revised");
      if (notice) notice.hidden = !answer?.status || (answer.answered ?? "") >= revised || (answer.revisedSeen ?? "") >= revised;
    });
    const count = part(section, "count");
    const { sayCount = "", sayCounts = "" } = section.dataset;
    const numbers = { ...counts, aside: counts["not-relevant"], total: count?.dataset.total ?? "" };
    const text = fill(counts["not-relevant"] ? sayCounts : sayCount, numbers);
    if (count && count.textContent !== text) count.textContent = text;
  }

  /** Say which workbook this is, on the screen and for paper. Its record is read as it stands: another tab may have given it its name. @type {Guide["name"]} */
  function name(book) {
    const { title, gone } = kept("workbook", "", book) ?? {};
    for (const line of all(document, '[data-part="workbook"]')) {
      const { untitled = "", sayDeleted = "" } = line.dataset;
      const text = (typeof title === "string" && title.trim()) || untitled;
      const whole = gone === true ? fill(sayDeleted, { name: text }) : text;
      const place = part(line, "workbook-name");
      if (place && place.textContent !== whole) place.textContent = whole;
      line.hidden = false; // always: what stays hidden would be filled again, and the observer would never rest
    }
  }

  function show() {
    for (const section of all(document, '[data-module="checklist"]')) paint(section, read);
    for (const tools of all(document, '[data-part="tools"][hidden]')) tools.hidden = !modern;
    if (document.querySelector('[data-part="workbook"][hidden]')) name();
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
    if (!row || box.id !== `${row.dataset.question}-tick`) return;
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

  window.guide = { prefix, area, name, paint, show, takeOver };

  // Only who listens before Material does can keep movement within a page from it (anchors.js).
  window.addEventListener("popstate", (event) => window.guide.moved?.(event));
})();
