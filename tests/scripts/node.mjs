// Runs the guide's modules outside a browser. Each line of stdin is one wish as JSON, each line of stdout its answer: {"value"} or
// {"error"}. A wish is {"module", "name", "given"}, the call of a function, or {"source", "given"}: a script, called with what is given
// if it is a function. What it gives is waited for. As in a page, `undefined` arrives as nothing.
import { registerHooks } from "node:module";
import { createInterface } from "node:readline";
import { constants, Script } from "node:vm";

const scripts = new URL("../../overrides/assets/javascripts/", import.meta.url);
registerHooks({
  resolve(specifier, context, next) {
    if (["docx", "lean-qr"].includes(specifier)) return next(specifier, { ...context, parentURL: new URL("../../publish/node/", import.meta.url).href });
    if (!specifier.startsWith("app/")) return next(specifier, context);
    return { url: new URL(`${specifier.slice("app/".length)}.js`, scripts).href, format: "module", shortCircuit: true };
  },
});
await import(new URL("rules.js", scripts).href); // in a page it has run before any module
console.log = console.info = console.error; // stdout is for answers

/** What a script gives. @param {string} source @param {unknown} given */
function run(source, given) {
  const value = new Script(`(${source})`, { importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER }).runInThisContext();
  return typeof value === "function" ? value(given) : value;
}

for await (const line of createInterface({ input: process.stdin })) {
  const { module, name, source, given } = JSON.parse(line);
  let answer;
  try {
    answer = { value: await (source ? run(source, given) : (await import(`app/${module}`))[name](...given)) };
  } catch (error) {
    answer = { error: String(error?.stack ?? error) };
  }
  process.stdout.write(`${JSON.stringify(answer, (_, value) => (value === undefined ? null : value))}\n`);
}
