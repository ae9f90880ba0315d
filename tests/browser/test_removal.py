"""Remove everything: what this site keeps here goes, all of it, and nothing of any other site."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from .test_store import FULL

pytestmark = pytest.mark.theme("none")

PREFIX = "spread-guide:/guide/:2:"
THEME = json.dumps({"index": 0, "color": {"media": "(prefers-color-scheme)", "scheme": "default", "primary": "custom", "accent": "custom"}})
OURS = {
    f"{PREFIX}current": "w1",
    f"{PREFIX}workbook:w1": json.dumps({"title": "Falls", "edits": {}}),
    f"{PREFIX}answer:w1:benefit-evidence": json.dumps({"status": "discussed", "edits": {}}),
    f"{PREFIX}answer:first:benefit-evidence": json.dumps({"status": "discussed", "edits": {}}),
    f"{PREFIX}aside:0": '{"key":"x","text":"damaged","at":"","told":true}',  # or the page would note that it told of it, at any moment
    f"{PREFIX}undo:1": json.dumps({"step": 1, "workbook": "w1", "label": "x", "before": {}}),
    "spread-guide:/guide/:0:answer": "of an earlier format",
    "/guide/.__palette": THEME,
}
THEIRS = {"spread-guide:/guide/x/:2:current": "w9", "spread-guide:/other/:2:current": "w9", "/other/.__palette": "{}", "mine": "yes"}


def keep(page: Page, stored: dict[str, str]) -> None:
    """Store this, and open the workbook page."""
    page.goto("privacy/")
    page.evaluate("(all) => Object.entries(all).forEach(([key, text]) => localStorage.setItem(key, text))", stored)
    page.goto("workbook/")
    expect(page.locator('[data-part="page"]')).to_be_visible()  # its parts start in turns


def ask(page: Page) -> Locator:
    """The dialog, open."""
    page.get_by_role("button", name="Remove everything this site keeps").press("Enter")
    return page.locator('dialog[data-part="removal"]')


def remove(box: Locator) -> None:
    """Say that a copy is there, or not needed, and remove everything."""
    box.get_by_label("I have a backup, or I need none.").check()
    box.get_by_role("button", name="Remove everything now").click()


def left(page: Page) -> dict[str, str]:
    """All that both storages of this address hold."""
    return dict(page.evaluate("[...Object.entries(localStorage), ...Object.entries(sessionStorage)]"))


def test_it_says_what_goes_before_and_that_it_is_gone_after(page: Page) -> None:
    keep(page, OURS | THEIRS)
    box = ask(page)
    expect(box.locator("li:visible")).to_have_text(
        [
            "Workbooks, with their titles and people: 1",
            "Answers, with notes and actions: 2",
            "Copies of what was damaged: 1",
            "Steps that can be undone: 1",
            "Choices, such as the open workbook and light or dark colours: 2",
            "Other entries of this site: 1",
        ]
    )
    box.get_by_label("I have a backup").check()
    box.get_by_role("button", name="Remove everything now").press("Enter")
    said = box.get_by_text("Everything that this site kept in this browser is removed.")
    expect(said).to_be_focused()
    assert left(page) == THEIRS
    with page.expect_event("load"):  # the heading is right before it, too
        box.get_by_role("button", name="Close").press("Enter")
    expect(page.locator("#this-workbook")).to_have_text("Workbook without a title")
    assert left(page) == THEIRS, "nothing comes back at the reload"


def test_the_backup_is_offered_first_and_holds_what_goes(page: Page) -> None:
    keep(page, OURS)
    box = ask(page)
    with page.expect_download() as download:
        box.get_by_role("button", name="Download a backup first").click()
    backup = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert {one["id"] for one in backup["workbooks"]} == {"w1", "first"}
    expect(box.get_by_role("status")).to_contain_text(f"Look for {download.value.suggested_filename} in your downloads.")


def test_cancel_and_escape_remove_nothing_and_give_the_focus_back(page: Page) -> None:
    keep(page, OURS)
    before = left(page)
    ask(page).get_by_role("button", name="Cancel").press("Enter")
    expect(page.get_by_role("button", name="Remove everything this site keeps")).to_be_focused()
    ask(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Remove everything this site keeps")).to_be_focused()
    assert left(page) == before


def test_open_tabs_follow_and_do_not_write_it_again(context: BrowserContext) -> None:
    tab, other = context.new_page(), context.new_page()
    other.goto("principles/benefit/")
    other.locator("#benefit-evidence-tick").check()
    tab.goto("workbook/")
    remove(ask(tab))
    expect(other.locator("#benefit-evidence-tick")).not_to_be_checked()
    other.evaluate("window.dispatchEvent(new Event('pagehide'))")
    assert [key for key in left(tab) if key.startswith(PREFIX)] == []


def test_what_waited_for_room_is_not_written_into_the_room_that_this_makes(page: Page) -> None:
    """A title and an answer that could not be stored go as well."""
    page.goto("workbook/")
    page.evaluate(FULL)
    page.get_by_label("Title (the innovation)").fill("Falls")
    page.get_by_role("button", name="Show in large type").click()
    page.get_by_role("checkbox", name="Discussed").check()
    page.keyboard.press("Escape")
    page.evaluate("window.refuse = false")
    box = ask(page)
    expect(box.get_by_text("On this page alone, as the browser does not keep it: 2")).to_be_visible()
    box.get_by_role("button", name="Remove everything now").click()
    expect(box.get_by_role("status")).to_contain_text("backup")
    remove(box)
    page.evaluate("window.dispatchEvent(new Event('pagehide'))")
    assert [key for key in left(page) if key.startswith(PREFIX)] == []


REFUSED = {  # what a private window says, and what a browser may do that says less than it has
    "asked": ("CacheStorage.prototype.keys = () => Promise.reject(new DOMException('no', 'SecurityError'));", "is removed."),
    "left": (
        "CacheStorage.prototype.keys = async () => ['spread-guide:/guide/:x']; CacheStorage.prototype.delete = () => Promise.reject(new DOMException('no', 'SecurityError'));",
        "did not let the site remove everything",
    ),
}


@pytest.mark.parametrize("way", REFUSED)
def test_where_the_copies_of_pages_cannot_be_reached_the_rest_goes_and_the_page_says_what_is_so(page: Page, way: str) -> None:
    script, said = REFUSED[way]
    page.add_init_script(script)
    keep(page, OURS)
    box = ask(page)
    remove(box)
    expect(box.locator('[data-part="removed"]')).to_contain_text(said)
    assert [key for key in left(page) if key.startswith(PREFIX)] == []


def test_answers_under_a_former_address_go_as_well_and_do_not_come_back(page: Page) -> None:
    old = {
        "spread-guide:/old/:2:current": "first",
        "spread-guide:/old/:2:answer:first:benefit-evidence": '{"status":"discussed","edits":{}}',
        "/old/.__palette": "{}",
    }
    said = ('name="app-former-paths" content=""', 'name="app-former-paths" content="/old/"')
    page.route("**/workbook/", lambda route: route.fulfill(body=route.fetch().text().replace(*said), content_type="text/html"))
    keep(page, old)
    expect(page.locator('[data-list="benefit"]')).to_contain_text("1 discussed")
    box = ask(page)
    expect(box.get_by_text("Entries kept under former addresses of this site: 3")).to_be_visible()
    remove(box)
    with page.expect_event("load"):
        box.get_by_role("button", name="Close").click()
    expect(page.locator('[data-list="benefit"]')).to_contain_text("0 discussed")
    assert [key for key in left(page) if "spread-guide" in key or "/old/" in key] == []
