"""The handouts page before any script runs: seven blank sheets, and a panel that waits."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from macros.front_matter import front_matters
from macros.guide import Guide
from macros.handout import LINES, PACK, WHOLE, handout, ready
from macros.mistakes import Place
from tests.conftest import published

PAGE = Place("docs/handout.md", 9)


@pytest.fixture
def page(guide: Guide) -> str:
    """The page of the small guide, which has two principles."""
    return handout(replace(published(guide, site_url="https://example.org/guide/", build="2026-11-22 abc"), site_name="Small guide"), PAGE)


def sheet(page: str, slug: str) -> str:
    """One sheet's HTML."""
    found = re.search(rf'<article [^>]*id="sheet-{slug}".*?</article>', page, re.DOTALL)
    assert found
    return found[0]


def test_each_principle_has_a_sheet_and_shows_it_without_scripts(page: str) -> None:
    assert re.findall(r'<article [^>]*data-sheet="(.*?)" data-name="(.*?)" data-source="(.*?)"( hidden)?>', page) == [
        ("benefit", "Benefit", "../principles/benefit/", ""),
        ("learning", "Learning", "../principles/learning/", ""),
    ]


def test_a_sheet_says_which_of_the_principles_it_is(page: str, guide: Guide) -> None:
    for number, (slug, name) in enumerate((("benefit", "Benefit"), ("learning", "Learning")), 1):
        assert guide.words.page.principle.format(number=number, total=2, name=name) in sheet(page, slug)


def test_a_sheet_has_every_question_with_a_box_and_its_number(page: str, guide: Guide) -> None:
    questions = guide.checklists["benefit"].questions
    found = re.findall(r'for="sheet-(.*?)"><span [^>]*>(\d+)\.</span> (.*?)</label>', sheet(page, "benefit"))
    assert found == [(question.id, str(number), question.text) for number, question in enumerate(questions, 1)]
    assert re.findall(r'<input [^>]*type="checkbox" id="sheet-(.*?)" disabled>', sheet(page, "benefit")) == [
        question.id for question in questions
    ]
    assert 'data-lines="few"' in page


def test_a_sheet_has_room_to_write_which_is_for_pens_alone(page: str) -> None:
    rooms = re.findall(r'<div class="app-sheet__room" aria-hidden="true">(.*?)</div>', sheet(page, "learning"), re.DOTALL)
    assert [room.count("app-sheet__line") for room in rooms] == [LINES, LINES]


def test_a_sheet_explains_the_terms_of_its_questions(page: str, guide: Guide) -> None:
    used = {term for question in guide.checklists["benefit"].questions for term in question.terms}
    assert used
    assert {term.id for term in guide.terms.values() if term.short in sheet(page, "benefit")} == used


def test_a_sheet_leads_back_to_its_page(page: str) -> None:
    assert "<span>example.org/<wbr>guide/<wbr>principles/<wbr>learning/<wbr></span>" in sheet(page, "learning")
    assert "<svg " in sheet(page, "learning")


def test_a_sheet_says_where_it_comes_from(page: str, guide: Guide) -> None:
    assert "Small guide · Version 2026-11-22 abc. " in sheet(page, "benefit")
    assert ">Small guide. " in handout(replace(guide, site_name="Small guide"), PAGE)


def test_a_sheet_says_when_its_questions_were_reviewed(project: Path, guide: Guide) -> None:
    """On the sheet itself: not every browser prints what stands in the margin."""
    found = handout(replace(guide, front_matters=front_matters(project / "docs")[0]), PAGE)
    assert "Last reviewed 1 January 2026." in sheet(found, "benefit")
    assert "Last reviewed" not in handout(guide, PAGE)


def test_a_site_that_does_not_know_its_address_has_no_codes(guide: Guide) -> None:
    assert "<svg " not in handout(guide, PAGE)


def test_a_principle_without_questions_still_has_a_sheet(guide: Guide) -> None:
    found = sheet(handout(replace(guide, checklists={}), PAGE), "benefit")
    assert guide.principles[0].headline in found
    assert "data-question" not in found


def test_the_panel_waits_for_its_script(page: str) -> None:
    assert re.search(r'<form [^>]*data-part="panel"[^>]* hidden>', page)
    assert re.findall(r'<input type="checkbox" id="handout-(.*?)" name="principles" value="(.*?)" checked>', page) == [
        ("benefit", "benefit"),
        ("learning", "learning"),
    ]


def test_ready_made_files_are_asked_for_and_not_linked_yet(page: str, guide: Guide) -> None:
    assert re.findall(r'<span data-pdf="(.*?)" data-title=".*?" data-choice=".*?" hidden>', page) == [
        "benefit.pdf",
        "learning.pdf",
        PACK,
        WHOLE,
    ]
    assert "what=sheets principles=learning answers=blank text=questions lines=few" in page
    assert re.search(rf'<span data-pdf="../handout/{PACK}" hidden>.*\{{size\}}', ready(guide, Place("docs/workshop.md", 9)))


def test_no_id_stands_twice(page: str) -> None:
    ids = re.findall(r'\sid="(.*?)"', page)
    assert len(ids) == len(set(ids)) > 5


def test_a_sheet_prints_prompts_outside_the_labels(guide: Guide) -> None:
    one = guide.checklists["benefit"].questions[0].model_copy(update={"prompt": "Take two rounds.", "when": "review"})
    lists = {"benefit": guide.checklists["benefit"].model_copy(update={"questions": (one,)})}
    found = sheet(handout(replace(guide, checklists=lists), PAGE), "benefit")
    assert "rounds" not in "".join(re.findall(r"<label .*?</label>", found, re.DOTALL))
    [prompt] = re.findall(r'<p class="app-sheet__prompt">(.*?)</p>', found)
    assert re.sub("<.*?>", "", prompt) == f"{guide.words.checklist.at_review} Take two rounds."
