"""Today's questions: picked on a checklist and on the workbook page, ordered, and used wherever a group meets."""

import json

from playwright.sync_api import Page, expect

from .test_removal import PREFIX, keep

EVIDENCE, OWNER, HARDEST = "benefit-evidence", "networks-two-years", "complexity-hardest-to-predict"


def test_picked_ordered_shown_counted_and_printed(page: Page) -> None:
    page.goto("principles/benefit/")
    page.locator(f"#{EVIDENCE} summary").first.press("Enter")
    pick = page.locator(f"#{EVIDENCE}").get_by_label("Pick for today")
    pick.press("Space")
    expect(pick).to_be_checked()
    page.goto("workbook/")
    today = page.locator("#today")
    for question in (OWNER, HARDEST):
        today.get_by_label("A question for today").select_option(question)
        today.get_by_role("button", name="Add this question").press("Enter")
    up = today.get_by_role("button", name="Up: Which part of this work is hardest")
    up.press("Enter")
    expect(up).to_be_focused()
    expect(today.locator('[data-part="today-said"]')).to_contain_text("2 of 3")
    order = [page.locator(f'[data-asked="{one}"] a').text_content() for one in (EVIDENCE, HARDEST, OWNER)]
    expect(today.locator('[data-part="asked"]')).to_have_text([text or "" for text in order])

    page.get_by_role("button", name="Show in large type").click()
    view = page.locator(".app-presenter")
    expect(view.get_by_text("question 1 of 3")).to_be_visible()
    view.get_by_role("checkbox", name="Discussed").check()
    expect(view.get_by_text("1 of 3 today")).to_be_visible()
    for _ in range(2):
        page.keyboard.press("PageDown")
    expect(view.get_by_text("question 3 of 3")).to_be_visible()
    expect(view.get_by_role("heading", level=2)).to_have_text(order[2] or "")
    for _ in range(3):  # the actions are read out last, and no key leaves what was picked
        page.keyboard.press("PageDown")
    expect(view.get_by_role("heading", level=2)).to_have_text("Who does what by when")
    view.get_by_label("Checklist").select_option("Learning")  # all others are one press away
    expect(view.get_by_text("Learning · question 1 of 10")).to_be_visible()
    page.keyboard.press("Escape")
    expect(today.get_by_text("1 of 3 today")).to_be_visible()

    page.goto("handout/")
    page.get_by_label("Today’s questions").check()
    sheet = page.locator("#sheet-today")
    expect(sheet.locator(".app-sheet__asked")).to_have_text([f"{n}. {text}" for n, text in enumerate(order, 1)])
    expect(sheet.get_by_role("checkbox").first).to_be_checked()
    expect(page.locator(".app-sheet:visible")).to_have_count(1)


def test_a_question_that_another_release_asks_is_kept_and_counted_nowhere(page: Page) -> None:
    about = {"title": "Falls", "today": [EVIDENCE, "benefit-of-later", OWNER], "edits": {"today": [1, "t"]}}
    keep(page, {f"{PREFIX}current": "w1", f"{PREFIX}workbook:w1": json.dumps(about)})
    expect(page.locator('[data-part="stand"]')).to_contain_text("0 of 2 today")
    page.get_by_role("button", name="Show in large type").click()
    expect(page.locator(".app-presenter").get_by_text("0 of 2 today")).to_be_visible()
    assert "benefit-of-later" in page.evaluate(f"localStorage.getItem('{PREFIX}workbook:w1')")
