// `node pages.mjs FOLDER`: is the HTML of a built site valid? What is excused stands here, each with its reason, most of it
// Material's own; an excuse that nothing needs any more is named too.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const rules = {
  "doctype-style": "off", // Material writes it in lower case, and browsers do not mind
  "no-redundant-role": "off", // roles that elements have already: Safari forgets them where styles take the bullets away
  "no-trailing-whitespace": "off", // what templates leave behind
  "prefer-native-element": ["error", { exclude: ["list"] }], // the same for lists
  "valid-id": ["error", { relaxed: true }], // as HTML has it: an id may start with a digit, as some headings do, or with Material's underscore
};

/** Which faults are excused: the rule, what the message or the place of the fault says, and why. "Its" is Material's. */
const EXCUSED = [
  ["attribute-allowed-values", /^Attribute "tabindex" has invalid value ""/, "its labels that open a section have an empty tabindex"],
  ["valid-autocomplete", /#__(drawer|search)$/, "its drawers are boxes that ask not to be filled in"],
  ["wcag/h32", / form$/, "its search answers while one types, and its colours change at once: neither has a button to send"],
  ["empty-heading", /template|> dialog/, "scripts fill these in before they are seen"],
  ["unique-landmark", / nav$/, "its table of contents stands in two places, of which one is shown"],
];

const folder = process.argv[2];
const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ["html-validate:recommended"], rules }));
const used = new Set();
let wrong = 0;

const pages = readdirSync(folder, { recursive: true }).map(String).filter((name) => name.endsWith(".html"));
for (const page of pages.sort()) {
  const { results } = await validator.validateString(readFileSync(join(folder, page), "utf8"), page);
  for (const { ruleId, message, line, column, selector } of results.flatMap(({ messages }) => messages)) {
    const excuse = EXCUSED.findIndex(([rule, pattern]) => rule === ruleId && pattern.test(`${message} @ ${selector}`));
    if (excuse >= 0) used.add(excuse);
    else console.log(`${page}:${line}:${column}: ${message} (${ruleId}, ${selector})`);
    wrong += excuse >= 0 ? 0 : 1;
  }
}
for (const [n, [rule, pattern]] of EXCUSED.entries()) {
  if (used.has(n)) continue;
  console.log(`checks/node/pages.mjs: nothing needs the excuse ${rule} ${pattern} any more; take it out`);
  wrong += 1;
}
if (!pages.length) console.log(`${folder}: there is no page; build the site first`);
process.exit(wrong || !pages.length ? 1 : 0);
