"""A workshop of ninety minutes, from its first press to the pasted minutes, with a clock that the test moves: by keys, and by touch."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from .test_pages import violations
from .test_send import CLIPBOARD

MINUTE = 60_000
PICKED = ["benefit-worth-spreading", "individual-gains-least", "learning-stop-or-go"]
DESK = {"viewport": {"width": 1280, "height": 720}}
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


class Keys:
    """Somebody who has no mouse: each control is reached in the order of what is open."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def go_to(self, target: Locator) -> None:
        """Walk the order of what is open, round it where that is needed, to a control."""
        there = target.element_handle()  # asked for once: to find it anew at each step takes most of the walk
        for _ in range(200):
            if there.evaluate("(one) => one === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab never reached {target}")

    def press(self, target: Locator) -> None:
        """A button, a fold or a box."""
        self.go_to(target)
        self.page.keyboard.press("Space")

    def write(self, target: Locator, text: str) -> None:
        """Behind what stands in a field."""
        self.go_to(target)
        self.page.keyboard.press("End")
        self.page.keyboard.type(text)

    def on(self, view: Locator) -> None:
        """The next step, as a clicker sends it: from wherever the focus is, but not out of a field."""
        self.go_to(view.get_by_role("button", name="Next", exact=True))
        self.page.keyboard.press("PageDown")


class Finger(Keys):
    """Somebody with a phone."""

    def go_to(self, target: Locator) -> None:
        """Where one presses is where one is."""
        target.tap()

    def press(self, target: Locator) -> None:
        """Anything."""
        target.tap()

    def on(self, view: Locator) -> None:
        """The next step."""
        view.get_by_role("button", name="Next", exact=True).tap()


def talk(page: Page, hand: Keys, view: Locator, note: str) -> None:
    """One question: its move, its rounds, and what was said, written in the last of them."""
    position = view.locator('[data-part="position"]')
    for place in ("read out and move", "Alone", "Pairs", "Fours", "All"):
        hand.on(view)
        expect(position).to_contain_text(f"· {place}", ignore_case=True)
        page.clock.fast_forward(MINUTE)
    hand.write(view.get_by_label("What did you say?"), note)
    hand.press(view.get_by_label("Discussed"))


def begin(page: Page, hand: Keys, view: Locator) -> None:
    """A title and a purpose; why all are here, who they are, and which questions they choose."""
    heading = view.get_by_role("heading")
    page.goto("workbook/")
    hand.write(page.get_by_label("Title (the innovation)"), "Falls sensor")
    hand.write(page.get_by_label("What you want to have decided"), "Twelve more sensors, or none.")
    page.locator('#run [data-part="plan-agenda"]').select_option("ninety-minutes")
    page.locator('#run [data-part="plan-size"]').select_option("twelve")
    hand.press(page.get_by_role("button", name="Start the workshop"))
    expect(view).to_contain_text("Twelve more sensors, or none.")
    expect(view).to_contain_text("6. I keep the time and take no side.")
    page.clock.fast_forward(8 * MINUTE)
    expect(page.get_by_role("timer")).to_contain_text("over")
    expect(heading).to_have_text("Why we are here, and how we work")  # nothing moves on by itself
    hand.on(view)
    expect(heading).to_have_text("Who is here")
    expect(view).to_contain_text("Name and role, 15 seconds each.")
    hand.on(view)
    expect(heading).to_have_text("Sort the questions in silence")
    page.clock.fast_forward(10 * MINUTE)
    for question in PICKED:  # what the room chose is picked where it looks
        view.get_by_label("A question for today").select_option(question)
        hand.press(view.get_by_role("button", name="Add this question"))
        expect(view.locator(f'[data-picked="{question}"]')).to_be_visible()


def settle(page: Page, hand: Keys, view: Locator) -> None:
    """What was decided, by consent or later by the board; who does what, and what stands in the car park; a last word."""
    heading = view.get_by_role("heading")
    hand.on(view)
    expect(heading).to_have_text("Decide")
    hand.write(view.get_by_role("textbox", name="What was decided?, question 1"), "Two wards until May.")
    view.get_by_role("combobox", name="How, question 1").select_option("consent")
    hand.write(view.get_by_role("textbox", name="Or left to, question 2"), "The board")
    hand.on(view)
    expect(heading).to_have_text("Who does what by when")
    action = view.locator(".app-todo__item", has_text="Ask three nurses")
    hand.press(action.locator("summary"))
    hand.write(action.get_by_label("Who: Ask three nurses"), " and Ben")
    hand.press(view.locator("summary", has_text="In general"))
    hand.write(view.get_by_label("Car park"), "Parking at the site")
    hand.press(view.get_by_role("button", name="Add an action that belongs to no question"))
    expect(view.get_by_role("textbox", name="Action, action 1 in general")).to_be_focused()
    page.keyboard.type("Send the minutes")
    assert violations(page) == []
    hand.on(view)
    expect(heading).to_have_text("Check-out")
    page.clock.fast_forward(5 * MINUTE)
    hand.press(view.locator("summary", has_text="More"))
    hand.press(page.get_by_role("button", name="End the plan"))
    expect(page.get_by_role("timer")).to_be_hidden()
    hand.press(view.get_by_role("button", name="Close"))
    expect(view).to_be_hidden()


@pytest.mark.parametrize(("who", "options"), [(Keys, DESK), (Finger, PHONE)], ids=["keys", "touch"])
def test_ninety_minutes_from_the_first_press_to_the_pasted_minutes(
    context_with: Callable[..., BrowserContext], who: type[Keys], options: dict[str, Any]
) -> None:
    page = context_with(**options, permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.clock.install(time="2026-11-28T14:00:00Z")
    hand, view = who(page), page.locator(".app-presenter")
    begin(page, hand, view)
    talk(page, hand, view, "It saves an hour a night.")
    talk(page, hand, view, "Night staff gain least.")
    hand.press(view.get_by_role("button", name="Add an action"))
    expect(view.get_by_role("textbox", name="Action, action 1")).to_be_focused()
    page.keyboard.type("Ask three nurses")
    hand.write(view.get_by_label("Who, action 1"), "Ana")
    hand.on(view)
    expect(view.get_by_role("heading")).to_have_text("Break")
    talk(page, hand, view, "We stop if falls rise.")
    settle(page, hand, view)
    expect(page.locator('[data-part="stand"]')).to_have_text("3 of 3 today · 3 of 70 discussed, 0 not relevant here")
    about = page.locator('[data-part="about"]')
    hand.press(about.get_by_role("button", name="Copy it all for an email"))
    expect(about.locator('[data-part="sent"]')).to_contain_text("on the clipboard")
    pasted = page.evaluate(CLIPBOARD)["text"]
    order = [
        "Falls sensor",
        "DECISIONS",
        "Decided later: The board",  # in the order of the guide
        "Two wards until May. (by consent)",
        "ACTIONS",
        "Ask three nurses (Ana and Ben, To do)",
        "Send the minutes",
        "CAR PARK",
        "Parking at the site",
        "It saves an hour a night.",
        "We stop if falls rise.",
    ]
    assert [pasted.index(text) for text in order] == sorted(pasted.index(text) for text in order)
    assert "NETWORKS" not in pasted
