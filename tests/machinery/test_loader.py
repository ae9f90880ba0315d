"""From a folder of data files to a guide."""

import datetime
from pathlib import Path

import pytest

from checks.pages.claims import FILE as CLAIMS
from macros import addresses
from macros.forms import FORMS
from macros.guide import Guide
from macros.loader import FILES, files, load
from macros.mistakes import Place
from tests.checks.test_planted import CASES, plant
from tests.conftest import ROOT, Change

IN_DATA = [case for case in CASES if case["file"].startswith("data/") and "by" not in case and "more" not in case.get("name", "")]


@pytest.mark.parametrize("case", IN_DATA, ids=[case["mistake"] for case in IN_DATA])
def test_a_mistake_in_the_data_is_found_by_reading_it(case: dict[str, object], project: Path) -> None:
    plant(project, case)
    assert [str(mistake) for mistake in load(project / "data").mistakes] == case["says"]


def test_the_guide_holds_what_the_files_say(guide: Guide) -> None:
    assert list(guide.checklists) == ["benefit", "learning"]
    assert [question.id for question in guide.questions()] == [
        "benefit-who-gains", "benefit-how-known", "benefit-what-next", "learning-surprise", "learning-visit",
    ]  # fmt: skip
    assert list(guide.terms) == ["benefit", "pull", "weak-tie"]
    assert [principle.slug for principle in guide.principles] == ["benefit", "learning"]
    assert list(guide.tools) == ["map"]
    assert list(guide.reports) == ["smith-2001"]
    assert [group.id for group in guide.groups] == ["start"]
    assert guide.words.glossary.see
    assert guide.unread == ()


def test_a_question_knows_its_past(guide: Guide) -> None:
    question = guide.checklists["benefit"].questions[1]
    assert (question.was, question.revised, question.before) == (
        ("benefit-known",),
        datetime.date(2026, 3, 1),
        "Will you know that it worked?",
    )
    plain = guide.checklists["benefit"].questions[0]
    assert (plain.was, plain.revised, plain.before) == ((), None, None)


def test_retired_questions_keep_their_last_wording(guide: Guide) -> None:
    [retired] = guide.retired
    assert (retired.id, retired.text, retired.date) == ("benefit-old", "Is it new?", datetime.date(2026, 2, 1))


def test_places_of_entries_are_known(guide: Guide) -> None:
    assert guide.places["term", "pull"] == Place("data/glossary.yml", 8, 5)
    assert guide.places["tool", "map"] == Place("data/tools.yml", 3, 5)
    assert guide.places["report", "smith-2001"] == Place("data/reports.yml", 6, 5)


def test_mistakes_of_several_files_are_all_named_in_their_order(data: Path, change: Change) -> None:
    change(data / "tools.yml", "purpose", "purpos")
    change(data / "checklists" / "benefit.yml", "introduction: Choose one.\n", "")
    change(data / "glossary.yml", "name: pull", "name: ''")
    guide = load(data)
    assert [str(mistake.place) for mistake in guide.mistakes] == [
        "data/checklists/benefit.yml:2:1",
        "data/glossary.yml:9:11",
        "data/tools.yml:3:5",
        "data/tools.yml:5:5",
    ]
    assert guide.unread == ("data/checklists/benefit.yml", "data/glossary.yml", "data/tools.yml")


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_named_and_the_rest_is_read(data: Path, file: str) -> None:
    (data / file).unlink()
    guide = load(data)
    assert guide.unread == (f"data/{file}",)
    assert guide.checklists
    assert guide.words.glossary.see


def test_every_data_file_of_the_project_is_read() -> None:
    by_others = {ROOT / CLAIMS, ROOT / "data" / addresses.NAME, *(ROOT / FORMS).glob("*.yml")}
    assert {*files(ROOT / "data"), *by_others} == set((ROOT / "data").rglob("*.yml"))


def test_the_guide_itself_has_no_mistake() -> None:
    assert load(ROOT / "data").mistakes == ()
