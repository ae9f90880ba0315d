"""A workshop by its plan: the large view leads, the timer is quiet and right, and nothing moves on by itself."""

import json
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from .test_overview import PREFIX
from .test_pages import violations
from .until import until

START = "2026-11-28T14:00:00Z"
FACTS = {
    "title": "Falls sensor",
    "purpose": "Decide on twelve more.",
    "today": ["benefit-worth-spreading", "individual-gains-least"],
    "edits": {},
}
SIZE = "(one) => parseFloat(getComputedStyle(one).fontSize)"


def begin(context: BrowserContext, plan: str = "ninety-minutes", whom: str = "twelve") -> Page:
    """A workshop that has just begun, by the keyboard, at two o'clock."""
    page = context.new_page()
    page.clock.install(time=START)
    page.goto("workbook/")
    stored = {f"{PREFIX}current": "first", f"{PREFIX}workbook:first": json.dumps(FACTS)}
    page.evaluate("(all) => Object.entries(all).forEach(([key, text]) => localStorage.setItem(key, text))", stored)
    page.reload()
    page.locator('[data-part="plan-agenda"]').select_option(plan)
    page.locator('[data-part="plan-size"]').select_option(whom)
    page.get_by_role("button", name="Start the workshop").press("Enter")
    return page


def time_of(page: Page) -> str:
    """What the timer shows."""
    return page.get_by_role("timer").inner_text()


def test_the_large_view_leads_from_the_rules_to_the_check_out(context: BrowserContext) -> None:
    page = begin(context)
    view = page.locator(".app-presenter")
    expect(view.get_by_role("heading")).to_have_text("Why we are here, and how we work")
    expect(view).to_contain_text("Decide on twelve more.")
    expect(view).to_contain_text("6. I keep the time and take no side.")
    assert time_of(page) == "10:00"
    seen: list[str] = []
    for _ in range(40):
        page.keyboard.press("PageDown")
        text = view.get_by_role("heading").inner_text()
        if not seen or seen[-1] != text:
            seen.append(text)
    assert [text.partition(" ")[0] for text in seen] == ["Sort", "Why", "Who", "Break", "Choose", "Decide", "Who", "Check-out"]
    expect(view.get_by_role("button", name="Next")).to_have_attribute("aria-disabled", "true")


def test_the_timer_survives_a_reload_and_a_second_window_and_never_moves_on(context: BrowserContext) -> None:
    page = begin(context)
    page.clock.pause_at("2026-11-28T14:01:00Z")  # of all windows: only the test moves it
    page.get_by_role("button", name="Previous").focus()
    before = time_of(page)
    page.clock.run_for(4 * 60_000)
    minutes, seconds = (int(one) for one in time_of(page).split(":"))
    assert (int(before.split(":")[0]) - minutes, int(before.split(":")[1])) == (4, seconds)
    page.reload()
    expect(page.get_by_role("timer")).to_have_text(f"{minutes}:{seconds:02}")
    other = context.new_page()
    other.goto("workbook/")
    other.get_by_role("button", name="Go on with the workshop").click()
    expect(other.get_by_role("timer")).to_have_text(f"{minutes}:{seconds:02}")
    page.keyboard.press("PageDown")
    expect(other.locator(".app-presenter").get_by_role("heading")).to_have_text("Sort the questions in silence")
    page.get_by_role("button", name="Pause").click()
    page.clock.run_for(60_000)
    assert time_of(page) == "10:00"
    page.get_by_role("button", name="Go on with the time").click()
    page.get_by_role("button", name="One minute more").click()
    assert time_of(page) == "11:00"
    page.clock.run_for(12 * 60_000)
    assert time_of(page) == "1:00 over"
    expect(page.locator('[data-part="timer-said"]')).to_have_text("The time is up. You decide when to go on.")
    expect(page.locator(".app-presenter").get_by_role("heading")).to_have_text("Sort the questions in silence")
    page.get_by_role("button", name="End the plan").click()
    expect(page.get_by_role("timer")).to_be_hidden()
    expect(page.get_by_role("button", name="Go on with the workshop")).to_be_hidden()


def test_time_question_and_note_are_read_from_the_back(context_with: Callable[..., BrowserContext]) -> None:
    page = begin(context_with(viewport={"width": 1280, "height": 720}))
    for _ in range(2):
        page.keyboard.press("PageDown")
    for one, least in (
        (page.get_by_role("timer"), 48),
        (page.locator("#presenter-asked"), 48),
        (page.get_by_label("What did you say?"), 32),
    ):
        until(page, f"(one) => ({SIZE})(one) >= {least}", one.element_handle())  # it is fitted to the screen a moment later


def test_each_step_is_accessible_and_fits_a_phone(context_with: Callable[..., BrowserContext]) -> None:
    for options in ({"color_scheme": "dark"}, {"forced_colors": "active"}, {"viewport": {"width": 390, "height": 844}}):
        page = begin(context_with(**options))
        for _ in range(3):
            assert violations(page) == []
            assert page.locator(".app-presenter").evaluate("(one) => one.scrollWidth <= innerWidth")
            page.keyboard.press("PageDown")
        expect(page.get_by_role("button", name="Next", exact=True)).to_be_in_viewport(ratio=1)
