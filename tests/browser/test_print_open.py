"""Whatever is open, paper has the page whole and once."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .printed import Printed, printing, settle
from .searching import results
from .test_removal import PREFIX, keep
from .test_together import choose, file, side_by_side

BENEFIT = "principles/benefit/"
NOTE = "An hour back for every nurse"
# In the page: a note for each of its questions, as test_editor.py writes them.
NOTES = """([prefix, note]) => {
    const answer = JSON.stringify({ note, edits: { note: [1, "t"] } });
    for (const { id } of document.querySelectorAll("[data-question]")) localStorage.setItem(`${prefix}answer:first:${id}`, answer);
}"""


def large(page: Page) -> None:
    """The large view, with its fields open, some questions on, and a note written there."""
    page.get_by_role("button", name="Show in large type").click()
    view = page.locator(".app-presenter")
    view.get_by_role("button", name="Next").click()
    view.get_by_label("What did you say?").fill("Written in the large view")


def dialog(name: str) -> Callable[[Page], None]:
    """A dialog by the button that opens it."""

    def opened(page: Page) -> None:
        page.get_by_role("button", name=name).click()

    opened.__doc__ = name
    return opened


def incoming(page: Page) -> None:
    """What is in a file."""
    choose(page, file("Table A"))
    expect(page.get_by_role("dialog", name="What is in the file")).to_be_visible()


def search(page: Page) -> None:
    """The search, with results."""
    page.locator('label[for="__search"]').first.click() if page.viewport_size and page.viewport_size["width"] < 900 else page.get_by_role(
        "textbox", name="Search"
    ).click()
    page.keyboard.type("spread")
    expect(results(page).first).to_be_visible()


def drawer(page: Page) -> None:
    """The menu of a phone."""
    page.locator('header label[for="__drawer"]').click()
    expect(page.locator("#__drawer")).to_be_checked()


def term(page: Page) -> None:
    """The meaning of a term."""
    page.locator("a.app-term").first.hover()
    page.wait_for_timeout(500)


def fields(page: Page) -> None:
    """The fields of a question."""
    page.locator("#benefit-communicate-why summary").click()
    expect(page.locator("#benefit-communicate-why").get_by_label("What did you say?")).to_be_focused()


DESK, PHONE = (1280, 720), (390, 844)
# Of each page and size, the last is what changes more than the page: what is stored, or where the mouse is.
CASES = {
    ("workbook/", DESK): (dialog("All workbooks"), dialog("Remove everything this site keeps"), incoming, search, large),
    ("workbook/", PHONE): (drawer,),
    (BENEFIT, DESK): (search, fields, term),
    (BENEFIT, PHONE): (search, drawer),
}


def differs(before: Printed, after: Printed) -> list[str]:
    """In what paper with something open differs from paper with nothing open."""
    alike = {
        "words": sorted(after.body.split()) == sorted(before.body.split()),  # a heading's font may stand elsewhere in the file
        "sheets": [sheet.fill for sheet in after.sheets] == pytest.approx([sheet.fill for sheet in before.sheets], abs=0.01),
    }
    return [what for what, same in alike.items() if not same]


def differs_by_more_than_a_note(before: Printed, after: Printed) -> list[str]:
    """What is wrong with paper after a note was written in the large view."""
    alike = {
        "sheets": len(after.sheets) == len(before.sheets),
        "the new note": "Written in the large view" in after.body,
        "the notes": after.body.count(NOTE) == 10,
        "no part of the view": not [text for text in ("question 2 of 10", "Previous", "Add an action") if text in after.body],
    }
    return [what for what, same in alike.items() if not same]


@pytest.mark.parametrize(("path", "size"), CASES)
def test_what_is_open_is_not_on_paper(page: Page, path: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(BENEFIT)
    page.evaluate(NOTES, [PREFIX, NOTE])
    wrong = {}
    before = None
    for opened in CASES[path, size]:
        page.goto(path, wait_until="networkidle")
        settle(page)
        before = before or printing(page)
        opened(page)
        look = differs_by_more_than_a_note if opened is large else differs
        if found := look(before, printing(page)):
            wrong[opened.__doc__] = found
    assert before and before.body.count(NOTE) == 10
    assert wrong == {}


@pytest.mark.parametrize("groups", [6, 14])
def test_workbooks_side_by_side_are_on_paper_and_can_be_read(page: Page, groups: int) -> None:
    made = {}
    for n in range(groups):
        answer = {
            "status": "discussed" if n else "not-relevant",
            "note": f"Number{n:02}said",
            "edits": {"status": [1, "t"], "note": [2, "t"]},
        }
        made[f"{PREFIX}workbook:w{n}"] = json.dumps({"title": "Falls", "group": f"Group{n:02}", "created": "2026-11-02", "edits": {}})
        made[f"{PREFIX}answer:w{n}:benefit-evidence"] = json.dumps(answer)
    keep(page, {f"{PREFIX}current": "w0", **made})
    side_by_side(page)
    page.get_by_label("Show", exact=True).select_option("where we differ")
    paper = printing(page).body.split()
    for n in range(1, groups):  # no word is broken, and none stands twice
        assert paper.count(f"Number{n:02}said") == 1
        assert f"Group{n:02}" in paper
    assert not {"Show", "Spreadsheet"} & set(paper)
