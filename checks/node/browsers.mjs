// `node browsers.mjs FOLDER...`: what scripts and styles use that a browser which we promise does not have yet.
//
// The promise stands in README.md; MDN's data says since when a browser has what. Of a name such as "toSorted" nobody knows to which
// interface it belongs, so it is told only where even the earliest interface with that name came too late, and where no script of
// ours uses the name for something of its own. `?.name` and `name?.` ask first, and are let through. Syntax is esbuild's business (publish/node/bundle.mjs), and what a language version holds tsc's.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import postcss from "postcss";
import data from "@mdn/browser-compat-data" with { type: "json" };

const PROMISED = { chrome: 109, edge: 109, firefox: 115, safari: 16.4 };

/** Is something there in all browsers that we promise? @param {any} compat */
const isThere = ({ support }) =>
  Object.entries(PROMISED).every(([browser, version]) =>
    [support[browser] ?? []].flat().some(({ version_added: since, flags, prefix, version_removed: until }) => since && !flags && !prefix && !until && Number.parseFloat(String(since).replace("≤", "")) <= version));

/** Which names are there in all of them, and which are known at all. */
const known = new Map();
function learn(tree) {
  for (const [name, part] of Object.entries(tree)) {
    if (name === "__compat" || typeof part !== "object") continue;
    const short = name.replace(/_(static|event)$/, "");
    if (part.__compat) known.set(short, known.get(short) || isThere(part.__compat));
    learn(part);
  }
}
learn(data.api);
learn(data.javascript.builtins);
const pseudo = new Map(Object.entries(data.css.selectors).map(([name, part]) => [name, isThere(part.__compat)]));

const files = process.argv.slice(2).flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, name)).filter((name) => /\.(js|d\.ts)$/.test(name)));
const sources = new Map(files.map((file) => [file, readFileSync(file, "utf8")]));
const ours = new Set([...sources.values()].flatMap((text) => text.match(/(?<![.\w])[a-zA-Z]\w*/g) ?? []));

let wrong = 0;

// Styles: what a page does without where it is missing. A value may stand behind another one for the same property, which then holds.
const EXTRA = new Set([
  "text-wrap", "text-wrap-mode", "text-wrap-style", // lines end elsewhere
  "break-after", "break-before", "orphans", "widows", // so do sheets of paper
  "field-sizing", // a field grows by grow.js
  "accent-color", "scrollbar-color", "scrollbar-width", "forced-color-adjust", // the browser's own colours and bars
  "content-visibility", // what is not in view is laid out too
  "contain-intrinsic-size", // it says how long that is until then
  "overscroll-behavior", // the page behind a dialogue may move at its end
  "size", // a sheet that would lie on its side stands
  "print-color-adjust", // esbuild writes the former name beside it
  "zoom", // the preview of a sheet is as large as the sheet
]);
const styles = process.argv.slice(2).flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, name)).filter((name) => name.endsWith(".css")));
for (const file of styles) {
  postcss.parse(readFileSync(file, "utf8")).walkDecls((one) => {
    const property = data.css.properties[one.prop];
    if (!property || EXTRA.has(one.prop)) return;
    const before = one.parent.nodes.some((other) => other.prop === one.prop && other.source.start.offset < one.source.start.offset);
    const late = [[one.prop, property.__compat], ...one.value.split(/[\s,()]+/).map((word) => [`${one.prop}: ${word}`, property[word]?.__compat])];
    for (const [name, compat] of late) {
      if (!compat || before || isThere(compat)) continue;
      console.log(`${file}:${one.source.start.line}: "${name}" is newer than the browsers that README.md promises; write an older value before it, or say in browsers.mjs why the page can do without`);
      wrong += 1;
    }
  });
}

for (const [file, text] of sources) {
  if (file.endsWith(".js")) {
    text.split("\n").forEach((line, n) => {
      const code = line.replace(/\/\*.*?\*\/|\/\/ .*|^\s*\*.*/g, "");
      const uses = [...code.matchAll(/\.([a-zA-Z]\w*)(?!\w|\?\.)/g)].map(([, name]) => name).filter((name) => known.get(name) === false && !ours.has(name));
      const selectors = [...code.matchAll(/querySelector[^;]*|(?:closest|matches)\([^)]*/g)].flatMap(([text]) => [...text.matchAll(/:([a-z][a-z-]+)/g)].map(([, name]) => name)).filter((name) => pseudo.get(name) === false);
      for (const name of [...uses, ...selectors]) {
        console.log(`${file}:${n + 1}: "${name}" is newer than the browsers that README.md promises; ask for it first (?.) or do without it`);
        wrong += 1;
      }
    });
  }
}
process.exitCode = wrong ? 1 : 0;
