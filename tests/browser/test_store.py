"""The promise: nothing that a person wrote is lost. Storage that says no, damaged values, and many tabs at once."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .conftest import Server, Watch
from .find import find
from .instant import arrive
from .until import until

pytestmark = pytest.mark.theme("none")

BENEFIT = "principles/benefit/"
FIRST = "#benefit-worth-spreading-tick"
SECOND = "#benefit-communicate-why-tick"
KEY = "spread-guide:/guide/:2:answer:first:benefit-worth-spreading"
TROUBLE = '[data-part="trouble"]'
STATUS = '[data-part="status"]'


def stored(page: Page) -> dict[str, str]:
    """Everything in the browser's storage that is ours."""
    found: dict[str, str] = page.evaluate(
        "Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('spread-guide:')))"
    )
    return found


def test_only_the_agreed_keys_are_written_and_each_answer_has_its_own(page: Page) -> None:
    page.goto(BENEFIT)
    page.locator(FIRST).check()
    expect(page.locator(STATUS)).to_contain_text("Saved in this browser at")
    keys = stored(page)
    assert set(keys) == {KEY, "spread-guide:/guide/:2:current"}
    answer = json.loads(keys[KEY])
    assert answer["status"] == "discussed"
    assert answer["edits"]["status"][0] == 1


def test_with_storage_really_blocked_the_page_works_says_so_and_offers_a_copy(
    tmp_path: Path, browser_type: Any, site: Server, watch: Watch
) -> None:
    (tmp_path / "Default").mkdir()
    (tmp_path / "Default" / "Preferences").write_text('{"profile":{"default_content_setting_values":{"cookies":2}}}')
    context = watch.over(browser_type.launch_persistent_context(tmp_path, executable_path=find(windows=True), base_url=site.url))
    page = context.new_page()
    arrive(page, BENEFIT)
    expect(page.locator(STATUS)).to_contain_text("does not let the site keep your ticks")
    page.locator(FIRST).check()
    expect(page.locator(FIRST)).to_be_checked()
    assert page.locator('[data-part="count"]').inner_text() == "1 of 10 discussed"
    expect(page.locator(TROUBLE)).to_contain_text("Not saved")
    with page.expect_download() as copy:
        page.get_by_role("button", name="Download a backup now").click()
    backup = json.loads(Path(copy.value.path()).read_text())
    assert backup["workbooks"][0]["answers"]["benefit-worth-spreading"]["status"] == "discussed"
    page.get_by_role("link", name="Next: Adaptation").click()
    page.wait_for_url("**/adaptation/")
    page.get_by_role("link", name="Previous: Benefit").click()
    expect(page.locator(FIRST)).to_be_checked()
    context.close()


FULL = """
() => {
    const real = Storage.prototype.setItem;
    window.refuse = true;
    Storage.prototype.setItem = function (key, value) {
        if (window.refuse && key.startsWith("spread-guide:")) throw new DOMException("full", "QuotaExceededError");
        return real.call(this, key, value);
    };
}
"""


def test_a_storage_that_is_full_is_named_and_saved_to_as_soon_as_there_is_room(page: Page) -> None:
    page.goto(BENEFIT)
    page.evaluate(
        "() => { for (let size = 1 << 20, n = 0; size >= 1; ) { try { localStorage.setItem('filler' + n++, 'x'.repeat(size)) } catch { size = Math.floor(size / 2) } } }"
    )
    page.locator(FIRST).check()
    expect(page.locator(TROUBLE)).to_contain_text("space for this site is full")
    assert KEY not in stored(page)
    page.evaluate("() => { for (const key of Object.keys(localStorage)) if (key.startsWith('filler')) localStorage.removeItem(key) }")
    expect(page.locator(STATUS)).to_contain_text("Saved in this browser at", timeout=8000)
    expect(page.locator(TROUBLE)).to_be_empty()
    assert json.loads(stored(page)[KEY])["status"] == "discussed"


def would_be_asked(page: Page) -> bool:
    """Whether the browser asks the reader before this page goes; one that is too busy may go without asking."""
    return not page.evaluate("window.dispatchEvent(new Event('beforeunload', { cancelable: true }))")


def test_the_browser_asks_before_what_cannot_be_kept_goes_with_the_page(page: Page) -> None:
    """And only then: nobody is asked who has everything in the store, or nothing to lose."""
    page.goto(BENEFIT)
    assert not would_be_asked(page)
    page.locator(FIRST).check()
    assert not would_be_asked(page)
    page.evaluate(FULL)
    page.locator(SECOND).check()
    assert would_be_asked(page)
    page.evaluate("window.refuse = false")
    assert not would_be_asked(page)


