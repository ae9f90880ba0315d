"""What a group wrote, on paper: ticks that show with backgrounds off, notes and actions, and the workbook as minutes."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from macros.front_matter import front_matters
from tests.conftest import BUILD, ROOT

from .printed import MM, SIZES, Printed, printing, settle
from .reused import PLAIN
from .test_colours import LIGHT, SYSTEM
from .test_overview import PREFIX

DISCUSSED, TICKED, ASIDE, OPEN = (
    "Why is the innovation worth spreading and adopting?",
    "Can you communicate clearly this ‘why’ with others?",
    "What evidence is needed to gain commitment?",
    "How will spread and adoption be recognised?",
)
REVIEWED = {
    f"{path.removesuffix('.md')}/": f"{page.reviewed.day} {page.reviewed:%B %Y}" for path, page in front_matters(ROOT / "docs")[0].items()
}
EDITS = {name: [1, "t1"] for name in ("status", "note", "reason")}
ANSWERS: dict[str, dict[str, object]] = {
    "benefit-worth-spreading": {
        "status": "discussed",
        "note": "People wait eleven weeks.",
        "edits": EDITS,
        "actions": [
            {"id": "a1", "what": "Ask three nurses", "who": "Zoe", "by": "2126-01-02", "edits": {}},
            {"id": "a2", "what": "Count the letters", "done": True, "edits": {}},
        ],
    },
    "benefit-communicate-why": {"status": "discussed", "edits": EDITS},
    "benefit-evidence": {"status": "not-relevant", "reason": "Set nationally.", "edits": EDITS},
    "learning-unused-figures": {"note": "Only a note.", "edits": EDITS},
}
ABOUT = {"title": "Falls clinic", "setting": "North locality", "date": "2026-11-20", "people": "Ana, Ben", "facilitator": "Cleo"}
WROTE = ("People wait eleven weeks.", "Ask three nurses Zoe, by 2 January 2126", "Count the letters", "Set nationally.")


def answered(page: Page, path: str, **about: str) -> Page:
    """A page as a group sees it that has answered; `about`: what its workbook says of itself besides, or instead."""
    page.goto(PLAIN)
    stored = {f"{PREFIX}answer:first:{question}": json.dumps(answer) for question, answer in ANSWERS.items()}
    stored |= {
        f"{PREFIX}workbook:first": json.dumps(ABOUT | about | {"edits": {name: [1, "t1"] for name in ABOUT}}),
        f"{PREFIX}current": "first",
    }
    page.evaluate("(all) => { Object.assign(localStorage, all); }", stored)
    page.goto(path)
    settle(page)
    return page


def marks(done: Printed, question: str) -> int:
    """How many dots are black inside the box beside a question."""
    [sheet] = done.on(question)
    box = done.box(sheet, question).point(lambda shade: 255 * (shade < 128))
    left, top, right, bottom = box.getbbox() or (0, 0, 0, 0)
    return box.crop((left + 9, top + 9, right - 9, bottom - 9)).histogram()[255]


@pytest.mark.parametrize("path", ["principles/benefit/", "handout/#handout-benefit"])
def test_a_tick_a_note_and_an_action_are_printed_and_whole(page: Page, path: str) -> None:
    answered(page, path)
    for paper in SIZES:
        done = printing(page, paper)
        assert marks(done, DISCUSSED) > 200, paper
        assert marks(done, TICKED) > 200, paper
        assert marks(done, ASIDE) == 0, paper
        assert marks(done, OPEN) == 0, paper
        for text in WROTE:
            assert len(done.on(text)) == 1, (text, paper)
        assert set(done.on(WROTE[0])) == set(done.on(DISCUSSED)) == set(done.on(WROTE[2])), "an answer is never split"
        if path == "principles/benefit/":
            assert done.body.count("Workbook: Falls clinic") == 1, "it says whose it is"
            assert done.body.index("Workbook: Falls clinic") < done.body.index(DISCUSSED)


def test_one_that_has_no_name_says_nothing_of_it(page: Page) -> None:
    page.goto("principles/benefit/")
    settle(page)
    assert "Workbook" not in printing(page).body


def test_a_handout_says_whose_answers_it_shows(page: Page) -> None:
    answered(page, "handout/#handout-benefit")
    for lines in ("None", "Few"):
        page.get_by_label(lines, exact=True).check()
        page.get_by_label("What this browser keeps").check()
        settle(page)
        whose = "Innovation Falls clinic Setting North locality Date 20 November 2026"
        assert printing(page).body.count(whose) == 1, lines
        page.get_by_label("Blank").check()
        settle(page)
        assert "Falls clinic" not in printing(page).body, lines


def test_a_long_name_on_a_handout_keeps_clear_of_what_stands_above_it(page: Page) -> None:
    answered(page, "handout/#handout-benefit", setting="North Locality and the Islands, the former cottage hospital " * 3)
    sheet = printing(page).sheets[0]
    above = sheet.starts("Consider these questions").bottom
    assert min(word.top for word in sheet.words if word.top > above - 2 and word.size < 9) > above + MM / 2
    assert DISCUSSED in sheet.body


def test_what_is_being_edited_is_printed_too(page: Page) -> None:
    answered(page, "principles/benefit/")
    page.locator("#benefit-worth-spreading summary").click()
    page.get_by_label("What did you say?").fill("People wait nine weeks.")
    body = printing(page).body
    assert body.count("People wait nine weeks.") == 1
    assert "What did you say?" not in body


def test_blank_sheets_show_nothing_of_it_and_do_not_remove_it(page: Page) -> None:
    answered(page, "handout/#handout-benefit")
    page.get_by_label("Blank").check()
    for paper in SIZES:
        done = printing(page, paper)
        assert [text for text in WROTE if text in done.body] == [], paper
        assert [marks(done, text) for text in (DISCUSSED, TICKED, ASIDE, OPEN)] == [0, 0, 0, 0], paper
    page.get_by_label("What this browser keeps").check()
    for paper in SIZES:
        assert WROTE[0] in printing(page, paper).body, paper


def test_the_action_sheet_of_the_pack_lists_what_was_decided(page: Page) -> None:
    answered(page, "handout/")
    page.get_by_label("The workshop pack").check()
    settle(page)
    done = printing(page)
    assert "Ask three nurses Zoe 2 January 2126" in done.sheets[-1].body
    page.get_by_label("Blank").check()
    assert "Ask three nurses" not in printing(page).body


def test_the_workbook_is_printed_as_minutes(page: Page) -> None:
    done = printing(answered(page, "workbook/"))
    body = done.body
    order = [
        "Falls clinic",
        "North locality · 20 November 2026 · Ana, Ben · Facilitator: Cleo",
        "Ask three nurses Zoe, by 2 January 2126",
        f"{DISCUSSED} Discussed People wait eleven weeks.",
        f"{TICKED} Discussed",
        f"{ASIDE} Not relevant here Why not here: Set nationally.",
        "Only a note.",
        "2 discussed, 1 not relevant here, 7 open",
    ]
    assert [text for text in order if text not in body] == []
    assert [body.index(text) for text in order] == sorted(body.index(text) for text in order)
    for screen in (
        "Keep a backup",
        "Show in large type",
        "All workbooks",
        "Download",
        "Still open",
        "next open question",
        "Remove",
        "Export",
        "Import",
    ):
        assert screen not in body
    assert "Falls clinic" in body[:90]


def test_a_workbook_without_an_answer_says_so_on_paper(page: Page) -> None:
    page.goto("workbook/")
    settle(page)
    assert "Workbook without a title" in printing(page).body


@pytest.mark.parametrize("path", ["principles/benefit/", "handout/", "workbook/"])
def test_with_scripts_off_the_plain_page_prints_blank_and_says_its_facts_once(
    context_with: Callable[..., BrowserContext], path: str
) -> None:
    page = context_with(java_script_enabled=False, color_scheme="dark").new_page()
    page.goto(path)
    done = printing(page)
    assert done.sheets[0].head == done.sheets[0].foot == ""
    assert done.body.count(f"Version {BUILD} · Last reviewed {REVIEWED[path]}.") == (0 if path == "handout/" else 1)
    if path == "handout/":
        assert len(done.sheets) == 7
        assert done.body.count(f"Version {BUILD}") == 7
        assert "Choose what to print" not in done.body
    if path != "workbook/":
        assert [marks(done, text) for text in (DISCUSSED, ASIDE)] == [0, 0]


def test_dark_colours_that_a_reader_chose_print_light(page: Page) -> None:
    answered(page, "principles/benefit/")
    for name in (SYSTEM, LIGHT):
        page.get_by_role("radio", name=name).press("Enter")
    expect(page.locator("html")).to_have_css("color-scheme", "dark")
    done = printing(page)
    assert "".join(letter.text for sheet in done.sheets for letter in sheet.letters if letter.lightness > 0.55) == "", (
        "margins are light too"
    )
    shades = done.picture(0, 40).histogram()
    assert sum(shades[230:]) > 0.8 * sum(shades)
    assert sum(shades[:90]) > 0.005 * sum(shades)
