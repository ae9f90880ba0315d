"""The silent sort: marks apart from answers, one laptop passed round, a range a question, most divided first; files, undo and removal."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from .printed import printing, settle
from .test_imports import PREFIX, choose, stored
from .test_pages import in_the_dark, violations
from .until import until

pytestmark = pytest.mark.theme("none")

MARKS = ["Talk about it now", "Already clear", "Later", "Not relevant here", "Do not know"]
NOW, CLEAR, LATER, NOT_HERE, UNSURE = MARKS


def begin(page: Page) -> None:
    """A facilitator's workbook."""
    page.goto("workbook/")
    record = json.dumps({"title": "Falls clinic", "group": "Night staff", "edits": {"title": [1, "ta"], "group": [1, "ta"]}})
    page.evaluate(
        "([prefix, record]) => { localStorage.setItem(`${prefix}workbook:wone`, record); localStorage.setItem(`${prefix}current`, 'wone'); }",
        [PREFIX, record],
    )
    page.reload()
    settle(page)


def part(page: Page) -> Locator:
    """The part of the workbook page."""
    return page.locator('[data-part="silent-sort"]')


def ask(page: Page, which: str = "Benefit") -> str:
    """The link that asks people."""
    part(page).get_by_label("Questions to sort").select_option(label=which)
    part(page).get_by_role("button", name="Ask everybody by a link").press("Enter")
    expect(part(page).locator('[data-part="link-said"]')).to_contain_text("The link is below.")
    return part(page).get_by_label("The link", exact=True).input_value()


def sorting(page: Page) -> Locator:
    """The dialog in which one person sorts."""
    return page.locator('dialog[data-part="sorting"]')


def give(page: Page, marks: list[str]) -> None:
    """Mark one question after another, from the first on."""
    sorting(page).get_by_role("button", name="Start", exact=True).press("Enter")
    for n, name in enumerate(marks, 1):
        expect(sorting(page).get_by_text(f"Question {n} of 10", exact=True)).to_be_visible()
        sorting(page).get_by_role("button", name=name).press("Enter")


def back(page: Page) -> str:
    """The link with what was marked."""
    expect(sorting(page).get_by_role("img")).to_be_visible()
    return sorting(page).get_by_label("The link", exact=True).input_value()


def follow(page: Page, link: str) -> Locator:
    """Open a link in a browser, and the dialog that says which marks it brings."""
    page.goto("about:blank")
    page.goto(link)
    box = page.get_by_role("dialog", name="Marks that came back")
    expect(box).to_be_visible()
    return box


def rows(page: Page) -> list[list[str]]:
    """The table: each question with its counts."""
    lines = part(page).get_by_role("row").filter(has=page.get_by_role("rowheader")).all()
    return [
        [
            line.get_by_role("rowheader").get_by_role("link").inner_text(),
            *line.get_by_role("cell").locator('[data-part="count"]').all_inner_texts(),
        ]
        for line in lines
    ]


