"""Storage changes under an open page in every way it can: what the page knows is not lost without a word."""

import json

import pytest
from playwright.sync_api import Page, expect

from .reused import PLAIN
from .test_checklist import BENEFIT, FIRST, SECOND, count
from .test_store import KEY, stored, would_be_asked
from .until import until

pytestmark = pytest.mark.theme("none")

PREFIX = "spread-guide:/guide/:2:"
STATUS = '[data-part="status"]'
TROUBLE = '[data-part="trouble"]'
OTHER = "#benefit-evidence-tick"
CURRENT = f"{PREFIX}current"
SECOND_KEY = f"{PREFIX}answer:first:benefit-communicate-why"
DISCUSSED = '{"status":"discussed","edits":{"status":[1,"a"]}}'

WAYS = {
    "cleared": "localStorage.clear()",
    "one by one": "Object.keys(localStorage).forEach((key) => localStorage.removeItem(key))",
    "one": f"localStorage.removeItem('{KEY}')",
}
POINTERS = [
    "",
    "{",
    "null",
    "x" * 1_000_000,
    "nobody",
    "__proto__",
    "constructor",
    f"{PREFIX}workbook:first",
    "first:benefit",
    " first",
    "First",
]


def keep(page: Page, key: str, text: str) -> None:
    """Store a text."""
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])


def another(page: Page) -> Page:
    """A second tab of the same browser."""
    other = page.context.new_page()
    other.goto("privacy/")
    return other


def begin(page: Page, kept: dict[str, str]) -> None:
    """The checklist of somebody who comes for the first time, or with what was kept."""
    page.goto(PLAIN)
    page.evaluate("(kept) => { localStorage.clear(); Object.assign(localStorage, kept); }", kept)
    page.goto(BENEFIT)


@pytest.mark.parametrize("where", ["another tab", "this one"])
def test_what_something_else_removes_stays_on_the_page_and_can_be_kept_again(page: Page, where: str) -> None:
    other = another(page)
    for way in WAYS.values():
        begin(page, {})
        page.locator(FIRST).check()
        expect(page.locator(STATUS)).to_contain_text("Saved in this browser at")
        (other if where == "another tab" else page).evaluate(way)
        page.locator(SECOND).check()  # made afterwards: there after a reload, whatever becomes of the rest
        expect(page.locator(TROUBLE), way).to_contain_text("Not saved any more")
        expect(page.locator(STATUS), way).to_be_hidden()
        expect(page.locator(FIRST), way).to_be_checked()
        assert KEY not in stored(page), way
        assert would_be_asked(page), way
        page.get_by_role("button", name="Keep it again").click()
        expect(page.locator(STATUS), way).to_contain_text("Saved in this browser at")
        expect(page.locator(TROUBLE), way).to_be_empty()
        page.reload()
        assert count(page) == "2 of 10 discussed", way


def test_an_older_value_that_comes_back_does_not_win(page: Page) -> None:
    other = another(page)
    page.goto(BENEFIT)
    page.locator(FIRST).check()
    expect(page.locator(STATUS)).to_contain_text("Saved in this browser at")
    older = stored(page)[KEY]
    page.locator(FIRST).uncheck()
    page.locator(FIRST).check()
    page.locator(FIRST).uncheck()
    keep(page, KEY, older)  # without an event
    page.locator(SECOND).check()
    expect(page.locator(FIRST)).not_to_be_checked()
    keep(other, KEY, older)
    until(page, f"!localStorage.getItem('{KEY}').includes('discussed')")
    page.reload()
    assert count(page) == "1 of 10 discussed"


DAMAGE = ["{", "null", "[]", "7", '"x"', '{"status":"discussed","edits":{"status":[1e300,"a"]}}']


