/**
 * Long because all that must be there before the first paint is one script.
 *
 * The one classic script. It stands in the head, so nothing is painted before it has run, and it watches the
 * page arrive: a checklist shows its answers in the same moment in which it appears. It owns how answers look
 * on a checklist (`guide.paint`) and where they are kept (`guide.prefix`). What is ticked before the modules are
 * there, or without them, it stores itself. What keys, days and states are stands in rules.js, which runs before it.
 */
(() => {
  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  const { FORMAT, prefixOf, keysOf, openBook, hasNewer, highestEdit, showDay, fill, stateOf, countStates, isOutdated } = window.guide;
  const home = `${own.dataset.prefix}:${basePath()}`;
  const prefix = prefixOf(home);
  const former = prefixOf(home, FORMAT - 1);
  const keys = keysOf(prefix);
  /** How long the modules, or a part that is fetched, may take before the page says that something is missing. */
  const PATIENCE_MS = 8000;
  /** A name that nobody else makes: from this moment and 52 random bits. */
  const newId = () => `t${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;
  const tab = newId();
  /** @type {Map<string, boolean>} */
  const early = new Map(); // question → ticked before the modules were there, and could not be stored
  const area = attempt(() => window.localStorage) ?? standIn(); // null where the reader has blocked it
  // What stands in the former format is read there until the modules have taken it (answers/former.js): a record of that format is one of this.
  const at = (/** @type {string} */ key) => area?.getItem(key) ?? area?.getItem(key.replace(prefix, former));
  const maySave = attempt(() => !hasNewer(prefix, at) && store(keys.room, "1"));
  let book = attempt(() => openBook(keys, at, (start) => Object.keys(area ?? {}).filter((key) => key.startsWith(start)))) ?? "";
  attempt(() => area?.removeItem(keys.room));
  let over = false; // have the modules taken over?
  const moves = new Map(setting("moves").split(" ").map((ids) => ids.split(":")).map(([question, ...earlier]) => [question, earlier]));
  /** @type {(root: ParentNode, name: string) => HTMLElement | null} */
  const part = (root, name) => root.querySelector(`[data-part="${name}"]`);
  /** @type {Guide["print"]} */
  const print = (element, text) => {
    if (element && element.textContent !== text) element.textContent = text;
  };
  /** @type {(root: ParentNode, selector: string) => NodeListOf<HTMLElement>} */
  const all = (root, selector) => root.querySelectorAll(selector);

  /**
   * The path of the site, as it is published: hosts give the same page under other spellings, such as "/Guide/", "//guide/" or
   * "/%67uide/". A path that is no spelling of the published one is another place, and stays what it is.
   */
  function basePath() {
    const pathOf = (/** @type {string} */ address) => attempt(() => encodeURI(decodeURI(new URL(address).pathname)).replace(/\/+/g, "/")) ?? "";
    const here = pathOf(own.src).replace(/assets\/javascripts\/[^/]*$/, "");
    const published = pathOf(own.dataset.site ?? "");
    return here.toLowerCase() === published.toLowerCase() ? published : here;
  }

  /** What main.html says in the head. @param {string} name */
  function setting(name) {
    return document.querySelector(`meta[name="app-${name}"]`)?.getAttribute("content") ?? "";
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

  /** What an act gives; null where it fails: storage may say no, and anything may stand in it. @template T @param {() => T} act */
  function attempt(act) {
    try {
      return act();
    } catch {
      return null;
    }
  }

  /** Write, and read back. @param {string} key @param {string} text */
  function store(key, text) {
    area?.setItem(key, text);
    return at(key) === text;
  }

  /** What is kept under a key; null where nothing is, or nothing that can be read. @param {string} key */
  const kept = (key) => attempt(() => JSON.parse(at(key) ?? "null"));
  /** Under which keys the answer to a question may stand. @param {string} question */
  const keysFor = (question) => [question, ...(moves.get(question) ?? [])].map((id) => keys.answer(book, id));

  /** Anything may stand there; versions.js will sort it out. Until then only what can be shown is shown. @param {unknown} found */
  const sound = (found) => Object.fromEntries(Object.entries(found ?? {}).filter(([, value]) => typeof value === "string" || value === true));
  /** @param {unknown} items */
  const list = (items) => (Array.isArray(items) ? items.map(sound) : []);

  /** What can be shown of an answer, and of what each group said. @type {(found: any) => NonNullable<Painted>} */
  const shown = (found) => ({ ...sound(found), actions: list(found?.actions), others: list(found?.others), parts: Object.values(found?.parts ?? {}).map(shown) });

  /** @param {string} question @returns {Painted} */
  function read(question) {
    if (early.has(question)) return early.get(question) ? { status: "discussed" } : null;
    const found = keysFor(question).map(kept).find(Boolean);
    return found && shown(found);
  }

  /** Store a tick as the modules would: with an edit above all that stands there. What is damaged is left to them. @param {string} question @param {boolean} ticked */
  function keep(question, ticked) {
    const all = keysFor(question);
    const old = JSON.parse(at(all[0]) ?? "{}");
    if (!maySave || typeof old !== "object") return false;
    const edit = [1 + Math.max(...all.map((key) => highestEdit(kept(key)))), tab];
    const next = { ...old, status: ticked ? "discussed" : undefined, answered: new Date().toISOString(), edits: { ...old.edits, status: edit, answered: edit } };
    return store(all[0], JSON.stringify(next));
  }

  /** Show under a question what was written about it. @param {HTMLElement} section @param {HTMLElement} row @param {string} state @param {Painted} answer */
  function write(section, row, state, answer) {
    const { dataset: words } = section;
    /** @type {[string | undefined, string, string?][]} */
    const lines = [];
    if (state === "not-relevant") lines.push([words.sayNotRelevant, answer?.reason ?? ""]);
    const joined = (/** @type {(string | undefined)[]} */ ...texts) => texts.filter(Boolean).join(", ");
    const all = [...Object.values(answer?.parts ?? {}), { ...answer, group: "" }]; // what each group said, in a joint record
    for (const { group, reason, note, from, others, decided, decidedHow, decidedBy, laterWho = "", laterBy } of all) {
      for (const one of [{ text: group && reason }, ...(others ?? []), { text: note, from }]) {
        const by = joined(group, one.from);
        if (one.text) lines.push([by ? fill(words.sayNoteFrom ?? "", { from: by }) : words.sayNote, one.text]);
      }
      const later = showDay(laterBy, words.locale);
      if (decided) lines.push([words.sayDecided, decided, joined(group, words[`how_${decidedHow}`], decidedBy)]);
      else if (laterWho || later) lines.push([words.sayLater, laterWho, joined(group, later)]);
    }
    const acts = all.flatMap((one) => one.actions ?? []); // of the same one twice, the last is the record's own
    for (const { what, who, by, done, gone } of new Map(acts.map((one) => [one.id, one])).values()) {
      const day = showDay(by, words.locale);
      const rest = fill((who && day ? words.sayWhoBy : who ? words.sayWho : day ? words.sayBy : "") ?? "", { who, by: day });
      if (!gone && (what || rest)) lines.push([done ? words.sayDone : words.sayAction, what ?? "", rest]);
    }
    const button = part(row, "more");
    const label = (button?.closest("details")?.open ? words.sayClose : lines.length ? words.sayEdit : words.sayAdd) ?? "";
    print(button, label);
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
    made.dir = "auto";
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
  function name(id = book) {
    const { title, gone } = kept(keys.workbook(id)) ?? {};
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
    if (document.querySelector('[data-part="workbook"][hidden]')) name();
    for (const one of all(document, "[data-early]")) {
      one.removeAttribute("data-early");
      one.hidden = !one.hidden;
      if (one.dataset.part === "status") say(one, maySave ? "sayCanKeep" : "sayNotKept");
    }
  }

  /** @type {Guide["say"]} */
  function say(status, sentence, at = new Date()) {
    const words = /** @type {HTMLElement} */ (status.parentElement).dataset;
    // Only where a sentence has it: the first time of day that a page writes in a language takes a phone 150 ms.
    print(status, fill(words[sentence] ?? "", { get time() { return at.toLocaleTimeString(words.locale, { timeStyle: "short" }); } }));
  }

  /** Somebody was faster than the modules, or they never come. @param {Event} event */
  function ticked({ target }) {
    const box = /** @type {HTMLInputElement} */ (target);
    const row = /** @type {HTMLElement | null} */ (box.closest("[data-module=checklist]:not([data-started]) [data-question]"));
    const { question = "" } = row?.dataset ?? {};
    if (!row || box.id !== `${question}-tick`) return;
    if (attempt(() => keep(question, box.checked))) early.delete(question);
    else early.set(question, box.checked);
    show();
    for (const status of all(document, '[data-part="status"]')) say(status, early.size ? "sayNotKept" : "saySaved");
  }

  /** @type {Guide["fail"]} */
  function fail(element) {
    for (const [name, hidden] of /** @type {const} */ ([["failed", false], ["loading", true], ["tools", true]])) {
      const one = part(element, name);
      if (one) one.hidden = hidden;
    }
  }

  /** The modules are missing, or late: each part says so. Where they come after all, it works. */
  function late() {
    if (!over) all(document, "[data-module]").forEach(fail);
  }

  // The theme gives each address its whole form, and a sheet that has another address lays the page out anew: now it is empty.
  for (const sheet of /** @type {NodeListOf<HTMLLinkElement>} */ (all(document, "[href$=css]"))) sheet.href += "";

  // While the page arrives the observer runs before each paint. Afterwards it only has to see the whole content
  // being replaced, which is how instant navigation changes the page.
  const observer = new MutationObserver(show);
  observer.observe(document, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", () => {
    observer.disconnect();
    show();
    observer.observe(document.body, { childList: true });
  });
  document.addEventListener("change", ticked);
  setTimeout(late, PATIENCE_MS);
  addEventListener("load", () => setTimeout(late, 1500)); // by then modules have run, unless something of theirs failed
  window.onbeforeunload = (event) => {
    if (!early.size) return undefined;
    event.preventDefault();
    return true; // what browsers before 2024 look at
  };

  /** The modules are there: give them what could not be stored, and leave the rest to them. @type {Guide["takeOver"]} */
  function takeOver(opened) {
    const waiting = [...early];
    book = opened; // another one, where answers were just brought from a former path
    over = true;
    early.clear();
    observer.disconnect();
    return waiting;
  }

  Object.assign(window.guide, { PATIENCE_MS, part, print, say, newId, prefix, former, area, moves, setting, name, paint, show, fail, takeOver });

  // Material asks for all words of the site with every load. Here they come once somebody opens the search, or where a page marks what was found.
  const request = XMLHttpRequest.prototype;
  const { open } = request;
  /** @param {any[]} given the method, and the address */
  request.open = function (...given) {
    open.apply(this, /** @type {any} */ (given));
    const search = /** @type {HTMLInputElement | null} */ (document.querySelector("#__search"));
    if (/search_index/.test(given[1]) && search && !search.checked && !/h=/.test(location.search))
      this.send = () => search.addEventListener("change", () => request.send.call(this), { once: true });
  };

  // Only who listens before Material does can keep movement within a page from it (anchors.js),
  addEventListener("popstate", (event) => window.guide.onPopstate?.(event));
  // and its shortcuts, which are single letters: whoever speaks to the computer, or rests a hand on it, would leave the page (WCAG 2.1.4).
  addEventListener("keydown", (event) => event.key?.length === 1 && event.stopImmediatePropagation());
})();
