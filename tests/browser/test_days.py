"""Days on the screen: each is shown in words, and what is no day as it was written. What cannot be meant is said where it is typed."""

import json
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.scripts.page.test_days import DAYS, NO_DAYS, SHOWN, actions
from tests.scripts.workshop import SAID

from .test_checklist import BENEFIT
from .until import until

pytestmark = pytest.mark.theme("none")

PREFIX = "spread-guide:/guide/:2:"
QUESTION = "benefit-worth-spreading"
ROW = f"#{QUESTION}"
TROUBLE = SAID["checklist"]["no_day"].format(first=2000, last=2199)


def keep(page: Page, items: dict[str, Any]) -> None:
    """Store records, as an earlier visit did."""
    page.evaluate(
        "([prefix, items]) => Object.entries(items).forEach(([key, value]) => localStorage.setItem(prefix + key, value))",
        [PREFIX, {key: value if isinstance(value, str) else json.dumps(value) for key, value in items.items()}],
    )


@pytest.fixture
def kept(page: Page) -> Page:
    """A reader whose workbook has each of the texts as the day of an action."""
    page.goto("about/")
    keep(page, {"current": "w0", f"answer:w0:{QUESTION}": {"status": "discussed", "actions": actions(), "edits": {"status": [1, "t1"]}}})
    return page


def test_the_screens_say_what_was_written_before_and_after_the_modules_are_there(kept: Page) -> None:
    shown = [f"By {text}" for text in SHOWN.values()]
    kept.route("**/javascripts/site*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    kept.goto(BENEFIT)
    lines = kept.locator(f'{ROW} [data-part="written"] em')
    expect(lines).to_have_count(len(shown))
    assert lines.all_text_contents() == shown
    kept.unroute_all()
    kept.reload()
    expect(kept.locator('[data-part="undo-last"]')).to_be_attached()
    expect(lines).to_have_count(len(shown))
    assert lines.all_text_contents() == shown
    kept.goto("handout/")
    kept.get_by_label("The workshop pack").check()
    cells = kept.locator('[data-part="actions"] td:nth-child(3)')
    expect(cells.first).to_have_text("12 December 2026")
    assert [text for text in cells.all_text_contents() if text] == list(SHOWN.values())
    kept.goto("workbook/")
    expect(kept.locator('[data-part="page"]')).to_be_visible()
    told = kept.locator('[data-part="todo"] [data-part="who-by"]').all_text_contents()
    assert sorted(told) == sorted(f"by {text}" for text in SHOWN.values())


def test_the_date_of_a_workbook_is_shown_as_it_was_written(page: Page) -> None:
    page.goto("about/")
    books = {
        f"workbook:w{n:02}": {"title": f"Book {n}", "date": text, "created": "2026-02-30T10:00:00Z", "edits": {"date": [1, "t1"]}}
        for n, text in enumerate(SHOWN)
    }
    keep(page, {"current": "w05", **books})
    page.goto("workbook/")
    expect(page.locator('[data-part="meta"]')).to_have_text(NO_DAYS[0])
    page.get_by_role("button", name="All workbooks").click()
    rows = page.locator('dialog[open] [data-part="book-more"]')
    expect(rows).to_have_count(len(SHOWN))
    told = rows.all_text_contents()
    assert sorted(text.removeprefix("open now · ").split(" · ")[0] for text in told) == sorted(SHOWN.values())
    page.keyboard.press("Escape")
    with page.expect_download() as copy:
        page.get_by_role("button", name="Backup of everything").click()
    page.get_by_label("Choose a file").set_input_files(copy.value.path())
    options = page.locator('dialog[open] [data-part="which"] option')
    expect(options).to_have_count(len(SHOWN))
    told = options.all_text_contents()
    assert sorted(text.split(" · ")[1] for text in told) == sorted(SHOWN.values())
    page.goto("handout/")
    expect(page.locator('[data-about="date"]').first).to_have_text(NO_DAYS[0])


def field(page: Page, n: int) -> Locator:
    """The field for the day of an action."""
    return page.locator(f'[data-action="a{n:02}"] [data-field="by"]')


def test_a_field_shows_what_is_stored_and_says_what_cannot_be_meant(kept: Page) -> None:
    kept.goto(BENEFIT)
    kept.locator(f"{ROW} summary").click()
    expect(field(kept, len(SHOWN) - 1)).to_have_attribute("aria-invalid", "true")
    for n, text in enumerate(SHOWN):
        good = text in DAYS
        expect(field(kept, n)).to_have_value(text.strip() if good else text)
        expect(field(kept, n)).to_have_attribute("aria-invalid", "false" if good else "true")
        expect(field(kept, n)).to_have_accessible_description("" if good else TROUBLE)


def expect_day(page: Page, n: int, day: str) -> None:
    """Wait until this is stored as the day of an action."""
    until(
        page,
        "([key, id, day]) => JSON.parse(localStorage.getItem(key)).actions.find((one) => one.id === id).by === day",
        [f"{PREFIX}answer:w0:{QUESTION}", f"a{n:02}", day],
    )


def test_what_is_typed_is_kept_as_typed_and_marked_at_once(kept: Page) -> None:
    kept.goto(BENEFIT)
    kept.locator(f"{ROW} summary").click()
    soon = list(SHOWN).index("soon")
    expect(field(kept, soon)).to_have_attribute("type", "text")  # as all are where a browser has no fields for days
    for typed, wrong in (("31.12.2026", "true"), ("2026-12-3", "false"), ("2026-12-32", "true"), ("2026-12-31", "false"), ("", "false")):
        field(kept, soon).fill(typed)
        expect(field(kept, soon)).to_have_attribute("aria-invalid", wrong)
        expect_day(kept, soon, typed)
    field(kept, soon).fill("2026-12-3")
    field(kept, soon).blur()  # nothing more comes
    expect(field(kept, soon)).to_have_attribute("aria-invalid", "true")
    expect(field(kept, soon)).to_have_accessible_description(TROUBLE)


def test_half_a_date_in_a_native_field_changes_nothing_and_is_said(kept: Page) -> None:
    kept.goto(BENEFIT)
    kept.locator(f"{ROW} summary").click()
    expect(field(kept, 0)).to_have_attribute("aria-invalid", "false")
    field(kept, 0).press("Backspace")  # the first part of the date is gone, the rest still stands there
    expect(field(kept, 0)).to_have_attribute("aria-invalid", "true")
    kept.reload()  # what is typed is stored by then
    expect_day(kept, 0, "2026-12-12")


def test_the_date_of_the_workbook_is_checked_too(page: Page) -> None:
    page.goto("about/")
    keep(page, {"current": "w0", "workbook:w0": {"date": "12 December 2026", "edits": {"date": [1, "t1"]}}})
    page.goto("workbook/")
    page.locator('details[data-part="fields"] summary').click()
    date = page.locator('[data-field="date"]')
    expect(date).to_have_value("12 December 2026")
    expect(date).to_have_accessible_description(f"{SAID['about']['hint']} {TROUBLE}")
    date.fill("2026-12-12")
    expect(date).to_have_attribute("aria-invalid", "false")
    expect(page.locator('[data-part="meta"]')).to_have_text("12 December 2026")
