"""Marks of a silent sort for which the browser has no room: they wait, nothing says that they are kept, and they go only when somebody says so."""

import json

import pytest
from playwright.sync_api import Page, expect

from .printed import settle
from .test_imports import PREFIX, stored
from .test_sort import CLEAR, LATER, NOW, begin, give, part, sorting
from .test_store import FULL, would_be_asked
from .until import until

pytestmark = pytest.mark.theme("none")


def sort_here(page: Page, mark: str) -> None:
    """One person sorts on this device, and gives every question the same mark."""
    part(page).get_by_label("Questions to sort").select_option(label="Benefit")
    part(page).get_by_role("button", name="Sort on this device").press("Enter")
    give(page, [mark] * 10)


def test_marks_for_which_there_is_no_room_are_nowhere_lost_and_nowhere_called_kept(page: Page) -> None:
    begin(page)
    page.evaluate(FULL)
    assert not would_be_asked(page)
    sort_here(page, NOW)
    expect(sorting(page).get_by_text("This browser does not let the site keep your marks.")).to_be_visible()
    expect(sorting(page).get_by_text("Your marks are kept.")).to_be_hidden()
    sorting(page).get_by_role("button", name="Done").press("Enter")
    expect(part(page)).to_contain_text("People who marked: 1. Questions with marks: 10.")
    assert would_be_asked(page)
    assert not [key for key in stored(page) if ":marks:" in key]

    page.get_by_role("button", name="Remove everything this site keeps").press("Enter")
    box = page.locator('dialog[data-part="removal"]')
    expect(box.get_by_text("On this page alone, as the browser does not keep it: 1")).to_be_visible()
    for full in (True, False):  # then there is room again, and the backup is the first to ask what waits
        page.evaluate("(full) => { window.refuse = full; }", full)
        with page.expect_download() as download:
            box.get_by_role("button", name="Download a backup first").press("Enter")
        [sheet] = json.loads(download.value.path().read_text("utf-8"))["marks"]
        assert [mark[0] for mark in sheet["marks"].values()] == ["now"] * 10
    box.get_by_role("button", name="Cancel").press("Enter")
    until(page, "(start) => Object.keys(localStorage).some((key) => key.startsWith(start))", f"{PREFIX}marks:")  # nobody does anything
    assert not would_be_asked(page)
    [kept] = [text for key, text in stored(page).items() if ":marks:" in key]
    assert json.loads(kept)["marks"] == sheet["marks"]
    sort_here(page, CLEAR)
    expect(sorting(page).get_by_text("Your marks are kept.")).to_be_visible()


def test_marks_without_room_go_with_everything_and_come_back_with_what_was_removed_last(page: Page) -> None:
    begin(page)
    page.evaluate(FULL)
    sort_here(page, NOW)
    sorting(page).get_by_role("button", name="Done").press("Enter")
    page.evaluate("window.refuse = false")  # and the page has not noticed
    part(page).get_by_role("button", name="Remove these marks").press("Enter")
    expect(part(page)).to_contain_text("The marks are removed.")
    assert not would_be_asked(page)
    page.reload()
    settle(page)
    page.locator('[data-part="tools"] > summary').first.click()
    page.get_by_role("button", name="Bring back what was removed last").press("Enter")
    expect(part(page)).to_contain_text("People who marked: 1. Questions with marks: 10.")

    page.evaluate(FULL)  # another tab was quicker: neither the step nor what was removed has room
    part(page).get_by_role("button", name="Remove these marks").press("Enter")
    page.get_by_role("button", name="Bring back what was removed last").press("Enter")
    expect(part(page)).to_contain_text("People who marked: 1. Questions with marks: 10.")
    assert would_be_asked(page)
    sort_here(page, LATER)
    sorting(page).get_by_role("button", name="Done").press("Enter")
    page.evaluate("window.refuse = false")
    page.get_by_role("button", name="Remove everything this site keeps").press("Enter")
    box = page.locator('dialog[data-part="removal"]')
    box.get_by_label("I have a backup, or I need none.").check()
    box.get_by_role("button", name="Remove everything now").press("Enter")
    expect(box.locator('[data-part="removed"]')).to_be_visible()
    assert not would_be_asked(page), "what was removed is not kept back by what waited"
    assert not [key for key in stored(page) if key.startswith(PREFIX)]
