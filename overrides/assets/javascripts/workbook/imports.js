/**
 * Reads the files that are brought back: chosen, dropped or pasted; and what a link holds (received.js). Where one cannot be read, a sentence says why; else preview.js
 * shows what is in them before anything changes. The HTML is described in macros/templates/imports.html.
 *
 * @typedef {import("app/files/import").Found} Found
 * @typedef {Found & { file: string }} Read `file`: its name; empty for a text that was pasted
 */
import { IN_GENERAL } from "app/files/actions";
import { formatsOf } from "app/files/backup";
import { decode } from "app/files/decode";
import { readBackup, tooLarge } from "app/files/import";
import { part } from "app/page/parts";
import { wordsOf } from "app/page/wordlist";
import { fill } from "app/page/words";
import { list, preview } from "app/workbook/preview";
import { showWays } from "app/workbook/ways";

const PLACES = 10; // of what is damaged: the rest is likely to be near

/**
 * @param {HTMLElement} section the page
 * @param {Parameters<typeof preview>[1] & { take?: (handed: import("app/answers/marks").Handed[], problems: string[]) => unknown }} world `take`: shows marks of a silent sort
 */
export function imports(section, world) {
  const root = part(section, "imports");
  const pasted = /** @type {HTMLTextAreaElement} */ (part(root, "pasted"));
  const file = /** @type {HTMLInputElement} */ (part(root, "file"));
  const sentences = wordsOf(part(root, "problem-words"));
  const { lists, retired, words } = world.catalogue;
  const asked = [...lists.flatMap(({ questions }) => questions), ...retired, { id: IN_GENERAL, text: words.general ?? "" }];
  const known = asked.flatMap(({ id }) => [id, ...(world.moves?.get(id) ?? [])]);
  const texts = new Map(asked.map(({ id, text }) => [id, text]));
  const open = preview(section, world);

  /** @param {import("app/files/import").Problem} problem */
  function told({ say, data, places = [] }) {
    const names = places.map(({ title, question }) => `“${texts.get(question) ?? (question || title || words.untitled)}”`);
    return fill(sentences[say] ?? "", { ...data, places: [...names.slice(0, PLACES), ...(names.length > PLACES ? ["…"] : [])].join(", ") });
  }

  /** Show what was read, each file with what became of it. @param {Read[]} files */
  function show(files) {
    const named = (/** @type {Read} */ { file: name }, /** @type {string} */ text) => (files.length > 1 ? `${name}: ${text}` : text);
    const problems = files.flatMap((one) => one.problems.map((problem) => named(one, told(problem))));
    const some = files.some(({ workbooks }) => workbooks.length);
    const marks = files.flatMap((one) => one.marks);
    list(part(root, "problems"), some || marks.length ? [] : problems);
    if (some) open(files, problems);
    else if (marks.length) world.take?.(marks, problems);
  }

  /** @param {File} one @returns {Promise<Read>} */
  async function readFile(one) {
    const none = { file: one.name, made: "", site: "", build: "", workbooks: [], marks: [] };
    const large = tooLarge(one.size);
    if (large) return { ...none, problems: [large] };
    const bytes = await one.arrayBuffer().catch(() => null);
    if (!bytes) return { ...none, problems: [{ say: "unreadable", data: {} }] };
    const { text, guessed } = decode(new Uint8Array(bytes));
    return { file: one.name, ...readBackup(text, known, formatsOf(world.prefix), guessed) };
  }

  /** One after another, so that the page answers in between. @param {Iterable<File>} files */
  async function readAll(files) {
    const read = [];
    for (const one of [...files]) read.push(await readFile(one));
    if (read.length) show(read);
    file.value = ""; // the same file can be chosen again
  }

  const chosen = () => readAll(file.files ?? []);
  file.addEventListener("change", chosen);
  chosen(); // perhaps before this script was there
  part(root, "read").addEventListener("click", () => show([{ file: "", ...readBackup(pasted.value, known, formatsOf(world.prefix)) }]));
  pasted.addEventListener("paste", (event) => {
    if (!event.clipboardData?.files.length) return;
    event.preventDefault();
    readAll(event.clipboardData.files);
  });

  // Anywhere on the page: a file that misses its place would be opened instead of the page.
  section.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    root.dataset.over = "";
  });
  for (const name of ["dragleave", "drop"]) section.addEventListener(name, () => delete root.dataset.over);
  section.addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    readAll(event.dataTransfer.files);
  });
  return {
    offer: showWays(section, world),
    /** Show what a link holds. @param {string} text a backup @param {boolean} prepared does it hold no answers, but what a group begins with? @returns {boolean} false where there is nothing in it */
    open(text, prepared) {
      const read = { file: "", ...readBackup(text, known, formatsOf(world.prefix)) };
      if (read.workbooks.length) open([read], read.problems.map(told), prepared ? "prepared" : "link");
      else if (read.marks.length) world.take?.(read.marks, read.problems.map(told));
      return read.workbooks.length + read.marks.length > 0;
    },
  };
}
