"""What a group takes away: each file as an independent reader finds it. A whole workshop stands in test_workshop.py."""

import csv
import io
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from playwright.sync_api import BrowserContext, Page, expect

from tests.conftest import ROOT

from .instant import arrive
from .reused import PLAIN
from .test_overview import PREFIX
from .test_store import FULL

pytestmark = pytest.mark.theme("none")

SCHEMA = Draft202012Validator(json.loads((ROOT / "overrides" / "assets" / "backup.schema.json").read_text(encoding="utf-8")))


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the control with this name or text has the focus."""
    here = "(document.activeElement.labels?.[0] ?? document.activeElement).innerText?.trim() || document.activeElement.ariaLabel || ''"
    for _ in range(250):
        page.keyboard.press("Tab")
        if str(page.evaluate(here)).startswith(name):
            return
    raise AssertionError(f"Tab never reached {name!r}")


def save(page: Page, button: str) -> tuple[str, str]:
    """Name and text of the file that a button makes, which is pressed from the keyboard."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).press("Enter")
    expect(page.locator('[data-part="made"]')).to_have_text(f"Look for {download.value.suggested_filename} in your downloads.")
    return download.value.suggested_filename, Path(download.value.path()).read_text(encoding="utf-8")


def workshop(page: Page) -> None:
    """A title, a tick, a note and an action, by keyboard alone."""
    page.goto("workbook/")
    expect(page.locator('[data-part="page"]')).to_be_visible()
    tab_to(page, "Title (the innovation)")
    page.keyboard.type("Falls clinic: round 1")
    page.locator("#this-workbook").focus()
    tab_to(page, "Show in large type")
    page.keyboard.press("Enter")
    tab_to(page, "Discussed")
    page.keyboard.press("Space")
    tab_to(page, "What did you say?")
    page.keyboard.type('=HYPERLINK("x") <script>')
    tab_to(page, "Add an action")
    page.keyboard.press("Enter")
    page.keyboard.type("Ask three nurses")
    tab_to(page, "Who")
    page.keyboard.type("Ana")
    tab_to(page, "By when")
    page.keyboard.type("12/24/2126")
    page.keyboard.press("Escape")


def prepared(page: Page) -> None:
    """The same, as it is found by somebody who comes back to it."""
    page.goto(PLAIN)
    action = {"id": "a1", "what": "Ask three nurses", "who": "Ana", "by": "2126-12-24", "edits": {}}
    answer = {"status": "discussed", "note": "It saves an hour.", "actions": [action], "edits": {"status": [1, "t1"], "note": [2, "t1"]}}
    about = {"title": "Falls clinic: round 1", "edits": {"title": [1, "t1"]}}
    stored = {"answer:first:benefit-worth-spreading": answer, "workbook:first": about}
    page.evaluate("(all) => { Object.assign(localStorage, all); }", {PREFIX + key: json.dumps(value) for key, value in stored.items()})
    page.goto("workbook/", wait_until="networkidle")  # with all that it fetches ahead


class Scripts(HTMLParser):
    """Counts scripts and collects text."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts = 0
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count."""
        self.scripts += tag == "script"

    def handle_data(self, data: str) -> None:
        """Collect."""
        self.text.append(data)


def test_each_file_says_what_was_entered_to_an_independent_reader(page: Page) -> None:
    workshop(page)
    _, sheet = save(page, "Spreadsheet")
    cells = [cell for row in csv.reader(io.StringIO(sheet.removeprefix("\ufeff"))) for cell in row]
    assert '\'=HYPERLINK("x") <script>' in cells
    assert [cell for cell in cells if cell.startswith(("=", "+", "@"))] == []
    _, whole = save(page, "Web page")
    reader = Scripts()
    reader.feed(whole)
    assert reader.scripts == 0
    assert '=HYPERLINK("x") <script>' in "".join(reader.text)
    name, calendar = save(page, "Calendar")
    assert name.endswith(".ics")
    assert "DTSTART;VALUE=DATE:21261224" in calendar
    _, one = save(page, "This workbook as a file")
    SCHEMA.validate(json.loads(one))


def test_a_calendar_without_a_date_is_no_file_but_a_sentence(page: Page) -> None:
    page.goto("workbook/")
    files: list[str] = []
    page.on("download", lambda file: files.append(file.url))
    page.get_by_role("button", name="Calendar").click()
    expect(page.locator('[data-part="made"]')).to_have_text("No action has a date yet, so a calendar would be empty.")
    assert files == []


def test_one_workbook_as_a_file_holds_no_other_and_the_backup_holds_all(page: Page) -> None:
    prepared(page)
    page.evaluate(
        """localStorage.setItem("spread-guide:/guide/:2:answer:wother:benefit-evidence", '{"note":"secret","edits":{"note":[1,"t"]}}')"""
    )
    assert "secret" not in save(page, "This workbook as a file")[1]
    name, text = save(page, "Backup of everything")
    assert "secret" in text
    assert re.fullmatch(r"spread-guide-backup-\d{4}-\d\d-\d\d\.json", name)
    SCHEMA.validate(json.loads(text))


def test_files_are_made_when_the_network_is_gone(page: Page, context: BrowserContext) -> None:
    prepared(page)
    context.set_offline(True)
    for button in ("Minutes", "Web page", "Spreadsheet", "Calendar", "This workbook as a file", "Backup of everything"):
        assert save(page, button)[1]


@pytest.mark.parametrize(
    ("allowed", "said"), [(True, "The action list is on the clipboard."), (False, "does not let the page use the clipboard")]
)
def test_the_action_list_is_copied_or_the_page_says_that_it_is_not(
    context_with: Callable[..., BrowserContext], allowed: bool, said: str
) -> None:
    context = context_with(permissions=["clipboard-read", "clipboard-write"] if allowed else [])
    page = context.new_page()
    prepared(page)
    if not allowed:
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')) }")
    page.get_by_role("button", name="Copy the action list").press("Enter")
    expect(page.locator('[data-part="copied"]')).to_contain_text(said)
    if allowed:
        assert "• Ask three nurses (Ana, by 24 December 2126)" in page.evaluate("navigator.clipboard.readText()")


def test_what_cannot_be_stored_is_in_the_backup(page: Page) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
    page.goto("workbook/")
    page.get_by_label("Title (the innovation)").fill("Only in memory")
    expect(page.locator('[data-part="kept-trouble"]')).to_contain_text("space for this site is full")
    assert "Only in memory" in save(page, "Backup of everything")[1]


@pytest.mark.theme("whole")
def test_a_title_that_cannot_be_stored_is_in_the_backup_of_the_status_line_here_and_on_a_checklist(page: Page) -> None:
    """And it is still there when the reader comes back to the page, without a load in between."""
    arrive(page, "workbook/")
    page.evaluate(FULL)
    page.get_by_label("Title (the innovation)").fill("Only in memory")
    for link in ("", "Benefit"):
        if link:
            page.get_by_role("link", name=link, exact=True).first.click()
            expect(page.locator("#benefit-questions")).to_be_attached()  # the address changes before the page does
        page.locator(".app-status summary").first.click()
        with page.expect_download() as download:
            page.get_by_role("button", name="Download a backup", exact=True).click()
        backup = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
        SCHEMA.validate(backup)
        assert [(book["id"], book["about"]["title"]) for book in backup["workbooks"]] == [("first", "Only in memory")]
    page.go_back()
    expect(page.locator("#this-workbook")).to_have_text("Only in memory")
    expect(page.locator('[data-part="kept-trouble"]')).to_contain_text("space for this site is full")
