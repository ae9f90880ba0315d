"""Kept means kept: whatever of our scripts is missing, late or broken, the page promises nothing that it does not do.

Long because each way in which a script or a part of it fails is tried on each page that it would leave with a promise.
"""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from .conftest import Watch
from .held import IMPATIENT, Held
from .reused import EMPTY, PLAIN
from .test_checklist import BENEFIT, FIRST, SECOND, count
from .test_store import FULL, stored, would_be_asked
from .until import until

pytestmark = pytest.mark.theme("none")

STATUS = '[data-part="status"]'
FAILED = '[data-part="failed"]:visible'
ENTRY = re.compile(r"/assets/javascripts/site[-.]\w*")
EARLY = re.compile(r"/assets/javascripts/restore[-.]\w*")
LATER = re.compile(r"/assets/javascripts/(overview|handout|wheel|tools)-\w+\.js")
PROMISE = re.compile(r"\b(are|is) (still )?kept|is safe|will be (kept|remembered)", re.IGNORECASE)

Break = Callable[[Route], None]


def half(text: str) -> str:
    """What arrives of a file on a line that breaks."""
    return text[: len(text) // 2]


WAYS: dict[str, Break] = {
    "missing": lambda route: route.fulfill(status=404, body="none"),
    "refused": lambda route: route.abort(),
    "plain": lambda route: route.fulfill(body=route.fetch().text(), content_type="text/plain"),
    "login": lambda route: route.fulfill(body="<!doctype html><title>Sign in</title>", content_type="text/html"),
    "throws": lambda route: route.fulfill(body="throw new Error('broken')", content_type="text/javascript"),
    "cut": lambda route: route.fulfill(body=half(route.fetch().text()), content_type="text/javascript"),
    "empty": lambda route: route.fulfill(body="", content_type="text/javascript"),
    "export": lambda route: route.fulfill(body="import {nobody} from './none.js'", content_type="text/javascript"),
}


@pytest.fixture
def broken(page: Page, watch: Watch) -> Iterator[Page]:
    """A tab in which scripts may fail: what the browser says of it is what the test means to provoke."""
    page.add_init_script(IMPATIENT)
    yield page
    page.unroute_all(behavior="ignoreErrors")
    watch.seen.clear()


def forget(page: Page) -> None:
    """Leave the page, and be somebody who comes for the first time."""
    page.goto(PLAIN)
    page.evaluate(EMPTY)


def test_without_the_modules_ticks_are_stored_and_the_page_says_what_it_cannot_do(broken: Page) -> None:
    for way, answer in WAYS.items():
        forget(broken)
        broken.route(ENTRY, answer)
        broken.goto(BENEFIT)
        assert not PROMISE.search(broken.locator(".app-status").inner_text()), way
        broken.locator(FIRST).check()
        expect(broken.locator(STATUS), way).to_contain_text("Saved in this browser at")
        expect(broken.locator(FAILED), way).to_contain_text("open the page as it is published now")
        assert not would_be_asked(broken), way
        broken.reload()
        expect(broken.locator(FIRST), way).to_be_checked()
        broken.locator(FIRST).uncheck()
        broken.locator(SECOND).check()
        broken.unroute_all()
        records = [json.loads(text) for key, text in sorted(stored(broken).items()) if ":answer:" in key]
        assert [(one.get("status"), one["edits"]["status"][0]) for one in records] == [("discussed", 1), (None, 2)], way
    broken.reload()  # the modules read what the early script wrote, which is the same in each case, and go on from there
    expect(broken.locator(SECOND)).to_be_checked()
    expect(broken.locator(FIRST)).not_to_be_checked()
    broken.locator(FIRST).check()
    broken.reload()
    assert count(broken) == "2 of 10 discussed"


def test_without_the_early_script_the_page_says_that_it_keeps_nothing(broken: Page) -> None:
    for way in WAYS.keys() - {"plain"}:  # a classic script of that type runs
        forget(broken)
        broken.route(EARLY, WAYS[way])
        broken.goto(BENEFIT)
        expect(broken.locator(FAILED), way).to_contain_text("nothing stays unless the page calls it saved")
        assert "Saved" not in broken.locator(".app-status").inner_text(), way
        broken.locator(FIRST).check()
        assert would_be_asked(broken), way
        broken.goto("about:blank")
        broken.goto("workbook/")
        expect(broken.locator(FAILED).first, way).to_contain_text("open the page as it is published now")
        expect(broken.get_by_text("is being opened"), way).to_be_hidden()
        broken.unroute_all()


def test_without_any_script_of_ours_nothing_is_promised(broken: Page) -> None:
    broken.route(re.compile("/assets/javascripts/(site|restore|chunk)"), WAYS["missing"])
    for path in (BENEFIT, "workbook/"):
        broken.goto(path)
        expect(broken.locator(FAILED).first).to_contain_text("open the page as it is published now")
        expect(broken.get_by_text("is being opened")).to_be_hidden()


def test_a_tick_that_the_early_script_cannot_store_is_asked_for_before_it_goes(broken: Page) -> None:
    broken.route(ENTRY, WAYS["missing"])
    broken.add_init_script(f"({FULL})()")
    broken.goto(BENEFIT)
    expect(broken.locator(STATUS)).to_contain_text("does not let the site keep your ticks")
    broken.locator(FIRST).check()
    assert would_be_asked(broken)
    assert count(broken) == "1 of 10 discussed"
    expect(broken.locator(STATUS)).to_contain_text("go when you leave the page")


def test_what_the_early_script_stores_stands_above_all_that_stood_there(broken: Page) -> None:
    key = "spread-guide:/guide/:2:answer:first:benefit-worth-spreading"
    old = '{"status":"discussed","note":"Falls","edits":{"status":[7,"a"],"note":[3,"b"]},"seen":{"b":9},"later":{"x":1}}'
    broken.goto(BENEFIT)
    broken.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, old])
    broken.route(ENTRY, WAYS["missing"])
    broken.reload()
    broken.locator(FIRST).uncheck()
    broken.unroute_all()
    broken.reload()
    expect(broken.locator(FIRST)).not_to_be_checked()
    expect(broken.get_by_text("Falls", exact=True)).to_be_visible()
    assert '"status":[10,' in stored(broken)[key]
    assert '"later":{"x":1}' in stored(broken)[key]


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("workbook/", "open the page as it is published now"),
        ("handout/", "cannot choose"),
        ("./", "progress cannot be shown"),
        ("tools-and-methods/", "cannot choose a principle"),
    ],
)
def test_a_part_that_is_not_fetched_says_so_and_opens_when_it_comes(broken: Page, path: str, sentence: str) -> None:
    later = Held(broken, LATER)
    broken.goto(path)
    failed = broken.locator("[data-module]:not(.app-status) > " + FAILED)
    expect(failed).to_contain_text(sentence)
    expect(broken.get_by_text("is being opened")).to_be_hidden()
    later.let_go()
    expect(failed).to_be_hidden()
    if path == "workbook/":
        expect(broken.get_by_label("Title (the innovation)")).to_be_visible()


