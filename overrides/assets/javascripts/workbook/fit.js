/**
 * Makes what stands on the large view as large as the screen lets it be: it grows smaller in steps, and where even the smallest
 * is too large, it scrolls and says so. The sizes stand in presenter.css, by [data-size].
 */
import { part } from "app/page/parts";

const STEPS = 3;

/** @param {HTMLElement} dialog @returns {() => void} measures again */
export function openFit(dialog) {
  const middle = part(dialog, "middle");
  const below = part(dialog, "below");
  const tooLarge = () => middle.scrollHeight > middle.clientHeight + 1;
  const left = () => middle.scrollHeight - middle.clientHeight - middle.scrollTop;

  /** Is there more than can be seen? */
  function say() {
    const end = below.offsetHeight + 4;
    below.hidden = left() <= end;
    if (tooLarge()) middle.tabIndex = 0; // keys scroll what has the focus, and a step of the plan may hold nothing else that could have it
    else middle.removeAttribute("tabindex");
  }

  function fit() {
    const inFold = document.activeElement?.closest("details :is([data-field], [data-change])");
    below.hidden = true;
    for (let size = inFold ? Number(dialog.dataset.size ?? 0) : 0; size <= STEPS; size += 1) { // nothing changes its size while somebody fills in a form below
      dialog.dataset.size = String(size);
      if (!tooLarge() || inFold) break;
    }
    say();
  }

  middle.addEventListener("scroll", say, { passive: true });
  new ResizeObserver(() => dialog.hasAttribute("open") && fit()).observe(middle);
  return fit;
}
