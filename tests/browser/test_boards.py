"""What a step of the large view shows where no question is asked: the code to join, what was picked, decided and is to be done."""

import io
import json
from collections.abc import Callable
from typing import Any

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import BrowserContext, Locator, Page, expect

from .conftest import Watch
from .test_overview import PREFIX
from .test_pages import COLOURS, violations

TODAY = ["benefit-worth-spreading", "individual-gains-least"]
FACTS = {"title": "Falls <b>sensor</b>", "purpose": "Decide on twelve more.", "people": "Ana and Ben", "today": TODAY, "edits": {}}
SAID = {
    "status": "discussed",
    "note": "An hour back.",
    "actions": [{"id": "a", "what": "Ask the ward", "who": "Ana", "edits": {}}],
    "edits": {},
}
KINDS = ["Why we are here", "Who is here", "Sort the questions", "Why is the innovation", "Decide", "Who does what", "Scan to join"]
OTHER_COLOURS = ("dark", "forced colours")
LOOKS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
    "a phone": {"viewport": {"width": 320, "height": 568}, "has_touch": True, "is_mobile": True},
    "a phone on its side": {"viewport": {"width": 844, "height": 390}, "has_touch": True, "is_mobile": True},
    "200 per cent": {"viewport": {"width": 640, "height": 360}},
}


def begun(page: Page) -> Locator:
    """The large view of a workshop that has just begun."""
    page.goto("workbook/")
    stored = {"current": "first", "workbook:first": json.dumps(FACTS), f"answer:first:{TODAY[0]}": json.dumps(SAID)}
    page.evaluate(
        "([prefix, all]) => Object.entries(all).forEach(([key, text]) => localStorage.setItem(prefix + key, text))", [PREFIX, stored]
    )
    page.reload()
    page.locator('#run [data-part="plan-size"]').select_option("twelve")
    page.get_by_role("button", name="Start the workshop").press("Enter")
    return page.locator(".app-presenter")


def show(view: Locator, what: str) -> None:
    """Leap to a step by the lists, as somebody does who knows where to go."""
    if what == "Scan to join":
        view.get_by_label("Checklist").select_option(what)
    else:
        steps = view.get_by_role("combobox", name="Question", exact=True)
        names = steps.locator("option").all_text_contents()
        steps.select_option(index=next(n for n, name in enumerate(names) if name.partition(". ")[2].startswith(what)))
    expect(view.get_by_role("heading", level=2)).to_contain_text(what)


def test_the_code_opens_what_is_prepared_on_another_device(context_with: Callable[..., BrowserContext]) -> None:
    page = context_with(viewport={"width": 1280, "height": 720}).new_page()
    view = begun(page)
    page.keyboard.press("PageDown")
    join = view.get_by_role("button", name="Code to join")
    join.press("Enter")
    code = view.get_by_role("img", name="Code to join")
    expect(code).to_be_in_viewport(ratio=1)
    assert (code.bounding_box() or {"width": 0})["width"] >= 380, "it is read from where people sit"
    [there] = zxingcpp.read_barcodes(Image.open(io.BytesIO(code.screenshot())))
    join.press("Enter")
    expect(view.get_by_role("heading", level=2)).to_have_text("Who is here")  # back to where the room was
    join.press("Enter")
    page.keyboard.press("PageDown")
    expect(view.get_by_role("heading", level=2)).to_have_text("Who is here")

    other = context_with(viewport={"width": 390, "height": 844}, has_touch=True).new_page()
    other.goto(there.text)
    sheet = other.get_by_role("dialog", name="What somebody prepared for you")
    expect(sheet).to_contain_text("Falls <b>sensor</b>")
    assert "Ana and Ben" not in sheet.inner_text(), "nobody's name goes along"
    assert "An hour back" not in sheet.inner_text()


