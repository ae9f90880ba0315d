// `node stick.mjs`: one classic script of all modules of a finished site, and its style sheets with their fonts and pictures inside.
//
// Reads {"site": folder, "script": path, "made": path, "styles": [paths]} from stdin. Paths are below the folder. Browsers load neither
// modules nor fonts for a page that is opened from a folder, because each file there is a place of its own to them.
import { readFileSync } from "node:fs";
import { build } from "esbuild";

const { site, script, made, styles } = JSON.parse(readFileSync(0, "utf8"));
const options = { absWorkingDir: site, bundle: true, minify: true, charset: "utf8", legalComments: "none", logLevel: "error" };
const loader = Object.fromEntries([".woff2", ".woff", ".svg", ".png", ".jpg", ".webp"].map((kind) => [kind, "dataurl"]));

await build({ ...options, entryPoints: [script], outfile: made, format: "iife", target: "es2020" });
for (const path of styles) await build({ ...options, entryPoints: [path], outfile: path, allowOverwrite: true, loader });
