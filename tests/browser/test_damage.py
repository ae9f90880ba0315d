"""Damaged values: nothing is thrown, nothing is lost, and the reader is told."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .test_store import FULL, KEY, stored

pytestmark = pytest.mark.theme("none")

BENEFIT = "principles/benefit/"
FIRST = "#benefit-worth-spreading-tick"
SECOND = "#benefit-communicate-why-tick"


def test_a_damaged_answer_is_set_aside_the_rest_is_kept_and_the_reader_can_download_it(page: Page) -> None:
    page.goto(BENEFIT)
    page.locator(SECOND).check()
    page.evaluate('(key) => localStorage.setItem(key, \'{"status":"discussed","edits":{"status":[1\')', KEY)
    page.reload()
    expect(page.locator(SECOND)).to_be_checked()
    expect(page.locator(FIRST)).not_to_be_checked()
    expect(page.get_by_text("was damaged and could not be read")).to_be_visible()
    with page.expect_download() as copy:
        page.get_by_role("button", name="Download what was set aside").click()
    asides = json.loads(Path(copy.value.path()).read_text())
    assert [(aside["key"], aside["text"]) for aside in asides] == [(KEY, '{"status":"discussed","edits":{"status":[1')]
    page.locator(FIRST).check()
    page.reload()
    expect(page.locator(FIRST)).to_be_checked()
    expect(page.get_by_text("was damaged and could not be read")).to_be_hidden()  # said once
    page.locator(".app-status summary").click()
    expect(page.get_by_role("button", name="Download what was set aside")).to_be_visible()
    assert sum(":aside:" in key for key in stored(page)) == 1


def test_what_is_sound_in_a_damaged_answer_is_kept(page: Page) -> None:
    page.goto(BENEFIT)
    damaged = '{"status":"discussed","note":7,"edits":{"status":[3,"a"]}}'
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, damaged])
    page.reload()
    expect(page.locator(FIRST)).to_be_checked()
    aside = json.loads(next(text for key, text in stored(page).items() if ":aside:" in key))
    assert aside["text"] == damaged
    assert "note" not in json.loads(stored(page)[KEY])


def test_a_damaged_answer_stays_where_it_is_when_there_is_no_room_for_a_copy(page: Page) -> None:
    page.goto(BENEFIT)
    page.evaluate("(key) => localStorage.setItem(key, 'not JSON')", KEY)
    page.add_init_script(f"({FULL})()")
    page.reload()
    page.locator(FIRST).check()
    expect(page.locator(FIRST)).to_be_checked()
    page.evaluate("window.refuse = false")
    page.locator(SECOND).check()
    expect(page.locator(SECOND)).to_be_checked()
    assert stored(page)[KEY] == "not JSON"
