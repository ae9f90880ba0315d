/**
 * The rules that the early script and the modules share: what a stored key is called, how a day is read and printed, how a
 * sentence is filled, and which state an answer is in. Each stands here and nowhere else.
 *
 * It is a classic script, because restore.js runs before any module can. Modules take the rules from answers/keys.js,
 * answers/states.js, page/days.js and page/words.js. It knows no page: outside a browser it is imported before them.
 */
(() => {
  /** The format that this page writes; it is part of every key. Formats it can read have a fixture in tests/browser/formats/. */
  const FORMAT = 2;
  /** Until somebody names a workbook, answers belong to this one. */
  const FIRST_WORKBOOK = "first";

  /** How every key of a site starts, in every format. @type {Rules["siteStart"]} */
  const siteStart = (home) => `${home}:`;
  /** @type {Rules["prefixOf"]} */
  const prefixOf = (home, format = FORMAT) => `${siteStart(home)}${format}:`;

  /** @type {Rules["keysOf"]} */
  function keysOf(prefix) {
    const answers = (/** @type {string} */ workbook) => `${prefix}answer:${workbook}:`;
    return {
      prefix,
      current: `${prefix}current`,
      paper: `${prefix}paper`,
      room: `${prefix}room`,
      removed: `${prefix}removed`,
      workbook: (id) => `${prefix}workbook:${id}`,
      answers,
      answer: (workbook, question) => answers(workbook) + question,
      quarantine: (n) => `${prefix}aside:${n}`, // stored keys are called what the first release called them
      undo: (n) => `${prefix}undo:${n}`,
      parts(key) {
        const name = key?.startsWith(prefix) ? key.slice(prefix.length) : "";
        const [kind, id = "", question = ""] = name.split(":");
        return { name, kind: kind === "aside" ? "quarantine" : kind, id, question };
      },
    };
  }

  /** @param {unknown} value @returns {value is string} */
  const isName = (value) => typeof value === "string" && /^[a-z][a-zA-Z0-9-]{0,40}$/.test(value) && !(value in {});

  /** @type {Rules["openBook"]} */
  function openBook({ current, workbook, prefix, parts }, read, list) {
    const named = read(current);
    if (isName(named) && (named === FIRST_WORKBOOK || read(workbook(named)) !== null)) return named;
    const found = list(prefix).map(parts).filter(({ kind, id }) => ["workbook", "answer"].includes(kind) && isName(id)).map(({ id }) => id).sort();
    return [named, FIRST_WORKBOOK].find((id) => found.includes(/** @type {string} */ (id))) ?? found.at(-1) ?? FIRST_WORKBOOK;
  }

  /** @type {Rules["hasNewer"]} */
  const hasNewer = (prefix, read) => Array.from({ length: 8 }, (_, n) => keysOf(prefix.replace(/\d+:$/, `${FORMAT + 1 + n}:`)).current).some(read);

  /** @type {Rules["highestEdit"]} */
  function highestEdit(record) {
    let highest = 0; // every number in a record is a counter
    JSON.stringify(record, (_, value) => {
      if (Number.isSafeInteger(value) && value > highest) highest = value;
      return value;
    });
    return highest;
  }

  const FIRST_DAY = "2000-01-01";
  const LAST_DAY = "2199-12-31";
  /** Anything may be stored: only text is shown. @param {unknown} value */
  const written = (value) => (typeof value === "string" ? value.trim() : "");

  /** @type {Rules["readDay"]} */
  function readDay(text) {
    const day = written(text);
    if (!/^\d{4}-\d\d-\d\d$/.test(day) || day < FIRST_DAY || day > LAST_DAY) return "";
    // A browser takes 30 February for 2 March, and 40 February for none.
    return new Date(Date.parse(`${day}T00:00:00Z`) || 0).toISOString().startsWith(day) ? day : "";
  }

  /** @type {Rules["showDay"]} */
  function showDay(text, language) {
    const day = readDay(text);
    return day ? new Date(`${day}T00:00:00Z`).toLocaleDateString(language, { dateStyle: "long", timeZone: "UTC" }) : written(text);
  }

  /** @type {Rules["fill"]} */
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (braces, name) => /** @type {string} */ (values[name] ?? braces));

  const STATES = /** @type {const} */ (["discussed", "not-relevant"]);
  /** @type {Rules["stateOf"]} */
  const stateOf = (answer) => STATES.find((state) => state === answer?.status) ?? "open";

  /** @type {Rules["countStates"]} */
  function countStates(answers) {
    const counts = { discussed: 0, not_relevant: 0, open: 0 };
    for (const answer of answers) counts[/** @type {keyof typeof counts} */ (stateOf(answer).replace("-", "_"))] += 1;
    return counts;
  }

  /** @type {Rules["isOutdated"]} */
  const isOutdated = (answer, revised) =>
    Boolean(revised && answer?.status && (answer.answered ?? "") < revised && (answer.revisedSeen ?? "") < revised);

  const rules = { FORMAT, FIRST_WORKBOOK, siteStart, prefixOf, keysOf, isName, openBook, hasNewer, highestEdit, FIRST_DAY, LAST_DAY, readDay, showDay, fill, stateOf, countStates, isOutdated };
  globalThis.guide = /** @type {Guide} */ (rules); // restore.js adds the rest
})();
