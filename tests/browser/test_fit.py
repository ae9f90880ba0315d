"""The large view is read from the back row: sizes, what is long, small screens, and a reload."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from .test_presenter import large

pytestmark = pytest.mark.theme("none")


def size(one: Locator) -> float:
    """The size of its type in pixels."""
    return float(one.evaluate("(one) => parseFloat(getComputedStyle(one).fontSize)"))


def scrolls(view: Locator) -> bool:
    """Whether there is more than has room."""
    return bool(view.locator('[data-part="middle"]').evaluate("(one) => one.scrollHeight > one.clientHeight + 1"))


def test_question_and_note_are_read_from_the_back_row(page: Page) -> None:
    view = large(page)
    for width, height in ((1280, 720), (1366, 768), (1920, 1080)):
        page.set_viewport_size({"width": width, "height": height})
        view.get_by_role("combobox", name="Question", exact=True).select_option(index=0)
        box = view.bounding_box()
        assert box
        assert [box["width"], box["height"]] == [width, height]
        note = view.get_by_label("What did you say?")
        note.fill("")
        note.fill("An hour back for every nurse, if the sensors do not cry wolf. One figure from Ward 4, and none from the care homes.")
        if width == 1280:
            view.get_by_role("button", name="Add an action").click()
            view.get_by_role("textbox", name="Action, action 1").fill("Ask the sister at Ward 4 for June")
        for _ in range(10):
            page.wait_for_timeout(50)  # it has found its size
            assert size(view.get_by_role("heading", level=2)) >= 48, (width, height)
            assert size(note) >= (32 if note.input_value() else 0), (width, height)
            assert not scrolls(view), (width, height)
            view.get_by_role("button", name="Next").click()


def test_long_text_grows_smaller_in_steps_and_then_scrolls_and_says_so(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    view = large(page)
    note = view.get_by_label("What did you say?")
    below = view.get_by_text("More below")
    sizes = []
    for lines in (1, 7, 11, 30):
        note.fill("\n".join(["A line that somebody wrote while others spoke"] * lines))
        page.wait_for_timeout(100)
        sizes.append(size(note))
        expect(below).to_be_visible(visible=lines == 30)
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 3
    assert sizes[-1] >= 20
    view.locator('[data-part="middle"]').evaluate("(one) => one.scrollTo(0, one.scrollHeight)")
    expect(below).to_be_hidden()


@pytest.mark.parametrize("screen", [(320, 568), (844, 390), (640, 360)])
def test_it_has_room_on_a_phone_and_at_200_per_cent(context_with: Callable[..., BrowserContext], screen: tuple[int, int]) -> None:
    page = context_with(viewport={"width": screen[0], "height": screen[1]}, has_touch=True).new_page()
    view = large(page)
    view.get_by_label("What did you say?").fill("A line that somebody wrote.\n" * 8)
    assert view.evaluate("(one) => one.scrollWidth") <= screen[0]
    for name in ("Previous", "Next", "Close"):
        expect(view.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)
    assert size(view.get_by_label("What did you say?")) >= 16
    last = view.locator(".app-fold > summary")
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport()


def test_a_question_is_one_leap_away_by_its_number_and_a_reload_returns_there(page: Page) -> None:
    view = large(page)
    view.get_by_label("Checklist").select_option("Networks")
    numbers = view.get_by_role("combobox", name="Question", exact=True)
    assert [text.split(".")[0] for text in numbers.locator("option").all_text_contents()] == [str(n) for n in range(1, 11)]
    numbers.select_option(index=6)
    expect(view.get_by_text("Networks · question 7 of 10")).to_be_visible()
    asked = view.get_by_role("heading", level=2).inner_text()
    view.get_by_label("What did you say?").fill("Said before the reload")
    page.reload()
    expect(view.get_by_text("Networks · question 7 of 10")).to_be_visible()
    expect(view.get_by_role("heading", level=2)).to_have_text(asked)
    expect(view.get_by_label("What did you say?")).to_have_value("Said before the reload")
    view.get_by_role("button", name="Close").click()
    page.reload()
    expect(page.get_by_role("button", name="Show in large type")).to_be_visible()
    expect(view).to_be_hidden()


def test_what_was_written_is_never_folded_away(page: Page) -> None:
    view = large(page)
    view.get_by_label("What did you say?").fill("Said")
    view.get_by_role("button", name="Add an action").click()
    view.get_by_role("textbox", name="Action, action 1").fill("Ask three nurses")
    view.locator(".app-fold > summary").click()
    view.get_by_role("checkbox", name="Not relevant here").check()
    view.get_by_label("Why not here?").fill("Set nationally.")
    view.locator(".app-fold > summary").click()
    for words in ("Not relevant here", "Set nationally."):
        expect(view.locator('[data-part="said"]').get_by_text(words)).to_be_visible()
    for label in ("What did you say?", "Action, action 1"):
        expect(view.get_by_role("textbox", name=label)).to_be_visible()
