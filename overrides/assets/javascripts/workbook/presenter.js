/**
 * The large view: one question at a time, read from the back of the room, next and previous, through what was picked for today or
 * through all. It opens again where it stood when its page is loaded anew. The HTML is described in macros/templates/presenter.html.
 * Long because keys, buttons, lists and the plan all move the same view.
 *
 * @typedef {import("app/workbook/steps").Step} Step
 */
import { labelOf } from "app/answers/about";
import { openSession } from "app/answers/session";
import { settled, todayOf } from "app/answers/today";
import { part, print } from "app/page/parts";
import { around, pressed } from "app/page/press";
import { fill } from "app/page/words";
import { PLAN } from "app/workbook/agenda";
import { openFit } from "app/workbook/fit";
import { openJump } from "app/workbook/jump";
import { plan } from "app/workbook/plan";
import { openSlide } from "app/workbook/slide";
import { JOIN, READ_OUT, allSteps, beginning, joinStep, listIn, readOut, todaySteps } from "app/workbook/steps";

const FORWARD = ["PageDown", "ArrowRight"]; // what a clicker and a keyboard send
const BACK = ["PageUp", "ArrowLeft"];

/**
 * @param {HTMLElement} section the page
 * @param {Parameters<typeof openSlide>[1] & { books: import("app/answers/workbooks").Workbooks, session: import("app/answers/storage").Bytes }} world
 */
