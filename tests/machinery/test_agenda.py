"""What a workshop does when, as tables."""

from dataclasses import replace

import pytest

from macros.agenda import agenda, ground_rules, rounds, sizes
from macros.guide import Guide
from macros.loader import load
from macros.mistakes import Place, WrongCallError
from tests.conftest import ROOT, SPECIAL

PAGE = Place("docs/workshop.md", 9)


def test_an_agenda_has_a_heading_and_a_line_for_each_part_with_its_clock(guide: Guide) -> None:
    assert agenda(guide, PAGE, "short").splitlines() == [
        "### 15 minutes, 2 questions",
        "",
        "| Clock | Minutes | What happens |",
        "|---|---|---|",
        "| 0:00 | 2 | Who is here. |",
        "| 0:02 | 8 | Two questions. |",
        "| 0:10 | 2 | Decide. [Map of people](tools-and-methods.md#tool-map) |",
        "| 0:12 | 2 | Who does it? |",
        "| 0:14 | 1 | Go home. |",
    ]


def test_the_clock_goes_past_the_hour() -> None:
    rows = agenda(replace(load(ROOT / "data"), special=SPECIAL), PAGE, "half-day").splitlines()[4:]
    assert [row.split(" | ")[0] for row in rows][-2:] == ["| 2:36", "| 2:50"]


def test_rounds_say_what_the_facilitator_says(guide: Guide) -> None:
    assert rounds(guide, PAGE, "pairs").splitlines() == [
        "| Minutes | Round | Say this |",
        "|---|---|---|",
        "| 1 | Alone | “Write it down.” |",
        "| 2 | Pairs | “Compare.” |",
    ]


def test_an_unknown_name_is_said_with_the_nearest_one(guide: Guide) -> None:
    with pytest.raises(WrongCallError, match="there is no agenda 'shorts'; did you mean 'short'"):
        agenda(guide, PAGE, "shorts")
    with pytest.raises(WrongCallError, match="there is no set of rounds 'pair'; did you mean 'pairs'"):
        rounds(guide, PAGE, "pair")


def test_ground_rules_are_a_numbered_list(guide: Guide) -> None:
    assert ground_rules(replace(guide, rules=("One speaks.", "Nobody writes a name.")), PAGE) == "1. One speaks.\n2. Nobody writes a name."


def test_ground_rules_that_are_missing_are_named(guide: Guide) -> None:
    with pytest.raises(WrongCallError, match="has no `rules`; write them there, or take this call out"):
        ground_rules(guide, PAGE)


def test_what_changes_with_the_number_of_people_is_a_column_for_each(guide: Guide) -> None:
    assert sizes(guide, PAGE).splitlines() == [
        "| What changes | 4 people |",
        "|---|---|",
        "| **Tables** | One. |",
        "| **Who runs it** | You. |",
        "| **Names** | A name each. 1 minute. |",
        "| **Choosing questions** | Say it aloud. |",
        "| **Rounds, in minutes** | Alone 1, Pairs 2 |",
        "| **Hearing all** | Each pair speaks. 2 minutes. |",
        "| **Deciding** | By consent. |",
        "| **Actions** | Two. |",
        "| **Last round** | A word each. 1 minute. |",
    ]


def test_sizes_that_are_missing_are_named(guide: Guide) -> None:
    anybody = tuple(size.model_copy(update={"people": None}) for size in guide.sizes)
    with pytest.raises(WrongCallError, match="has no `sizes` with `people`; write them there, or take this call out"):
        sizes(replace(guide, sizes=anybody), PAGE)
