"""The range of a silent sort: counts, and the order of what divides people most."""

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scripts.node import Modules

MARKS = ["now", "clear", "later", "not-here", "unsure"]
COUNTS = st.lists(st.integers(0, 40), min_size=5, max_size=5)


def divided(modules: Modules, *counts: int) -> float:
    """How divided people are, by how many gave each mark."""
    return float(modules.call("sort/range", "divided", dict(zip(MARKS, counts, strict=False))))


def handed(**marks: str) -> Any:
    """What one person marked."""
    return {"sort": "w1", "person": "p1", "sheet": {"marks": {question: [mark, 1] for question, mark in marks.items()}}}


def ranged(modules: Modules, ids: str, all_: list[Any], moves: dict[str, list[str]] | None = None) -> Any:
    """The range of some questions."""
    questions = [{"id": one, "text": one, "url": ""} for one in ids]
    source = (
        "([questions, all, moves]) => import('app/sort/range').then(({ range }) => range(questions, all, new Map(Object.entries(moves))))"
    )
    return modules.evaluate(source, [questions, all_, moves or {}])


def test_most_divided_is_what_two_marks_at_random_differ_in_most_often(modules: Modules) -> None:
    assert divided(modules) == divided(modules, 0, 0) == 0
    assert divided(modules, 12) == 0
    assert divided(modules, 6, 6) == 0.5
    assert divided(modules, 6, 6) < divided(modules, 4, 4, 4) < divided(modules, 2, 2, 2, 2, 2) == pytest.approx(0.8)
    assert divided(modules, 11, 1) < divided(modules, 8, 4) < divided(modules, 6, 6)
    assert divided(modules, 1, 1) == divided(modules, 20, 20), "it depends on shares alone"


@settings(max_examples=40)
@given(counts=COUNTS)
def test_it_knows_no_order_of_the_marks(modules: Modules, counts: list[int]) -> None:
    found = {divided(modules, *one) for one in list(permutations(counts))[::23]}
    assert len(found) == 1
    assert 0 <= found.pop() <= 0.8 + 1e-9


def test_what_divides_most_stands_first_and_the_rest_in_the_order_of_questions(modules: Modules) -> None:
    all_ = [
        handed(a="now", b="now", c="later", d="clear"),
        handed(a="now", b="later", c="now", d="clear"),
        handed(b="now", c="now", e="unsure"),
    ]
    rows = ranged(modules, "abcdef", all_)
    assert [row["id"] for row in rows] == ["b", "c", "a", "d", "e"]
    assert rows[0]["counts"] == {"now": 2, "clear": 0, "later": 1, "not-here": 0, "unsure": 0}
    assert [row["total"] for row in rows] == [3, 3, 2, 2, 1]


def test_a_mark_under_an_earlier_id_counts_once_for_its_question(modules: Modules) -> None:
    rows = ranged(
        modules, "a", [handed(old="later"), {**handed(), "sheet": {"marks": {"old": ["later", 1], "a": ["now", 2]}}}], {"a": ["old"]}
    )
    assert rows[0]["counts"] == {"now": 1, "clear": 0, "later": 1, "not-here": 0, "unsure": 0}


def test_a_new_mark_is_later_than_all_before(modules: Modules) -> None:
    one = modules.call("sort/range", "mark", {"marks": {"a": ["now", 7]}}, "b", "later")
    assert one == {"marks": {"a": ["now", 7], "b": ["later", 8]}}
    assert modules.call("sort/range", "marked", one, ["a", "b", "c", "constructor"]) == 2