export function presenter(section, world) {
  const { store, books, prefix, session, catalogue } = world;
  const dialog = /** @type {HTMLDialogElement} */ (section.querySelector('dialog[data-part="presenter"]'));
  const fit = openFit(dialog);
  const place = openSession(session, prefix, store.workbook);
  const jump = openJump(dialog, (n) => turn(steps[n].way === PLAN && steps[at]?.way !== PLAN ? led.at() : n)); // back in the plan one is where the room is
  /** @type {Step[]} */
  let steps = [];
  let at = -1; // the view was not open yet
  /** Where one was before the code was shown. @type {Partial<Step>} */
  let left = {};

  const led = plan(section, world, {
    open: () => /** @type {HTMLElement} */ (section.querySelector('[data-opens="presenter"]')).click(),
    turned: () => dialog.open && follow(),
    ended: () => dialog.open && leave(),
  });
  const slide = openSlide(dialog, world, led, fit);
  const today = () => todayOf(books.about(store.workbook));

  /** What was picked may have changed: the view stays at its question. */
  function arrange() {
    const { way = "", id = "" } = steps[at] ?? {};
    const picked = todaySteps(catalogue, today(), dialog.dataset.sayToday ?? "");
    const last = readOut(picked.length > 0, dialog.dataset.sayReadOut ?? "");
    const rest = picked.length ? [...picked, last, ...allSteps(catalogue)] : [...allSteps(catalogue), last];
    steps = [...led.steps(picked), ...rest, joinStep(dialog.dataset.sayJoin ?? "")];
    if (at >= 0) at = find({ id, way });
  }

  /** Where a step stands now, or else its question. @param {Partial<Step>} step */
  function find({ id, way }) {
    const same = steps.findIndex((step) => step.id === id && step.way === way);
    return same < 0 ? steps.findIndex((step) => step.id === id) : same;
  }

  /** Where one is, and the ways on from there, within what was picked for today or within all. */
  function head() {
    const { title, number, total, way, id } = steps[at];
    const picked = todaySteps(catalogue, today(), "").map((one) => one.id);
    jump.show(steps, at);
    print(part(dialog, "shown-book"), labelOf(books.about(store.workbook), section.dataset.untitled));
    const { place } = /** @type {{ place?: string }} */ (steps[at]);
    print(part(dialog, "position"), way === PLAN ? (place ?? "") : [READ_OUT, JOIN].includes(id) ? "" : fill(dialog.dataset.sayPosition ?? "", { list: title, number, total }));
    print(part(dialog, "today-progress"), picked.length ? fill(dialog.dataset.sayTodayCount ?? "", { settled: settled(picked, store.read), total: picked.length }) : "");
    for (const [name, next] of /** @type {[string, Step | undefined][]} */ ([["previous", steps[at - 1]], ["following", steps[at + 1]]])) {
      part(dialog, name).setAttribute("aria-disabled", String(way !== JOIN && next?.way !== way)); // not disabled: it may have the focus
    }
    part(dialog, "join").setAttribute("aria-pressed", String(way === JOIN));
    dialog.dataset.way = way;
  }

  /** @param {number} n */
  function turn(n) {
    at = n;
    head();
    slide.turn(steps[at]);
    remember(true);
    if (steps[at].way === PLAN) led.enter(/** @type {import("app/workbook/agenda").Planned} */ (steps[at]), at);
  }

  /** To where the room is by the plan. */
  function follow() {
    arrange();
    if (steps[led.at()]?.way === PLAN && led.at() !== at) turn(led.at());
  }

  /** The plan is over: its question stays on the screen. */
  function leave() {
    const { question = "" } = /** @type {{ question?: string }} */ (steps[at] ?? {});
    arrange();
    const n = steps.findIndex(({ id }) => id === question);
    turn(n < 0 ? beginning(steps, null, catalogue, store.read) : n);
  }

  /** To the code, and back to where one was. */
  function showCode() {
    const back = find(left);
    if (steps[at].way === JOIN) return turn(back >= 0 ? back : Math.max(led.at(), 0));
    left = steps[at];
    return turn(steps.length - 1);
  }

  /** To the silent sort on the page: the view is closed, and the plan goes on. */
  function sorting() {
    const closed = () => {
      part(section, "silent-sort").scrollIntoView();
      part(section, "sort-which").focus({ preventScroll: true });
    };
    dialog.addEventListener("close", closed, { once: true }); // after the page has caught up
    dialog.close();
  }

  /** One on or back. @param {number} by */
  function step(by) {
    if (steps[at].way === JOIN) showCode();
    else if (steps[at + by]?.way === steps[at].way) turn(at + by);
  }

  /** @param {boolean} open */
  function remember(open) {
    const { id = "", way = "" } = steps[at] ?? {};
    place.write({ open, way, id });
  }

  dialog.addEventListener("click", (event) => {
    const { part: name } = pressed(event)?.dataset ?? {};
    if (name === "following") step(1);
    else if (name === "previous") step(-1);
    else if (name === "join") showCode();
    else if (name === "to-sort") sorting();
    const { picked, question } = around(event, "[data-picked], [data-action]")?.dataset ?? {};
    const asked = pressed(event)?.matches("a") ? find({ id: picked ?? question, way: steps[at].way }) : -1;
    if (asked < 0) return;
    event.preventDefault(); // the question is here as well ...
    event.stopPropagation(); // ... and the theme would go to its page all the same
    turn(asked);
  });
  dialog.addEventListener("keydown", (event) => {
    const way = FORWARD.includes(event.key) ? 1 : BACK.includes(event.key) ? -1 : 0;
    if (!way || pressed(event)?.matches('input:not([type="checkbox"]), textarea, select')) return; // there the keys write and choose
    event.preventDefault(); // they would scroll what is under the view as well
    step(way);
  });
  dialog.addEventListener("input", fit);

  return {
    open() {
      arrange();
      if (steps[led.at()]?.way === PLAN) turn(led.at()); // else the plan has fewer steps by now
      else turn(at < 0 ? beginning(steps, place.read(), catalogue, store.read, listIn(location.hash)) : at);
    },
    closed() {
      remember(false);
      slide.clear();
    },
    /** Was it open when this page was loaded anew? */
    wasOpen: () => place.read()?.open === true,
    isOpen: () => dialog.open,
    show() {
      const { question } = /** @type {{ question?: string }} */ (steps[at]);
      arrange();
      if (/** @type {{ question?: string }} */ (steps[at]).question !== question) return turn(at); // one was picked for this step
      head();
      return slide.show();
    },
  };
}
