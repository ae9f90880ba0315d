/**
 * The ways back from what files did to this workbook: at the top of the page right after it, and below where files are brought
 * back, as long as they are kept. The HTML is described in macros/templates/imports.html.
 */
import { openImport } from "app/files/apply";
import { dayOf, showDay } from "app/page/days";
import { distinct } from "app/page/distinct";
import { copyOf, part, print } from "app/page/parts";
import { fill } from "app/page/words";
import { refused } from "app/workbook/refused";

/**
 * @param {HTMLElement} section the page @param {Parameters<typeof import("app/workbook/preview").preview>[1]} world
 * @returns {(back: { way: number, step?: import("app/files/apply").Step }) => void} offers one at the top of the page
 */
export function showWays(section, world) {
  const { catalogue: { words }, reload } = world;
  const root = part(section, "ways");
  const { ways, back, undoAll } = openImport(world);
  const all = ways();
  const failed = () => print(part(section, "happened"), refused(section, world.store, root.dataset.sayFull));

  /** @param {import("app/answers/ways").Way} way */
  function go(way) {
    const then = back(way.n);
    if (then === null) failed();
    else reload({ what: way.did === "undone" ? "again" : "undo", way: then });
  }

  const { sayTaken = "", sayUndone = "", sayBack = "", sayAgain = "" } = root.dataset;
  const texts = all.map(({ did, title, at }) => fill(did === "undone" ? sayUndone : sayTaken, { title: title || (words.untitled ?? ""), date: showDay(dayOf(at), words.language) }));
  const names = distinct(texts);
  const rows = all.map((way, n) => {
    const row = copyOf(root, "way");
    const button = part(row, "way-go");
    print(part(row, "way-text"), texts[n]);
    print(button, way.did === "undone" ? sayAgain : sayBack);
    button.setAttribute("aria-label", `${button.textContent}: ${names[n]}`);
    button.addEventListener("click", () => go(way));
    return row;
  });
  part(root, "ways-list").replaceChildren(...rows);
  root.hidden = !rows.length;

  return ({ way: n, step }) => {
    const way = all.find((one) => one.n === n);
    const button = part(section, "undo-file");
    button.hidden = !way && !step;
    button.addEventListener("click", () => {
      if (way) go(way);
      else if (step && undoAll(step)) reload({ what: step.added.length + step.updated.length ? "undo_all" : "undo_marks" });
      else failed();
    });
  };
}
