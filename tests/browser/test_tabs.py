"""Several tabs at once: what each person did is there in the end."""

import random

import pytest
from playwright.sync_api import BrowserContext

from .conftest import Server
from .until import until

pytestmark = pytest.mark.theme("none")

BENEFIT = "principles/benefit/"
SHOWS = "(wanted) => Object.entries(wanted).every(([id, ticked]) => document.getElementById(`${id}-tick`).checked === ticked)"


def test_a_thousand_random_changes_in_three_tabs_leave_what_each_person_did_last(context: BrowserContext) -> None:
    tabs = [context.new_page() for _ in range(3)]
    for tab in tabs:
        tab.goto(BENEFIT)
    rows = tabs[0].locator("[data-question]").evaluate_all("rows => rows.map((row) => row.dataset.question)")
    chance = random.Random(20261122)
    # Each tab has questions of its own, so that what it did last is known whatever the others do meanwhile.
    own = {n: rows[n::3] for n in range(3)}
    wanted: dict[str, bool] = {}
    for _ in range(34):
        for n in chance.sample(range(3), 3):
            clicks = [chance.choice(own[n]) for _ in range(10)]
            for question in clicks:
                wanted[question] = not wanted.get(question, False)
            # The clicks of one tab run while the others are still writing theirs: nobody waits for anybody.
            tabs[n].evaluate("(ids) => ids.forEach((id) => document.getElementById(`${id}-tick`).click())", clicks)
        if chance.random() < 0.2:
            tabs[chance.randrange(3)].reload(wait_until="load")
    for tab in tabs:
        until(tab, SHOWS, wanted)
    fresh = context.new_page()
    fresh.goto(BENEFIT)
    until(fresh, SHOWS, wanted)


FIGHT = """
async ([me, seed, rounds]) => {
    const { openStorage } = await import("app/answers/storage");
    const { openStore } = await import("app/answers/store");
    const { writeAction } = await import("app/answers/actions");
    const store = openStore({
        storage: openStorage(localStorage), prefix: "spread-guide:/fight/:2:", tab: me, clock: () => new Date(),
        locked: (key, act) => navigator.locks.request(key, act), later: setTimeout,
    });
    addEventListener("storage", ({ key, newValue }) => store.heard(key, newValue));
    let state = seed;
    const next = (n) => (state = (state * 1103515245 + 12345) % 2147483648) % n;
    for (let round = 0; round < rounds; round += 1) {
        const question = `q-${next(4)}`;
        writeAction(store, question, `${me}-${round}`, { what: `${me} did ${round}` });
        if (next(3) === 0) store.change(question, { note: `${me} wrote ${round}` });
        if (next(7) === 0) {  // clear what is there, and take that back later, while the others go on
            store.remember("cleared", ["q-0", "q-1"]);
            for (const one of ["q-0", "q-1"]) store.change(one, { status: undefined });
        }
        if (next(9) === 0) store.undo();
        if (next(5) === 0) await new Promise((done) => setTimeout(done, next(4)));
    }
    window.unsaved = store.unsaved;
}
"""


def test_no_action_is_lost_when_three_tabs_write_to_the_same_questions_at_once(context: BrowserContext, unbundled: Server) -> None:
    tabs = [context.new_page() for _ in range(3)]
    for tab in tabs:
        tab.goto(unbundled.url + BENEFIT)
    for n, tab in enumerate(tabs):
        tab.evaluate(f"(args) => {{ window.fought = ({FIGHT})(args) }}", [f"t{n}", 7 * n + 1, 350])
    for tab in tabs:
        tab.evaluate("window.fought")
    for tab in tabs:
        until(tab, "window.unsaved() === 0")
    tabs[0].wait_for_timeout(500)  # the last events arrive
    answers = tabs[1].evaluate(
        "Object.entries(localStorage).filter(([key]) => key.includes('/fight/:2:answer')).map(([, text]) => JSON.parse(text))"
    )
    actions = {action["id"] for answer in answers for action in answer["actions"] if not action.get("gone")}
    assert actions == {f"t{n}-{turn}" for n in range(3) for turn in range(350)}
