"""What people paste and what attackers try, typed into each field of the page: it is shown, saved and brought back as text.

Long because typing takes longest: tests look at what one reader has typed, in answers and about the workbook.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Locator, Page, expect

from tests.scripts.files.test_calendar import events
from tests.scripts.files.test_csv import rows
from tests.scripts.files.test_minutes import read, texts
from tests.scripts.files.test_standalone import Reader
from tests.scripts.workshop import HOSTILE, squeezed

from .conftest import Server, Watch
from .reused import PLAIN
from .test_store import KEY

TEXTS = list(HOSTILE.values())
ABOUT = list(HOSTILE).index("a script")  # the round in which the workbook with all answers is described
FIELDS = {
    "title": "Title (the innovation)",
    "group": "Group (such as “Table 2” or “Night staff”)",
    "setting": "Setting",
    "people": "People",
    "facilitator": "Facilitator",
}
PAGES = ("principles/benefit/", "principles/adaptation/")
DAY = "12 December 2126"
# Elements that only one of the texts could have made.
MADE = """() => [
    ...document.querySelectorAll("img[src='x'], [onerror], a[href^='javascript:'], a[href*='evil']"),
    ...[...document.scripts].filter((one) => one.textContent.includes("alert(1)")),
].map((one) => one.outerHTML)"""


def line(text: str) -> str:
    """As browsers keep it in a field of one line."""
    return re.sub(r"[\r\n]", "", text)


@dataclass
class Said:
    """What was typed about one question: another text in each field."""

    question: str
    note: str
    reason: str
    what: str
    who: str


def about(n: int) -> dict[str, str]:
    """What is typed about the workbook in one round: each field gets another text, and each text in time."""
    return {field: line(TEXTS[(n + shift) % len(TEXTS)]) for shift, field in enumerate(FIELDS)}


def fill_about(page: Page, n: int) -> None:
    """Type about the workbook."""
    for field, text in about(n).items():
        page.get_by_label(FIELDS[field], exact=True).fill(text)


def press(control: Locator) -> None:
    """Press a control, without the wait for the screen: tests of the checklist press as a reader does."""
    control.evaluate("(one) => one.click()")


def write(page: Page) -> list[Said]:
    """Each text as a note, a reason, an action and a person, on a question of its own."""
    said: list[Said] = []
    for address in PAGES:
        page.goto(address)
        for row in page.locator("[data-question]").all()[: len(TEXTS) - len(said)]:
            note, *rest = (TEXTS[(len(said) + shift) % len(TEXTS)] for shift in range(4))
            one = Said(row.get_attribute("data-question") or "", note, *map(line, rest))
            press(row.locator("summary"))
            row.get_by_label("What did you say?").fill(one.note)
            press(row.get_by_label("Not relevant here"))
            row.get_by_label("Why not here?").fill(one.reason)
            press(row.get_by_role("button", name="Add an action"))
            row.get_by_role("textbox", name="Action, action 1").fill(one.what)
            row.get_by_label("Who, action 1").fill(one.who)
            row.get_by_label("By when").fill("2126-12-12")
            press(row.locator("summary"))
            said.append(one)
    return said


@dataclass
class Room:
    """A reader who has typed everything."""

    page: Page
    said: list[Said]
    ran: list[str]


def open_workbook(page: Page) -> Page:
    """The workbook page with its fields, where it is not open yet."""
    page.emulate_media(media="screen")
    if not page.url.endswith("/workbook/"):
        page.goto("workbook/")
    expect(page.locator('[data-part="page"]')).to_be_visible()
    if page.locator('details[data-part="fields"]').get_attribute("open") is None:
        page.locator('details[data-part="fields"] summary').click()
    return page


@pytest.fixture(scope="module")
def room(browser: Browser, site: Server) -> Iterator[Room]:
    """One reader for all tests: typing takes longest. Nothing of what was typed may ever run, ask or throw."""
    watching = Watch(site.url)
    context = watching.over(browser.new_context(base_url=site.url))
    page = context.new_page()

    def note(dialog: Dialog) -> None:
        watching.seen.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", note)
    said = write(page)
    fill_about(open_workbook(page), ABOUT)
    yield Room(page, said, watching.seen)
    context.close()
    assert watching.seen == []


def save(page: Page, button: str) -> str:
    """The text of the file that a button makes, with its line ends."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    assert not set(download.value.suggested_filename) & set('\\/:*?"<>|\n\t\u202e')
    return Path(download.value.path()).read_bytes().decode()


