"""Several groups: their files in one step, side by side, and one joint record that says who said what.

Long because it is one story: three groups, laid side by side, become one record and a next round.
"""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from .test_pages import violations

pytestmark = pytest.mark.theme("none")

WORTH = "benefit-worth-spreading"
COUNT = """
addEventListener("click", (event) => {
    if (event.isTrusted) sessionStorage.setItem("presses", 1 + Number(sessionStorage.getItem("presses")));
}, true);
"""
ASKS = ("Ask the wards", "ask the wards.")
SAID: dict[str, dict[str, Any]] = {
    "Table A": {"status": "discussed", "note": "On the wards."},
    "Table B": {"status": "discussed"},
    "Table C": {"status": "not-relevant", "reason": "we all know why"},
}


def file(group: str, answer: dict[str, Any] | None = None, counter: int = 1) -> FilePayload:
    """A group's workbook as a file: one answer, and a question that all have discussed."""
    tab = f"t{group[-1].lower()}"
    answers = {WORTH: answer or SAID[group], "benefit-evidence": {"status": "discussed"}}
    whole = {
        "format": "spread-guide-backup",
        "version": 1,
        "made": "2026-11-20T10:00:00Z",
        "site": "/guide/",
        "build": "b",
        "current": "first",
        "workbooks": [
            {
                "id": "first",
                "about": {
                    "title": "Falls clinic",
                    "group": group,
                    "people": "Ana, Ben",
                    "date": "2026-11-20",
                    "origin": f"w{group[-1].lower()}",
                    "created": "2026-11-20T09:00:00Z",
                    "edits": {name: [1, tab] for name in ("title", "group", "people", "date", "origin")},
                },
                "answers": {
                    question: {**fields, "edits": {name: [counter, tab] for name in fields}} for question, fields in answers.items()
                },
            }
        ],
        "setAside": [],
        "undo": [],
        "other": {},
    }
    return {"name": f"{group}.json", "mimeType": "application/json", "buffer": json.dumps(whole).encode()}


def choose(page: Page, *files: FilePayload) -> Locator:
    """Choose files; the dialog that shows them."""
    page.get_by_label("Choose a file").set_input_files(list(files))
    return page.get_by_role("dialog", name="What is in the file")


def bring(page: Page, *files: FilePayload) -> None:
    """Choose files, and add all."""
    choose(page, *files).get_by_role("button", name="Add all as new workbooks").click()
    expect(page.locator('[data-part="happened"]')).to_contain_text("All workbooks are here.")


def side_by_side(page: Page) -> Locator:
    """The table, open."""
    page.get_by_role("button", name="Put workbooks side by side").click()
    table = page.get_by_role("table", name="What each group said")
    expect(table).to_be_visible()
    return table


def joint(page: Page) -> None:
    """Make the joint record of what is side by side."""
    page.get_by_role("button", name="Make one joint record").click()
    expect(page.locator('[data-part="happened"]')).to_contain_text("The joint record is open now.")


def save(page: Page, button: Locator, to: Path) -> str:
    """What a button gives to take away."""
    with page.expect_download() as download:
        button.click()
    download.value.save_as(to)
    return to.read_text(encoding="utf-8-sig")


def test_one_workbook_is_not_offered_as_all(page: Page) -> None:
    page.goto("workbook/")
    box = choose(page, file("Table A"))
    expect(box.get_by_role("button", name="Merge")).to_be_visible()
    expect(box.locator('[data-choice="all"]')).to_be_hidden()
    expect(box.get_by_text("Workbooks: 1")).to_be_hidden()


def test_each_of_several_files_is_listed_with_what_it_holds_and_all_are_one_step(page: Page) -> None:
    page.goto("workbook/")
    page.get_by_label("Title (the innovation)").fill("Ours")
    damaged: FilePayload = {"name": "broken.json", "mimeType": "application/json", "buffer": b"{}"}
    box = choose(page, *map(file, SAID), damaged)
    rows = box.locator('[data-part="found-list"] li')
    expect(rows).to_have_count(3)
    expect(rows.nth(2)).to_have_text(
        "Falls clinic Table C\nTable C.json · Ana, Ben · 20 November 2026 · 1 discussed, 1 not relevant here".replace("\n", "")
    )
    expect(box.locator('[data-part="preview-problems"]')).to_have_text(
        "broken.json: This is not a backup of this guide. A backup has a name that ends in .json, and it was made here."
    )
    assert violations(page, '[data-part="preview"]') == []
    box.get_by_role("button", name="Add all as new workbooks").click()
    expect(page.locator("#this-workbook")).to_have_text("Falls clinic")
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.locator("#this-workbook")).to_have_text("Ours")
    page.get_by_role("button", name="All workbooks").click()
    expect(page.locator('[data-part="books"] label')).to_have_count(1)