def test_a_value_that_something_else_damages_is_written_again(page: Page) -> None:
    """Each of them under an answer of its own."""
    other = another(page)
    page.goto(BENEFIT)
    boxes = page.locator("[data-question] > input")
    for n in range(len(DAMAGE)):
        boxes.nth(n).check()
    until(page, f"Object.keys(localStorage).length === {len(DAMAGE) + 1}")  # and the pointer
    keys = [key for key in stored(page) if key != CURRENT]
    damaged = dict(zip(keys, DAMAGE, strict=True))
    other.evaluate("(damaged) => { Object.assign(localStorage, damaged); }", damaged)
    boxes.last.check()
    until(page, "(keys) => keys.every((key) => localStorage.getItem(key)?.includes('\"discussed\"'))", keys)
    page.reload()
    assert count(page) == f"{len(DAMAGE) + 1} of 10 discussed"


def test_a_damaged_pointer_loses_no_tick(page: Page) -> None:
    """Neither one that finds it damaged, nor one that is made while it is damaged by something else; it is whole again for the workbook page."""
    aside: list[str] = []
    for pointer in POINTERS:
        begin(page, {KEY: DISCUSSED, CURRENT: pointer})
        page.locator(SECOND).check()
        keep(page, CURRENT, pointer)  # and while the page is open
        page.locator(OTHER).check()
        page.reload()
        assert count(page) == "3 of 10 discussed", pointer[:20]
        assert {key.split(":")[4] for key in stored(page) if ":answer:" in key} == {"first"}, pointer[:20]
        assert stored(page)[CURRENT] == "first", pointer[:20]
        aside += [text for key, text in stored(page).items() if ":aside:" in key]
    page.evaluate("(aside) => { Object.assign(localStorage, aside); }", {f"{PREFIX}aside:{n}": text for n, text in enumerate(aside)})
    page.goto("workbook/")
    expect(page.locator('[data-list="benefit"]')).to_contain_text("3 discussed")


def test_where_the_pointer_is_lost_the_workbook_that_is_there_is_open(page: Page) -> None:
    page.goto("privacy/")
    keep(page, f"{PREFIX}workbook:w1", '{"title":"Falls","edits":{"title":[1,"a"]}}')
    keep(page, f"{PREFIX}answer:w1:benefit-worth-spreading", DISCUSSED)
    page.goto(BENEFIT)
    expect(page.locator(FIRST)).to_be_checked()
    expect(page.locator('.app-status [data-part="workbook"]')).to_contain_text("Falls")


HOSTILE = [*map(json.dumps, [
    {"others": [None]}, {"actions": [None]}, {"others": "x", "actions": 7}, {"others": [[], 1, "x"]}, {"actions": [{"what": {}, "who": [], "by": {}, "done": 7}]},
    {"status": {}, "note": [1]}, {"status": ["discussed"], "reason": {"toString": 1}}, {"note": {"toString": 1}, "answered": {"toString": 1}},
    {"edits": "x", "seen": 7}, {"__proto__": None, "constructor": 1}, [], 7, "x", True,
]), '{"note":' + "[" * 50_000 + "]" * 50_000 + "}"]  # fmt: skip


def test_the_early_script_trusts_nothing_that_is_stored(page: Page) -> None:
    """The other ticks are there though the modules never come; and one on the damaged answer itself is not lost without a word."""
    for value in HOSTILE:
        page.route("**/assets/javascripts/site-*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
        begin(page, {KEY: value, SECOND_KEY: DISCUSSED, CURRENT: "first", f"{PREFIX}workbook:first": '{"title":{"toString":1},"gone":7}'})
        expect(page.locator(SECOND), value[:40]).to_be_checked()
        page.locator(OTHER).check()
        expect(page.locator(STATUS), value[:40]).to_contain_text("Saved in this browser at")
        before = page.locator(FIRST).is_checked()
        page.locator(FIRST).set_checked(not before)
        assert would_be_asked(page) or stored(page)[KEY] != value, value[:40]
        page.unroute_all()
        page.reload()
        expect(page.locator(SECOND), value[:40]).to_be_checked()
