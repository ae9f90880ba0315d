"""What was removed comes back, by keyboard and after a reload, and nothing else changes."""

from playwright.sync_api import Page, expect

BENEFIT = "principles/benefit/"
FIRST = "#benefit-worth-spreading-tick"
SECOND = "#benefit-communicate-why-tick"


def test_a_tick_that_was_taken_away_comes_back_by_undo_from_the_keyboard(page: Page) -> None:
    page.goto(BENEFIT)
    page.locator(FIRST).check()
    page.locator(FIRST).uncheck()
    page.get_by_role("button", name="Undo", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.locator(FIRST)).to_be_checked()
    expect(page.locator('[data-part="undo-what"]')).to_have_text("Taken back.")
    expect(page.locator(".app-status")).to_be_focused()


def test_a_cleared_checklist_comes_back_whole_by_undo_after_a_reload_and_clears_nothing_else(page: Page) -> None:
    page.goto("principles/adaptation/")
    page.locator("[data-question] > input").first.check()
    page.goto(BENEFIT)
    page.locator(FIRST).check()
    page.locator(SECOND).check()
    page.locator(".app-status summary").click()
    page.get_by_role("button", name="Clear these ticks").click()
    assert page.locator('[data-part="count"]').inner_text() == "0 of 10 discussed"
    page.reload()
    expect(page.locator(FIRST)).not_to_be_checked()
    page.locator(".app-status summary").click()
    page.get_by_role("button", name="Bring back what was removed last").click()
    assert page.locator('[data-part="count"]').inner_text() == "2 of 10 discussed"
    page.goto("principles/adaptation/")
    assert page.locator('[data-part="count"]').inner_text() == "1 of 10 discussed"