def test_the_browser_asks_before_a_title_that_cannot_be_kept_goes_with_the_page(page: Page) -> None:
    page.goto("workbook/")
    title = page.get_by_label("Title (the innovation)")
    title.fill("Falls")
    assert not would_be_asked(page)
    page.evaluate(FULL)
    title.fill("Falls on ward 4")
    assert would_be_asked(page)


def test_a_write_that_fails_halfway_loses_neither_the_old_nor_the_new_answer(page: Page) -> None:
    page.goto(BENEFIT)
    page.locator(FIRST).check()
    expect(page.locator(STATUS)).to_contain_text("Saved")
    page.evaluate(FULL)
    page.locator(SECOND).check()
    expect(page.locator(TROUBLE)).to_contain_text("Not saved")
    assert json.loads(stored(page)[KEY])["status"] == "discussed"
    page.evaluate("window.refuse = false")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator(STATUS)).to_contain_text("Saved")
    page.reload()
    expect(page.locator(FIRST)).to_be_checked()
    expect(page.locator(SECOND)).to_be_checked()


def test_an_answer_of_a_newer_format_is_left_untouched(page: Page) -> None:
    page.goto("about/")
    newer = {"spread-guide:/guide/:3:current": "a", "spread-guide:/guide/:3:answer:a:benefit-worth-spreading": "{}"}
    page.evaluate("(items) => Object.entries(items).forEach(([key, value]) => localStorage.setItem(key, value))", newer)
    page.goto(BENEFIT)
    expect(page.locator(TROUBLE)).to_contain_text("A newer version of this guide")
    page.locator(FIRST).check()
    expect(page.locator(FIRST)).to_be_checked()
    expect(page.get_by_role("button", name="Download a backup now")).to_be_visible()
    page.wait_for_timeout(300)
    assert stored(page) == newer


def test_no_other_site_on_the_same_host_is_touched(page: Page) -> None:
    page.goto(BENEFIT)
    others = {
        "spread-guide:/other/:2:answer:first:benefit-worth-spreading": "theirs",
        "mine": "theirs",
        "spread-guide:/guide/en/:2:current": "x",
    }
    page.evaluate("(items) => Object.entries(items).forEach(([key, value]) => localStorage.setItem(key, value))", others)
    page.locator(FIRST).check()
    page.locator(FIRST).uncheck()
    page.locator(".app-status summary").click()
    page.get_by_role("button", name="Bring back what was removed last").click()
    expect(page.locator('[data-part="undo-what"]')).to_have_text("Undone.")
    now = page.evaluate("({ ...localStorage })")
    assert {key: now[key] for key in others} == others


def test_the_backup_holds_everything_that_the_site_keeps(page: Page) -> None:
    page.goto(BENEFIT)
    page.locator(FIRST).check()
    page.locator(SECOND).check()
    page.locator(SECOND).uncheck()
    page.evaluate("localStorage.setItem('spread-guide:/guide/:2:answer:ward-4:benefit-evidence', 'damaged')")
    page.evaluate("localStorage.setItem('spread-guide:/guide/:2:later', 'unknown')")
    page.locator(".app-status summary").click()
    with page.expect_download() as copy:
        page.get_by_role("button", name="Download a backup").click()
    assert copy.value.suggested_filename.startswith("spread-guide-backup-20")
    backup = json.loads(Path(copy.value.path()).read_text())
    assert (backup["format"], backup["version"], backup["site"], backup["build"]) == (
        "spread-guide-backup",
        1,
        "/guide/",
        "2026-11-22 abc1234",
    )
    assert set(backup["workbooks"][0]["answers"]) == {"benefit-worth-spreading", "benefit-communicate-why"}
    assert backup["setAside"][0]["text"] == "damaged"
    assert len(backup["undo"]) == 1
    assert backup["other"] == {"later": "unknown"}


def test_the_browser_is_asked_to_keep_it_once_there_is_something_and_not_before(page: Page) -> None:
    page.add_init_script("""
        window.asked = 0;
        navigator.storage.persist = async () => { window.asked += 1; return false; };
        navigator.storage.persisted = async () => false;
    """)
    page.goto(BENEFIT)
    page.wait_for_timeout(300)
    assert page.evaluate("window.asked") == 0
    page.locator(FIRST).check()
    until(page, "window.asked === 1")
    page.locator(".app-status summary").click()
    expect(page.get_by_text("may delete what you keep here")).to_be_visible()
    expect(page.get_by_role("button", name="Download a backup")).to_be_visible()
