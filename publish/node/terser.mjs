// What terser makes of scripts. It takes most of the time of a build, so what it made of a text is kept and found again.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { minify } from "terser";

export const VERSION = JSON.parse(readFileSync(new URL("node_modules/terser/package.json", import.meta.url), "utf8")).version;
const KEPT = fileURLToPath(new URL("node_modules/.cache/", import.meta.url)); // npm begins anew without it, and `make clean` takes it away

/** A script a little smaller. Where nothing can be kept, terser does its work again. @param {string} text */
export async function minified(text, options) {
  const file = `${KEPT}${createHash("sha256").update(JSON.stringify([VERSION, options, text])).digest("hex")}.js`;
  if (existsSync(file)) return readFileSync(file, "utf8");
  const { code } = await minify(text, options);
  try {
    mkdirSync(KEPT, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, code); // two builds may run at once, and neither may read half of a file
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // The folder cannot be written.
  }
  return code;
}
