// `node bundle.mjs`: make the scripts and styles of a built site few and small, and give each its content in its name.
//
// Reads {"site": folder, "styles": {name: [paths in their order]}} from stdin and writes {"named", "preload", "faults"} to
// stdout: "named" has the new path of each old one, "preload" what a part of a page needs at once, by the part's name. Where there is
// a fault, nothing is written to the site. All paths are as the site has them: "assets/javascripts/site.js".
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { VERSION, minified } from "./terser.mjs";

const { site, styles } = JSON.parse(readFileSync(0, "utf8"));
const SCRIPTS = "assets/javascripts";
const ENTRY = `${SCRIPTS}/site.js`;
const EARLY = `${SCRIPTS}/restore.js`; // stands in the head and runs in browsers that know no modules
const RULES = `${SCRIPTS}/rules.js`; // stands before it, and is published with it
const HASH = /(?<=-)[0-9A-Z]{8}(?=\.js$)/;
const faults = [];

/** A fault of ours as esbuild reports its own. */
const fault = (file, line, column, text) => faults.push({ file, line, column, text });

/** Where a text stands in a file: line and column, from 1. */
function placeOf(file, text) {
  const before = readFileSync(resolve(site, file), "utf8").split(text)[0].split("\n");
  return [before.length, before.at(-1).length + 1];
}

/** `app/room/name` is a file of the site. One that is not there is named in a sentence of our own. */
const names = {
  name: "app",
  setup({ onResolve }) {
    onResolve({ filter: /^app\// }, ({ path }) => {
      const file = resolve(site, SCRIPTS, `${path.slice("app/".length)}.js`);
      return existsSync(file) ? { path: file } : { errors: [{ text: `there is no module ${path}` }] };
    });
  },
};

const COMMON = {
  absWorkingDir: site,
  nodePaths: [fileURLToPath(new URL("node_modules", import.meta.url))], // of libraries whose code is part of a script of ours
  outbase: resolve(site, "assets"),
  outdir: resolve(site, "assets"),
  entryNames: "[dir]/[name]-[hash]",
  assetNames: "[dir]/[name]-[hash]",
  chunkNames: "javascripts/[name]-[hash]",
  bundle: true,
  minify: true,
  charset: "utf8",
  legalComments: "none",
  // No source maps: what was written is public, a build says in every footer which state of it it is, and `mkdocs build` alone
  // gives a site with the modules as they were written. Maps would double the files that a host keeps for ever.
  sourcemap: false,
  metafile: true,
  write: false,
  logLevel: "silent",
};

/** What stands in the name of a script that terser made of the one that had this in its name. @param {string} hash */
const rehashed = (hash) => createHash("sha256").update(hash + VERSION).digest("hex").slice(0, 8).toUpperCase();

/** What esbuild makes of some entries; null where it found faults. A warning is a fault here. */
async function made(options) {
  try {
    const found = await build({ ...COMMON, ...options });
    found.warnings.forEach(tell);
    return found;
  } catch (error) {
    if (!error.errors) throw error;
    error.errors.forEach(tell);
    return null;
  }
}

function tell({ text, location }) {
  fault(location?.file ?? ENTRY, location?.line ?? 1, (location?.column ?? 0) + 1, text);
}

/** All that a module imports at once, and what that imports, and so on; itself last. A circle is a fault; the first one is told. */
function closure(inputs, name, found = new Set(), way = []) {
  if (way.includes(name)) {
    if (faults.length) return found;
    const last = way.at(-1);
    const { original } = inputs[last].imports.find(({ path }) => path === name);
    fault(last, ...placeOf(last, `"${original}"`), `this imports ${basename(name)}, which needs ${basename(last)} itself; take what both need into a module of its own`);
  } else if (!found.has(name)) {
    for (const { path, kind } of inputs[name].imports) if (kind === "import-statement") closure(inputs, path, found, [...way, name]);
    found.add(name);
  }
  return found;
}

/** An entry that only imports scripts of the site: so two can become one, and site.js can stand with what it needs. */
const entry = (name, ...paths) => ({
  name,
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: "entry" }));
    onLoad({ filter: new RegExp(`^${name}$`), namespace: "entry" }, () => ({ contents: paths.map((path) => `import "./${path}";`).join("\n"), resolveDir: site }));
  },
});

/**
 * One shared file for the entry and all that it needs at once. By itself esbuild would cut that into as many files as there are
 * ways to share it; a page would wait for each. So whatever is fetched later and needs some of it says that it needs all of it.
 * What only parts that are fetched later share is one file in the same way.
 */
