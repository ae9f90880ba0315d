/**
 * The code with which others open what this workbook prepared, as large as the screen lets it be: a link (link.js) as a picture.
 * Where nothing is prepared, it leads to an empty workbook. The HTML is described in macros/templates/boards.html.
 */
import { identityOf } from "app/answers/identity";
import { pack, prepared } from "app/files/link";
import { drawCode, published } from "app/files/linked";
import { part, print } from "app/page/parts";
import { soon } from "app/page/soon";

/**
 * @param {HTMLElement} root @param {{ one: () => { workbooks: import("app/files/backup").Workbook[] } }} world as in share.js
 * @param {() => void} fit measures the picture, which comes later
 * @returns {() => Promise<void>} shows it again
 */
export function join(root, { one }, fit) {
  const said = part(root, "join-said");
  let shown = "";

  return async () => {
    const [{ id, about }] = [...one().workbooks, { id: "", about: null }];
    const value = prepared(identityOf(id, /** @type {import("app/answers/about").About | null} */ (about)), /** @type {Partial<import("app/answers/about").About>} */ (about ?? {}));
    const text = value.slice(2).join("");
    if (shown === (shown = text || "-")) return; // the same as before
    const address = text ? `${published()}#${await pack(value)}` : published();
    const writer = await soon(import("app/files/code")).catch(() => null);
    const code = writer?.code(address);
    part(root, "join-figure").hidden = !code;
    print(said, (code ? "" : writer ? said.dataset.sayNoCode : said.dataset.sayMissing) ?? "");
    if (code) drawCode(part(root, "join-code"), code);
    else shown = ""; // the next time it may come
    print(part(root, "join-address"), published().replace(/^https?:\/\//, ""));
    fit();
  };
}
