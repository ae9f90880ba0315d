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
  /** Say which workbook this is: one by its id, or the current one. */
  name: (book?: string) => void;
  /** Show answers on a checklist. */
  paint: (section: HTMLElement, answerTo: (question: string, row: HTMLElement) => Painted) => void;
  /** Show all that is known of this page, which may be a new one. */
  show: () => void;
  /** What was ticked before the modules were there, by question. */
  takeOver: () => [question: string, discussed: boolean][];
  /** Set by anchors.js: hears of movement within a page before Material does. */
  moved?: (event: Event) => void;
}

interface Window {
  guide: Guide;
  document$?: { subscribe: (listener: () => void) => void };
}
