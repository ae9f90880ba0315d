"""Storage changes under an open page in every way it can: what the page knows is not lost without a word."""

import json
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .test_checklist import BENEFIT, FIRST, SECOND, count
from .test_store import KEY, stored, would_be_asked
from .until import until

pytestmark = pytest.mark.theme("none")

PREFIX = "spread-guide:/guide/:2:"
STATUS = '[data-part="status"]'
TROUBLE = '[data-part="trouble"]'
OTHER = "#benefit-evidence-tick"

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


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("where", ["another tab", "this one"])
def test_what_something_else_removes_stays_on_the_page_and_can_be_kept_again(context: BrowserContext, way: str, where: str) -> None:
    page, other = context.new_page(), context.new_page()
    other.goto("privacy/")
    page.goto(BENEFIT)
    page.locator(FIRST).check()
    expect(page.locator(STATUS)).to_contain_text("Saved in this browser at")
    (other if where == "another tab" else page).evaluate(WAYS[way])
    page.locator(SECOND).check()  # made afterwards: there after a reload, whatever becomes of the rest
    expect(page.locator(TROUBLE)).to_contain_text("Not saved any more")
    expect(page.locator(STATUS)).to_be_hidden()
    expect(page.locator(FIRST)).to_be_checked()
    assert KEY not in stored(page)
    assert would_be_asked(page)
    page.get_by_role("button", name="Keep it again").click()
    expect(page.locator(STATUS)).to_contain_text("Saved in this browser at")
    expect(page.locator(TROUBLE)).to_be_empty()
    page.reload()
    assert count(page) == "2 of 10 discussed"


def test_an_older_value_that_comes_back_does_not_win(context: BrowserContext) -> None:
    page, other = context.new_page(), context.new_page()
    other.goto("privacy/")
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


@pytest.mark.parametrize("damage", ["{", "null", "[]", "7", '"x"', '{"status":"discussed","edits":{"status":[1e300,"a"]}}'])
def test_a_value_that_something_else_damages_is_written_again(context: BrowserContext, damage: str) -> None:
    page, other = context.new_page(), context.new_page()
    other.goto("privacy/")
    page.goto(BENEFIT)
    page.locator(FIRST).check()
    keep(other, KEY, damage)
    page.locator(SECOND).check()
    until(page, f"localStorage.getItem('{KEY}')?.includes('\"discussed\"')")
    page.reload()
    assert count(page) == "2 of 10 discussed"


@pytest.mark.parametrize("pointer", POINTERS, ids=[one[:20] or "empty" for one in POINTERS])
def test_a_damaged_pointer_loses_no_tick(page: Page, pointer: str) -> None:
    page.goto(BENEFIT)
    page.locator(OTHER).check()
    expect(page.locator(STATUS)).to_contain_text("Saved")
    keep(page, f"{PREFIX}current", pointer)
    page.reload()
    page.locator(FIRST).check()
    keep(page, f"{PREFIX}current", pointer)  # and while the page is open
    page.locator(SECOND).check()
    page.reload()
    assert count(page) == "3 of 10 discussed"
    assert {key.split(":")[4] for key in stored(page) if ":answer:" in key} == {"first"}
    page.goto("workbook/")
    expect(page.locator('[data-list="benefit"]')).to_contain_text("3 discussed")


def test_where_the_pointer_is_lost_the_workbook_that_is_there_is_open(page: Page) -> None:
    page.goto("privacy/")
    keep(page, f"{PREFIX}workbook:w1", '{"title":"Falls","edits":{"title":[1,"a"]}}')
    keep(page, f"{PREFIX}answer:w1:benefit-worth-spreading", '{"status":"discussed","edits":{"status":[1,"a"]}}')
    page.goto(BENEFIT)
    expect(page.locator(FIRST)).to_be_checked()
    expect(page.locator('.app-status [data-part="workbook"]')).to_contain_text("Falls")


DEEP = "[" * 50_000 + "]" * 50_000
HOSTILE = [
    {"others": [None]}, {"actions": [None]}, {"others": "x", "actions": 7}, {"others": [[], 1, "x"]}, {"actions": [{"what": {}, "who": [], "by": {}, "done": 7}]},
    {"status": {}, "note": [1]}, {"status": ["discussed"], "reason": {"toString": 1}}, {"note": {"toString": 1}, "answered": {"toString": 1}},
    {"edits": "x", "seen": 7}, {"__proto__": None, "constructor": 1}, [], 7, "x", True,
]  # fmt: skip


@pytest.mark.parametrize("value", [*map(json.dumps, HOSTILE), '{"note":' + DEEP + "}"], ids=lambda text: text[:30])
def test_the_early_script_trusts_nothing_that_is_stored(page: Page, value: Any) -> None:
    """The other ticks are there though the modules never come; and one on the damaged answer itself is not lost without a word."""
    page.goto(BENEFIT)
    page.locator(SECOND).check()
    keep(page, KEY, value)
    keep(page, f"{PREFIX}workbook:first", '{"title":{"toString":1},"gone":7}')
    page.route("**/assets/javascripts/site-*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.reload()
    expect(page.locator(SECOND)).to_be_checked()
    page.locator(OTHER).check()
    expect(page.locator(STATUS)).to_contain_text("Saved in this browser at")
    before = page.locator(FIRST).is_checked()
    page.locator(FIRST).set_checked(not before)
    assert would_be_asked(page) or stored(page)[KEY] != value
    page.unroute_all()
    page.reload()
    expect(page.locator(SECOND)).to_be_checked()
