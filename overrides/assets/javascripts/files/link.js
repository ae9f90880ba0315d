/**
 * A workbook in a link: what stands behind the sign # of an address, which no browser sends anywhere. It carries what is prepared for
 * a group, or what a group said; or it asks people to a silent sort, or brings back what they marked (marks.js). Whatever stands there, nothing is thrown: it becomes the text of a backup, which import.js
 * reads with all its limits, or the key of a sentence ("link_problems" in data/interface.yml). Pure.
 *
 * What is behind "share=": the form, one sign for how it is packed (z: deflate, u: as it is), the packed text in base64url, and seven
 * signs of a checksum over all of that. They are digits and letters, so that nothing takes the end of a link for the end of a sentence.
 *
 * @typedef {import("app/answers/about").About} About
 * @typedef {{ say: "empty" | "damaged" | "newer" | "long" | "much" | "old" }} Problem
 * @typedef {{ prepared: boolean, text: string }} Holds `prepared`: no answers, but what a group begins with; `text`: a backup
 * @typedef {Holds | { asked: import("app/files/marks").Asked }} Content `asked`: an invitation to a silent sort
 */
import { isName } from "app/answers/keys";
import { formatsOf, VERSION } from "app/files/backup";
import { LIMIT_MB } from "app/files/import";
import { survey } from "app/files/limits";
import { asked, handed, MARKED, SORT } from "app/files/marks";
import { sumOf } from "app/files/sum";

const START = /^#share(=|%3[Dd])/;
const FORM = 1;
const [PREPARED, ANSWERS] = ["p", "a"];
const FACTS = /** @type {const} */ (["title", "purpose", "setting", "date"]);
const SUM = 7; // signs of 32 bits in base 36
const ID = 100; // signs: no place on a page has a name that is as long
/** Signs of a link that is read, and that is made: a busy day of a group has a tenth of it. */
export const LONGEST = 100_000;
/** Signs that all mail programs and chats pass on. */
export const SAFE = 8_000;

/** Should this be a link's content? A long one whose start was damaged is one too. @param {string} hash as in `location.hash` */
export const isLink = (hash) => START.test(hash) || hash.length > ID;

/** What a group begins with: no answers, and nobody's name. @param {string} from the identity of the workbook that prepares it @param {Partial<About>} about */
export const prepared = (from, about) => [PREPARED, from, ...FACTS.map((name) => about[name]?.trim() ?? ""), ...(about.today ?? [])];

/** What a group said. @param {string} made when (ISO 8601) @param {import("app/files/import").Workbook} workbook under its identity */
export const answered = (made, { id, about, answers }) => [ANSWERS, made, id, about, answers];

/** A value as what stands behind #. @param {unknown} value @param {typeof CompressionStream} [Squeeze] browsers before 2023 have none @returns {Promise<string>} */
export async function pack(value, Squeeze = globalThis.CompressionStream) {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const squeeze = stream(Squeeze);
  const packed = (squeeze && (await through(bytes, squeeze))) ?? bytes;
  const text = btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join(""));
  const content = `${FORM}${squeeze ? "z" : "u"}${text.replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "")}`;
  return `share=${content}${checked(content)}`;
}

/** @param {string} hash as in `location.hash` @param {typeof DecompressionStream} [Unsqueeze] @returns {Promise<Problem | Content>} */
export async function unpack(hash, Unsqueeze = globalThis.DecompressionStream) {
  if (hash.length > LONGEST) return { say: "long" };
  const whole = hash.replace(START, "").replace(/[^\w-]+$/, ""); // a full stop of the sentence in which it stood
  if (!whole) return { say: "empty" };
  const [content, sum] = [whole.slice(0, -SUM), whole.slice(-SUM)];
  const [, form, kind, body] = content.match(/^(\d+)([a-z])([\w-]*)$/) ?? [];
  if (!form || checked(content) !== sum) return { say: "damaged" };
  if (Number(form) !== FORM || !["z", "u"].includes(kind)) return { say: "newer" };
  const unsqueeze = kind === "z" ? stream(Unsqueeze) : undefined;
  if (unsqueeze === null) return { say: "old" };
  try {
    const packed = Uint8Array.from(atob(body.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
    const bytes = unsqueeze ? await through(packed, unsqueeze, LIMIT_MB * 1_000_000) : packed;
    if (!bytes) return { say: "much" };
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return survey(text).deep ? { say: "damaged" } : contentOf(JSON.parse(text));
  } catch {
    return { say: "damaged" };
  }
}

/** @param {string} content */
const checked = (content) => (sumOf(content) >>> 0).toString(36).padStart(SUM, "0");

/** @template {CompressionStream | DecompressionStream} T @param {new (format: "deflate-raw") => T} Kind @returns {T | null} null where the browser has none */
function stream(Kind) {
  try {
    return new Kind("deflate-raw");
  } catch {
    return null;
  }
}

/**
 * All that a stream makes of some bytes.
 * @param {Uint8Array<ArrayBuffer>} bytes @param {CompressionStream | DecompressionStream} by @param {number} [most] no more is read once there is so much
 * @returns {Promise<Uint8Array<ArrayBuffer> | null>} null where it is more
 */
async function through(bytes, by, most = Infinity) {
  const reader = new Blob([bytes]).stream().pipeThrough(/** @type {ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>} */ (by)).getReader();
  const found = [];
  for (let size = 0; size <= most; ) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(found).arrayBuffer());
    found.push(value);
    size += value.length;
  }
  await reader.cancel().catch(() => null);
  return null;
}

/** @param {unknown} value anything @returns {Problem | Content} */
function contentOf(value) {
  const [kind, ...rest] = Array.isArray(value) ? value : [];
  if (![PREPARED, ANSWERS, SORT, MARKED].includes(kind)) return { say: typeof kind === "string" ? "newer" : "damaged" };
  if (kind === SORT) {
    const invitation = asked(rest);
    return invitation ? { asked: invitation } : { say: "empty" };
  }
  if (kind === MARKED) return { prepared: false, text: JSON.stringify({ format: formatsOf()[0], version: VERSION, made: "", workbooks: [], marks: handed(rest) }) };
  const isPrepared = kind === PREPARED;
  if (isPrepared && !rest.every((one) => typeof one === "string")) return { say: "damaged" };
  const [made, id, about, answers] = rest;
  const workbook = isPrepared ? begun(rest) : { id, about, answers };
  if (!workbook) return { say: "empty" };
  return { prepared: isPrepared, text: JSON.stringify({ format: formatsOf()[0], version: VERSION, made: isPrepared ? "" : made, workbooks: [workbook] }) };
}

/** A workbook of its own that says from which preparation it comes; null where nothing is prepared. @param {string[]} texts */
function begun([from = "", ...texts]) {
  const today = texts.slice(FACTS.length).filter(isName);
  const facts = FACTS.flatMap((name, n) => (texts[n]?.trim() ? [[name, texts[n]]] : []));
  const fields = Object.fromEntries([...facts, ...(today.length ? [["today", today]] : [])]);
  const edits = Object.fromEntries(Object.keys(fields).map((name) => [name, [1, "prepared"]]));
  return Object.keys(fields).length ? { id: "", about: { ...fields, ...(isName(from) && { from }), edits }, answers: {} } : null;
}