def test_one_part_that_fails_leaves_the_others_at_work(broken: Page) -> None:
    """The editor cannot start, so the checklist does not: its ticks are stored all the same."""
    broken.add_init_script(
        "document.addEventListener('DOMContentLoaded', () => document.querySelector('[data-part=announcer]').remove(), true)"
    )
    broken.add_init_script("Object.defineProperty(HTMLElement.prototype, 'tabIndex', { set() { throw new Error('status cannot start') } })")
    broken.goto(BENEFIT)
    expect(broken.locator(FAILED)).to_be_visible()
    broken.locator(FIRST).check()
    broken.reload()
    expect(broken.locator(FIRST)).to_be_checked()


# Parts of the workbook page that cannot start, by the element that each would miss.
MISSES = {
    "about": "meta",
    "now": "now-tasks",
    "todo": "person",
    "today": "pick",
    "notes": "notes",
    "progress": "used-list",
    "imports": "pasted",
    "presenter": "middle",
    "several": "together-open",
    "share": "share-words",
    "sort": "sort-which",
    "preview": "preview",
    "switcher": "switcher",
    "removal": "removal",
}
MANY = ["todo", "share", "several", "preview", "removal"]


# Removes parts before a script of ours can start them.
REMOVE = """document.addEventListener("DOMContentLoaded", () => {
    const missing = sessionStorage.getItem("missing");
    if (missing) document.querySelectorAll(missing).forEach((one) => one.remove());
}, true)"""


