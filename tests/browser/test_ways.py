"""What files did to a workbook: it can be taken back, also later; no address tells of it; each of several files is named."""

import json
import re

import pytest
from playwright.sync_api import FilePayload, Page, expect

from .test_imports import HOSTILE, PREFIX, backup, choose, mine, notes, stored

pytestmark = pytest.mark.theme("none")

# What a page says that a file did, and whether it offers to undo that.
TOLD = """() => [document.querySelector('[data-part="happened"]').textContent.trim(),
    document.querySelector('[data-part="undo-file"]').checkVisibility()]"""


def test_what_was_replaced_can_be_brought_back_whole(page: Page) -> None:
    """Later too, and what the file made of it can be had again. Neither is counted as a workbook."""
    mine(page)
    choose(page, backup()).get_by_role("button", name="Replace this workbook").click()
    expect(page.locator("#this-workbook")).to_have_text("From Ana")
    expect(notes(page)).to_have_text([HOSTILE])
    page.reload()
    page.get_by_role("button", name="Take it out again").click()
    expect(page.locator("#this-workbook")).to_have_text("Ours")
    expect(notes(page)).to_have_text(["Our own note."])
    page.reload()
    page.get_by_role("button", name="Take it in again").click()
    expect(page.locator("#this-workbook")).to_have_text("From Ana")
    expect(notes(page)).to_have_text([HOSTILE])
    assert [key for key in stored(page) if ":workbook:" in key] == [f"{PREFIX}workbook:wme"]


def test_three_merges_leave_three_ways_back_and_no_workbook(page: Page) -> None:
    page.goto("workbook/")
    for n in range(3):
        box = choose(page, backup(f"From {n}", f"Note {n}"))
        expect(box.locator('[data-why="merge"]')).to_contain_text("Workbook: From 0" if n == 0 else "both notes are kept.")
        box.get_by_role("button", name="Merge into this workbook").click()
        expect(page.locator('[data-part="happened"]')).to_contain_text("The file is merged into this workbook.")
    expect(page.locator('[data-part="way-text"]')).to_contain_text(["“From 2”", "“From 1”", "“From 0”"])
    assert [key for key in stored(page) if ":workbook:" in key] == [f"{PREFIX}workbook:first"]
    page.get_by_role("button", name="All workbooks").click()
    box = page.get_by_role("dialog", name="Your workbooks")
    expect(box.get_by_role("radio")).to_have_count(1)
    expect(box.get_by_text("Deleted workbooks")).to_be_hidden()


@pytest.mark.parametrize("way", ["Merge into this workbook", "Replace this workbook"])
def test_what_a_file_did_can_be_undone_at_once(page: Page, way: str) -> None:
    mine(page)
    before = stored(page)[f"{PREFIX}answer:wme:benefit-evidence"]
    choose(page, backup()).get_by_role("button", name=way).click()
    expect(page.locator('[data-part="happened"]')).to_contain_text("You can undo it")
    expect(notes(page).filter(has_text=re.compile(f"^{re.escape(HOSTILE)}$"))).to_have_count(1)
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.locator('[data-part="happened"]')).to_contain_text("This workbook is what it was before the file.")
    expect(page.locator("#this-workbook")).to_have_text("Ours")
    expect(notes(page)).to_have_text(["Our own note."])
    after = json.loads(stored(page)[f"{PREFIX}answer:wme:benefit-evidence"])
    assert (after["note"], after.get("status")) == (json.loads(before)["note"], None)
    assert [key for key in stored(page) if ":workbook:" in key] == [f"{PREFIX}workbook:wme"]


def test_an_address_tells_of_nothing_and_undoes_nothing(page: Page) -> None:
    mine(page)
    before = stored(page)
    told = {}
    for place in ("done-merge_wnothing", "done-replace_first", "done-undo", "merge", "__proto__", "%", "this-workbook_1", "1"):
        page.goto(f"workbook/?place={place.strip('%')}&done-merge=1#{place}")  # the query makes it a load
        expect(page.locator("#this-workbook")).to_have_text("Ours")
        told[place] = page.evaluate(TOLD)
    page.evaluate("history.pushState({ done: 'merge', way: 1 }, '', '#done-merge_wme'); history.back(); history.forward()")
    page.reload()
    expect(page.locator("#this-workbook")).to_have_text("Ours")
    told["in its history"] = page.evaluate(TOLD)
    assert [place for place, found in told.items() if found != ["", False]] == []
    assert stored(page) == before


def test_of_several_files_each_is_named_and_none_is_passed_over(page: Page) -> None:
    mine(page)
    texts = {"a.json": backup("North"), "b.json": "{}", "c.json": backup("South"), "d.json": backup("East")[:-40].replace("img", "\ufffd")}
    files: list[FilePayload] = [{"name": name, "mimeType": "application/json", "buffer": text.encode()} for name, text in texts.items()]
    page.get_by_label("Choose a file").set_input_files(files)
    box = page.get_by_role("dialog", name="What is in the file")
    expect(box.get_by_label("Workbook in the file").get_by_role("option")).to_have_text(
        ["North · a.json", "South · c.json", "East · d.json"]
    )
    problems = box.locator('[data-part="preview-problems"]')
    expect(problems).to_contain_text("b.json: This is not a backup of this guide.")
    expect(problems).to_contain_text("d.json: Signs were lost or changed on the way.")
    expect(problems).to_contain_text("“What evidence is needed to gain commitment?”")
    box.get_by_label("Workbook in the file").select_option(label="South · c.json")
    box.get_by_role("button", name="Add as a new workbook").click()
    expect(page.locator('[data-part="happened"]')).to_contain_text("These files were not taken in: a.json, d.json.")


def test_a_file_in_another_encoding_names_the_words_to_look_at(page: Page) -> None:
    mine(page)
    file: FilePayload = {"name": "b.json", "mimeType": "application/json", "buffer": json.dumps(json.loads(backup(note="NOTE"))).encode()}
    file["buffer"] = file["buffer"].replace(b"NOTE", "un café à l’hôpital".encode("cp1252"))
    page.get_by_label("Choose a file").set_input_files(file)
    box = page.get_by_role("dialog", name="What is in the file")
    expect(box).to_contain_text("We read it as Windows-1252. Look at these words: café, à, l’hôpital.")
    expect(box.locator('[data-choice="all"]')).to_be_hidden()  # there is one
