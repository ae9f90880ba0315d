"""A workshop of ninety minutes, from its first press to the minutes in an email, with a clock that the test moves and no mouse."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from .test_pages import violations
from .test_send import CLIPBOARD

MINUTE = 60_000
PICKED = ["benefit-worth-spreading", "individual-gains-least", "learning-stop-or-go"]


def go_to(page: Page, target: Locator, key: str = "Tab") -> None:
    """Walk the order of what is open to a control."""
    for _ in range(200):
        if target.evaluate("(one) => one === document.activeElement"):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{key} never reached {target}")


def prepare(page: Page) -> None:
    """A title, a purpose, and three questions for today."""
    page.goto("workbook/")
    go_to(page, page.get_by_label("Title (the innovation)"))
    page.keyboard.type("Falls sensor")
    go_to(page, page.get_by_label("What you want to have decided"))
    page.keyboard.type("Twelve more sensors, or none.")
    pick = page.locator('[data-part="pick"]')
    for question in PICKED:
        pick.select_option(question)
        page.get_by_role("button", name="Add this question").press("Enter")
    expect(page.locator("[data-picked]")).to_have_count(3)
    page.locator('[data-part="plan-agenda"]').select_option("ninety-minutes")
    page.locator('[data-part="plan-size"]').select_option("twelve")
    page.get_by_role("button", name="Start the workshop").press("Enter")


def talk(page: Page, view: Locator, note: str) -> None:
    """One question: its move, its rounds, and what was said, written in the last of them."""
    places = []
    for _ in range(5):
        page.keyboard.press("PageDown")
        places.append(view.locator('[data-part="position"]').inner_text().partition("·")[2].strip().lower())
        page.clock.run_for(MINUTE)
    assert places == ["read out and move", "alone", "pairs", "fours", "all"]
    go_to(page, view.get_by_label("What did you say?"))
    page.keyboard.type(note)
    go_to(page, view.get_by_label("Discussed"), "Shift+Tab")
    page.keyboard.press("Space")


@pytest.mark.parametrize("size", [(1280, 720), (390, 844)], ids=["desktop", "phone"])
def test_ninety_minutes_from_the_first_press_to_the_pasted_minutes(
    context_with: Callable[..., BrowserContext], size: tuple[int, int]
) -> None:
    viewport = {"width": size[0], "height": size[1]}
    page = context_with(viewport=viewport, permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.clock.install(time="2026-11-28T14:00:00Z")
    prepare(page)
    view = page.locator(".app-presenter")
    heading = view.get_by_role("heading")
    expect(view).to_contain_text("Twelve more sensors, or none.")
    page.clock.run_for(11 * MINUTE)
    expect(page.get_by_role("timer")).to_contain_text("over")
    expect(heading).to_have_text("Why we are here, and how we work")  # nothing moves on by itself
    page.keyboard.press("PageDown")
    expect(heading).to_have_text("Sort the questions in silence")
    page.clock.run_for(10 * MINUTE)
    talk(page, view, "It saves an hour a night.")
    talk(page, view, "Night staff gain least.")
    go_to(page, view.get_by_role("button", name="Add an action"))
    page.keyboard.press("Enter")
    page.keyboard.type("Ask three nurses")
    page.keyboard.press("Tab")
    page.keyboard.type("Ana")
    go_to(page, view.get_by_role("button", name="Next"))
    page.keyboard.press("Enter")
    expect(heading).to_have_text("Break")
    talk(page, view, "We stop if falls rise.")
    go_to(page, view.get_by_text("Decide, or set aside"))
    page.keyboard.press("Enter")
    go_to(page, view.get_by_label("What was decided?"))
    page.keyboard.type("Two wards until May.")
    go_to(page, view.get_by_role("button", name="Next"))
    page.keyboard.press("Enter")
    expect(heading).to_have_text("Decide")
    expect(view).to_contain_text("Two wards until May.")
    page.keyboard.press("PageDown")
    expect(view).to_contain_text("Ask three nurses")
    assert violations(page) == []
    page.keyboard.press("PageDown")
    expect(heading).to_have_text("Check-out")
    page.clock.run_for(5 * MINUTE)
    go_to(page, page.get_by_role("button", name="End the plan"))
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(view).to_be_hidden()
    expect(page.locator('[data-part="stand"]')).to_have_text("3 of 3 today · 3 of 70 discussed, 0 not relevant here")
    page.locator('[data-part="about"]').get_by_role("button", name="Copy it all for an email").press("Enter")
    expect(page.locator('[data-part="about"] [data-part="sent"]')).to_contain_text("on the clipboard")
    pasted = page.evaluate(CLIPBOARD)["text"]
    order = ["Falls sensor", "DECISIONS", "Two wards until May.", "ACTIONS", "Ask three nurses (Ana, To do)", "It saves an hour a night."]
    assert [pasted.index(text) for text in order] == sorted(pasted.index(text) for text in order)
    assert "NETWORKS" not in pasted
