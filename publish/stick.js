/**
 * What a page of the copy on a stick has in place of a server. It runs before all other scripts.
 *
 * Browsers start no worker and read no other page for a page that is opened from a folder, yet they load its classic scripts. So
 * search runs here, in the page, once somebody searches; and the handouts page finds what other pages say in a script.
 */
(() => {
  const here = /** @type {any} */ (window); // with what the other scripts of the copy leave there
  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = new URL("../../", own.src).href;
  /** @type {Record<string, Promise<void>>} */
  const loading = {};

  /** Load a script of this copy, once. @param {string} name */
  const load = (name) =>
    (loading[name] ??= new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = new URL(name, own.src).href;
      script.onload = () => done();
      script.onerror = () => failed(new Error(`${script.src} is not there`));
      document.head.append(script);
    }));

  /** Looks like the worker that the theme starts. Its script is a function here (publish/stick), which is given its own ways to speak and listen. */
  class Search extends EventTarget {
    #inside = new EventTarget();
    #started = false;

    async postMessage(/** @type {unknown} */ data) {
      await load("stick-search.js");
      if (!this.#started) {
        this.#started = true;
        const answer = (/** @type {unknown} */ message) => setTimeout(() => this.dispatchEvent(new MessageEvent("message", { data: message })));
        here.guideSearch(window, answer, this.#inside.addEventListener.bind(this.#inside), async () => {});
      }
      this.#inside.dispatchEvent(new MessageEvent("message", { data }));
    }

    terminate() {}
  }
  window.Worker = /** @type {any} */ (Search);

  /** The handouts page asks for what other pages say. @param {URL | RequestInfo} address */
  window.fetch = async (address) => {
    await load("stick-pages.js");
    const text = here.guidePages[`${address}`.replace(root, "").replace(/#.*/, "")];
    if (text === undefined) throw new TypeError(`${address} is not in this copy`);
    return new Response(text);
  };
})();
