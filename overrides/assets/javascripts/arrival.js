/**
 * Brings a file back: chosen, dropped or pasted. What is in it is shown before anything changes; then it becomes a new
 * workbook, a part of this one, or takes its place. The HTML is described in macros/templates/arrival.html.
 *
 * @typedef {import("./intake.js").Intake} Intake
 * @typedef {import("./intake.js").Problem} Problem
 * @typedef {import("./plan.js").Choice} Choice
 */
import { dayInWords } from "app/actions";
import { dayOf } from "app/filename";
import { readBackup, tooLarge } from "app/intake";
import { part, print } from "app/parts";
import { plan, preview } from "app/plan";
import { settle } from "app/settle";
import { fill, wordsOf } from "app/words";

const CHOICES = /** @type {const} */ (["new", "merge", "replace"]);

/**
 * @param {HTMLElement} section the page
 * @param {import("./store.js").World & { store: import("./store.js").Store, books: import("./workbooks.js").Workbooks,
 *   catalogue: import("./catalogue.js").Catalogue, reload: (place: string) => void }} world
 */
export function arrival(section, world) {
  const { clock, tab, catalogue, reload } = world;
  const root = part(section, "arrival");
  const dialog = /** @type {HTMLDialogElement} */ (section.querySelector('dialog[data-part="preview"]'));
  const which = /** @type {HTMLSelectElement} */ (part(dialog, "which"));
  const pasted = /** @type {HTMLTextAreaElement} */ (part(root, "pasted"));
  const file = /** @type {HTMLInputElement} */ (part(root, "file"));
  const { words } = catalogue;
  const sentences = wordsOf(part(root, "intake-words"));
  const known = new Set([...catalogue.lists.flatMap(({ questions }) => questions.flatMap(({ id, was }) => [id, ...was])), ...catalogue.retired.map(({ id }) => id)]);
  const titleOf = (/** @type {{ title?: string }} */ { title }) => title?.trim() || (words.untitled ?? "");
  const moment = (/** @type {string} */ made) => dayInWords(dayOf(made), words.language);
  /** @type {Intake} */
  let found = { problems: [], made: "", site: "", build: "", workbooks: [] };

  /** @param {HTMLElement} where @param {Problem[]} problems */
  const tell = (where, problems) =>
    where.replaceChildren(...problems.map(({ say, data }) => Object.assign(document.createElement("p"), { textContent: fill(sentences[say] ?? "", data) })));

  const incoming = () => found.workbooks[Number(which.value) || 0];
  const by = () => ({ tab, from: fill(sentences.source ?? "", { title: titleOf(incoming().about), date: moment(found.made || clock().toISOString()) }) });

  function show() {
    const current = settle(world).current();
    for (const choice of CHOICES) {
      const why = /** @type {HTMLElement} */ (dialog.querySelector(`[data-why="${choice}"]`));
      print(why, fill(why.dataset.say ?? "", { name: titleOf(current.about) }));
      print(/** @type {HTMLElement} */ (dialog.querySelector(`[data-would="${choice}"]`)), fill(root.dataset.sayWould ?? "", preview(choice, current, incoming(), by())));
    }
  }

  /** @param {string} text */
  function read(text) {
    found = readBackup(text, known);
    const { problems, workbooks, made, build } = found;
    tell(part(root, "problems"), workbooks.length ? [] : problems);
    if (!workbooks.length) return;
    tell(part(dialog, "preview-problems"), problems);
    print(part(dialog, "preview-made"), made ? fill((build ? root.dataset.sayMadeWith : root.dataset.sayMade) ?? "", { date: moment(made), build }) : "");
    print(part(dialog, "preview-said"), "");
    which.replaceChildren(...workbooks.map(({ about, answers }, n) => {
      const all = Object.values(answers);
      const counts = { discussed: all.filter(({ status }) => status === "discussed").length, notes: all.filter(({ note, others }) => note || others?.length).length };
      return new Option(fill(root.dataset.sayCount ?? "", { name: titleOf(about), ...counts }), String(n));
    }));
    show();
    dialog.showModal();
  }

  /** @param {File | undefined} one */
  async function readFile(one) {
    if (!one) return;
    const large = tooLarge(one.size);
    if (large) tell(part(root, "problems"), [large]);
    else read(await one.text());
    file.value = ""; // the same file can be chosen again
  }

  file.addEventListener("change", () => readFile(file.files?.[0]));
  if (file.files?.length) readFile(file.files[0]); // somebody was faster than this script
  part(root, "read").addEventListener("click", () => read(pasted.value));
  which.addEventListener("change", show);
  root.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  root.addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    readFile(event.dataTransfer.files[0]);
  });
  dialog.addEventListener("click", ({ target }) => {
    const choice = /** @type {Choice | undefined} */ (/** @type {HTMLElement} */ (target).dataset.choice);
    if (!choice) return;
    const settled = settle(world).take(choice, plan(choice, settle(world).current(), incoming(), by()));
    if (settled) reload(`done-${choice}`);
    else print(part(dialog, "preview-said"), root.dataset.sayFull ?? "");
  });
}
