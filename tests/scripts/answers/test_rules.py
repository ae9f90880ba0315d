"""The rules that the early script and the modules share: which workbook is open, what a newer release left, what counts as outdated."""

from typing import Any

import pytest

from tests.scripts.node import Modules

BEFORE = "guide:/:2:"
OPEN = """([stored, before]) => {
    const { openBook, keysOf } = globalThis.guide;
    return openBook(keysOf(before), (key) => stored[key] ?? null, (start) => Object.keys(stored).filter((key) => key.startsWith(start)));
}"""


@pytest.mark.parametrize(
    ("stored", "is_open"),
    [
        ({}, "first"),
        ({"current": "first"}, "first"),  # it needs no record of its own
        ({"current": "b", "workbook:b": "{}", "workbook:a": "{}"}, "b"),
        ({"current": "b", "answer:b:q": "{}", "answer:c:q": "{}"}, "b"),  # its record is lost, its answers are not
        ({"current": "gone", "workbook:a": "{}", "workbook:b": "{}"}, "b"),
        ({"current": "gone", "workbook:a": "{}", "answer:first:q": "{}"}, "first"),
        ({"current": "No name!", "workbook:a": "{}"}, "a"),
        ({"workbook:a": "{}", "undo:3": "{}", "paper": "A4", "aside:x": "y"}, "a"),
        ({"current": "gone", "workbook:No name!": "{}", "undo:zz": "{}"}, "first"),
    ],
)
def test_the_workbook_that_is_open_is_one_that_is_there(modules: Modules, stored: dict[str, str], is_open: str) -> None:
    assert modules.evaluate(OPEN, [{BEFORE + key: value for key, value in stored.items()}, BEFORE]) == is_open


@pytest.mark.parametrize(("kept", "newer"), [([1, 2], False), ([3], True), ([2, 9], True), ([], False)])
def test_only_a_later_format_is_newer(modules: Modules, kept: list[int], newer: bool) -> None:
    source = "([kept, before]) => globalThis.guide.hasNewer(before, (key) => kept.includes(key))"
    assert modules.evaluate(source, [[f"guide:/:{number}:current" for number in kept], BEFORE]) is newer


@pytest.mark.parametrize(
    ("answer", "revised", "outdated"),
    [
        ({"status": "discussed", "answered": "2026-01-01"}, "2026-02-01", True),
        ({"status": "discussed"}, "2026-02-01", True),
        ({"status": "discussed", "answered": "2026-02-01"}, "2026-02-01", False),
        ({"status": "discussed", "answered": "2026-01-01", "revisedSeen": "2026-01-31"}, "2026-02-01", True),
        ({"status": "discussed", "answered": "2026-01-01", "revisedSeen": "2026-02-01"}, "2026-02-01", False),
        ({"status": "discussed", "answered": "2026-01-01"}, "", False),
        ({"note": "open", "answered": "2026-01-01"}, "2026-02-01", False),
        (None, "2026-02-01", False),
    ],
)
def test_an_answer_is_outdated_where_its_question_was_revised_since(
    modules: Modules, answer: dict[str, Any] | None, revised: str, outdated: bool
) -> None:
    assert modules.evaluate("([answer, revised]) => globalThis.guide.isOutdated(answer, revised)", [answer, revised]) is outdated


def test_a_key_is_taken_apart_as_it_was_made(modules: Modules) -> None:
    source = """(before) => {
        const { keysOf } = globalThis.guide, keys = keysOf(before);
        return [keys.answer("a", "q"), keys.workbook("b"), keys.quarantine(3), keys.undo(4), keys.current, "other", null].map((key) => keys.parts(key));
    }"""
    assert [(one["kind"], one["id"], one["question"]) for one in modules.evaluate(source, BEFORE)] == [
        ("answer", "a", "q"),
        ("workbook", "b", ""),
        ("quarantine", "3", ""),
        ("undo", "4", ""),
        ("current", "", ""),
        ("", "", ""),
        ("", "", ""),
    ]