function together(inputs) {
  const core = closure(inputs, ENTRY);
  const later = Object.values(inputs).flatMap(({ imports }) => imports.filter(({ kind }) => kind === "dynamic-import").map(({ path }) => path));
  const closures = new Map(later.map((name) => [name, closure(inputs, name)]));
  const all = [...closures.values()].flatMap((found) => [...found]).filter((name) => !core.has(name));
  const shared = new Set(all.filter((name, n) => all.indexOf(name) !== n));
  const wanted = (name) => [core, shared].filter((group) => [...closures.get(name)].some((one) => group.has(one))).flatMap((group) => [...group]);
  const added = new Map(
    [...closures.keys()].map((name) => [resolve(site, name), wanted(name).map((one) => `\nimport ${JSON.stringify(resolve(site, one))};`).join("")]),
  );
  return {
    name: "together",
    setup({ onLoad }) {
      onLoad({ filter: /\.js$/ }, ({ path }) => (added.get(path) ? { contents: readFileSync(path, "utf8") + added.get(path), loader: "js" } : undefined));
    },
  };
}

/** The two classic scripts as one, in their order. */
async function early() {
  const found = await made({ entryPoints: [{ in: "early", out: "javascripts/restore" }], format: "iife", target: "es2020", plugins: [entry("early", RULES, EARLY)] });
  return found && smaller(found, { module: false });
}

/** The modules, as few files. */
async function modules() {
  const options = { entryPoints: [{ in: "site", out: "javascripts/site" }], format: "esm", splitting: true, target: "es2022", plugins: [names, entry("site", ENTRY)] };
  const whole = await made(options);
  const found = whole && (await made({ ...options, plugins: [...options.plugins, together(whole.metafile.inputs)] }));
  return found && smaller(found, { module: true });
}

/**
 * What is declared once, on :root, for every page and every medium is a constant, such as the scales of type and spaces. Its value takes
 * the place of its name, which makes the one style sheet 6 % smaller (gzip).
 */