def test_where_the_code_does_not_come_it_says_so_and_comes_the_next_time(page: Page, watch: Watch) -> None:
    view = begun(page)
    page.route("**/*code*.js", lambda route: route.abort())
    view.get_by_role("button", name="Code to join").press("Enter")
    expect(view.get_by_text("The part that draws the code could not be fetched.")).to_be_visible()
    watch.seen.clear()  # the browser itself notes a failed request
    page.unroute_all()
    view.get_by_role("button", name="Code to join").press("Enter")
    view.get_by_role("button", name="Code to join").press("Enter")
    expect(view.get_by_role("img", name="Code to join")).to_be_visible()


@pytest.mark.parametrize("look", LOOKS)
def test_each_state_is_accessible_and_nothing_stands_beside_the_screen(context_with: Callable[..., BrowserContext], look: str) -> None:
    page = context_with(**{"viewport": {"width": 1280, "height": 720}, **LOOKS[look]}).new_page()
    view = begun(page)
    for what in KINDS:
        show(view, what)
        if what == "Who does what":
            view.locator("summary", has_text="Change").click()
            view.locator("summary", has_text="In general").click()
        if what == "Why is the innovation":
            view.locator("summary", has_text="Decide, or set aside").click()
        assert violations(page, **({"runOnly": COLOURS} if look in OTHER_COLOURS else {})) == [], what
        assert view.evaluate("(one) => one.scrollWidth <= innerWidth"), what
        for name in ("Previous", "Next", "Close"):
            expect(view.get_by_role("button", name=name, exact=True)).to_be_in_viewport(ratio=1)
        expect(page.get_by_role("timer")).to_be_in_viewport()


def test_a_question_that_is_listed_opens_there_and_the_plan_goes_on_where_the_room_is(page: Page) -> None:
    view = begun(page)
    show(view, "Decide")
    left = page.get_by_role("timer").inner_text()
    show(view, "Sort the questions")
    show(view, "Decide")
    view.get_by_label("Checklist").select_option("Learning")
    expect(view.get_by_text("Learning · question 1 of 10")).to_be_visible()
    view.get_by_label("Checklist").select_option("Run the workshop")
    expect(view.get_by_role("heading", level=2)).to_have_text("Decide")
    assert page.get_by_role("timer").inner_text() <= left
    show(view, "Sort the questions")
    view.get_by_role("link", name="Who stands to gain least").click()
    expect(view.get_by_role("heading", level=2)).to_contain_text("Who stands to gain least")
    assert "/workbook/" in page.url
    view.get_by_role("button", name="Close").click()
    expect(page.get_by_label("A question for today")).to_have_count(1)  # nothing of the view is left on the page


def test_the_step_that_sorts_leads_to_the_silent_sort_and_what_is_picked_there_is_asked(page: Page) -> None:
    view = begun(page)
    show(view, "Sort the questions")
    view.get_by_role("button", name="Sort on phones, or on this laptop").press("Enter")
    expect(view).to_be_hidden()
    which = page.get_by_label("Questions to sort")
    expect(which).to_be_focused()
    expect(which).to_be_in_viewport()
    which.select_option("Benefit")
    page.get_by_role("button", name="Sort on this device").press("Enter")
    sorting = page.locator('dialog[data-part="sorting"]')
    sorting.get_by_role("button", name="Start", exact=True).press("Enter")
    for n in (1, 2):
        expect(sorting.get_by_text(f"Question {n} of 10", exact=True)).to_be_visible()
        sorting.get_by_role("button", name="Talk about it now").press("Enter")
    sorting.get_by_role("button", name="Stop here").press("Enter")
    sorting.get_by_role("button", name="Done").press("Enter")
    page.get_by_role("checkbox", name="For today: Can you communicate clearly").check()
    page.get_by_role("button", name="Show in large type").press("Enter")
    expect(view.get_by_role("heading", level=2)).to_contain_text("Sort the questions")  # where the room was
    expect(view.get_by_role("link", name="Can you communicate clearly")).to_be_visible()
    view.get_by_label("Question", exact=True).select_option(index=3)
    expect(view.get_by_role("button", name="Sort on phones, or on this laptop")).to_be_hidden()
