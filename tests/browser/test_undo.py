"""What was removed comes back, by keyboard and after a reload, and nothing else changes."""

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from .until import until

pytestmark = pytest.mark.theme("none")

BENEFIT = "principles/benefit/"
FIRST = "#benefit-worth-spreading-tick"
SECOND = "#benefit-communicate-why-tick"
OLD = "An hour back for every nurse"


def test_a_tick_that_was_taken_away_comes_back_by_undo_from_the_keyboard(page: Page) -> None:
    page.goto(BENEFIT)
    page.locator(FIRST).check()
    page.locator(FIRST).uncheck()
    page.get_by_role("button", name="Undo", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.locator(FIRST)).to_be_checked()
    expect(page.locator('[data-part="undo-what"]')).to_have_text("Undone.")
    expect(page.locator(".app-status")).to_be_focused()


def test_a_cleared_checklist_comes_back_whole_by_undo_after_a_reload_and_clears_nothing_else(page: Page) -> None:
    page.goto("principles/adaptation/")
    page.locator("[data-question] > input").first.check()
    page.goto(BENEFIT)
    page.locator(FIRST).check()
    page.locator(SECOND).check()
    page.locator(".app-status summary").click()
    page.get_by_role("button", name="Clear these ticks").click()
    expect(page.locator('[data-part="count"]')).to_have_text("0 of 10 discussed")
    page.reload()
    expect(page.locator(FIRST)).not_to_be_checked()
    page.locator(".app-status summary").click()
    page.get_by_role("button", name="Bring back what was removed last").click()
    expect(page.locator('[data-part="count"]')).to_have_text("2 of 10 discussed")
    page.goto("principles/adaptation/")
    assert page.locator('[data-part="count"]').inner_text() == "1 of 10 discussed"


def row_of(page: Page, nth: int = 0) -> Locator:
    """One of the questions, opened, with the focus in its note."""
    if nth == 0:
        page.goto(BENEFIT)
    row = page.locator("[data-question]").nth(nth)
    row.locator("summary").click()
    return row


def row_with_words(page: Page, nth: int) -> Locator:
    """A question with a text in each of its fields, to which somebody comes back later."""
    row = row_of(page, nth)
    row.get_by_label("Not relevant here").check()
    row.get_by_role("button", name="Add an action").click()
    for name in FIELDS:
        row.get_by_role("textbox", name=name).fill(OLD)
    row.locator("summary").click()
    row.locator("summary").click()
    return row


def write_over(field: Locator, new: str) -> None:
    """Write a text in place of the one that stands in a field."""
    field.focus()
    field.page.keyboard.press("Control+A")
    field.page.keyboard.press("Delete")
    field.page.keyboard.type(new)
    expect(field.page.locator('[data-part="undo-what"]')).to_have_text("You wrote over something.")


FIELDS = ["What did you say?", "Why not here?", "Action, action 1", "Who, action 1"]
OVER = ["", "Another note", "An hour"]


def test_words_that_were_written_over_come_back(page: Page) -> None:
    for nth, new in enumerate(OVER):
        row = row_with_words(page, nth)
        for name in FIELDS:
            field = row.get_by_role("textbox", name=name)
            write_over(field, new)
            page.get_by_role("button", name="Undo", exact=True).click()
            expect(field, f"{name} in place of {new!r}").to_have_value(OLD)
            expect(page.get_by_role("button", name="Undo", exact=True)).to_be_hidden()  # it was one step


def test_words_that_were_written_over_come_back_after_a_reload(page: Page) -> None:
    steps: list[tuple[Locator, str]] = []
    for nth, new in enumerate(OVER):
        row = row_with_words(page, nth)
        for name in FIELDS:
            steps.append((row.get_by_role("textbox", name=name), new))
            write_over(*steps[-1])
    until(page, f"Object.keys(localStorage).filter((key) => /:undo:\\d+$/.test(key)).length === {len(steps)}")
    page.reload()
    page.locator(".app-status summary").click()
    for nth in range(len(OVER)):
        page.locator("[data-question]").nth(nth).locator("summary").click()
    for field, new in reversed(steps):  # the newest step first
        expect(field).to_have_value(new)
        page.get_by_role("button", name="Bring back what was removed last").click()
        expect(field, f"{field} in place of {new!r}").to_have_value(OLD)
        expect(page.locator('[data-part="undo-what"]')).to_have_text("Undone.")