@pytest.mark.parametrize("medium", ["screen", "print"])
def test_a_checklist_shows_exactly_what_was_typed_on_screen_and_on_paper(room: Room, medium: Any) -> None:
    """As text: no element of the page came out of it."""
    page = room.page
    page.emulate_media(media=medium)
    seen = 0
    for address in PAGES:
        page.goto(address)
        for one in room.said:
            place = page.locator(f"#{one.question}-written")
            if place.count():
                seen += 1
                assert place.locator("span").all_text_contents() == [one.reason, one.note, one.what]
                assert place.locator("em").all_text_contents() == [f"{one.who}, by {DAY}"]
                expect(place.locator("span").nth(1)).to_be_visible()
        assert page.evaluate(MADE) == []
    assert seen == len(TEXTS)
    assert room.ran == []


def test_the_handouts_print_exactly_what_was_typed(room: Room) -> None:
    """A sheet a principle, and the list of actions of the workshop pack."""
    page = room.page
    page.emulate_media(media="print")
    page.goto("handout/")
    for one in room.said:
        place = page.locator(f'[data-question="{one.question}"] [data-part="written"]')
        expect(place.locator("span").nth(1)).to_be_visible()
        assert place.locator("span").all_text_contents() == [one.reason, one.note, one.what]
    cells = page.locator('[data-part="actions"] td').all_text_contents()
    assert sorted(zip(cells[::3], cells[1::3], strict=True))[-len(TEXTS) :] == sorted((one.what, one.who) for one in room.said)
    assert page.evaluate(MADE) == []
    assert room.ran == []


def test_the_workbook_page_shows_exactly_what_was_typed(room: Room) -> None:
    """Notes, reasons and actions."""
    page = open_workbook(room.page)
    questions = page.locator('[data-part="notes"] li')
    found = [
        (one.locator('[data-part="reason-text"]').text_content(), one.locator('[data-part="text"]').text_content())
        for one in questions.all()
    ]
    assert sorted(found) == sorted((one.reason.strip(), one.note.rstrip()) for one in room.said)
    assert sorted(page.locator('[data-part="actions"] [data-part="what"]').all_text_contents()) == sorted(one.what for one in room.said)
    people = page.locator('[data-part="actions"] [data-part="who-by"]').all_text_contents()
    assert sorted(people) == sorted(f"{one.who.strip()}, by {DAY}" for one in room.said)
    assert page.evaluate(MADE) == []
    assert room.ran == []


def test_the_large_view_gives_exactly_what_was_typed_to_be_written_on(room: Room) -> None:
    """Its fields are those of the checklist, filled again."""
    page = open_workbook(room.page)
    page.get_by_role("button", name="Show in large type").click()
    view = page.locator(".app-presenter")
    view.get_by_label("Checklist").select_option("Benefit")
    for one in room.said[:10]:
        expect(view.locator("[data-question]")).to_have_attribute("data-question", one.question)
        expect(view.get_by_label("What did you say?")).to_have_value(one.note)  # which waits until the fields are filled
        fields = [
            view.get_by_label("Why not here?"),
            view.get_by_role("textbox", name="Action, action 1"),
            view.get_by_label("Who, action 1"),
        ]
        assert [field.input_value() for field in fields] == [one.reason, one.what, one.who]
        view.get_by_role("button", name="Next").click()
    assert page.evaluate(MADE) == []
    page.keyboard.press("Escape")
    assert room.ran == []


def check_answers(room: Room, files: dict[str, str], title: str) -> None:
    """Each file says of each question what was typed, to a reader that is not ours."""
    said = room.said
    pairs = sorted((one.what, one.who) for one in said)
    tokens = read(files["Minutes"])
    assert sorted(texts(tokens, "blockquote")) == sorted(squeezed(one.note) for one in said)
    assert {f"Not relevant here: {squeezed(one.reason)}" for one in said} <= set(texts(tokens, "paragraph"))
    items = texts(tokens, "list_item")
    assert all(items.count(f"[ ] {squeezed(one.what)} ({squeezed(one.who)}, by {DAY})") == 2 for one in said)
    whole = Reader(files["Web page"])
    assert sorted(text.rstrip() for text in whole.within("blockquote")) == sorted(one.note.rstrip() for one in said)
    assert sorted(whole.within("span")) == sorted([*(one.reason.strip() for one in said), "At review"])  # which a later question says
    cells = whole.within("td")
    assert sorted(zip(cells[::4], cells[1::4], strict=True)) == sorted(pairs * 2)
    assert not whole.tags & {"script", "img"}
    sheet = rows(files["Spreadsheet"])
    assert sorted((row["action"], row["who"]) for row in sheet if row["kind"] == "Action") == pairs
    noted = [(row["reason"], row["note"]) for row in sheet if row["status"] == "Not relevant here"]
    assert sorted(noted) == sorted((one.reason.strip(), one.note.rstrip()) for one in said)
    found = sorted(str(event["DESCRIPTION"]).split("\n\nQuestion: ")[0] for event in events(files["Calendar"]))
    assert found == sorted(f"{one.what.strip()}\n\nWho: {one.who.strip()}" for one in said)
    assert all(f"\n\nWorkbook: {title}\n\n" in str(event["DESCRIPTION"]) for event in events(files["Calendar"]))


