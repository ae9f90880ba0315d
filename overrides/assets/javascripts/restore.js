/**
 * Long because all that must be there before the first paint is one script.
 *
 * The one classic script. It stands in the head, so nothing is painted before it has run, and it watches the
 * page arrive: a checklist shows its answers in the same moment in which it appears. It owns how answers look
 * on a checklist (`guide.paint`), where they are kept (`guide.prefix`), and what is ticked before the modules
 * are there (`guide.takeOver`). What keys, days and states are stands in rules.js, which runs before it.
 */
(() => {
  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  const base = new URL(own.src).pathname.replace(/assets\/javascripts\/[^/]*$/, "");
  const { FIRST_WORKBOOK, prefixOf, keysOf, showDay, fill, stateOf, countStates, isOutdated } = window.guide;
  const prefix = prefixOf(`${own.dataset.prefix}:${base}`);
  const keys = keysOf(prefix);
  const modern = Boolean(HTMLScriptElement.supports?.("importmap"));
  /** @type {Map<string, boolean>} */
  const early = new Map(); // question → ticked, by a reader who was faster than the modules
  const area = realStorage();
  const moves = new Map(setting("moves").split(" ").map((ids) => ids.split(":")).map(([question, ...earlier]) => [question, earlier]));
  /** @type {(root: ParentNode, name: string) => HTMLElement | null} */
  const part = (root, name) => root.querySelector(`[data-part="${name}"]`);
  /** Print text; nothing happens where it stands there already. @param {HTMLElement | null} element @param {string} text */
  const print = (element, text) => element && element.textContent !== text && (element.textContent = text);
  /** @type {(root: ParentNode, selector: string) => NodeListOf<HTMLElement>} */
  const all = (root, selector) => root.querySelectorAll(selector);

  /** What main.html says in the head. @param {string} name */
  function setting(name) {
    return document.querySelector(`meta[name="app-${name}"]`)?.getAttribute("content") ?? "";
  }

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

  /** What is kept under a key; null where nothing is, or nothing that can be read. @param {(workbook: string) => string} keyIn its name, for the current workbook */
  function kept(keyIn) {
    try {
      return JSON.parse(area?.getItem(keyIn(area.getItem(keys.current) ?? FIRST_WORKBOOK)) ?? "null");
    } catch {
      return null;
    }
  }

  /** @param {string} question @returns {Painted} */
  function read(question) {
    if (early.has(question)) return early.get(question) ? { status: "discussed" } : null;
    const ids = [question, ...(moves.get(question) ?? [])];
    const found = ids.map((id) => kept((workbook) => keys.answer(workbook, id))).find(Boolean) ?? null;
    // Anything may stand there; versions.js will sort it out. Until then only what can be shown is shown.
    return found && { ...found, actions: Array.isArray(found.actions) ? found.actions : [], others: Array.isArray(found.others) ? found.others : [] };
  }

  /** Show under a question what was written about it. @param {HTMLElement} section @param {HTMLElement} row @param {string} state @param {Painted} answer */
  function write(section, row, state, answer) {
    const { dataset: words } = section;
    /** @type {[string | undefined, string, string?][]} */
    const lines = [];
    if (state === "not-relevant") lines.push([words.sayNotRelevant, answer?.reason ?? ""]);
    const notes = [...(answer?.others ?? []), { text: answer?.note, from: answer?.from }];
    for (const { text, from } of notes) if (text) lines.push([from ? fill(words.sayNoteFrom ?? "", { from }) : words.sayNote, text]);
    for (const { what, who, by, done, gone } of answer?.actions ?? []) {
      const day = showDay(by, words.locale);
      const rest = fill((who && day ? words.sayWhoBy : who ? words.sayWho : day ? words.sayBy : "") ?? "", { who, by: day });
      if (!gone && (what || rest)) lines.push([done ? words.sayDone : words.sayAction, what ?? "", rest]);
    }
    const more = part(row, "more");
    const label = (more?.closest("details")?.open ? words.sayClose : lines.length ? words.sayEdit : words.sayAdd) ?? "";
    print(more, label);
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
    const rows = [...all(section, "[data-question]")];
    const answers = rows.map((row) => answerTo(row.dataset.question ?? ""));
    rows.forEach((row, n) => {
      const answer = answers[n];
      const state = stateOf(answer);
      row.dataset.state = state;
      const box = row.querySelector("input");
      if (box) box.checked = state === "discussed";
      const segment = /** @type {HTMLElement | undefined} */ (bar?.children[n]);
      if (segment) segment.dataset.state = state;
      write(section, row, state, answer);
      const notice = part(row, "revised");
      if (notice) notice.hidden = !isOutdated(answer, row.dataset.revised);
    });
    const { sayCount = "", sayCounts = "" } = section.dataset;
    const counts = countStates(answers);
    const count = part(section, "count");
    // While the page arrives there are fewer rows than questions.
    print(count, fill(counts.not_relevant ? sayCounts : sayCount, { ...counts, total: count?.dataset.total }));
  }

  /** Say which workbook this is, on the screen and for paper. Its record is read as it stands: another tab may have given it its name. @type {Guide["name"]} */
  function name(book) {
    const { title, gone } = kept((current) => keys.workbook(book ?? current)) ?? {};
    for (const line of all(document, '[data-part="workbook"]')) {
      const { untitled = "", sayDeleted = "" } = line.dataset;
      const text = (typeof title === "string" && title.trim()) || untitled;
      const whole = gone === true ? fill(sayDeleted, { name: text }) : text;
      print(part(line, "workbook-name"), whole);
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

  Object.assign(window.guide, { prefix, area, moves, setting, name, paint, show, takeOver });

  // Only who listens before Material does can keep movement within a page from it (anchors.js).
  window.addEventListener("popstate", (event) => window.guide.onPopstate?.(event));
})();