def test_one_laptop_passed_round_shows_a_range_from_which_questions_are_picked(page: Page) -> None:
    begin(page)
    part(page).get_by_label("Questions to sort").select_option(label="Benefit")
    part(page).get_by_role("button", name="Sort on this device").press("Enter")
    give(page, [NOW, CLEAR, LATER, NOW, *[CLEAR] * 6])
    for marks in ([LATER, CLEAR, NOW, NOW, *[CLEAR] * 6], [NOT_HERE, CLEAR, NOW, LATER, *[CLEAR] * 5, UNSURE]):
        sorting(page).get_by_role("button", name="Somebody else sorts on this device").press("Enter")
        expect(sorting(page)).to_contain_text("whoever sorts next does not see them")
        give(page, marks)
    expect(sorting(page)).to_contain_text("Your marks are kept. Hand the device on.")
    expect(sorting(page).get_by_label("The link", exact=True)).to_be_hidden()
    sorting(page).get_by_role("button", name="Done").press("Enter")
    expect(part(page)).to_contain_text("People who marked: 3. Questions with marks: 10.")
    asked = page.locator('[data-open-in="benefit"] [data-asked] a').all_text_contents()
    found = rows(page)
    assert [line[0] for line in found] == [asked[n] for n in (0, 2, 3, 9, 1, 4, 5, 6, 7, 8)], "most divided first, then as they are asked"
    assert [line[1:] for line in found[:4]] == [list("10110"), list("20100"), list("20100"), list("02001")]
    heads = [*["Question"], *MARKS, "For today"]
    assert [text.strip(" ●✓○–?\n") for text in part(page).get_by_role("columnheader").all_inner_texts()] == heads
    bar = part(page).locator('[data-part="row-bar"]').first
    assert bar.inner_text().split("\n") == ["● 1", "○ 1", "– 1"], "signs and numbers, without colour"
    assert violations(page) == []
    in_the_dark(page)
    assert violations(page) == []
    page.emulate_media(color_scheme="light")

    part(page).get_by_role("checkbox", name=f"For today: {asked[2]}").press("Space")
    part(page).get_by_role("checkbox", name=f"For today: {asked[0]}").press("Space")
    expect(page.locator('[data-part="today-list"] [data-part="asked"]')).to_have_text([asked[2], asked[0]])
    part(page).get_by_role("checkbox", name=f"For today: {asked[2]}").press("Space")
    expect(page.locator('[data-part="today-list"] [data-part="asked"]')).to_have_text([asked[0]])
    body = printing(page).body
    assert "How many gave which mark" in body
    assert "Remove these marks" not in body

    page.set_viewport_size({"width": 320, "height": 568})
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    page.set_viewport_size({"width": 1280, "height": 720})
    kept = {key: text for key, text in stored(page).items() if ":marks:" in key}
    assert len(kept) == 3
    part(page).get_by_role("button", name="Remove these marks").press("Enter")
    expect(part(page)).to_contain_text("The marks are removed.")
    assert not [key for key in stored(page) if ":marks:" in key]
    expect(part(page).get_by_role("table")).to_be_hidden()
    page.reload()
    settle(page)
    page.locator('[data-part="tools"] > summary').first.click()
    page.get_by_role("button", name="Bring back what was removed last").press("Enter")
    expect(part(page)).to_contain_text("People who marked: 3.")
    assert {key: text for key, text in stored(page).items() if ":marks:" in key} == kept


def test_marks_travel_in_files_and_go_with_their_workbook_and_with_everything(
    page: Page, context_with: Callable[..., BrowserContext]
) -> None:
    begin(page)
    table = context_with().new_page()  # one laptop at a table, two people
    table.goto(ask(page))
    give(table, [NOW] * 10)
    sorting(table).get_by_role("button", name="Somebody else sorts on this device").press("Enter")
    give(table, [CLEAR] * 10)
    back(table)
    with table.expect_download() as download:
        sorting(table).get_by_role("button", name="Save the marks as a file").press("Enter")
    text = download.value.path().read_text("utf-8")
    assert "Falls clinic" not in text

    page.locator('[data-part="file"]').set_input_files({"name": "marks.json", "mimeType": "application/json", "buffer": text.encode()})
    box = page.get_by_role("dialog", name="Marks that came back")
    expect(box).to_contain_text("people 2, questions 10.")
    box.get_by_role("button", name="Add these marks").press("Enter")
    expect(part(page)).to_contain_text("People who marked: 2.")
    with page.expect_download() as download:
        page.get_by_role("button", name="This workbook as a file").last.press("Enter")
    whole = download.value.path().read_text("utf-8")

    other = context_with().new_page()  # whoever brings the groups together
    other.goto("workbook/")
    settle(other)
    preview = choose(other, whole)
    expect(preview).to_contain_text("people who sorted: 2")
    preview.get_by_role("button", name="Add as a new workbook").press("Enter")
    expect(part(other)).to_contain_text("People who marked: 2. Questions with marks: 10.")
    other.locator('[data-part="undo-file"]').press("Enter")
    expect(other.locator('[data-part="happened"]')).to_contain_text("are among the deleted ones now")
    assert not [key for key in stored(other) if ":marks:" in key]

    page.get_by_role("button", name="Remove everything this site keeps").press("Enter")
    gone = page.locator('dialog[data-part="removal"]')
    expect(gone).to_contain_text("Marks of a silent sort, by people without a name: 2")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="All workbooks").press("Enter")
    books = page.get_by_role("dialog", name="Your workbooks")
    books.get_by_role("button", name="Delete", exact=True).press("Enter")
    books.get_by_text("Deleted workbooks").click()
    books.get_by_role("button", name="Remove for good: Falls clinic").press("Enter")
    assert [key for key in stored(page) if ":marks:" in key]
    books.get_by_label("I have a backup, or I need none.").check()
    books.get_by_role("button", name="Yes, remove it for good").press("Enter")
    until(page, "(start) => !Object.keys(localStorage).some((key) => key.startsWith(start))", f"{PREFIX}marks:")
