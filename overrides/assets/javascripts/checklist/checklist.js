/**
 * A checklist: remembers each tick, shows what other tabs did, and copies the link to a question.
 * The HTML and its hooks are described in macros/templates/checklist.html; how answers look on it is painted
 * by restore.js, so that a tick looks the same before and after this module is there.
 */
import { copyOf, part } from "app/page/parts";
import { around, pressed } from "app/page/press";
import { soon } from "app/page/soon";

/**
 * @param {HTMLElement} section
 * @param {import("app/answers/store").World & { store: import("app/answers/store").Store, newId: () => string, paint: Guide["paint"] }} world
 * @returns {() => void} ends its subscription
 */
export function checklist(section, world) {
  const { store, paint } = world;
  const count = part(section, "count");
  const say = (/** @type {string | null | undefined} */ text) => {
    part(section, "announcer").textContent = text ?? "";
  };
  /** @type {(() => void) | undefined} */
  let showFields;
  /** @type {Promise<void> | null} */
  let fields = null;

  function show() {
    paint(section, store.read);
    showFields?.();
    /** @type {HTMLButtonElement} */ (part(section, "clear")).disabled = !section.querySelector("[data-question][data-state=discussed]");
  }

  /** What an answer is written in is fetched with the first question that is opened, or is about to be. @param {Event} event */
  function fetchFields(event) {
    const details = around(event, "[data-question] > details");
    if (!details) return;
    fields ??= soon(import("app/checklist/editor").then(({ editor }) => {
      showFields ??= editor(section, world); // what was late may come when it was asked for again
    }));
    fields.catch(() => {
      fields = null; // the next one that is opened tries again
      if (!details.querySelector("p.app-editor__missing")) part(details, "panel").prepend(copyOf(section, "missing"));
    });
  }

  section.addEventListener("change", (event) => {
    const box = /** @type {HTMLInputElement | null} */ (pressed(event));
    const question = around(event, "[data-question]")?.dataset.question ?? "";
    if (box?.id !== `${question}-tick`) return;
    if (!box.checked) store.remember(section.dataset.sayUnticked ?? "", [question]);
    store.tick(question, box.checked);
    say(count.textContent);
  });

  for (const name of ["pointerover", "focusin", "toggle"]) section.addEventListener(name, fetchFields, true);
  section.addEventListener("toggle", show, true);
  section.addEventListener("click", (event) => {
    const control = pressed(event);
    const which = control?.dataset.part;
    const row = around(event, "[data-question]");
    if (which === "seen") {
      store.change(row?.dataset.question ?? "", { revisedSeen: row?.dataset.revised });
      row?.querySelector("input")?.focus();
    } else if (which === "link") {
      // The address bar shows the link in any case; the clipboard is a convenience that some pages are refused.
      const copied = navigator.clipboard?.writeText(cleanAddress() + /** @type {HTMLAnchorElement} */ (control).hash);
      copied?.then(() => say(section.dataset.sayCopied), () => {});
    }
  });

  (section.querySelector("details[open]") ?? section).dispatchEvent(new Event("toggle")); // shows, and fetches where one was opened before this came
  return store.subscribe(show);
}

/** This page as it is published, however it was opened: without what a mail or a search put behind the address. */
const cleanAddress = () =>
  /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="canonical"]'))?.href ?? location.origin + location.pathname;
