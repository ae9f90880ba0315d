/**
 * Several groups, and several rounds of one: fetches what shows workbooks side by side when it is asked for, and brings a joint record up to date with what
 * its sources in this browser know by now. The HTML is described in macros/templates/together.html.
 */
import { labelOf } from "app/answers/about";
import { identify, identityOf } from "app/answers/identity";
import { keysOf } from "app/answers/keys";
import { openImport } from "app/files/apply";
import { dayOf } from "app/page/days";
import { part, print } from "app/page/parts";
import { soon } from "app/page/soon";
import { fill } from "app/page/words";
import { refused } from "app/workbook/refused";

/** @param {HTMLElement} section the page @param {Omit<import("app/together/together").World, "refused"> & { prefix: string }} world */
export async function several(section, world) {
  const { store, books, prefix, clock, reload } = world;
  const { current, addAll } = openImport(world);
  const root = part(section, "together");
  const { sources = [] } = books.about(store.workbook);
  /** @type {(() => void) | null} */
  let open = null;
  const say = (/** @type {string | undefined} */ text) => print(part(root, "together-message"), text ?? "");
  const missing = () => void say(root.dataset.sayFailed);

  part(root, "together-open").addEventListener("click", async () => {
    const found = await soon(import("app/together/together")).catch(missing);
    if (!found) return undefined;
    open ??= found.together(root, { ...world, refused: (full) => refused(section, store, full) });
    return open();
  });

  part(root, "next-round").addEventListener("click", async () => {
    const found = await soon(import("app/together/round")).catch(missing);
    if (!found) return undefined;
    const { about, answers } = current();
    if (!about.date?.trim()) books.edit(store.workbook, { date: dayOf(clock().toISOString()) }); // so that the rounds can be told apart
    const next = found.nextRound({ about, answers }, identify(books, store.workbook));
    return addAll([{ id: books.freshId(), ...next }]) ? reload({ what: "round" }) : say(refused(section, store, root.dataset.sayFull));
  });

  const line = part(section, "sources");
  line.hidden = !sources.length;
  print(line, fill(line.dataset.say ?? "", { groups: sources.map((one) => labelOf(one)).sort().join("; ") }));
  if (!sources.length) return;
  const fetched = await soon(Promise.all([import("app/together/joint"), import("app/together/equal")])).catch(() => void say(root.dataset.sayStale));
  if (!fetched) return;
  const [{ refreshed }, { equal }] = fetched;
  const theirs = books.list().filter(({ id, about }) => id !== store.workbook && !about.gone);
  const all = theirs.flatMap(({ id, about }) => (sources.some(({ workbook }) => workbook === identityOf(id, about)) ? [{ id, identity: identityOf(id, about), ...current(id) }] : []));
  for (const [question, answer] of Object.entries(refreshed({ id: store.workbook, ...current() }, all))) {
    const [key, text] = [keysOf(prefix).answer(store.workbook, question), JSON.stringify(answer)];
    if (books.writeAll([[key, text]])) store.heard(key, text); // as from another tab
  }
  equal(root, world);
}
