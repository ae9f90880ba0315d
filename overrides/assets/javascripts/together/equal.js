/**
 * In a joint record: offers actions of different groups that say the same as one. The first stays, the others go and name it, so that it
 * keeps the groups of all; nothing is made one unasked. The HTML is described in macros/templates/together.html.
 */
import { writeAction } from "app/answers/actions";
import { actionsIn, equalActions } from "app/answers/joined";
import { IN_GENERAL, whoAndWhen } from "app/files/actions";
import { distinct } from "app/page/distinct";
import { copyOf, part, print } from "app/page/parts";
import { fill } from "app/page/words";

/**
 * @param {HTMLElement} root the part of the page @param {{ store: import("app/answers/store").Store, catalogue: Parameters<typeof import("app/together/compare").compare>[0] }} world
 */
export function equal(root, { store, catalogue: { lists, retired, words } }) {
  const place = part(root, "equal");
  const asked = [...lists.flatMap(({ questions }) => questions), ...retired, { id: IN_GENERAL, text: words.general ?? "" }];
  let drawn = "";

  /** @param {string} question @param {import("app/answers/workbook").Action[]} same */
  function join(question, [first, ...others]) {
    store.remember(place.dataset.sayJoined ?? "", [question]);
    for (const { id } of others) writeAction(store, question, id, { gone: true, same: first.id });
    part(root, place.hidden ? "together-open" : "equal-title").focus(); // the button is gone
  }

  /** @param {{ id: string, text: string, same: import("app/answers/workbook").Action[] }} found @param {string} called */
  function row({ id, text, same }, called) {
    const one = copyOf(root, "equal-one");
    const named = actionsIn(store.read(id));
    print(part(one, "equal-question"), text);
    part(one, "equal-actions").replaceChildren(...same.map((action) => {
      const { what = "", who = "", by = "" } = action;
      const groups = named.find((entry) => entry.action.id === action.id)?.groups ?? [];
      const end = whoAndWhen({ who, by, groups, overdue: false }, words);
      return Object.assign(document.createElement("li"), { dir: "auto", textContent: end ? `${what} (${end})` : what });
    }));
    const button = part(one, "equal-join");
    button.setAttribute("aria-label", fill(place.dataset.sayJoin ?? "", { what: called }));
    button.addEventListener("click", () => join(id, same));
    return one;
  }

  function show() {
    const found = asked.flatMap(({ id, text }) => equalActions(store.read(id)).map((same) => ({ id, text, same })));
    const state = JSON.stringify(found);
    if (state === drawn) return; // what has the focus is left alone
    drawn = state;
    place.hidden = !found.length;
    const names = distinct(found.map(({ same }) => same[0].what ?? ""));
    part(root, "equal-list").replaceChildren(...found.map((one, n) => row(one, names[n])));
  }

  const end = store.subscribe(() => (root.isConnected ? show() : end()));
  show();
}
