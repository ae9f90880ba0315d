"""The large-type view: one question at a time, written in live, turned by keyboard or clicker."""

from playwright.sync_api import Locator, Page, expect

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


def test_the_question_fills_the_screen_in_large_type(page: Page) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    view = large(page)
    size = view.get_by_role("heading", level=2).evaluate("(one) => parseFloat(getComputedStyle(one).fontSize)")
    assert size >= 48
    box = view.bounding_box()
    assert box
    assert (box["width"], box["height"]) == (1920, 1080)


def test_what_is_written_live_is_on_the_checklist(page: Page) -> None:
    view = large(page)
    view.get_by_label("Checklist").select_option("Benefit")
    view.get_by_role("checkbox", name="Discussed").check()
    view.get_by_label("What did you say?").fill("An hour back for every nurse.")
    view.get_by_role("button", name="Add an action").click()
    view.get_by_label("Action", exact=True).fill("Tell two teams")
    expect(view.get_by_text("Do not write anything that could identify a patient.")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Show in large type")).to_be_focused()
    expect(page.locator('[data-part="notes"]')).to_contain_text("An hour back for every nurse.")
    expect(page.get_by_role("checkbox", name="Done: Tell two teams")).to_be_visible()
    page.goto(BENEFIT)
    expect(page.locator("#benefit-worth-spreading-tick")).to_be_checked()


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