def check_about(n: int, files: dict[str, str]) -> None:
    """Each file says what the workbook is about."""
    title, *rest = typed = list(about(n).values())
    tokens = read(files["Minutes"])
    assert texts(tokens, "heading")[0] == squeezed(title)
    labels = ("Group", "Setting", "People", "Facilitator")
    assert texts(tokens, "list_item")[:4] == [f"{label}: {squeezed(text)}" for label, text in zip(labels, rest, strict=True)]
    whole = Reader(files["Web page"])
    assert [whole.within("title"), whole.within("dd")] == [[title.strip()], [text.strip() for text in rest]]
    row = rows(files["Spreadsheet"])[0]
    assert [row[name] for name in ("workbook", "group", "setting", "people", "facilitator")] == typed
    [book] = json.loads(files["This workbook as a file"])["workbooks"]
    assert {name: book["about"][name] for name in FIELDS} == about(n)


KINDS = ("Minutes", "Web page", "Spreadsheet", "This workbook as a file")


def test_each_file_gives_back_exactly_what_was_typed(room: Room) -> None:
    """The answers, and what the workbook is about."""
    page = open_workbook(room.page)
    files = {kind: save(page, kind) for kind in (*KINDS, "Calendar")}
    title, group, *_ = about(ABOUT).values()
    check_answers(room, files, f"{title.strip()} · {group}")
    check_about(ABOUT, files)
    [book] = json.loads(files["This workbook as a file"])["workbooks"]
    assert {key: (one["note"], one["reason"]) for key, one in book["answers"].items()} == {
        one.question: (one.note, one.reason) for one in room.said
    }
    assert room.ran == []


@pytest.mark.theme("none")
@pytest.mark.parametrize("first", range(0, len(TEXTS), 2))
def test_the_page_and_each_file_give_back_what_a_workbook_is_about(page: Page, first: int) -> None:
    """Each text in each field, in a workbook with one answer: all that were typed would be painted, written and read with each text."""
    page.goto(PLAIN)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, '{"status":"discussed","edits":{"status":[1,"a"]}}'])
    open_workbook(page)  # anew for two of them: Chromium drops what one visit downloads beyond ten files a second
    for n in (first, first + 1):
        fill_about(page, n)
        title, group, setting, people, facilitator = about(n).values()
        assert page.locator("#this-workbook").text_content() == title.strip()
        assert page.locator('[data-part="meta"]').text_content() == f"{group} · {setting} · {people} · Facilitator: {facilitator}"
        assert page.evaluate(MADE) == []
        check_about(n, {kind: save(page, kind) for kind in KINDS})


def test_a_backup_brings_exactly_what_was_typed_to_another_browser(room: Room, context_with: Callable[..., BrowserContext]) -> None:
    """As a new workbook, by way of the file that the first browser saved."""
    [mine] = json.loads(text := save(open_workbook(room.page), "This workbook as a file"))["workbooks"]
    other = open_workbook(context_with().new_page())
    other.get_by_label("Choose a file").set_input_files({"name": "b.json", "mimeType": "application/json", "buffer": text.encode()})
    other.get_by_role("button", name="Add as a new workbook").click()
    expect(other.locator('[data-part="happened"]')).not_to_be_empty()
    [theirs] = json.loads(save(other, "This workbook as a file"))["workbooks"]
    assert theirs["answers"] == mine["answers"]
    assert {name: theirs["about"][name] for name in FIELDS} == {name: mine["about"][name] for name in FIELDS}
    assert other.evaluate(MADE) == []
    assert room.ran == []
