/**
 * Reads a file that is brought back: chosen, dropped or pasted. Where it cannot be read, a sentence says why; else preview.js
 * shows what is in it before anything changes. The HTML is described in macros/templates/imports.html.
 */
import { formatsOf } from "app/files/backup";
import { readBackup, tooLarge } from "app/files/import";
import { part } from "app/page/parts";
import { fill, wordsOf } from "app/page/words";
import { list, preview } from "app/workbook/preview";

/**
 * @param {HTMLElement} section the page
 * @param {Parameters<typeof preview>[1]} world
 */
export function imports(section, world) {
  const root = part(section, "imports");
  const pasted = /** @type {HTMLTextAreaElement} */ (part(root, "pasted"));
  const file = /** @type {HTMLInputElement} */ (part(root, "file"));
  const sentences = wordsOf(part(root, "problem-words"));
  const { lists, retired } = world.catalogue;
  const asked = [...lists.flatMap(({ questions }) => questions), ...retired].map(({ id }) => id);
  const known = [...asked, ...asked.flatMap((id) => world.moves?.get(id) ?? [])];
  const { open, undo } = preview(section, world);
  const told = (/** @type {import("app/files/import").Problem[]} */ problems) => problems.map(({ say, data }) => fill(sentences[say] ?? "", data));

  /** @param {string} text */
  function read(text) {
    const found = readBackup(text, known, formatsOf(world.prefix));
    const problems = told(found.problems);
    list(part(root, "problems"), found.workbooks.length ? [] : problems);
    if (found.workbooks.length) open(found, problems);
  }

  /** @param {File | undefined} one */
  async function readFile(one) {
    if (!one) return;
    const large = tooLarge(one.size);
    if (large) list(part(root, "problems"), told([large]));
    else read(await one.text());
    file.value = ""; // the same file can be chosen again
  }

  file.addEventListener("change", () => readFile(file.files?.[0]));
  if (file.files?.length) readFile(file.files[0]); // it was chosen before this script was there
  part(root, "read").addEventListener("click", () => read(pasted.value));

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
    readFile(event.dataTransfer.files[0]);
  });
  return { undo };
}