def test_a_note_that_grows_or_was_only_begun_makes_no_step(page: Page) -> None:
    note = row_of(page).get_by_label("What did you say?")
    note.press_sequentially("An hur")
    for _ in range(2):
        note.press("Backspace")
    note.press_sequentially("our back")
    note.blur()
    note.focus()
    note.press("End")
    note.press_sequentially(" for every nurse")
    expect(page.get_by_role("button", name="Undo", exact=True)).to_be_hidden()


def test_what_another_window_wrote_since_stays_beside_the_words_that_come_back(context: BrowserContext) -> None:
    one, two = context.new_page(), context.new_page()
    row_of(one).get_by_label("What did you say?").fill("from the ward")
    note = row_of(one).get_by_label("What did you say?")
    note.fill("")
    note.blur()
    row_of(two).get_by_label("What did you say?").press_sequentially("from the board")
    expect(note).to_have_value("from the board")
    one.get_by_role("button", name="Undo", exact=True).click()
    expect(note).to_have_value("from the ward\n\nfrom the board")


def test_not_relevant_comes_back_with_its_reason(page: Page) -> None:
    row = row_of(page)
    row.get_by_label("Not relevant here").check()
    row.get_by_label("Why not here?").fill("Set nationally")
    row.get_by_label("Not relevant here").uncheck()
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(row.get_by_label("Not relevant here")).to_be_checked()
    expect(row.get_by_label("Why not here?")).to_have_value("Set nationally")


ABOUT = {"Title (the innovation)": "", "Setting": "Ward 7", "People": "N", "Date": "2026-12-13"}


@pytest.mark.parametrize("way", ["at once", "after a reload", "from a checklist"])
def test_what_a_workbook_says_of_itself_comes_back(page: Page, way: str) -> None:
    page.goto("workbook/")
    card = page.locator('[data-part="fields"]')
    for name, new in ABOUT.items():
        field = card.get_by_label(name, exact=True)
        old = "2026-12-12" if name == "Date" else "Night nurses"
        field.fill(old)
        field.blur()
        field.fill(new)
        expect(page.locator('[data-part="undo-what"]').first).to_have_text("You wrote over something.")
        if way == "at once":
            page.get_by_role("button", name="Undo", exact=True).first.click()
            expect(field).to_have_value(old)
    if way == "at once":
        return
    page.goto("workbook/" if way == "after a reload" else BENEFIT)
    page.locator(".app-status summary").first.click()
    for left in reversed(range(len(ABOUT))):
        page.get_by_role("button", name="Bring back what was removed last").first.click()
        expect(page.locator('[data-part="undo-what"]').first).to_have_text("Undone.")
        until(page, f"Object.keys(localStorage).filter((key) => /:undo:\\d+$/.test(key)).length === {left}")
    page.goto("workbook/")
    card.locator("summary").click()
    for name in ABOUT:
        expect(card.get_by_label(name, exact=True)).to_have_value("2026-12-12" if name == "Date" else "Night nurses")


def test_what_a_workbook_says_of_itself_grows_without_a_step(page: Page) -> None:
    page.goto("workbook/")
    title = page.locator('[data-part="fields"]').get_by_label("Title (the innovation)", exact=True)
    title.press_sequentially("Falls")
    title.blur()
    title.press("End")
    title.press_sequentially(" on ward 7")
    expect(page.locator(".app-about__name")).to_have_text("Falls on ward 7")
    expect(page.get_by_role("button", name="Undo", exact=True).first).to_be_hidden()
