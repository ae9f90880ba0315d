/**
 * Lists what was found in files: each workbook with its file, group, people, day and counts.
 * The HTML is described in macros/templates/imports.html.
 */
import { countStates } from "app/answers/counts";
import { showDay } from "app/page/days";
import { copyOf, part, print } from "app/page/parts";
import { fill } from "app/page/words";

const LONGEST = 200; // signs of what may be anything

/** What there is some of, such as "3 discussed, 1 with a note". @param {import("app/files/import").Workbook["answers"]} answers @param {Record<string, string>} words */
export function counted(answers, words) {
  const all = Object.values(answers);
  const { discussed, not_relevant } = countStates(all);
  const counts = {
    discussed, not_relevant,
    notes: all.filter(({ note, others }) => note || others?.length).length,
    actions: all.flatMap(({ actions = [] }) => actions.filter(({ gone }) => !gone)).length,
  };
  return Object.entries(counts).flatMap(([name, count]) => (count ? [fill(words[name] ?? "", { count })] : [])).join(", ") || (words.nothing ?? "");
}

/**
 * @param {HTMLElement} dialog
 * @param {{ file: string, workbook: import("app/files/import").Workbook, here: string }[]} offered `here`: how it is called in this browser; "" where it is new
 * @param {{ words: Record<string, string>, untitled: string, language?: string }} said
 */
export function showFound(dialog, offered, { words, untitled, language }) {
  const rows = offered.map(({ file, workbook: { about, answers, marks = [] }, here }) => {
    const row = copyOf(dialog, "found");
    const { title, group, people, date = "" } = about;
    const more = [file, people?.trim(), showDay(date, language), counted(answers, words), marks.length > 0 && fill(words.marks ?? "", { count: marks.length }), here && fill(words.here ?? "", { name: here })];
    print(part(row, "found-title"), (title?.trim() || untitled).slice(0, LONGEST));
    print(part(row, "found-group"), group?.trim().slice(0, LONGEST) ?? "");
    print(part(row, "found-more"), more.filter(Boolean).map((text) => String(text).slice(0, LONGEST)).join(" · "));
    return row;
  });
  part(dialog, "found-list").replaceChildren(...rows);
}