def test_three_files_are_side_by_side_in_four_presses_and_nobody_s_word_is_another_s(page: Page) -> None:
    page.add_init_script(COUNT)
    page.goto("workbook/")
    with page.expect_file_chooser() as chooser:
        page.get_by_label("Choose a file").click()
    chooser.value.set_files([file(group) for group in SAID])
    page.get_by_role("button", name="Add all as new workbooks").click()
    expect(page.locator('[data-part="happened"]')).to_contain_text("All workbooks are here.")
    table = side_by_side(page)
    assert int(page.evaluate("sessionStorage.getItem('presses')")) <= 4
    expect(page.locator('[data-part="together-summary"]')).to_contain_text(
        "1 discussed by all; 1 where groups differ; 0 discussed by some;"
    )
    page.get_by_label("Show", exact=True).select_option("where we differ")
    expect(table.locator("tbody tr")).to_have_count(1)
    names = table.get_by_role("columnheader")
    expect(names).to_contain_text(["Question", "Agreement", "Table A", "Table B", "Table C"])
    cells = table.locator("tbody").get_by_role("cell")
    expect(cells).to_contain_text(["groups differ", "On the wards.", "Discussed", "Not relevant here we all know why"])
    assert violations(page, '[data-part="together"]') == []


def test_on_a_phone_each_question_is_a_card_that_names_the_groups(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto("workbook/")
    bring(page, *map(file, SAID))
    table = side_by_side(page)
    expect(table.locator("tbody tr").first.locator('[data-part="cell-who"]')).to_have_text(["Table A", "Table B", "Table C"])
    expect(table.locator("tbody tr").first.locator('[data-part="cell-who"]').first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.locator("#together-list").select_option(label="Benefit")  # which has a row of each kind
    assert violations(page, '[data-part="together"]') == []


def test_what_is_side_by_side_can_be_taken_away(page: Page, tmp_path: Path) -> None:
    page.goto("workbook/")
    bring(page, *map(file, SAID))
    side_by_side(page)
    page.get_by_label("Show", exact=True).select_option("where we differ")
    part = page.locator('[data-part="together"]')
    rows = list(csv.DictReader(save(page, part.get_by_role("button", name="Spreadsheet"), tmp_path / "a.csv").splitlines()))
    assert [(row["Group"], row["Status"], row["Reason"]) for row in rows] == [
        ("Table A", "Discussed", ""),
        ("Table B", "Discussed", ""),
        ("Table C", "Not relevant here", "we all know why"),
    ]
    expect(part.locator('[data-part="together-made"]')).to_contain_text(".csv in your downloads.")
    text = save(page, part.get_by_role("button", name="Web page"), tmp_path / "a.html")
    expect(part.locator('[data-part="together-made"]')).to_contain_text(".html in your downloads.")
    other = page.context.new_page()
    other.set_content(text)
    expect(other.get_by_role("table", name="What each group said")).to_contain_text("we all know why")
    assert violations(other) == []


@pytest.mark.parametrize(
    "order", [("Table A", "Table B", "Table C"), ("Table C", "Table A", "Table B")], ids=["as they sit", "another order"]
)
def test_the_joint_record_is_open_where_groups_differ_and_says_who_said_what(page: Page, order: tuple[str, ...], tmp_path: Path) -> None:
    page.goto("workbook/")
    for group in order:
        choose(page, file(group)).get_by_role("button", name="Add as a new workbook").click()
        expect(page.locator('[data-part="meta"]')).to_contain_text(group)
    side_by_side(page)
    joint(page)
    expect(page.locator('[data-part="sources"]')).to_have_text(
        "A joint record of: Falls clinic · Table A; Falls clinic · Table B; Falls clinic · Table C"
    )
    question = page.locator('[data-part="notes"] li').first
    expect(question.get_by_text("Open, groups differ")).to_be_visible()
    for said in ("Table A: Discussed", "Table B: Discussed", "Table C: Not relevant here: we all know why", "Note (Table A) On the wards."):
        expect(question).to_contain_text(said)
    page.goto("principles/benefit/")
    expect(page.locator(f"#{WORTH}-tick")).not_to_be_checked()
    expect(page.locator("#benefit-evidence-tick")).to_be_checked()
    expect(page.locator(f'[data-question="{WORTH}"] [data-part="written"]')).to_contain_text("we all know why")
    page.locator(f"#{WORTH}-tick").check()  # the meeting decides
    page.goto("workbook/")
    minutes = save(page, page.get_by_role("button", name="Minutes"), tmp_path / "minutes.md")
    part = minutes.partition("### Why is the innovation")[2].partition("###")[0]
    for line in ("**Discussed**", "- **Table A:** Discussed", "- **Table C:** Not relevant here: we all know why", "Note (Table A):"):
        assert line in part


def test_actions_that_say_the_same_are_offered_as_one_and_can_be_taken_apart(page: Page) -> None:
    page.goto("workbook/")
    asked = [
        {"status": "discussed", "actions": [{"id": f"x{n}", "what": text, "edits": {"what": [1, "t"]}}]} for n, text in enumerate(ASKS)
    ]
    bring(page, *(file(group, answer) for group, answer in zip(("Table A", "Table B"), asked, strict=True)))
    side_by_side(page)
    joint(page)
    offer = page.locator('[data-part="equal"]')
    expect(offer.get_by_role("listitem").filter(has_text="Ask the wards")).to_contain_text(
        ["Ask the wards (Table A)", "ask the wards. (Table B)"]
    )
    assert violations(page, '[data-part="equal"]') == []
    offer.get_by_role("button", name="Make one action of “Ask the wards”").click()
    expect(offer).to_be_hidden()
    tasks = page.locator('[data-part="todo"] [data-part="actions"] > li')
    expect(tasks).to_have_count(1)
    expect(tasks).to_contain_text("Table A, Table B")
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(tasks).to_have_count(2)
    expect(offer).to_be_visible()


def test_the_same_group_s_later_file_updates_its_part(page: Page) -> None:
    page.goto("workbook/")
    bring(page, *map(file, SAID))
    side_by_side(page)
    joint(page)
    name = page.evaluate("localStorage.getItem('spread-guide:/guide/:2:current')")
    later = file("Table C", {"status": "discussed", "reason": "we looked again"}, 5)
    box = choose(page, later)
    expect(box.locator('[data-part="found-list"]')).to_contain_text("is here already as “Falls clinic · Table C”")
    box.get_by_role("button", name="Bring up to date what is here already").click()
    expect(page.locator('[data-part="happened"]')).to_contain_text("What was here already is up to date now.")
    page.evaluate("(name) => localStorage.setItem('spread-guide:/guide/:2:current', name)", name)
    page.reload()
    question = page.locator('[data-part="notes"] li').first
    expect(question).to_contain_text("Table C: Discussed")
    expect(question.get_by_text("Open, groups differ")).to_be_hidden()


def test_the_next_round_follows_with_the_open_actions_and_both_lie_side_by_side(page: Page) -> None:
    page.goto("workbook/")
    answer = {"status": "discussed", "actions": [{"id": "x", "what": "Ask the wards", "edits": {"what": [1, "ta"]}}]}
    choose(page, file("Table A", answer)).get_by_role("button", name="Add as a new workbook").click()
    expect(page.locator('[data-part="meta"]')).to_contain_text("Table A")
    page.get_by_role("button", name="Start the next round").click()
    expect(page.locator('[data-part="happened"]')).to_contain_text("The next round is open now")
    expect(page.locator('[data-part="actions"] [data-part="what"]')).to_have_text(["Ask the wards"])
    page.locator('[data-part="actions"]').get_by_role("checkbox").check()
    table = side_by_side(page)
    row = table.locator("tbody tr").filter(has_text="Ask the wards")
    expect(row.get_by_role("cell")).to_contain_text(["discussed by some", "Open", "Discussed"])
    expect(row).to_contain_text("Done: Ask the wards")
    expect(row).to_contain_text("Action: Ask the wards")
