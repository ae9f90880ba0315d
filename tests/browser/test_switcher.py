"""The dialog of all workbooks: what waits for room is not lost, a deletion can be taken back whole, the open one is in view."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, expect

from .test_workbooks import BENEFIT, FIRST, PREFIX, everything, name, ready, shelf, waits_for_room

pytestmark = pytest.mark.theme("none")


@pytest.mark.parametrize("way", ["Open", "Start a new workbook", "Make a copy", "Delete"])
def test_what_waits_for_room_is_in_a_file_before_another_workbook_is_opened(page: Page, way: str) -> None:
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    name(ready(page), "Falls")
    shelf(page).get_by_role("button", name="Start a new workbook").click()
    expect(page.locator("#this-workbook")).to_be_focused()
    waits_for_room(page)
    box, before = shelf(page), everything(page)
    if way == "Open":
        box.get_by_role("radio", name="Falls").check()
    box.get_by_role("button", name=way, exact=True).click()
    expect(box.get_by_role("status")).to_contain_text("Something you wrote is not saved")
    assert everything(page) == before
    with page.expect_download() as download:
        box.get_by_role("button", name="Download a backup").click()
    saved = json.loads(Path(download.value.path()).read_bytes())
    assert [one["answers"] for one in saved["workbooks"] if one["id"] == before["current"]] != [{}]
    expect(box.get_by_role("status")).to_contain_text("in your downloads")
    box.get_by_role("button", name=way, exact=True).click()
    expect(box.get_by_role("status")).to_contain_text("Say first that you have a backup")  # a page cannot know
    assert everything(page) == before
    box.get_by_label("I have a backup, or I need none.").check()
    box.get_by_role("button", name=way, exact=True).click()
    if way == "Make a copy":
        expect(page.locator("#this-workbook")).to_have_text("Copy of Workbook without a title")
    elif way != "Delete":
        expect(page.locator("#this-workbook")).to_have_text("Falls" if way == "Open" else "Workbook without a title")
    expect(box.get_by_role("status") if way == "Delete" else page.locator("#this-workbook")).to_be_visible()
    assert everything(page)["current"] != before["current"]
    assert asked == []  # it is in a file: the browser has nothing to ask


def test_deleting_the_only_workbook_and_taking_that_back_changes_nothing(page: Page) -> None:
    page.goto(BENEFIT)
    page.locator(FIRST).check()
    name(ready(page), "Falls")
    before = everything(page)
    box = shelf(page)
    box.get_by_role("button", name="Delete", exact=True).click()
    box.get_by_role("button", name="Undo").click()
    expect(box.get_by_role("radio")).to_have_count(1)
    box.get_by_role("button", name="Close").click()
    expect(page.locator("#this-workbook")).to_have_text("Falls")
    after = everything(page)
    assert (after.keys(), after["current"]) == (before.keys(), "first")


def test_of_fifty_workbooks_the_open_one_is_in_view_and_has_the_focus(page: Page) -> None:
    ready(page)
    page.evaluate(
        """(prefix) => {
        for (let n = 10; n < 60; n += 1) localStorage.setItem(`${prefix}workbook:w${n}`,
            JSON.stringify({ title: `Number ${n}`, created: `2026-11-01T00:00:${n}.000Z`, edits: {} }));
        localStorage.setItem(`${prefix}current`, "w10");
    }""",
        PREFIX,
    )
    page.reload()
    box = shelf(page)
    expect(box.get_by_role("radio")).to_have_count(50)
    expect(box.get_by_role("radio", name="Number 10")).to_be_focused()
    expect(box.get_by_role("radio", name="Number 10")).to_be_in_viewport()


def test_where_storage_is_blocked_the_dialog_says_so_and_not_that_it_is_full(page: Page) -> None:
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })")
    box = shelf(ready(page))
    box.get_by_role("button", name="Start a new workbook").click()
    expect(box.get_by_role("status")).to_contain_text("does not let the site keep anything")


def test_where_a_newer_version_writes_the_page_says_so_and_not_that_there_is_no_room(page: Page) -> None:
    page.goto("workbook/")
    written = (
        "(key) => { localStorage.setItem(key, 'first'); window.dispatchEvent(new StorageEvent('storage', { key, newValue: 'first' })); }"
    )
    page.evaluate(written, PREFIX.replace(":2:", ":3:") + "current")  # as another tab does
    name(page, "Falls")
    assert not [key for key in everything(page) if key.startswith("workbook")]  # it promised to save nothing
    box = shelf(page)
    box.get_by_role("button", name="Start a new workbook").click()
    expect(box.get_by_role("status")).to_contain_text("Something you wrote is not saved in this browser.")
    box.get_by_label("I have a backup, or I need none.").check()
    box.get_by_role("button", name="Start a new workbook").click()
    expect(box.get_by_role("status")).to_contain_text("A newer version of this guide has saved answers here")
