// The library that writes Word documents; files/word.js alone uses it.
declare module "docx" {
  export const BorderStyle: any, Document: any, ExternalHyperlink: any, HeadingLevel: any, Packer: any, Paragraph: any, Tab: any,
    Table: any, TableCell: any, TableRow: any, TextRun: any, WidthType: any;
}

// The library that makes QR codes; files/code.js alone uses it.
declare module "lean-qr" {
  export const correction: { L: number };
  export function generate(text: string, wishes: { minCorrectionLevel: number; maxVersion: number }): { size: number; get: (x: number, y: number) => boolean };
}

// What scripts find as `guide`: the rules that rules.js leaves there, and what restore.js adds. And Material's stream of pages.

type Answered = { status?: string; answered?: string; revisedSeen?: string } | null | undefined;

type Painted = {
  status?: string; answered?: string; revisedSeen?: string; reason?: string; note?: string; from?: string;
  others?: { text?: string; from?: string }[];
  decided?: string; decidedHow?: string; decidedBy?: string; laterWho?: string; laterBy?: string;
  actions?: { id?: string; what?: string; who?: string; by?: string; done?: boolean; gone?: boolean }[];
  parts?: Record<string, NonNullable<Painted> & { group?: string }> | (NonNullable<Painted> & { group?: string })[];
} | null;

interface Keys {
  prefix: string;
  /** Which workbook is open. */
  current: string;
  /** What a reader chose to print. */
  paper: string;
  /** Written and removed again, to learn whether there is room. */
  room: string;
  /** Written and removed again: other tabs hear of which workbook the reader had everything removed; "*" for all of them. */
  removed: string;
  workbook: (id: string) => string;
  /** How the keys of all answers of a workbook start. */
  answers: (workbook: string) => string;
  answer: (workbook: string, question: string) => string;
  /** Where a damaged value is kept. */
  quarantine: (n: number) => string;
  /** Where what can be taken back is kept. */
  undo: (n: number | string) => string;
  /** A key taken apart, all empty where it is not one of these: `name` is all behind the prefix, `id` that of the workbook, or a number. */
  parts: (key: string | null) => { name: string; kind: string; id: string; question: string };
}

interface Rules {
  FORMAT: number;
  FIRST_WORKBOOK: string;
  siteStart: (home: string) => string;
  /** How every key of the site at a path starts. */
  prefixOf: (home: string, format?: number) => string;
  keysOf: (prefix: string) => Keys;
  /** Is it a name that we make: of a workbook, a tab, an action? "__proto__" and "constructor" would reach every object. */
  isName: (value: unknown) => value is string;
  /**
   * Which workbook is open, by its id. Where what should say so is lost, damaged or names none that is there: the first one,
   * or the newest, which has the highest name. Only then it looks at all keys that start with a prefix.
   */
  openBook: (keys: Keys, read: (key: string) => string | null | undefined, list: (prefix: string) => string[]) => string;
  /** Has a later release stored something here? What it wrote is left alone. */
  hasNewer: (prefix: string, read: (key: string) => unknown) => boolean;
  /** The highest counter in a record: an answer, one of its actions, or what a workbook says of itself. It may be damaged. */
  highestEdit: (record: unknown) => number;
  FIRST_DAY: string;
  LAST_DAY: string;
  /** The day that was written, in ISO 8601; "" for all else, such as "2026-02-30", "2026" or "soon". */
  readDay: (text: unknown) => string;
  /** A day as people write it, in a language (BCP 47); what is no day as it was written. */
  showDay: (text: unknown, language?: string) => string;
  /** A sentence with its {names} filled in. A name without a value stays; what is filled in is never read again for braces. */
  fill: (text: string, values: Record<string, unknown>) => string;
  stateOf: (answer: Answered) => "discussed" | "not-relevant" | "open";
  /** How many are in each state; the names are those in the braces of a sentence. */
  countStates: (answers: Iterable<Answered>) => { discussed: number; not_relevant: number; open: number };
  /** Was it answered before the question meant what it means since `revised`, and not looked at again? */
  isOutdated: (answer: Answered, revised?: string) => boolean;
}

interface Guide extends Rules {
  /** The start of every key of this site in the browser's storage. */
  prefix: string;
  /** ... and of every key in the format before this one. */
  former: string;
  /** The browser's storage; null where the reader has blocked it. */
  area: Storage | null;
  /** Under which earlier ids an answer may still be stored, by question. */
  moves: Map<string, string[]>;
  /** What main.html says in the head, by its name there without "app-"; "" where it says nothing. */
  setting: (name: string) => string;
  /** Say which workbook this is: one by its id, or the current one. */
  name: (book?: string) => void;
  /** Show answers on a checklist. */
  paint: (section: HTMLElement, answerTo: (question: string) => Painted) => void;
  /** Show all that is known of this page, which may be a new one. */
  show: () => void;
  /** How long something that is fetched may take before the page says that it is missing; milliseconds. */
  PATIENCE_MS: number;
  /** The first part of that name. */
  part: (root: ParentNode, name: string) => HTMLElement;
  /** Print text; nothing happens where it stands there already, so that nothing is announced twice. */
  print: (element: Element | null, text: string) => void;
  /** Print a sentence of what stands around an element, with its {time}. */
  say: (element: HTMLElement, sentence: string, at?: Date) => void;
  /** A name that nobody else makes: from this moment and 52 random bits. */
  newId: () => string;
  /** Say that a part could not start, or not yet. */
  fail: (element: Element) => void;
  /** The modules are there: what was ticked before, by question, and could not be written down. */
  takeOver: (opened: string) => [question: string, discussed: boolean][];
  /** Set by anchors.js: hears of movement within a page before Material does. */
  onPopstate?: (event: Event) => void;
}

declare var guide: Guide;

interface Window {
  guide: Guide;
  document$?: { subscribe: (listener: () => void) => void };
}
