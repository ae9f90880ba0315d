"""The questions of today: picked, ordered, counted, and read from whatever stands in the record."""

from typing import Any

import pytest

from tests.scripts.node import Modules


@pytest.mark.parametrize(
    ("stored", "read"),
    [(None, []), ("a", []), ({"a": 1}, []), (["a", "b", "a", 7, None, "__proto__", "no such name!"], ["a", "b"])],
)
def test_anything_may_be_stored_and_only_names_are_read(modules: Modules, stored: Any, read: list[str]) -> None:
    assert modules.call("answers/today", "todayOf", {"today": stored}) == read


def test_a_question_is_picked_once_and_taken_out(modules: Modules) -> None:
    assert modules.call("answers/today", "picked", *[["a", "b"], "a", True]) == ["b", "a"]
    assert modules.call("answers/today", "picked", *[["a", "b"], "a", False]) == ["b"]


@pytest.mark.parametrize(("by", "order"), [(-1, "bac"), (1, "acb"), (-9, "bac"), (9, "acb"), (0, "abc")])
def test_a_question_moves_and_stays_within_the_list(modules: Modules, by: int, order: str) -> None:
    assert modules.call("answers/today", "moved", ["a", "b", "c"], "b", by) == list(order)


def test_what_is_discussed_or_not_relevant_is_settled(modules: Modules) -> None:
    answers = {"a": {"status": "discussed"}, "b": {"status": "not-relevant"}, "c": {"note": "x"}}
    count = "(given) => import('app/answers/today').then(({ settled }) => settled(['a', 'b', 'c', 'd'], (id) => given[id] ?? null))"
    assert modules.evaluate(count, answers) == 2


LISTS = [
    {"slug": slug, "title": slug.title(), "questions": [{"id": f"{slug}-{n}", "text": f"Why {n}?"} for n in (1, 2)]}
    for slug in ("one", "two")
]
BEGIN = """({ lists, today, was, answers }) => import("app/workbook/steps").then(({ allSteps, todaySteps, beginning }) => {
    const steps = [...todaySteps({ lists }, today, "Today"), ...allSteps({ lists })];
    const { way, id } = steps[beginning(steps, was, { lists }, (id) => answers[id] ?? null)];
    return `${way} ${id}`;
})"""
DONE = {"status": "discussed", "answered": "2026-11-01T10:00:00Z"}


@pytest.mark.parametrize(
    ("today", "was", "answers", "place"),
    [
        ([], None, {}, "all one-1"),
        ([], None, {"two-1": DONE}, "all two-2"),
        (["two-2", "one-1"], None, {}, "today two-2"),
        (["two-2", "one-1"], None, {"two-2": DONE}, "today one-1"),
        (["two-2", "gone"], {"way": "all", "id": "one-2"}, {}, "all one-2"),
        (["two-2"], {"way": "today", "id": "one-2"}, {}, "today two-2"),
    ],
)
def test_the_large_view_begins_where_it_was_or_at_what_is_open(
    modules: Modules, today: list[str], was: Any, answers: dict[str, Any], place: str
) -> None:
    assert modules.evaluate(BEGIN, {"lists": LISTS, "today": today, "was": was, "answers": answers}) == place
