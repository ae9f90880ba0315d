"""The rest of an answer: a note, actions, "not relevant here". One step away, and never in the way of a tick."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from .held import Held
from .test_checklist import BENEFIT, FIRST, count
from .test_pages import violations
from .test_store import KEY, stored
from .until import until

pytestmark = pytest.mark.theme("none")

ROW = "#benefit-worth-spreading"


def opened(page: Page, row: str = ROW) -> Locator:
    """A question with its fields open."""
    page.locator(f"{row} summary").click()
    return page.locator(row)


def written(page: Page, row: str = ROW) -> str:
    """What stands under a question without opening anything."""
    return page.locator(f'{row} [data-part="written"]').text_content() or ""


def test_a_note_is_kept_with_each_keystroke_and_shows_without_opening_anything(page: Page) -> None:
    page.goto(BENEFIT)
    opened(page).get_by_label("What did you say?").press_sequentially("An hour back for every nurse")
    page.reload()
    assert written(page) == "Note An hour back for every nurse"
    expect(page.locator(f'{ROW} [data-part="written"]')).to_be_visible()
    expect(page.locator(f"{ROW} summary")).to_contain_text("Edit")
    expect(page.locator(FIRST)).not_to_be_checked()


def test_what_was_written_is_on_paper_whether_or_not_its_question_is_open(page: Page) -> None:
    """Material opens every question for the printer, and on a screen an open question shows its fields instead."""
    page.goto(BENEFIT)
    opened(page).get_by_label("What did you say?").fill("An hour back for every nurse")
    for _ in range(2):
        page.emulate_media(media="print")
        expect(page.locator(f'{ROW} [data-part="written"]')).to_be_visible()
        page.emulate_media(media="screen")
        page.locator(f"{ROW} summary").click()


def test_an_action_has_what_who_and_when_and_can_be_done_and_removed_and_brought_back(page: Page) -> None:
    page.goto(BENEFIT)
    row = opened(page)
    row.get_by_role("button", name="Add an action").click()
    expect(row.get_by_role("textbox", name="Action, action 1")).to_be_focused()
    page.keyboard.type("Draft the one-line story")
    row.get_by_label("Who").fill("Ward manager")
    row.get_by_label("By when").fill("2026-12-12")
    page.locator(f"{ROW} summary").click()
    assert written(page) == "Action Draft the one-line story Ward manager, by 12 December 2026"
    row = opened(page)
    row.get_by_label("Done").check()
    row.get_by_role("button", name="Remove this action").click()
    expect(row.get_by_role("button", name="Add an action")).to_be_focused()
    assert written(page) == ""
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.locator(f'{ROW} [data-part="written"]')).to_have_text("Done Draft the one-line story Ward manager, by 12 December 2026")


def test_not_relevant_here_is_an_answer_with_a_reason_and_is_never_counted_as_discussed(page: Page) -> None:
    page.goto(BENEFIT)
    row = opened(page)
    row.get_by_label("Not relevant here").check()
    row.get_by_label("Why not here?").fill("Set nationally")
    assert count(page) == "0 discussed, 1 not relevant here, 9 open"
    page.reload()
    assert written(page) == "Not relevant here Set nationally"
    expect(page.locator(FIRST)).not_to_be_checked()
    expect(page.locator(FIRST)).to_have_accessible_description("Not relevant here Set nationally")
    page.locator(FIRST).check()
    assert count(page) == "1 of 10 discussed"
    assert json.loads(stored(page)[KEY])["reason"] == "Set nationally"


def test_a_checklist_of_which_nothing_is_relevant_says_so(page: Page) -> None:
    page.goto(BENEFIT)
    for row in page.locator("[data-question]").all():
        row.locator("summary").click()
        row.get_by_label("Not relevant here").check()
    assert count(page) == "0 discussed, 10 not relevant here, 0 open"


def test_two_people_who_write_the_same_note_at_once_both_keep_theirs(context: BrowserContext) -> None:
    one, two = context.new_page(), context.new_page()
    for page in (one, two):
        page.goto(BENEFIT)
        opened(page).get_by_label("What did you say?").focus()
    one.locator(ROW).get_by_label("What did you say?").press_sequentially("from the ward")
    two.locator(ROW).get_by_label("What did you say?").press_sequentially("from the board")
    expect(one.locator(f'{ROW} [data-part="written"]')).to_contain_text("from the board")
    for page in (one, two):
        assert "from the ward" in written(page)
        assert "from the board" in written(page)
    expect(one.locator(ROW).get_by_label("What did you say?")).to_have_value("from the ward")
    one.reload()
    note = opened(one).get_by_label("What did you say?")
    expect(note).to_have_value("from the ward\n\nfrom the board")
    note.fill("what both agreed")
    assert written(one) == "Note what both agreed"
    expect(two.locator(f'{ROW} [data-part="written"]')).to_contain_text("agreed")


def test_hostile_text_stays_text(page: Page) -> None:
    page.goto(BENEFIT)
    hostile = '<img src=x onerror="document.title=1"> "quoted" \u202ertl\u202c \U0001f600 =HYPERLINK("x") ' + "x" * 10_000
    opened(page).get_by_label("What did you say?").fill(hostile)
    page.reload()
    assert written(page) == f"Note {hostile}"
    assert page.locator(f"{ROW} img").count() == 0


def test_every_note_says_not_to_write_about_patients(page: Page) -> None:
    page.goto(BENEFIT)
    note = opened(page).get_by_label("What did you say?")
    expect(note).to_have_accessible_description("Do not write anything that could identify a patient.")


def test_open_fields_pass_axe_and_fit_a_small_phone(context_with: Callable[..., BrowserContext]) -> None:
    for scheme in ("light", "dark"):
        page = context_with(viewport={"width": 320, "height": 900}, color_scheme=scheme, is_mobile=True, has_touch=True).new_page()
        page.goto(BENEFIT)
        row = opened(page)
        row.get_by_role("button", name="Add an action").click()
        row.get_by_role("textbox", name="Action, action 1").fill("A" * 90)
        row.get_by_label("What did you say?").fill("B" * 300)
        row.get_by_label("Not relevant here").check()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert violations(page) == []


def test_without_opening_anything_there_are_two_stops_a_question(page: Page) -> None:
    page.goto(BENEFIT)
    stops = page.locator("[data-question]").evaluate_all(
        "rows => rows.map((row) => [...row.querySelectorAll('a, button, input, summary, textarea')].filter((e) => e.checkVisibility()).length)"
    )
    assert set(stops) == {2}


def test_a_note_has_room_for_all_that_is_written(page: Page) -> None:
    page.goto(BENEFIT)
    note = opened(page).get_by_label("What did you say?")
    before = note.bounding_box()
    note.fill("A line.\n" * 12)
    after = note.bounding_box()
    assert before and after
    assert after["height"] > 2 * before["height"]
    assert note.evaluate("(one) => one.scrollHeight <= one.clientHeight")


def test_a_note_has_room_where_the_browser_gives_it_none(page: Page) -> None:
    """As in browsers without `field-sizing`, such as those of older phones, which have no handle to pull either."""
    page.add_init_script("CSS.supports = () => false")
    lines = "A line.\n" * 12
    for _ in range(2):  # while it is written, and when it is opened again
        page.goto(BENEFIT)
        page.evaluate(  # the policy allows no style of ours in the page
            """() => {
                const sheet = new CSSStyleSheet();
                sheet.replaceSync("textarea { field-sizing: fixed !important }");
                document.adoptedStyleSheets = [sheet];
            }"""
        )
        note = opened(page).get_by_label("What did you say?")
        if not note.input_value():
            note.fill(lines)
        until(page, "(one) => one.scrollHeight <= one.clientHeight", arg=note.element_handle())


def test_where_colours_are_forced_states_are_seen_without_ours(context_with: Callable[..., BrowserContext]) -> None:
    page = context_with(forced_colors="active").new_page()
    page.goto(BENEFIT)
    page.locator(FIRST).check()
    opened(page, "#benefit-communicate-why").get_by_label("Not relevant here").check()
    shades = page.locator(".app-checklist__segment").evaluate_all(
        "(all) => all.slice(0, 3).map((one) => getComputedStyle(one).backgroundColor)"
    )
    borders = page.locator(".app-checklist__segment").evaluate_all("(all) => all.map((one) => getComputedStyle(one).borderTopStyle)")
    assert shades[0] not in shades[1:]
    assert set(borders) == {"solid"}
    boxes = page.locator(".app-question__box").evaluate_all("(all) => all.slice(0, 3).map((one) => getComputedStyle(one).backgroundColor)")
    assert boxes[0] not in boxes[1:]
    styles = page.locator(".app-question__box").evaluate_all("(all) => all.slice(0, 3).map((one) => getComputedStyle(one).borderTopStyle)")
    assert styles == ["solid", "dashed", "solid"]
    assert count(page) == "1 discussed, 1 not relevant here, 8 open"


def test_a_question_that_was_opened_before_the_scripts_came_gets_its_fields(page: Page) -> None:
    scripts = Held(page, re.compile(r"/javascripts/site-\w+\.js"))
    page.goto(BENEFIT, wait_until="commit")
    page.locator(f"{ROW} summary").press("Enter")
    expect(page.locator(f"{ROW} details")).to_have_attribute("open", "")
    until(page, "document.readyState === 'interactive'")
    scripts.let_go()
    expect(page.locator(ROW).get_by_label("What did you say?")).to_be_visible()
