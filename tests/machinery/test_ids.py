"""What happens to ids over time; more wrong cases stand in tests/fixtures/planted.yml."""

from pathlib import Path

import pytest

from macros.loader import load
from tests.conftest import Change


def said(data: Path) -> list[str]:
    """What the loader says about ids."""
    return [str(mistake) for mistake in load(data).mistakes]


@pytest.fixture
def learning(data: Path) -> Path:
    """The checklist in which questions are renamed, split and merged."""
    return data / "checklists" / "learning.yml"


SURPRISE = "  - id: learning-surprise\n    text: Which result surprised you most?\n"


def test_a_renamed_question_names_its_old_id(data: Path, learning: Path, change: Change) -> None:
    change(learning, "id: learning-surprise", "id: learning-astonished\n    was: [learning-surprise]")
    assert said(data) == []


def test_a_split_question_is_named_by_each_part(data: Path, learning: Path, change: Change) -> None:
    part = "  - id: learning-{0}\n    text: {1}?\n    was: [learning-surprise]\n"
    change(learning, SURPRISE, part.format("good", "What went well") + part.format("bad", "Which figure came as a shock"))
    assert said(data) == []


def test_a_merged_question_names_all_its_old_ids(data: Path, learning: Path, change: Change) -> None:
    change(data / "published-ids.yml", "  - learning-surprise\n", "  - learning-surprise\n  - learning-shock\n")
    change(learning, "id: learning-surprise", "id: learning-both\n    was: [learning-surprise, learning-shock]")
    assert said(data) == []


def test_a_retired_question_needs_no_successor(data: Path, learning: Path, change: Change) -> None:
    change(learning, SURPRISE, "")
    change(data / "published-ids.yml", "retired:\n", "retired:\n  - {id: learning-surprise, text: Which result?, date: 2026-05-01}\n")
    assert said(data) == []
    assert [retired.id for retired in load(data).retired] == ["learning-surprise", "benefit-old"]


def test_a_new_question_need_not_be_registered_yet(data: Path, learning: Path, change: Change) -> None:
    change(learning, "", "  - id: learning-new\n    text: Is this one new?\n")
    assert said(data) == []


def test_a_retired_id_is_not_a_term(data: Path, change: Change) -> None:
    change(data / "published-ids.yml", "  - demand\n", "  - demand\n  - benefit-old\n")
    assert said(data) == [
        "data/published-ids.yml:10:5: the term 'benefit-old' was published and is gone; put it back, or name it in the `was` of the term that replaces it"
    ]


def test_the_new_name_of_a_term_is_guessed_among_the_new_ones(data: Path, change: Change) -> None:
    change(data / "glossary.yml", "    was: [demand]\n", "")
    change(data / "glossary.yml", "id: weak-tie", "id: demands")
    assert said(data)[0].endswith("the term that replaces it (if it is now called 'demands', write `was: [demand]` there)")


def test_a_term_cannot_take_over_a_term_that_is_still_there(data: Path, change: Change) -> None:
    change(data / "glossary.yml", "was: [demand]", "was: [demand, benefit]")
    assert said(data) == [
        "data/glossary.yml:12:19: 'benefit' in `was` is still in use; take it out of `was`, or give the entry that has it another id"
    ]


def test_an_earlier_id_stands_once(data: Path, change: Change) -> None:
    change(data / "glossary.yml", "was: [demand]", "was: [demand, demand]")
    assert said(data) == ["data/glossary.yml:12:19: 'demand' stands twice in this list; take one out"]


def test_a_question_is_retired_once(data: Path, change: Change) -> None:
    change(data / "published-ids.yml", "", "  - {id: benefit-old, text: Is it old?, date: 2026-05-01}\n")
    assert said(data) == [
        "data/published-ids.yml:14:10: the id 'benefit-old' is taken: it stands at data/published-ids.yml:11:9; give this one an id of its own"
    ]


@pytest.mark.parametrize("file", ["checklists/learning.yml", "glossary.yml"])
def test_a_file_that_cannot_be_read_has_lost_none_of_its_ids(data: Path, file: str) -> None:
    (data / file).write_text("x: [", encoding="utf-8")
    assert {mistake.place.path for mistake in load(data).mistakes} == {f"data/{file}"}


def test_without_a_register_nothing_is_retired(data: Path) -> None:
    (data / "published-ids.yml").unlink()
    guide = load(data)
    assert guide.retired == ()
    assert [mistake.place.path for mistake in guide.mistakes] == ["data/published-ids.yml"]
