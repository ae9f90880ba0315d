"""Keys belong to the reader: no letter leaves the page, the focus goes on where the reader is, and questions are near."""

import pytest
from playwright.sync_api import Page, expect

from .conftest import Watch
from .searching import results

BENEFIT = "principles/benefit/"
LETTERS = "fsnpFSNP/,.?"  # the theme's, in both cases
WHERE = ("body", "footer a >> nth=0", "#benefit-worth-spreading-tick", "#benefit-worth-spreading summary", "h2 a >> nth=0")


@pytest.mark.parametrize("where", WHERE)
def test_no_letter_is_a_shortcut(page: Page, where: str) -> None:
    page.goto(BENEFIT, wait_until="networkidle")
    page.locator(where).focus()
    for letter in LETTERS:
        page.keyboard.press(letter)
    page.wait_for_timeout(300)
    assert page.url.endswith(BENEFIT)
    assert not page.locator("#__search").is_checked()
    page.locator("#benefit-worth-spreading-tick").focus()
    page.keyboard.press(" ")  # a letter to the theme, and the box's own key
    expect(page.locator("#benefit-worth-spreading-tick")).to_be_checked()


def test_a_search_is_still_written_and_left_by_keys(page: Page) -> None:
    page.goto(BENEFIT, wait_until="networkidle")
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("spread")
    expect(results(page).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()


def test_whoever_adds_writes_at_once(page: Page) -> None:
    page.goto(BENEFIT, wait_until="networkidle")
    more = page.locator("#benefit-communicate-why summary")
    for way in ("key", "press"):
        more.press("Enter") if way == "key" else more.click()
        note = page.locator("#benefit-communicate-why").get_by_label("What did you say?")
        expect(note).to_be_focused()
        page.keyboard.type("some people, now.")
        more.press("Enter")
        expect(note).to_be_hidden()
        expect(more).to_be_focused()
    expect(page.locator("#benefit-communicate-why .app-question__written")).to_contain_text("some people, now.some people, now.")
    assert page.url.endswith(BENEFIT)


def test_the_skip_link_leads_to_the_way_to_the_questions(page: Page) -> None:
    page.goto(BENEFIT, wait_until="networkidle")
    for key in ("Tab", "Enter", "Tab"):
        page.keyboard.press(key)
    expect(page.get_by_role("link", name="Go to the questions")).to_be_focused()
    for key in ("Enter", "Tab"):
        page.keyboard.press(key)
    expect(page.locator("#benefit-worth-spreading-tick")).to_be_focused()


def test_where_the_fields_cannot_be_fetched_a_sentence_says_so(page: Page, watch: Watch) -> None:
    page.route("**/editor*.js", lambda route: route.abort())
    page.goto(BENEFIT, wait_until="networkidle")
    row = page.locator("#benefit-worth-spreading")
    row.locator("summary").click()
    expect(row.get_by_text("This part could not be fetched")).to_be_visible()
    row.locator("summary").click()
    page.unroute("**/editor*.js")
    row.locator("summary").click()
    expect(row.get_by_label("What did you say?")).to_be_visible()
    expect(row.get_by_text("This part could not be fetched")).to_have_count(0)
    assert all("ERR_FAILED" in one for one in watch.seen)
    watch.seen.clear()


def test_a_clicker_turns_the_large_view_and_nothing_behind_it(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 500})
    page.goto("workbook/", wait_until="networkidle")
    page.get_by_role("button", name="Show in large type").click()
    view = page.locator(".app-presenter")
    before = page.evaluate("scrollY")
    for control in (
        view.get_by_role("button", name="Next"),
        view.get_by_role("checkbox", name="Discussed"),
        view.locator(".app-fold > summary"),
    ):
        control.focus()
        for key in ("PageDown", "PageDown", "PageUp", "ArrowRight", "ArrowLeft", "ArrowDown", "End", "Home"):
            page.keyboard.press(key)
    page.mouse.move(600, 250)
    page.mouse.wheel(0, 3000)
    page.wait_for_timeout(400)
    assert page.evaluate("scrollY") == before
    expect(view.get_by_text("question 4 of 10")).to_be_visible()  # one on for each of three
