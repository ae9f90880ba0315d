"""Bringing a file back: seen before anything changes, then as a new workbook, merged, or in place of this one."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from .test_pages import violations

pytestmark = pytest.mark.theme("none")

PREFIX = "spread-guide:/guide/:2:"
EVIDENCE = "principles/benefit/"
HOSTILE = "<img src=x onerror='throw 1'>"


def backup(title: str = "From Ana", note: str = HOSTILE) -> str:
    """A file with one workbook that has a note on one question."""
    answer = {"status": "discussed", "note": note, "edits": {"status": [1, "tz"], "note": [2, "tz"]}}
    about = {"title": title, "created": "2026-11-01T09:00:00Z", "edits": {"title": [1, "tz"]}}
    workbook = {"id": "wana", "about": about, "answers": {"benefit-evidence": answer}}
    whole = {
        "format": "spread-guide-backup",
        "version": 1,
        "made": "2026-11-20T10:00:00Z",
        "site": "/guide/",
        "build": "b",
        "current": "wana",
    }
    return json.dumps({**whole, "workbooks": [workbook], "setAside": [], "undo": [], "other": {}})


def mine(page: Page) -> None:
    """A workbook of our own with a note on the same question, and its page."""
    page.goto("workbook/")
    stored = {
        "current": "wme",
        "workbook:wme": json.dumps({"title": "Ours", "created": "2026-11-02T09:00:00Z", "edits": {"title": [1, "ta"]}}),
        "answer:wme:benefit-evidence": json.dumps({"note": "Our own note.", "edits": {"note": [1, "ta"]}}),
    }
    page.evaluate(
        "([prefix, all]) => Object.entries(all).forEach(([key, text]) => localStorage.setItem(prefix + key, text))", [PREFIX, stored]
    )
    page.reload()


def choose(page: Page, text: str) -> Locator:
    """Choose a file with this text; the dialog that shows it."""
    file: FilePayload = {"name": "b.json", "mimeType": "application/json", "buffer": text.encode()}
    page.get_by_label("Choose a file").set_input_files(file)
    return page.get_by_role("dialog", name="What is in the file")


def notes(page: Page) -> Locator:
    """The notes that the page shows."""
    return page.locator('[data-part="notes"] [data-part="text"]')


def stored(page: Page) -> dict[str, str]:
    """All that is stored."""
    return dict(page.evaluate("Object.entries(localStorage)"))


def test_a_file_is_shown_before_anything_changes(page: Page) -> None:
    mine(page)
    before = stored(page)
    box = choose(page, backup())
    expect(box).to_contain_text("Made on 20 November 2026, with version b of the guide.")
    expect(box.get_by_label("Workbook in the file")).to_contain_text("From Ana")
    expect(box.locator('[data-part="holds"]')).to_have_text("1 discussed, 1 with a note")
    expect(box.locator('[data-would="new"]')).to_have_text("Answers: 1 added.")
    expect(box.locator('[data-would="merge"]')).to_have_text("Answers: 1 changed.")
    box.locator('[data-touches="merge"] summary').click()
    expect(box.locator('[data-touches="merge"]').get_by_role("listitem")).to_have_text("What evidence is needed to gain commitment?")
    assert violations(page) == []
    page.keyboard.press("Escape")
    assert stored(page) == before


def test_as_a_new_workbook_it_leaves_ours_as_it_is(page: Page) -> None:
    mine(page)
    old = {key: text for key, text in stored(page).items() if ":wme" in key}
    choose(page, backup()).get_by_role("button", name="Add as a new workbook").click()
    expect(page.locator("#this-workbook")).to_have_text("From Ana")
    expect(page.locator('[data-part="happened"]')).to_have_text("The workbook from the file is open now.")
    expect(notes(page)).to_have_text([HOSTILE])
    assert old.items() <= stored(page).items()


def test_merged_into_ours_both_notes_are_kept_and_theirs_says_where_it_came_from(page: Page) -> None:
    mine(page)
    choose(page, backup()).get_by_role("button", name="Merge into this workbook").click()
    expect(page.locator('[data-part="happened"]')).to_contain_text("The file is merged into this workbook.")
    expect(page.locator("#this-workbook")).to_have_text("Ours")
    expect(notes(page)).to_have_text(["Our own note.", HOSTILE])
    expect(page.locator('[data-part="notes"]')).to_contain_text("Note (From Ana, 20 November 2026)")


def test_all_workbooks_of_a_file_can_be_added_at_once(page: Page) -> None:
    mine(page)
    whole = json.loads(backup("North"))
    other = json.loads(backup("South"))["workbooks"][0]
    whole["workbooks"].append(other | {"id": "wsouth", "about": other["about"] | {"setting": "Ward 4", "date": "2026-11-20"}})
    box = choose(page, json.dumps(whole))
    options = box.get_by_label("Workbook in the file").get_by_role("option")
    expect(options).to_have_text(["North", "South · Ward 4 · 20 November 2026"])
    expect(box).to_contain_text("Workbooks: 2.")
    box.get_by_role("button", name="Add all as new workbooks").click()
    expect(page.locator('[data-part="happened"]')).to_contain_text("All workbooks are here.")
    expect(page.locator("#this-workbook")).to_have_text("North")
    page.get_by_role("button", name="All workbooks").click()
    names = page.get_by_role("dialog", name="Your workbooks").locator('[data-part="book-name"]')
    expect(names).to_have_count(3)
    assert sorted(names.all_text_contents()) == ["North", "Ours", "South"]


def test_a_file_can_be_pasted_and_dropped(page: Page) -> None:
    mine(page)
    page.get_by_text("Paste the text of a file").click()
    page.get_by_label("Text of the file").fill(backup("Pasted"))
    page.get_by_role("button", name="Read this text").click()
    box = page.get_by_role("dialog", name="What is in the file")
    expect(box.get_by_label("Workbook in the file")).to_contain_text("Pasted")
    page.keyboard.press("Escape")
    page.get_by_role("heading", name="Where you stand").evaluate(
        """(heading, text) => {
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([text], "b.json"));
            heading.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
        }""",
        backup("Dropped"),
    )
    expect(box.get_by_label("Workbook in the file")).to_contain_text("Dropped")


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "There is nothing in it."), ("{}", "This is not a backup of this guide."), (backup()[:90], "missing or damaged")],
)
def test_what_cannot_be_read_gets_a_sentence(page: Page, text: str, said: str) -> None:
    mine(page)
    page.get_by_text("Paste the text of a file").click()
    page.get_by_label("Text of the file").fill(text)
    page.get_by_role("button", name="Read this text").click()
    expect(page.locator('[data-part="problems"]')).to_contain_text(said)
    expect(page.locator('dialog[data-part="preview"]')).to_be_hidden()


def test_where_there_is_no_room_nothing_is_changed(page: Page) -> None:
    mine(page)
    before = stored(page)
    box = choose(page, backup())
    page.evaluate(
        "() => { const set = Storage.prototype.setItem; Storage.prototype.setItem = function (key, text) { if (key.includes('answer')) throw new DOMException('full', 'QuotaExceededError'); set.call(this, key, text); } }"
    )
    for name in ("Add as a new workbook", "Merge into this workbook", "Replace this workbook"):
        box.get_by_role("button", name=name).click()
        expect(box.get_by_role("status")).to_contain_text("Nothing was changed.")
    after = stored(page)
    assert {key: after[key] for key in before if "answer" not in key} == {key: before[key] for key in before if "answer" not in key}


def test_a_whole_backup_makes_the_round_trip(page: Page) -> None:
    mine(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="This workbook as a file").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    answers = json.loads(text)["workbooks"][0]["answers"]
    choose(page, text).get_by_role("button", name="Add as a new workbook").click()
    expect(page.locator('[data-part="happened"]')).not_to_be_empty()
    current = stored(page)[f"{PREFIX}current"]
    assert current != "wme"
    assert {key.split(":")[-1]: json.loads(value) for key, value in stored(page).items() if f":answer:{current}:" in key} == answers
