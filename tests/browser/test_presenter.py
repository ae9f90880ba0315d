"""The large-type view: one question at a time, written in live, turned by keyboard or clicker."""

import pytest
from playwright.sync_api import Locator, Page, expect

from .test_store import FULL

pytestmark = pytest.mark.theme("none")

BENEFIT = "principles/benefit/"


def large(page: Page) -> Locator:
    """The view, open."""
    page.goto("workbook/")
    page.get_by_role("button", name="Show in large type").press("Enter")
    return page.locator(".app-presenter")


def test_it_begins_at_the_next_open_question_and_turns_by_keyboard(page: Page) -> None:
    page.goto("principles/complexity/")
    page.locator("[data-question] > input").first.check()
    view = large(page)
    expect(view.get_by_text("question 2 of 10")).to_be_visible()
    expect(view.get_by_role("button", name="Next")).to_be_focused()
    page.keyboard.press("Enter")
    expect(view.get_by_text("question 3 of 10")).to_be_visible()
    for key, number in [("PageDown", 4), ("ArrowRight", 5), ("PageUp", 4), ("ArrowLeft", 3)]:
        page.keyboard.press(key)
        expect(view.get_by_text(f"question {number} of 10")).to_be_visible()
    view.get_by_label("Checklist").select_option("Learning")
    expect(view.get_by_text("Learning · question 1 of 10")).to_be_visible()


def test_it_begins_in_the_checklist_that_the_group_answered_last(page: Page) -> None:
    page.goto(BENEFIT)
    page.locator("[data-question] > input").first.check()
    view = large(page)
    expect(view.get_by_text("Benefit · question 2 of 10")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator('[data-part="next-line"]')).to_contain_text("(Benefit)")


def test_what_is_written_live_is_on_the_checklist(page: Page) -> None:
    view = large(page)
    view.get_by_label("Checklist").select_option("Benefit")
    view.get_by_role("checkbox", name="Discussed").check()
    view.get_by_label("What did you say?").fill("An hour back for every nurse.")
    view.get_by_role("button", name="Add an action").click()
    view.get_by_role("textbox", name="Action, action 1").fill("Tell two teams")
    expect(view.get_by_text("Do not write anything that could identify a patient.")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Show in large type")).to_be_focused()
    expect(page.locator('[data-part="notes"]')).to_contain_text("An hour back for every nurse.")
    expect(page.get_by_role("checkbox", name="Done: Tell two teams")).to_be_visible()
    page.goto(BENEFIT)
    expect(page.locator("#benefit-worth-spreading-tick")).to_be_checked()


@pytest.mark.theme("whole")
def test_keys_in_a_field_write_and_do_not_turn_the_page_or_leave_it(page: Page) -> None:
    view = large(page)
    note = view.get_by_label("What did you say?")
    note.fill("ab")
    note.press("ArrowLeft")
    note.press("n")
    expect(note).to_have_value("anb")
    expect(view.get_by_text("question 1 of 10")).to_be_visible()
    view.get_by_role("button", name="Next").press("n")  # Material's key for the next page
    page.wait_for_timeout(300)
    assert "/workbook/" in page.url


def test_the_first_and_the_last_question_end_it_and_keep_the_focus(page: Page) -> None:
    view = large(page)
    previous = view.get_by_role("button", name="Previous")
    expect(previous).to_have_attribute("aria-disabled", "true")
    previous.press("Enter")
    expect(view.get_by_text("question 1 of 10")).to_be_visible()
    expect(previous).to_be_focused()
    view.get_by_label("Checklist").select_option("Learning")
    following = view.get_by_role("button", name="Next")
    for _ in range(12):
        following.press("Enter")
    expect(view.get_by_text("Learning · question 10 of 10")).to_be_visible()
    expect(following).to_have_attribute("aria-disabled", "true")
    expect(following).to_be_focused()


def test_next_and_previous_stay_on_the_screen_however_much_was_written(page: Page) -> None:
    view = large(page)
    note = view.get_by_label("What did you say?")
    note.fill("A line.\n" * 30)
    for _ in range(3):
        view.get_by_role("button", name="Add an action").click()
    for width, height in ((1280, 720), (1366, 768), (1920, 1080)):
        page.set_viewport_size({"width": width, "height": height})
        note.press("x")  # each change measures again
        for name in ("Previous", "Next"):
            expect(view.get_by_role("button", name=name), f"{width} x {height}").to_be_in_viewport(ratio=1)


def test_a_clicker_goes_on_after_a_tick_and_from_what_was_open(page: Page) -> None:
    view = large(page)
    view.get_by_role("checkbox", name="Discussed").check()
    page.keyboard.press("PageDown")
    expect(view.get_by_text("question 2 of 10")).to_be_visible()
    expect(view.get_by_role("checkbox", name="Discussed")).to_be_focused()
    view.locator(".app-fold > summary").focus()
    for number in (3, 4):
        page.keyboard.press("PageDown")
        expect(view.get_by_text(f"question {number} of 10")).to_be_visible()
        expect(view.locator(".app-fold > summary")).to_be_focused()


def test_it_says_whose_workbook_it_is_and_begins_where_it_was_closed(page: Page) -> None:
    page.goto("workbook/")
    page.get_by_label("Title (the innovation)").fill("Falls clinic")
    page.get_by_role("button", name="Show in large type").click()
    view = page.locator(".app-presenter")
    expect(view.get_by_text("Falls clinic")).to_be_visible()
    view.get_by_label("Checklist").select_option("Networks")
    view.get_by_role("button", name="Next").click()
    view.get_by_role("button", name="Close").click()
    page.get_by_role("button", name="Show in large type").click()
    expect(view.get_by_text("Networks · question 2 of 10")).to_be_visible()


def test_what_is_removed_or_unticked_there_can_be_taken_back_there(page: Page) -> None:
    view = large(page)
    box = view.get_by_role("checkbox", name="Discussed")
    box.check()
    expect(view.locator('[data-part="status"]')).to_contain_text("Saved in this browser")
    box.uncheck()
    expect(view.get_by_text("Tick removed.")).to_be_visible()
    view.get_by_role("button", name="Undo").click()
    expect(box).to_be_checked()
    view.get_by_role("button", name="Add an action").click()
    view.get_by_role("textbox", name="Action, action 1").fill("Tell two teams")
    view.get_by_role("button", name="Remove this action").click()
    expect(view.get_by_text("You removed an action.")).to_be_visible()
    view.get_by_role("button", name="Undo").click()
    expect(view.get_by_role("textbox", name="Action, action 1")).to_have_value("Tell two teams")


def test_it_says_at_once_that_a_note_is_not_saved_and_offers_a_copy(page: Page) -> None:
    page.goto("workbook/")
    page.evaluate(FULL)
    page.get_by_role("button", name="Show in large type").click()
    view = page.locator(".app-presenter")
    view.get_by_label("What did you say?").fill("We could not keep this. " * 20)
    expect(view.get_by_text("this browser’s space for this site is full")).to_be_in_viewport(ratio=1)
    expect(view.get_by_role("button", name="Download a backup now")).to_be_in_viewport(ratio=1)
