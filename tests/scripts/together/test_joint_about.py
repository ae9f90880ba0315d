"""What a joint record says of itself: what all its workbooks say, and what they do not agree on is left for the meeting to write."""

import itertools
from typing import Any

import pytest

from tests.scripts.node import Modules

JOINT = """
async (books) => {
    const { joint } = await import("app/together/joint");
    return joint(books, { about: (id) => books.find((one) => one.id === id).about }, { at: "2026" }).about;
}
"""


def about(modules: Modules, *said: dict[str, Any]) -> dict[str, Any]:
    """What the joint record of workbooks that say this says of itself, in whatever order they come."""
    books = [{"id": f"w{n}", "about": {"edits": {}, **one}, "answers": {}} for n, one in enumerate(said)]
    records = [modules.evaluate(JOINT, list(some)) for some in itertools.permutations(books)]
    for record in records:
        del record["sources"]
    assert all(record == records[0] for record in records)
    return dict(records[0])


@pytest.mark.parametrize("name", ["title", "setting", "date", "purpose"])
def test_what_all_say_stands_in_it(modules: Modules, name: str) -> None:
    assert about(modules, {name: "2026-11-22"}, {name: " 2026-11-22 "})[name] == "2026-11-22"


@pytest.mark.parametrize("name", ["setting", "date", "purpose"])
@pytest.mark.parametrize("other", ["2026-11-23", "", None])
def test_what_not_all_say_is_left_empty(modules: Modules, name: str, other: str | None) -> None:
    assert about(modules, {name: "2026-11-22"}, {} if other is None else {name: other})[name] == ""


def test_where_titles_differ_the_first_by_the_alphabet_stands(modules: Modules) -> None:
    assert about(modules, {"title": "Falls"}, {"title": "Beds"}, {"title": " "}, {})["title"] == "Beds"
    assert about(modules, {}, {"title": ""})["title"] == ""


def test_questions_of_today_stand_where_all_have_the_same_in_the_same_order(modules: Modules) -> None:
    assert about(modules, {"today": ["a", "b"]}, {"today": ["a", "b"]})["today"] == ["a", "b"]
    assert "today" not in about(modules, {"today": ["a", "b"]}, {"today": ["b", "a"]})
    assert "today" not in about(modules, {"today": ["a"]}, {})
    assert "today" not in about(modules, {}, {})


def test_groups_stand_in_the_order_of_their_numbers_and_those_of_one_name_by_their_workbooks(modules: Modules) -> None:
    names = {"w4": "Table 10", "w1": "Table 2", "w3": "table 2", "w2": "Table 2", "w5": ""}
    parts = {workbook: {"group": group, "edits": {}} for workbook, group in names.items()}
    for some in (parts, dict(reversed(parts.items()))):
        found = modules.call("answers/joined", "groupsIn", {"edits": {}, "parts": some})
        assert [one["workbook"] for one in found if one["workbook"] != "w3"] == ["w5", "w1", "w2", "w4"]


@pytest.mark.parametrize(
    ("own", "said", "differ"),
    [
        ({}, ["discussed", "not-relevant"], True),
        ({}, ["discussed", "discussed"], False),
        ({}, ["discussed", None], False),
        ({"status": "discussed", "edits": {"status": [1, "t"]}}, ["discussed", "not-relevant"], False),
        ({"edits": {"status": [1, "t"]}}, ["discussed", "not-relevant"], False),  # somebody opened it again
        ({"status": "discussed"}, ["discussed", "discussed"], False),
    ],
)
def test_groups_differ_until_somebody_sets_the_status(modules: Modules, own: dict[str, Any], said: list[str | None], differ: bool) -> None:
    parts: dict[str, Any] = {f"w{n}": {"edits": {}} | ({"status": one} if one else {}) for n, one in enumerate(said)}
    assert modules.call("answers/joined", "differs", {"edits": {}, **own, "parts": parts}) is differ
