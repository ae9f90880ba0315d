/**
 * Runs a workshop by a plan: which one is under way, at which step, and what is left of its time. It is kept for all windows of this
 * browser. The HTML is described in macros/templates/plan.html and timer.html.
 *
 * @typedef {import("app/workbook/agenda").Planned} Planned
 * @typedef {import("app/workbook/clock").Timer & { agenda: string, size: string, at: number }} Run
 */
import { sessionKey } from "app/answers/homes";
import { openSession } from "app/answers/session";
import { part, print } from "app/page/parts";
import { pressed } from "app/page/press";
import { fill } from "app/page/words";
import { planned } from "app/workbook/agenda";
import { begun, leftOf, longer, shown, turned } from "app/workbook/clock";
import { beep } from "app/workbook/sound";

const TICK = 250; // milliseconds: a second is never late by more than a glance

/**
 * @param {HTMLElement} section the page
 * @param {import("app/answers/store").World & { store: import("app/answers/store").Store }} world
 * @param {{ open: () => void, turned: () => void, ended: () => void }} told the large view: it opens, turns to the step, or leaves the plan
 */
export function plan(section, { storage, prefix, store, clock }, told) {
  const root = /** @type {HTMLElement | null} */ (section.querySelector('[data-part="plan"]'));
  const dialog = part(section, "presenter");
  const [timer, time, sound] = ["timer", "time", "sound"].map((name) => part(dialog, name));
  const kept = openSession(storage, prefix, store.workbook);
  const now = () => clock().getTime();
  /** Anybody may have written it. @returns {Run | null} */
  function run() {
    const found = kept.read()?.plan;
    return Number.isInteger(found?.at) && Number.isFinite(found.ends ?? found.left ?? 0) ? found : null;
  }
  let wasOver = true; // the sound comes when the time ends, and not where it had ended before
  let ticking = 0;

  /** @param {string} name @param {string | undefined} id */
  const lines = (name, id) => /** @type {HTMLElement[]} */ ([...(root?.querySelectorAll(`[data-${name}="${CSS.escape(id ?? "")}"] > li`) ?? [])]);
  const number = (/** @type {string | undefined} */ text) => Number(text);

  /** @param {import("app/workbook/steps").Step[]} today @returns {Planned[]} the steps of what is under way */
  function steps(today) {
    const under = run();
    if (!root || !under) return [];
    const { sayQuestion = "", sayPlace = "", ...say } = root.dataset;
    const words = Object.fromEntries(Object.entries(say).map(([name, text]) => [name.replace(/^say(.)/, (_, first) => first.toLowerCase()), text ?? ""]));
    const fits = lines("size", under.size);
    return planned(
      lines("agenda", under.agenda).map(({ dataset, textContent }) => ({ kind: dataset.kind ?? "", minutes: number(dataset.minutes), questions: number(dataset.questions), what: textContent ?? "" })),
      {
        rounds: lines("rounds", fits[0]?.parentElement?.dataset.roundsOf).map(({ dataset, textContent }) => ({ minutes: number(dataset.minutes), name: dataset.name ?? "", say: textContent ?? "" })),
        fits: fits.map(({ dataset, textContent }) => ({ kind: dataset.kind ?? "", minutes: number(dataset.minutes), how: textContent ?? "" })),
      },
      today, { ...words, title: root.querySelector("h2")?.textContent ?? "" },
      { question: (one, total) => fill(sayQuestion, { number: one, total }), place: (one, step) => fill(sayPlace, { part: one, step }) },
    );
  }

  /** @param {Run | null} under */
  function keep(under) {
    if (under) kept.write({ plan: under });
    else kept.forget();
    show();
  }

  function show() {
    const under = run();
    timer.hidden = !under;
    dialog.toggleAttribute("data-led", Boolean(under));
    if (root) part(root, "plan-on").hidden = !under;
    window.clearInterval(ticking);
    if (!under) return;
    const left = leftOf(under, now());
    const over = left <= 0;
    print(time, left > -1000 ? shown(Math.max(0, left)) : fill(timer.dataset.sayOver ?? "", { time: shown(left) }));
    time.toggleAttribute("data-over", over);
    print(/** @type {HTMLElement} */ (timer.querySelector('[data-times="pause"]')), (under.ends === undefined ? timer.dataset.sayResume : timer.dataset.sayPause) ?? "");
    print(part(timer, "timer-said"), over ? (timer.dataset.sayUp ?? "") : "");
    if (over && !wasOver && /** @type {HTMLInputElement} */ (sound).checked) beep();
    wasOver = over;
    ticking = window.setInterval(show, TICK);
  }

  timer.addEventListener("click", (event) => {
    const under = run();
    const { times = "" } = pressed(event)?.dataset ?? {};
    if (!under || !times) return;
    const { ends, left, ...rest } = under;
    if (times === "end") {
      keep(null);
      told.ended();
    } else keep({ ...rest, ...(times === "pause" ? turned : longer)({ ends, left }, now()) });
  });
  root?.addEventListener("click", (event) => {
    const { part: name } = pressed(event)?.dataset ?? {};
    if (name === "plan-start") {
      const [agenda, size] = ["plan-agenda", "plan-size"].map((one) => /** @type {HTMLSelectElement} */ (part(root, one)).value);
      keep({ agenda, size, at: -1 });
      enter(steps([])[0], 0);
    }
    if (name === "plan-start" || name === "plan-on") told.open();
  });
  window.addEventListener("storage", ({ key }) => {
    if (key !== sessionKey(prefix)) return; // another window went on, paused or ended it
    show();
    if (run()) told.turned();
    else told.ended();
  });

  /** The room is at a step now: its time begins, unless it runs already. @param {Planned | undefined} step @param {number} at */
  function enter(step, at) {
    const under = run();
    if (!under || !step || under.at === at) return;
    keep({ agenda: under.agenda, size: under.size, at, ...begun(step.minutes, now()) });
  }
  show();
  return {
    steps, enter,
    /** At which step the room is. */
    at: () => run()?.at ?? -1,
    /** The ground rules. */
    rules: () => /** @type {HTMLElement[]} */ ([...(root?.querySelectorAll('[data-part="plan-rules"] > li') ?? [])]).map(({ textContent }) => textContent ?? ""),
    purposeName: () => root?.dataset.sayPurpose ?? "",
    end: () => window.clearInterval(ticking),
  };
}
