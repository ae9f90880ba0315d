/**
 * The workbook page: the current workbook whole. It makes one record of all answers and hands it to the parts that
 * show it; each part stands in a module of its own, as its template does in macros/templates/.
 * Long because every part of the page starts here, in its turn.
 */
import { sharedBooks } from "app/answers/books";
import { openStorage } from "app/answers/storage";
import { dialogs } from "app/page/dialogs";
import { part } from "app/page/parts";
import { styled } from "app/page/styled";
import { openTurns } from "app/page/turns";
import { about } from "app/workbook/about";
import { readCatalogue, record } from "app/workbook/catalogue";
import { copies, exports } from "app/workbook/exports";
import { openHappened } from "app/workbook/happened";
import { imports } from "app/workbook/imports";
import { notes } from "app/workbook/notes";
import { now } from "app/workbook/now";
import { presenter } from "app/workbook/presenter";
import { progress } from "app/workbook/progress";
import { received } from "app/workbook/received";
import { removal } from "app/workbook/removal";
import { send } from "app/workbook/send";
import { several } from "app/workbook/several";
import { share } from "app/workbook/share";
import { sort } from "app/workbook/sort";
import { listIn } from "app/workbook/steps";
import { switcher } from "app/workbook/switcher";
import { today } from "app/workbook/today";
import { todo } from "app/workbook/todo";

/**
 * @param {HTMLElement} section
 * @param {import("app/answers/store").World & { store: import("app/answers/store").Store, build: string, newId: () => string, formerPaths: string[],
 *   area: Storage | null }} outside `area`: the browser's storage; null where the reader has blocked it
 * @returns {Promise<() => void>} ends its subscriptions
 */
export async function overview(section, outside) {
  await styled();
  const { store, area } = outside;
  const session = openStorage(area && sessionStorage);
  const catalogue = readCatalogue(section);
  const books = sharedBooks(outside); // a title for which there is no room waits there
  books.flush();
  const happened = openHappened(section, { ...outside, session, books, load });
  const world = { ...outside, catalogue, books, session, reload: happened.reload };
  const read = () => record(catalogue, { ...world, about: books.about(store.workbook) });

  /** Say that something fails, when the page is opened or at a press. @param {Event} event what a browser only remarks has no error and no reason */
  function told(event) {
    const line = part(section, "partly");
    if (!("error" in event ? event.error : "reason" in event) || !line.hidden) return;
    line.hidden = false;
    line.scrollIntoView({ block: "nearest" });
  }

  for (const kind of ["error", "unhandledrejection"]) window.addEventListener(kind, told);

  /** One part by itself: where it fails, the others go on. @template T @param {() => T} act @returns {T | undefined} */
  function alone(act) {
    const failed = (/** @type {unknown} */ error) => void setTimeout(() => { throw error; }); // where errors are seen
    try {
      const done = act();
      if (done instanceof Promise) done.catch(failed);
      return done;
    } catch (error) {
      return void failed(error);
    }
  }

  // A phone would not answer while all parts start in one go; nothing is shown before they have.
  const turn = openTurns();
  const { backup, copy, one } = copies(section, world);
  /** @type {(((record: ReturnType<typeof read>) => void) | undefined)[]} */
  const shows = [];
  for (const open of [about, now, progress, today, todo, notes]) {
    shows.push(alone(() => open(section, world)));
    await turn();
  }
  const large = alone(() => presenter(section, { ...world, read, one }));
  alone(() => exports(section, { ...world, read, one, backup }));
  alone(() => send(section, { read, file: part(section, "exports").dataset.file }));
  shows.push(alone(() => share(section, { ...world, one, untitled: catalogue.words.untitled })));
  await turn();
  const silent = alone(() => sort(section, world));
  shows.push(silent?.show);
  const back = alone(() => imports(section, { ...world, take: silent?.take }));
  alone(() => several(section, world));
  const boxes = {
    preview: () => ({}),
    sorting: () => ({}),
    handed: () => ({}),
    presenter: () => large && { open: large.open, closed: () => (large.closed(), show()) },
    switcher: () => switcher(section, { ...world, backup, copy, reload: () => happened.reload({}, true) }),
    removal: () => removal(section, { ...world, storages: [world.storage, session], backup, copy, forget, caches: area ? window.caches : undefined }),
  };
  for (const [name, make] of Object.entries(boxes)) {
    alone(() => {
      const kind = make();
      if (kind) dialogs(section, { [name]: kind });
    });
    await turn();
  }

  let minutes = read();
  /** @param {boolean} [whole] also what is behind the large view: nobody sees it, but it is printed */
  function show(whole) {
    if (large?.isOpen()) large.show();
    if (large?.isOpen() && !whole) return;
    minutes = read();
    for (const one of shows) alone(() => one?.(minutes));
  }

  function forget() {
    for (const one of [books, store]) one.forget(() => true);
  }

  const printed = () => show(true);
  window.addEventListener("beforeprint", printed);
  const ends = [store.subscribe(() => show()), books.subscribe(() => show())];
  for (const one of shows) {
    alone(() => one?.(minutes)); // the newest: something may have come in a turn
    await turn();
  }
  part(section, "loading").hidden = true;
  part(section, "page").hidden = false;
  alone(() => back?.offer(happened.arrive()));
  if (large?.wasOpen() || listIn(location.hash)) /** @type {HTMLElement | null} */ (section.querySelector('[data-opens="presenter"]'))?.click();
  if (location.hash === "#this-workbook") part(section, "name").focus();
  const end = back && alone(() => received(section, { open: back.open, follow: silent?.follow }));
  ends.push(...[end, silent?.end].filter((one) => one !== undefined));
  return () => {
    for (const end of ends) end();
    for (const kind of ["error", "unhandledrejection"]) window.removeEventListener(kind, told);
    window.removeEventListener("beforeprint", printed);
    books.flush();
  };
}

/** Load the page anew: nothing of another workbook is left. @param {boolean} asked has the reader said what becomes of what waits? Else the browser asks */
function load(asked) {
  history.replaceState(null, "", location.pathname);
  if (asked) window.onbeforeunload = null;
  location.reload();
}
