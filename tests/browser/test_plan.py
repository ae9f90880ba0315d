"""A workshop by its plan: the large view leads, the timer is quiet and right, and nothing moves on by itself."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .reused import PLAIN
from .test_overview import PREFIX
from .until import until

pytestmark = pytest.mark.theme("none")

START = "2026-11-28T14:00:00Z"
FACTS = {
    "title": "Falls sensor",
    "purpose": "Decide on twelve more.",
    "today": ["benefit-worth-spreading", "individual-gains-least"],
    "edits": {},
}
# Is everything as large as it must be, and is there room for it? `heading`: how large that one must be.
FITS = """(heading) => {
    const view = document.querySelector(".app-presenter"), middle = view.querySelector('[data-part="middle"]');
    const size = (one) => parseFloat(getComputedStyle(one).fontSize);
    const texts = [...view.querySelectorAll('[data-field="note"], .app-presenter__hint, .app-todo__what')];
    return size(document.querySelector('[role="timer"]')) >= 48 && size(view.querySelector("h2")) >= heading
        && texts.every((one) => size(one) >= 32) && middle.scrollHeight <= middle.clientHeight + 1;
}"""


def begin(context: BrowserContext, plan: str = "ninety-minutes", whom: str = "twelve") -> Page:
    """A workshop that has just begun, by the keyboard, at two o'clock."""
    page = context.new_page()
    page.clock.set_fixed_time(START)
    page.goto(PLAIN)
    stored = {f"{PREFIX}current": "first", f"{PREFIX}workbook:first": json.dumps(FACTS)}
    page.evaluate("(all) => { Object.assign(localStorage, all); }", stored)
    page.goto("workbook/")
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
    assert time_of(page) == "7:00"
    seen: list[str] = []
    for _ in range(40):
        page.keyboard.press("PageDown")
        text = view.get_by_role("heading").inner_text()
        if not seen or seen[-1] != text:
            seen.append(text)
    assert [" ".join(text.split()[:2]) for text in seen] == [
        "Who is",
        "Sort the",
        "Why is",
        "Who stands",
        "Break",
        "Choose the",
        "Decide",
        "Who does",
        "Check-out",
    ]
    expect(view.get_by_role("button", name="Next")).to_have_attribute("aria-disabled", "true")


def test_the_timer_survives_a_reload_and_a_second_window_and_never_moves_on(context: BrowserContext) -> None:
    page = begin(context)

    def at(time: str, shows: str) -> None:
        """All windows' clocks stand at a time, and the timer shows this."""
        page.clock.set_fixed_time(f"2026-11-28T{time}:00Z")
        expect(page.get_by_role("timer")).to_have_text(shows)

    page.get_by_role("button", name="Previous").focus()
    at("14:01", "6:00")
    at("14:05", "2:00")
    page.reload()
    expect(page.get_by_role("timer")).to_have_text("2:00")
    other = context.new_page()
    other.goto("workbook/")
    other.get_by_role("button", name="Go on with the workshop").click()
    expect(other.get_by_role("timer")).to_have_text("2:00")
    page.keyboard.press("PageDown")
    expect(other.locator(".app-presenter").get_by_role("heading")).to_have_text("Who is here")
    page.get_by_role("button", name="Pause").click()
    at("14:06", "3:00")
    page.wait_for_timeout(1100)  # a second of the timer's, in which it could go on
    assert time_of(page) == "3:00"
    page.get_by_role("button", name="Go on with the time").click()
    page.get_by_role("button", name="One minute more").click()
    assert time_of(page) == "4:00"
    at("14:11", "1:00 over")
    expect(page.locator('[data-part="timer-said"]')).to_have_text("The time is up. You decide when to go on.")
    expect(page.locator(".app-presenter").get_by_role("heading")).to_have_text("Who is here")
    page.locator(".app-timer__more > summary").click()
    page.get_by_role("button", name="End the plan").click()
    expect(page.get_by_role("timer")).to_be_hidden()
    expect(page.get_by_role("button", name="Go on with the workshop")).to_be_hidden()


@pytest.mark.parametrize("screen", [(1280, 720), (1366, 768), (1920, 1080)])
def test_every_step_is_read_from_the_back_without_scrolling(context_with: Callable[..., BrowserContext], screen: tuple[int, int]) -> None:
    page = begin(context_with(viewport={"width": screen[0], "height": screen[1]}))
    view = page.locator(".app-presenter")
    for n in range(19):
        if view.locator('[data-part="position"]').inner_text().lower().endswith("read out and move") and n < 12:
            view.get_by_label("What did you say?").fill("An hour back for every nurse, if the sensors do not cry wolf.")
            view.get_by_role("button", name="Add an action").click()
            view.get_by_role("textbox", name="Action, action 1").fill("Ask the sister at Ward 4 for June")
        until(page, FITS, 44 if n == 0 else 48)  # it is fitted to the screen a moment later
        view.get_by_role("button", name="Next", exact=True).click()


def test_the_rounds_fit_the_number_of_people(context: BrowserContext) -> None:
    page = begin(context)
    view = page.locator(".app-presenter")
    said: dict[str, list[str]] = {}
    sizes = page.locator('#run [data-part="plan-size"]')
    for whom in sizes.locator("option").all_text_contents():
        page.keyboard.press("Escape")
        sizes.select_option(whom)
        page.get_by_role("button", name="Start the workshop").press("Enter")
        names: list[str] = []
        for _ in range(8):
            page.keyboard.press("PageDown")
            names.append(view.locator('[data-part="position"]').inner_text().partition("·")[2].strip().lower())
            if names[-1] == "all":
                break
        said[whom] = [*names[3:], view.locator(".app-presenter__hint").inner_text()]
    assert said == {
        "about 6 people": ["alone", "pairs", "all", "One point from each pair. Say only what is new."],
        "about 12 people": ["alone", "pairs", "fours", "all", "One point from each table. Say only what is new."],
        "about 24 people": ["alone", "pairs", "fours", "all", "Put your note on the wall. I read out what is new, and you correct me."],
        "about 40 people": [
            *("alone", "pairs", "fours", "all"),
            "The helpers put notes together that say the same. I read out each heap, and you correct me.",
        ],
        "online": ["alone", "rooms", "all", "Send your room's point to the chat now. I read out what is new, and you correct me."],
    }
