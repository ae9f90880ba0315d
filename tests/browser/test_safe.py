"""A copy before something goes for good: the reader says that it is there, or the browser does. No page claims that a file arrived."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Dialog, Page, expect

from tests.conftest import ROOT

from .test_removal import OURS, PREFIX, ask, keep, left
from .test_together import choose, file
from .test_workbooks import waits_for_room
from .until import until

pytestmark = pytest.mark.theme("none")

SAVES = """window.showSaveFilePicker = async ({ suggestedName }) => {
    if (window.how === "closed") throw new DOMException("closed", "AbortError");
    if (window.how === "failed") throw new DOMException("no", "NotAllowedError");
    return { name: suggestedName, createWritable: async () => ({ write: async (text) => { window.written = text; }, close: async () => {} }) };
};"""


def test_no_sentence_claims_that_a_file_has_arrived() -> None:
    words = (ROOT / "data" / "interface.yml").read_text(encoding="utf-8")
    assert re.findall(r"(?i)^.*\b(?:downloaded as|has been downloaded|was downloaded|is downloaded)\b.*$", words, flags=re.MULTILINE) == []


def test_nothing_goes_before_the_reader_has_a_copy_or_needs_none(page: Page) -> None:
    keep(page, OURS | {f"{PREFIX}aside:0": json.dumps({"key": "x", "text": "damaged", "at": ""})})
    expect(page.locator('[data-part="quarantine"]').first).to_be_visible()  # the reader is told of it, and that is noted
    before = left(page)
    box = ask(page)
    box.get_by_role("button", name="Remove everything now").click()
    expect(box.get_by_role("status")).to_have_text("Say first that you have a backup, or that you need none.")
    expect(box.get_by_label("I have a backup, or I need none.")).to_be_focused()
    assert left(page) == before


@pytest.mark.parametrize(
    ("how", "said", "safe"),
    [("well", "Saved as spread guide backup", True), ("closed", "", False), ("failed", "This browser did not save it.", False)],
)
def test_what_the_browser_saved_in_a_dialogue_of_its_own_is_known(page: Page, how: str, said: str, safe: bool) -> None:
    page.add_init_script(SAVES)
    keep(page, OURS)
    page.evaluate("(how) => { window.how = how; }", how)
    box = ask(page)
    box.get_by_role("button", name="Save it where I choose").click()
    expect(box.get_by_role("status")).to_contain_text(said)
    expect(box.get_by_label("I have a backup")).to_be_checked(checked=safe)
    if safe:
        assert {one["id"] for one in json.loads(page.evaluate("window.written"))["workbooks"]} == {"w1", "first"}


@pytest.mark.parametrize("allowed", [True, False])
def test_what_is_on_the_clipboard_is_known(context_with: Callable[..., BrowserContext], allowed: bool) -> None:
    page = context_with(permissions=["clipboard-read", "clipboard-write"] if allowed else []).new_page()
    keep(page, OURS)
    if not allowed:
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')) }")
    box = ask(page)
    box.get_by_role("button", name="Copy its text").click()
    expect(box.get_by_role("status")).to_contain_text("is on the clipboard" if allowed else "does not let the page use the clipboard")
    expect(box.get_by_label("I have a backup")).to_be_checked(checked=allowed)
    if allowed:
        assert json.loads(page.evaluate("navigator.clipboard.readText()"))["current"] == "w1"


def test_a_browser_without_such_a_dialogue_does_not_offer_it(page: Page) -> None:
    page.add_init_script("delete window.showSaveFilePicker")
    keep(page, OURS)
    expect(ask(page).get_by_role("button", name="Save it where I choose")).to_be_hidden()


def test_where_downloads_are_refused_a_note_that_waits_for_room_is_not_let_go(page: Page) -> None:
    page.add_init_script("HTMLAnchorElement.prototype.click = function () {}")
    page.goto("workbook/")
    waits_for_room(page)
    page.get_by_role("button", name="All workbooks").click()
    box = page.get_by_role("dialog", name="Your workbooks")
    for _ in range(3):
        box.get_by_role("button", name="Start a new workbook").click()
        box.get_by_role("button", name="Download a backup").click()
        expect(box.get_by_role("status")).to_contain_text("in your downloads")
    expect(box).to_be_visible()
    assert page.evaluate("localStorage.getItem('spread-guide:/guide/:2:current')") in {None, "first"}


def test_what_is_not_saved_is_asked_for_before_a_file_takes_the_page(page: Page) -> None:
    page.goto("workbook/")
    page.get_by_label("Title (the innovation)").fill("Falls")
    page.evaluate("localStorage.clear(); dispatchEvent(new StorageEvent('storage', { key: null }))")  # a cleaner
    expect(page.get_by_text("Not saved any more.").first).to_be_visible()
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    choose(page, file("Table A")).get_by_role("button", name="Add as a new workbook").click()
    until(page, "Object.keys(localStorage).some((key) => key.endsWith(':current'))")
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    expect(page.locator("#this-workbook")).to_have_text("Falls")
