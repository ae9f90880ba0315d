/**
 * Makes the files that a group takes away, and says what to look for: whether a file has arrived, a page cannot know.
 * The HTML is described in macros/templates/exports.html.
 */
import { nameOf } from "app/answers/homes";
import { identify } from "app/answers/identity";
import { downloadBackup, json, makeBackup } from "app/files/backup";
import { calendar, dated } from "app/files/calendar";
import { csv } from "app/files/csv";
import { fileName } from "app/files/filename";
import { ofSort } from "app/files/marks";
import { markdown } from "app/files/minutes";
import { standalone } from "app/files/standalone";
import { download } from "app/page/download";
import { part, print } from "app/page/parts";
import { pressed } from "app/page/press";
import { fill } from "app/page/words";

/** @typedef {import("app/files/digest").Minutes} Minutes */

/**
 * What can be made of all that is kept here, also for other parts of the page.
 * @param {HTMLElement} section the page
 * @param {import("app/answers/store").World & { store: import("app/answers/store").Store, books: import("app/answers/workbooks").Workbooks, build: string }} world
 */
export function copies(section, world) {
  const { store } = world;
  const { backupFile = "" } = part(section, "exports").dataset;

  /** Only the workbook that is shown: the file may go to somebody who should not see the others. It is known by its identity there. */
  function justThis() {
    const sort = identify(world.books, store.workbook);
    const backup = makeBackup(world);
    const workbooks = backup.workbooks.filter(({ id }) => id === store.workbook);
    return { ...backup, current: store.workbook, workbooks, marks: ofSort(backup.marks, sort), setAside: [], undo: [], other: {} };
  }

  return {
    one: justThis,
    /** @returns {string} the name of the file */
    backup: () => downloadBackup(world, backupFile),
    /** The same, for other ways than a download. */
    copy: () => ({ name: fileName({ title: backupFile }, world.clock().toISOString(), "json"), text: json(makeBackup(world)) }),
  };
}

/** @param {HTMLElement} section the page @param {{ prefix: string, read: () => Minutes } & Pick<ReturnType<typeof copies>, "one" | "backup">} world */
export function exports(section, { prefix, read, one, backup }) {
  const root = part(section, "exports");
  const { sayMade = "" } = root.dataset;

  /** @type {Record<string, { ending: string, type: string, text: (minutes: Minutes) => string }>} */
  const kinds = {
    minutes: { ending: "md", type: "text/markdown;charset=utf-8", text: markdown },
    page: { ending: "html", type: "text/html;charset=utf-8", text: standalone },
    sheet: { ending: "csv", type: "text/csv;charset=utf-8", text: csv },
    calendar: { ending: "ics", type: "text/calendar;charset=utf-8", text: (minutes) => calendar(minutes, nameOf(prefix)) },
    one: { ending: "json", type: "application/json", text: () => json(one()) },
  };

  root.addEventListener("click", (event) => {
    const { makes } = pressed(event)?.dataset ?? {};
    if (!makes) return undefined;
    const minutes = read();
    if (makes === "calendar" && !dated(minutes)) return print(part(root, "made"), root.dataset.sayNoDates ?? "");
    const kind = kinds[makes];
    const name = kind ? fileName(minutes.about, minutes.made, kind.ending, root.dataset.file) : backup();
    if (kind) download(name, kind.text(minutes), kind.type);
    return print(part(root, "made"), fill(sayMade, { file: name }));
  });
}