function inlined(texts) {
  const plain = texts.map((text) => text.replace(/\/\*.*?\*\//gs, ""));
  const declared = plain.flatMap((text) => [...text.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
  const roots = plain.flatMap((text) => [...text.matchAll(/(?:^|\n):root \{(.*?)\}/gs)].map(([, block]) => block)).join(";");
  const values = new Map([...roots.matchAll(/(--[\w-]+)\s*:\s*([^;]+);/g)].map(([, name, value]) => [name, value.trim()]));
  for (const name of values.keys()) if (declared.filter((one) => one === name).length > 1) values.delete(name);
  const put = (text) => text.replace(/var\((--[\w-]+)\)/g, (use, name) => (values.has(name) ? put(values.get(name)) : use));
  const left = plain.map((text) => put(text.replace(/(--[\w-]+)\s*:\s*[^;{}]+;/g, (whole, name) => (values.has(name) ? "" : whole))));
  return shortened(left);
}

/** Names of values that only styles know, as short as they can be: the first is --a. What a script names keeps its name. */
function shortened(texts) {
  const scripts = readdirSync(resolve(site, SCRIPTS), { recursive: true }).filter((name) => name.endsWith(".js"));
  const spoken = scripts.flatMap((name) => readFileSync(resolve(site, SCRIPTS, name), "utf8").match(/--app-[\w-]*/g) ?? []);
  const names = [...new Set(texts.flatMap((text) => text.match(/--app-[\w-]+/g) ?? []))].filter((name) => !spoken.some((start) => name.startsWith(start)));
  const short = new Map(names.map((name, n) => [name, `--${n < 26 ? "" : "abcdefghijklmnopqrstuvwxyz"[Math.floor(n / 26) - 1]}${"abcdefghijklmnopqrstuvwxyz"[n % 26]}`]));
  return texts.map((text) => text.replace(/--app-[\w-]+/g, (name) => short.get(name) ?? name));
}

/** The style sheets, in the order in which pages name them, as one for each group; what they show, such as fonts, as files beside it. */
function sheets() {
  const group = {
    name: "group",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^group:/ }, ({ path }) => ({ path: path.replace("group:", ""), namespace: "group" }));
      onLoad({ filter: /./, namespace: "group" }, ({ path: name }) => ({
        contents: styles[name].map((path) => `@import ${JSON.stringify(`./${path}`)};`).join("\n"), loader: "css", resolveDir: site,
      }));
      const all = Object.values(styles).flat().filter((path) => !path.endsWith(".min.css")); // the theme's stays as it is
      const texts = inlined(all.map((path) => readFileSync(resolve(site, path), "utf8")));
      const contents = new Map(all.map((path, n) => [resolve(site, path), texts[n]]));
      onLoad({ filter: /\.css$/ }, ({ path }) => (contents.has(path) ? { contents: contents.get(path), loader: "css", resolveDir: dirname(path) } : undefined));
    },
  };
  const loader = Object.fromEntries([".woff2", ".woff", ".svg", ".png", ".jpg", ".webp"].map((kind) => [kind, "file"]));
  return made({ entryPoints: Object.keys(styles).map((name) => ({ in: `group:${name}`, out: `stylesheets/${name}` })), plugins: [group], loader, target: ["chrome109", "edge109", "firefox115", "safari16.4"] });
}

/**
 * The same files a little smaller, and the shared one under the entry's name: esbuild leaves an entry that only imports what all
 * share, and the page asks for that at once. terser finds names for variables that compress 4 % better; its version is part of
 * what a file is called after, as its result is not what esbuild saw.
 */
async function smaller(result, { module }) {
  const { outputs } = result.metafile;
  const [stub, { imports }] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === "entry:site") ?? ["", { imports: [] }];
  const [shared, another] = imports.filter(({ kind }) => kind === "import-statement").map(({ path }) => path);
  const whole = shared && !another ? shared : "";
  const names = new Map(Object.keys(outputs).map((path) => [basename(path), (path === whole ? basename(path).replace(/^chunk/, "site") : basename(path)).replace(HASH, rehashed)]));
  const put = (text) => [...names].reduce((now, [old, name]) => now.replaceAll(old, name), text);
  result.metafile = JSON.parse(put(JSON.stringify(result.metafile)));
  if (whole) {
    result.metafile.outputs[put(whole)].entryPoint = "entry:site";
    delete result.metafile.outputs[put(stub)];
    result.outputFiles = result.outputFiles.filter(({ path }) => relative(site, path) !== stub);
  }
  result.outputFiles = await Promise.all(result.outputFiles.map(async ({ path, text }) => (
    { path: put(path), contents: await minified(put(text), { module, toplevel: module, compress: { passes: 3, hoist_funs: module } }) }
  )));
  return result;
}

const results = await Promise.all([
  early(),
  modules(),
  Object.keys(styles).length ? sheets() : null,
]);

const named = {};
const preload = {};
const outputs = Object.assign({}, ...results.map((one) => one?.metafile.outputs));
/** A file with all that it needs at once. */
const needs = (path) => [path, ...(outputs[path]?.imports ?? []).filter(({ kind }) => kind === "import-statement").flatMap((one) => needs(one.path))];
for (const [path, { entryPoint, inputs }] of Object.entries(outputs)) {
  const sources = Object.keys(inputs);
  if (extname(path) === ".css") for (const style of styles[entryPoint.replace("group:", "")]) named[style] = path;
  else if (entryPoint === "entry:early") named[RULES] = named[EARLY] = path;
  else if (entryPoint === "entry:site") named[ENTRY] = path;
  else if (entryPoint) named[entryPoint] = path;
  else if (extname(path) !== ".js" && sources.length === 1) named[sources[0]] = path; // a font or a picture
  if (extname(path) === ".js" && entryPoint) preload[basename(entryPoint, ".js").replace("entry:", "")] = [...new Set(needs(path))];
}
if (!faults.length) {
  for (const { path, contents } of results.flatMap((one) => one?.outputFiles ?? [])) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
  }
}
/** What the licences of libraries ask for: their texts beside the scripts that hold their code. */
function licences() {
  const inside = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs).flatMap((path) => path.match(/.*node_modules\/(?:@[^/]+\/)?[^/]+/) ?? []));
  return [...new Set(inside)].sort().map((folder) => {
    const text = readdirSync(resolve(site, folder)).find((name) => /^licen[cs]e/i.test(name));
    return `${basename(folder)}\n\n${text ? readFileSync(resolve(site, folder, text), "utf8") : ""}`;
  });
}
if (!faults.length && licences().length) writeFileSync(resolve(site, SCRIPTS, "licences.txt"), licences().join("\n\n"));
console.log(JSON.stringify({ named, preload, faults }));
