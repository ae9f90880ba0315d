// The guide without a connection. publish/offline.py writes this file to the root of the site and fills in the first lines.
//
// A few lines of our own and not Workbox: that fills one cache file by file, so a visit in the middle of an update could find half of
// each release. Here each release has a cache of its own, which counts only when every file in it is the one that was built (its hash
// is looked at, when it is stored and when it is used). A half-finished upload, a changed file or a line that breaks leaves what was.
/** @type {Record<string, string>} */
const FILES = {}; // path below the site: hash of its content
const BYTES = 0;
const PREFIX = ""; // how everything begins that this guide keeps in a browser
const RELEASE = "";
const NAMED = /(?:-[0-9A-Z]{8}|\.[0-9a-f]{8}\.min)\.\w+$/; // content in its name: right in whichever release it stands
const here = /** @type {any} */ (globalThis); // the types that editors have are those of a page
const root = new URL("./", location.href);
const START = `${PREFIX}:${root.pathname}:offline:`; // of the names of this site's caches
const NAME = START + RELEASE;
const TURN = new URL("?turn", root).href; // in each cache: as which of all releases it was opened in this browser. No page is asked for so.

const pathOf = (/** @type {URL} */ url) => decodeURIComponent(url.pathname.slice(root.pathname.length)).replace(/(^|\/)index\.html$/, "$1");
const addressOf = (/** @type {string} */ path) => new URL(path, root).href;

/** The answer, if its content is what was built; else null. @param {string} path @param {Response | undefined} answer */
async function whole(path, answer) {
  if (!answer?.ok) return null;
  const hash = await crypto.subtle.digest("SHA-256", await answer.clone().arrayBuffer());
  return btoa(String.fromCharCode(...new Uint8Array(hash))) === FILES[path] ? answer : null;
}

/** Get a file from an earlier release that has the same, or from the host; throws where the host has another one. @param {string} path */
async function fetched(path) {
  const answer = (await whole(path, await caches.match(addressOf(path)))) ?? (await whole(path, await fetch(addressOf(path), { cache: "no-cache" })));
  if (!answer) throw new Error(`${path} is not of this release`);
  return answer.redirected ? new Response(answer.body, { headers: answer.headers }) : answer; // a page may not be answered with one
}

/** Fill the cache of this release, four files at a time; what is there already stays. */
async function fill() {
  const cache = await caches.open(NAME);
  const left = Object.keys(FILES);
  const next = async () => {
    for (let path = left.pop(); path !== undefined; path = left.pop()) {
      if (!(await whole(path, await cache.match(addressOf(path))))) await cache.put(addressOf(path), await fetched(path));
    }
  };
  await Promise.all([next(), next(), next(), next()]);
}

const others = async () => (await caches.keys()).filter((name) => name.startsWith(START) && name !== NAME);

/** The release that was open before this one stays: a tab of it may want a script. It need not be the newest: nobody may have opened that. */
async function clear() {
  const old = await others();
  const turns = await Promise.all(old.map(async (name) => Number((await (await (await caches.open(name)).match(TURN))?.text()) ?? 0)));
  const last = Math.max(0, ...turns);
  await Promise.all(old.filter((_, n) => turns[n] !== last).map((name) => caches.delete(name)));
  if (await caches.has(NAME)) await (await caches.open(NAME)).put(TURN, new Response(String(last + 1)));
  await here.clients.claim();
}

/** A file of this release: from its cache, or from the host, and then it is there again. @param {string} path @param {Request} request */
async function kept(path, request) {
  if (!(await caches.has(NAME))) return fetch(request); // the reader removed everything, and nothing comes back by itself
  const cache = await caches.open(NAME);
  const found = await whole(path, await cache.match(addressOf(path)));
  if (found) return found;
  const answer = await fetch(request);
  if (await whole(path, answer)) await cache.put(addressOf(path), answer.clone());
  return answer;
}

/** A script or style of another release: whichever cache of ours has it. @param {Request} request */
async function earlier(request) {
  for (const name of await others()) {
    const found = await (await caches.open(name)).match(request.url.split("?")[0]);
    if (found) return found;
  }
  return fetch(request);
}

/** Without a connection, what is not kept is a page that says so. @param {Request} request */
async function lost(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const page = await (await caches.open(NAME)).match(addressOf("404.html"));
    if (!page) throw error;
    return new Response(page.body, { status: 404, headers: page.headers });
  }
}

/** How much is kept; what has gone is fetched again before that is said. 0 where that cannot be. */
async function amount() {
  try {
    await fill();
    return BYTES;
  } catch {
    return 0;
  }
}

/** Where a worker of another kind stood, nobody asks whether it may be replaced. */
async function start() {
  await fill();
  if (!(await others()).length) await here.skipWaiting();
}

here.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(start()));
here.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(clear()));
here.addEventListener("message", (/** @type {any} */ event) => {
  if (event.data === "take over") here.skipWaiting();
  else event.waitUntil(amount().then((bytes) => event.source.postMessage(bytes)));
});
here.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== root.origin || !url.pathname.startsWith(root.pathname)) return;
  const path = pathOf(url);
  if (Object.hasOwn(FILES, path)) event.respondWith(kept(path, request));
  else if (NAMED.test(path)) event.respondWith(earlier(request));
  else if (request.mode === "navigate" && Object.hasOwn(FILES, `${path}/`)) event.respondWith(Response.redirect(`${addressOf(`${path}/`)}${url.search}`));
  else if (request.mode === "navigate") event.respondWith(lost(request));
});
