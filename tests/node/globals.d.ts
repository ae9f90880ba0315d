// What scripts find on the window: what restore.js leaves there for the modules, and Material's stream of pages.

type Painted = {
  status?: string; answered?: string; revisedSeen?: string; reason?: string; note?: string; from?: string;
  others?: { text?: string; from?: string }[];
  actions?: { what?: string; who?: string; by?: string; done?: boolean; gone?: boolean }[];
} | null;

interface Guide {
  /** The start of every key of this site in the browser's storage. */
  prefix: string;
  /** The browser's storage; null where the reader has blocked it. */
  area: Storage | null;
  /** Show answers on a checklist. */
  paint: (section: HTMLElement, answerTo: (question: string, row: HTMLElement) => Painted) => void;
  /** What was ticked before the modules were there, by question. */
  takeOver: () => [question: string, discussed: boolean][];
  /** Set by anchors.js: hears of movement within a page before Material does. */
  moved?: (event: Event) => void;
}

interface Window {
  guide: Guide;
  document$?: { subscribe: (listener: () => void) => void };
}
