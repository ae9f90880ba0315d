/**
 * Reads a file that is brought back: chosen, dropped or pasted. Where it cannot be read, a sentence says why; else offer.js
 * shows what is in it before anything changes. The HTML is described in macros/templates/arrival.html.
 */
import { formatOf } from "app/files/backup";
import { readBackup, tooLarge } from "app/files/intake";
import { list, offer } from "app/workbook/offer";
import { part } from "app/page/parts";
import { fill, wordsOf } from "app/page/words";

/**
 * @param {HTMLElement} section the page
 * @param {Parameters<typeof offer>[1]} world
 */
export function arrival(section, world) {
  const root = part(section, "arrival");
  const pasted = /** @type {HTMLTextAreaElement} */ (part(root, "pasted"));
  const file = /** @type {HTMLInputElement} */ (part(root, "file"));
  const sentences = wordsOf(part(root, "intake-words"));
  const { lists, retired } = world.catalogue;
  const known = [...lists.flatMap(({ questions }) => questions.flatMap(({ id, was }) => [id, ...was])), ...retired.map(({ id }) => id)];
  const { open, undo } = offer(section, world);
  const told = (/** @type {import("app/files/intake").Problem[]} */ problems) => problems.map(({ say, data }) => fill(sentences[say] ?? "", data));

  /** @param {string} text */
  function read(text) {
    const found = readBackup(text, known, formatOf(world.prefix));
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
  if (file.files?.length) readFile(file.files[0]); // somebody was faster than this script
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