def test_parts_of_the_workbook_page_that_fail_leave_the_others_at_work(broken: Page) -> None:
    broken.add_init_script(REMOVE)
    for parts in (*([one] for one in MISSES), MANY):
        missing = ", ".join(f'.app-overview [data-part="{MISSES[one]}"]' for one in parts)
        forget(broken)
        broken.evaluate("(missing) => sessionStorage.setItem('missing', missing)", missing)
        broken.goto("workbook/")
        expect(broken.get_by_text("A part of this page could not start or does not answer"), missing).to_be_visible()
        broken.get_by_label("Title (the innovation)").fill("Falls")
        until(broken, "localStorage.getItem('spread-guide:/guide/:2:workbook:first')?.includes('Falls') === true")
        with broken.expect_download() as download:
            broken.get_by_role("button", name="Backup of everything").click()
        assert "Falls" in Path(download.value.path()).read_text("ascii"), missing
        if not {"switcher", "presenter"} & set(parts):
            broken.get_by_role("button", name="All workbooks").click()
            expect(broken.get_by_role("dialog", name="Your workbooks"), missing).to_be_visible()
            broken.keyboard.press("Escape")
            broken.locator('[data-opens="presenter"]').click()
            expect(broken.locator('dialog[data-part="presenter"]'), missing).to_be_visible()


def test_a_press_that_fails_says_so_in_view_and_what_a_browser_only_remarks_says_nothing(broken: Page) -> None:
    sentence = broken.get_by_text("A part of this page could not start or does not answer")
    broken.goto("workbook/")
    broken.evaluate("""() => {
        document.querySelector('[data-part="mail-by-hand"]').remove();
        dispatchEvent(new ErrorEvent("error", { message: "ResizeObserver loop completed with undelivered notifications." }));
    }""")
    press = broken.get_by_role("button", name="Copy for an email").last
    expect(press).to_be_visible()
    expect(sentence).to_be_hidden()
    press.click()
    expect(sentence).to_be_in_viewport()


# What a press fetches, and how a page says that it does not come.
PRESSES = {
    "Add": ("editor", "This part could not be fetched, so nothing can be written here now."),
    "Download a backup": ("backup", "This could not be fetched, so nothing was done."),
    "Clear these ticks": ("clear", "This could not be fetched, so nothing was done."),
    "Bring back what was removed last": ("revert", "This could not be fetched, so nothing was done."),
}


@pytest.mark.parametrize("press", PRESSES)
def test_a_press_whose_part_does_not_come_ends_in_a_sentence(broken: Page, press: str) -> None:
    """A line that hangs gives no error: after some seconds the page says so as well, and the part works once it is there."""
    file, sentence = PRESSES[press]
    broken.goto(BENEFIT, wait_until="networkidle")
    part = Held(broken, re.compile(rf"/assets/javascripts/({file}|chunk)-"))
    broken.locator(FIRST).check()
    if press.startswith("Bring"):
        broken.locator(FIRST).uncheck()
    row = broken.locator("#benefit-worth-spreading")
    if press == "Add":
        row.locator("summary").click()
    else:
        broken.locator(".app-status summary").click()
        broken.get_by_role("button", name=press).click()
    said = broken.get_by_text(sentence)
    expect(said).to_be_visible()
    part.let_go()
    if press == "Add":
        expect(row.get_by_label("What did you say?")).to_be_visible()
        expect(said).to_be_hidden()
        for _ in range(2):
            row.locator("summary").click()  # as the sentence says, which may have been followed
        row.get_by_role("button", name="Add an action").click()
        expect(row.get_by_label("Who, action 1")).to_have_count(1)  # it listens once
    else:
        expect(broken.locator(FIRST)).to_be_checked(checked=not press.startswith("Bring"))  # nothing was done, also not later
        if press != "Download a backup":
            broken.get_by_role("button", name=press).click()
            expect(broken.locator(FIRST)).to_be_checked(checked=press.startswith("Bring"))
