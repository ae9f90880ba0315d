"""Workbooks: a second workshop starts clean, and none is lost by opening, copying or deleting another."""

import json
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from .test_store import FULL

pytestmark = pytest.mark.theme("none")

BENEFIT = "principles/benefit/"
FIRST = "#benefit-worth-spreading-tick"
PREFIX = "spread-guide:/guide/:2:"


def ready(page: Page) -> Page:
    """The workbook page, with its script."""
    page.goto("workbook/")
    expect(page.locator('[data-part="page"]')).to_be_visible()
    return page


def name(page: Page, title: str) -> None:
    """Give the open workbook a title."""
    fields = page.locator('details[data-part="fields"]')
    if fields.get_attribute("open") is None:
        fields.locator("summary").click()
    page.get_by_label("Title (the innovation)").fill(title)


def everything(page: Page) -> dict[str, Any]:
    """All that is stored, by key without its prefix."""
    return {key.removeprefix(PREFIX): value for key, value in page.evaluate("Object.entries(localStorage)") if key.startswith(PREFIX)}


def shelf(page: Page) -> Locator:
    """The dialog of all workbooks, open."""
    page.get_by_role("button", name="All workbooks").click()
    return page.get_by_role("dialog", name="Your workbooks")


def test_a_second_workshop_starts_clean_and_does_not_touch_the_first(page: Page) -> None:
    page.goto(BENEFIT)
    page.locator(FIRST).check()
    name(ready(page), "Falls clinic")
    shelf(page).get_by_role("button", name="Start a new workbook").click()
    expect(page.locator("#this-workbook")).to_have_text("Workbook without a title")
    expect(page.locator("#this-workbook")).to_be_focused()
    name(page, "Discharge app")
    page.goto(BENEFIT)
    expect(page.locator(FIRST)).not_to_be_checked()
    page.locator("#benefit-evidence-tick").check()
    box = shelf(ready(page))
    box.get_by_role("radio", name="Falls clinic").check()
    box.get_by_role("button", name="Open", exact=True).click()
    expect(page.locator("#this-workbook")).to_have_text("Falls clinic")
    page.goto(BENEFIT)
    expect(page.locator(FIRST)).to_be_checked()
    expect(page.locator("#benefit-evidence-tick")).not_to_be_checked()
    expect(page.locator('.app-status [data-part="workbook"]')).to_have_text("Workbook: Falls clinic")


def test_the_five_fields_are_kept_at_once_and_after_a_reload(page: Page) -> None:
    ready(page)
    written = {"Title (the innovation)": "A <b>bold</b> 'idea'", "Setting": "Ward 4", "People": "Ana, Ben", "Facilitator": "Cem"}
    for label, text in written.items():
        page.get_by_label(label, exact=True).fill(text)
    page.get_by_label("Date", exact=True).fill("2026-12-12")
    ready(page)
    expect(page.locator("#this-workbook")).to_have_text("A <b>bold</b> 'idea'")
    expect(page.locator('[data-part="meta"]')).to_have_text("Ward 4 · 12 December 2026 · Ana, Ben · Facilitator: Cem")
    page.locator('details[data-part="fields"] summary').click()
    for label, text in written.items():
        expect(page.get_by_label(label, exact=True)).to_have_value(text)


def test_a_copy_has_the_answers_and_what_is_changed_in_it_stays_in_it(page: Page) -> None:
    page.goto(BENEFIT)
    page.locator(FIRST).check()
    name(ready(page), "Falls")
    shelf(page).get_by_role("button", name="Make a copy").click()
    expect(page.locator("#this-workbook")).to_have_text("Copy of Falls")
    page.goto(BENEFIT)
    expect(page.locator(FIRST)).to_be_checked()
    page.locator(FIRST).uncheck()
    assert json.loads(everything(page)["answer:first:benefit-worth-spreading"])["status"] == "discussed"


def test_a_deleted_workbook_can_be_brought_back_at_once_and_after_a_reload(page: Page) -> None:
    page.goto(BENEFIT)
    page.locator(FIRST).check()
    name(ready(page), "Falls")
    before = everything(page)["answer:first:benefit-worth-spreading"]
    box = shelf(page)
    box.get_by_role("button", name="Delete", exact=True).click()
    expect(box.get_by_role("status")).to_have_text("“Falls” is deleted. You can bring it back.")
    expect(box.get_by_role("radio", name="Falls")).to_have_count(0)
    box.get_by_role("button", name="Undo").click()
    expect(box.get_by_role("radio", name="Falls")).to_be_checked()
    box.get_by_role("button", name="Delete", exact=True).click()
    box.get_by_role("button", name="Close").click()
    expect(page.locator("#this-workbook")).to_have_text("Workbook without a title")
    page.reload()
    box = shelf(page)
    box.get_by_text("Deleted workbooks").click()
    box.get_by_role("button", name="Bring back: Falls").click()
    box.get_by_role("button", name="Open", exact=True).click()
    expect(page.locator("#this-workbook")).to_have_text("Falls")
    assert everything(page)["answer:first:benefit-worth-spreading"] == before


def test_an_open_checklist_stays_with_the_workbook_it_was_opened_for(context: BrowserContext) -> None:
    old, new = context.new_page(), context.new_page()
    old.goto(BENEFIT)
    shelf(ready(new)).get_by_role("button", name="Start a new workbook").click()
    expect(new.locator("#this-workbook")).to_be_focused()
    old.locator(FIRST).check()
    expect(old.locator('[data-part="status"]')).to_contain_text("Saved")
    stored = everything(new)
    assert "answer:first:benefit-worth-spreading" in stored
    assert stored["current"] != "first"


def test_a_name_given_in_one_tab_is_seen_in_the_other_at_once(context: BrowserContext) -> None:
    one, other = ready(context.new_page()), ready(context.new_page())
    name(one, "Falls")
    expect(other.locator("#this-workbook")).to_have_text("Falls")


NO_ROOM_FOR_ANSWERS = FULL.replace('key.startsWith("spread-guide:")', 'key.includes(":answer:")')


def waits_for_room(page: Page) -> None:
    """Tick a question for which there is no room: the answer is in memory only."""
    page.evaluate(NO_ROOM_FOR_ANSWERS)
    page.get_by_role("button", name="Show in large type").click()
    page.get_by_role("checkbox", name="Discussed").check()
    page.keyboard.press("Escape")
    expect(page.locator('.app-about [data-part="trouble"]')).to_contain_text("space for this site is full")


@pytest.mark.parametrize("where", ["workbook/", BENEFIT])
def test_a_store_that_is_nearly_full_says_so_before_anything_is_lost(page: Page, where: str) -> None:
    page.goto(where)
    expect(page.locator('[data-part="low"]').first).to_be_hidden()
    page.evaluate("""() => {
        for (let size = 1_000_000; size >= 1_000; size /= 2) {
            try { for (let n = 0; ; n += 1) localStorage.setItem(`other:${size}:${n}`, "x".repeat(size)); } catch {}
        }
        for (let n = 0; n < 5; n += 1) localStorage.removeItem(`other:15625:${n}`);
    }""")
    page.reload()
    expect(page.locator('[data-part="low"]').first).to_be_visible()
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.endsWith(':room'))") == []


def test_a_full_store_refuses_a_copy_and_changes_nothing(page: Page) -> None:
    page.goto(BENEFIT)
    page.locator(FIRST).check()
    ready(page)
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') } }")
    before = everything(page)
    box = shelf(page)
    box.get_by_role("button", name="Make a copy").click()
    expect(box.get_by_role("status")).to_contain_text("cannot store more")
    assert everything(page) == before
