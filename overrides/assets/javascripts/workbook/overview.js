/**
 * The workbook page: the current workbook whole. It makes one record of all answers and hands it to the parts that
 * show it; each part stands in a module of its own, as its template does in macros/templates/.
 */
import { sharedBooks } from "app/answers/books";
import { openStorage } from "app/answers/storage";
import { dialogs } from "app/page/dialogs";
import { part } from "app/page/parts";
import { styled } from "app/page/styled";
import { about } from "app/workbook/about";
import { readCatalogue, record } from "app/workbook/catalogue";
import { exports } from "app/workbook/exports";
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

  const showAbout = about(section, world);
  const shows = [now(section), progress(section), today(section, world), todo(section, world), notes(section, world)];
  const large = presenter(section, { ...world, read });
  const { backup, copy, one } = exports(section, { ...world, read });
  send(section, { read, file: part(section, "exports").dataset.file });
  shows.push(share(section, { ...world, one, untitled: catalogue.words.untitled }));
  const { offer, open } = imports(section, world);
  several(section, world);
  dialogs(section, {
    preview: {},
    presenter: {
      open: large.open,
      closed() {
        large.closed();
        show();
      },
    },
    switcher: switcher(section, { ...world, backup, copy }),
    removal: removal(section, { ...world, storages: [world.storage, session], backup, copy, forget, caches: area ? window.caches : undefined }),
  });

  /** @param {boolean} [whole] also what is behind the large view: nobody sees it, but it is printed */
  function show(whole) {
    if (large.isOpen()) large.show();
    if (large.isOpen() && !whole) return;
    showAbout();
    const minutes = read();
    shows.forEach((one) => one(minutes));
  }

  function forget() {
    for (const one of [store, books]) one.forget(() => true);
  }

  const printed = () => show(true);
  window.addEventListener("beforeprint", printed);
  const ends = [store.subscribe(() => show()), books.subscribe(() => show())];
  part(section, "loading").hidden = true;
  part(section, "page").hidden = false;
  show();
  offer(happened.arrive());
  if (large.wasOpen() || listIn(location.hash)) /** @type {HTMLElement} */ (section.querySelector('[data-opens="presenter"]')).click();
  if (location.hash === "#this-workbook") part(section, "name").focus();
  ends.push(received(section, { open }));
  return () => {
    for (const end of ends) end();
    window.removeEventListener("beforeprint", printed);
    books.flush();
  };
}

/** Load the page anew: nothing of another workbook is left. */
function load() {
  history.replaceState(null, "", location.pathname);
  window.onbeforeunload = null; // what waits is in a file: there is nothing to ask
  location.reload();
}
