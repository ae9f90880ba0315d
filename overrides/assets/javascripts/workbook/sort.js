/**
 * The silent sort on the workbook page: asks people by a link or on this device, shows the range of what they marked, and picks today's
 * questions from it. What shows one person the questions is fetched when somebody sorts. The HTML is described in macros/templates/sort.html.
 *
 * @typedef {import("app/files/marks").Asked} Asked
 */
import { labelOf } from "app/answers/about";
import { identify, identityOf } from "app/answers/identity";
import { picked, todayOf } from "app/answers/today";
import { downloadJson, makeBackup } from "app/files/backup";
import { pack } from "app/files/link";
import { linked } from "app/files/linked";
import { asks, ofSort } from "app/files/marks";
import { part, print } from "app/page/parts";
import { around, pressed } from "app/page/press";
import { soon } from "app/page/soon";
import { wordsOf } from "app/page/wordlist";
import { fill } from "app/page/words";
import { range } from "app/sort/range";
import { drawSent } from "app/sort/sent";
import { drawRange } from "app/sort/table";
import { refused } from "app/workbook/refused";

/**
 * @param {HTMLElement} section the page
 * @param {Parameters<typeof import("app/files/apply").openImport>[0] & { catalogue: import("app/workbook/catalogue").Catalogue, newId: () => string, build: string,
 *   reload: (said?: { what?: string, step?: import("app/files/apply").Step }) => void }} world
 */
export function sort(section, world) {
  const { store, books, moves, clock, newId, catalogue: { lists, retired, words: said } } = world;
  const root = part(section, "silent-sort");
  const words = wordsOf(part(root, "sort-words"));
  const which = /** @type {HTMLSelectElement} */ (part(root, "sort-which"));
  const marks = books.sheets;
  const view = linked(root);
  const asked = [...lists.flatMap(({ questions }) => questions), ...retired.map((one) => ({ ...one, url: "" }))];
  const untitled = said.untitled ?? "";
  const ours = () => identityOf(store.workbook, books.about(store.workbook));
  const today = () => todayOf(books.about(store.workbook));
  /** Said at the top, where a link is followed, and where it is pressed. */
  const missing = () => [part(section, "happened"), part(root, "link-said")].forEach((one) => print(one, root.dataset.sayFailed ?? ""));
  const isHere = (/** @type {string} */ sort) => books.list().some(({ id, about }) => !about.gone && identityOf(id, about) === sort);
  const known = (/** @type {string[]} */ ids) => ids.flatMap((id) => asked.find((one) => one.id === id || moves?.get(one.id)?.includes(id)) ?? []);
  /** @type {((round: import("app/sort/sorting").Round) => void) | undefined} */
  let open;
  /** @type {ReturnType<typeof import("app/sort/handed").handed> | undefined} */
  let preview;

  /** Marks as a file of their own. @param {string} sort @param {(text?: string) => void} say */
  function file(sort, say) {
    const backup = makeBackup(world);
    const name = downloadJson({ ...backup, current: null, workbooks: [], marks: ofSort(backup.marks, sort), setAside: [], undo: [], other: {} }, part(section, "exports").dataset.marksFile ?? "", clock);
    say(fill(words.made ?? "", { file: name }));
  }

  /** @param {import("app/sort/sorting").Round} round */
  async function show(round) {
    const found = await soon(import("app/sort/sorting")).catch(missing);
    open ??= found?.sorting(section, { marks, newId, words, file, closed: draw });
    open?.(round);
  }

  /** A sort that somebody sent: who began it here goes on. @param {Asked} one */
  function follow({ sort, sent }) {
    const mine = isHere(sort) ? undefined : marks.of(sort).filter(({ sheet }) => sheet.sent).at(-1);
    return show({ sort, name: labelOf(sent, untitled), questions: known(sent.questions), person: mine?.person, ...(!isHere(sort) && { sent }) });
  }

  const chosen = () => (which.value ? (lists.find(({ slug }) => slug === which.value)?.questions ?? []) : known(today()));

  async function link() {
    const about = books.about(store.workbook);
    const value = asks(identify(books, store.workbook), { title: about.title?.trim() ?? "", group: about.group?.trim() ?? "", questions: chosen().map(({ id }) => id) });
    await view.show(await pack(value), labelOf(about, untitled).slice(0, 200));
    view.say(words.made_link);
  }

  function clear() {
    store.remember(root.dataset.sayCleared ?? "", [], false, undefined, marks.clear(ours()));
    draw();
    store.flush(); // which says that this can be undone
    print(part(root, "sort-made"), words.removed ?? "");
    which.focus(); // the button is gone
  }

  function draw() {
    const all = ours() ? marks.of(ours()).filter(({ sheet }) => Object.keys(sheet.marks).length) : [];
    const rows = range(asked, all, moves);
    part(root, "sort-result").hidden = !rows.length;
    print(part(root, "sort-summary"), rows.length ? fill(words.summary ?? "", { people: all.length, questions: rows.length }) : "");
    drawRange(root, rows, { today: today(), words });
    drawSent(root, marks.sent(), { isHere, untitled, words, open: (sort, person, sent) => show({ sort, name: labelOf(sent, untitled), questions: known(sent.questions), person, sent }) });
  }

  const acts = /** @type {Record<string, () => unknown>} */ ({
    link: () => (chosen().length ? link() : view.say(words.none_today)),
    here: () => (chosen().length ? show({ sort: identify(books, store.workbook), name: labelOf(books.about(store.workbook)), questions: chosen() }) : view.say(words.none_today)),
    file: () => file(ours(), (text) => print(part(root, "sort-made"), text ?? "")),
    clear,
  });
  root.addEventListener("click", (event) => acts[pressed(event)?.dataset.sort ?? ""]?.());
  part(root, "sort-table").addEventListener("change", (event) => {
    const { row = "" } = around(event, "[data-row]")?.dataset ?? {};
    const box = /** @type {HTMLInputElement | null} */ (pressed(event));
    if (row && box) books.edit(store.workbook, { today: picked(today(), row, box.checked) });
  });
  const heard = (/** @type {StorageEvent} */ { key }) => marks.heard(key) && draw();
  window.addEventListener("storage", heard);
  const begun = lists.find(({ questions }) => questions.some(({ id }) => today().includes(id))) ?? lists[0];
  which.value = begun?.slug ?? "";

  return {
    show: draw,
    follow,
    /** Marks that a link or a file brings. @param {import("app/answers/marks").Handed[]} handed @param {string[]} problems */
    async take(handed, problems) {
      const found = await soon(import("app/sort/handed")).catch(missing);
      preview ??= found?.handed(section, { ...world, marks, words, untitled, refused: (full) => refused(section, store, full) });
      preview?.(handed, problems);
    },
    end: () => window.removeEventListener("storage", heard),
  };
}
