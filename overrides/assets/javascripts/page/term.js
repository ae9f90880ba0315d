/**
 * Escape closes the meaning of a term without moving the focus (WCAG 1.4.13). Material opens it on hover and on
 * focus, and closes it only when both have gone.
 */
import { around } from "app/page/press";

/** @param {Document} document */
export function dismissTerms(document) {
  const { dataset } = document.documentElement;
  const open = (/** @type {Event} */ event) => {
    if (around(event, "a.app-term")) delete dataset.appTerms;
  };
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") dataset.appTerms = "closed";
  });
  for (const name of ["pointerover", "focusin"]) document.addEventListener(name, open);
}
