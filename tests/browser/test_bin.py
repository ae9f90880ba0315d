"""Deleted workbooks: one that is removed for good leaves nothing, and takes nothing of another with it."""

import json

import pytest
from playwright.sync_api import Page, expect

from .test_workbooks import BENEFIT, FIRST, PREFIX, everything, name, ready, shelf, waits_for_room

pytestmark = pytest.mark.theme("none")


def test_removing_a_workbook_for_good_asks_first_and_leaves_nothing_of_it(page: Page) -> None:
    page.goto(BENEFIT)
    page.locator(FIRST).check()
    page.locator(FIRST).uncheck()  # so that there is something to undo as well
    name(ready(page), "Falls")
    box = shelf(page)
    box.get_by_role("button", name="Delete", exact=True).click()
    box.get_by_text("Deleted workbooks").click()
    box.get_by_role("button", name="Remove for good: Falls").press("Enter")
    expect(box.get_by_role("button", name="Keep it")).to_be_focused()
    page.keyboard.press("Enter")
    expect(box.get_by_role("button", name="Remove for good: Falls")).to_be_focused()
    page.keyboard.press("Enter")
    box.get_by_label("I have a backup").check()
    box.get_by_role("button", name="Yes, remove it for good").click()
    expect(box.get_by_role("status")).to_have_text("“Falls” is removed for good.")
    expect(box.get_by_role("status")).to_be_focused()
    assert [key for key, text in everything(page).items() if "first" in key or "first" in text] == []


def test_what_was_damaged_in_a_workbook_goes_with_it_and_that_of_others_stays(page: Page) -> None:
    """Copies that were set aside are numbered without a gap: what stays moves up, so that none is lost sight of."""
    ready(page)
    damaged = ["answer:w1:benefit-evidence", "answer:w12:benefit-evidence", "workbook:w1", "workbook:w12", "answer:w1:benefit-time-back"]
    copies = [json.dumps({"key": PREFIX + key, "text": key, "at": "", "told": True}, separators=(",", ":")) for key in damaged]
    kept = {f"aside:{n}": text for n, text in enumerate([*copies, "no JSON"])}
    kept |= {"workbook:w1": '{"title":"Gone","gone":true,"edits":{}}', "workbook:w12": '{"title":"Stays","edits":{}}'}
    page.evaluate(
        "([prefix, all]) => Object.entries(all).forEach(([key, text]) => localStorage.setItem(prefix + key, text))", [PREFIX, kept]
    )
    page.reload()
    box = shelf(page)
    box.get_by_text("Deleted workbooks").click()
    box.get_by_role("button", name="Remove for good: Gone").click()
    box.get_by_label("I have a backup").check()
    box.get_by_role("button", name="Yes, remove it for good").click()
    expect(box.get_by_role("status")).to_have_text("“Gone” is removed for good.")
    left = {key: text for key, text in everything(page).items() if key.startswith("aside")}
    assert list(map(left.get, ["aside:0", "aside:1", "aside:2"])) == [copies[1], copies[3], "no JSON"]
    assert len(left) == 3


def test_what_waits_for_room_is_not_written_once_its_workbook_is_removed_for_good(page: Page) -> None:
    """Removing makes the room for which an answer waited."""
    name(ready(page), "Falls")
    waits_for_room(page)
    box = shelf(page)
    box.get_by_role("button", name="Delete", exact=True).click()
    with page.expect_download():
        box.get_by_role("button", name="Download a backup").click()
    box.get_by_label("I have a backup").check()
    box.get_by_role("button", name="Delete", exact=True).click()
    page.evaluate("window.refuse = false")
    box.get_by_text("Deleted workbooks").click()
    box.get_by_role("button", name="Remove for good: Falls").click()
    box.get_by_label("I have a backup").check()
    box.get_by_role("button", name="Yes, remove it for good").click()
    page.evaluate("window.dispatchEvent(new Event('pagehide'))")
    assert [key for key, text in everything(page).items() if "first" in key or "first" in text] == []
