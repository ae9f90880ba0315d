"""The action list: what is in it, in which order, what is late, and how it reads as plain text."""

from typing import Any

import pytest

from tests.scripts.node import Modules
from tests.scripts.workshop import HOSTILE, WORDS, answer, minutes


def with_actions(actions: list[dict[str, Any]]) -> dict[str, Any]:
    """A workbook with these actions on its first question."""
    record = minutes("plain")
    record["about"]["title"] = "Falls clinic"
    record["lists"][0]["questions"][0]["answer"]["actions"] = [{"id": f"a{n}", "edits": {}, **action} for n, action in enumerate(actions)]
    return record


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_each_action_is_listed_with_what_was_written_and_where(modules: Modules, text: str) -> None:
    first, second = modules.call("files/actions", "actionsOf", minutes(text))
    assert (first["what"], first["who"], first["by"], first["due"], first["done"], first["overdue"]) == (
        text,
        text,
        "2026-12-12",
        "2026-12-12",
        False,
        False,
    )
    assert (second["what"], second["by"], second["due"], second["done"]) == (text, text, "", True)
    assert (first["question"], first["text"], first["list"], first["sequence"]) == ("benefit-a", "Why a?", "Benefit", 7)


def test_removed_and_empty_actions_are_left_out_and_those_of_retired_questions_are_not(modules: Modules) -> None:
    record = with_actions([{"what": "gone", "gone": True}, {"what": " "}, {}, {"who": "Ana"}])
    record["retired"][0]["answer"] = answer("old")
    tasks = modules.call("files/actions", "actionsOf", record)
    assert [(task["what"], task["who"], task["list"]) for task in tasks] == [
        ("", "Ana", "Benefit"),
        ("old", "old", WORDS["retired"]),
        ("old", "old", WORDS["retired"]),
    ]


@pytest.mark.parametrize(
    ("by", "done", "late"),
    [
        ("2026-11-21", False, True),
        ("2026-11-22", False, False),
        ("2026-11-21", True, False),
        ("yesterday", False, False),
        ("", False, False),
    ],
)
def test_only_what_was_due_before_today_and_is_not_done_is_overdue(modules: Modules, by: str, done: bool, late: bool) -> None:
    assert modules.call("files/actions", "isOverdue", {"by": by, "done": done}, "2026-11-22") is late
    [task] = modules.call("files/actions", "actionsOf", with_actions([{"what": "x", "by": by, "done": done}]))
    assert task["overdue"] is late


def test_actions_sort_by_date_and_by_person_with_nothing_last_and_ties_as_they_were(modules: Modules) -> None:
    record = with_actions(
        [
            {"what": "1", "who": "Zoë", "by": "2026-12-01"},
            {"what": "2", "who": "", "by": "soon"},
            {"what": "3", "who": "ana", "by": "2026-12-03"},
            {"what": "4", "who": "Élise", "by": "2026-11-30", "done": True},
            {"what": "5", "who": "Ana ", "by": "2026-12-01"},
        ]
    )
    tasks = modules.call("files/actions", "actionsOf", record)
    orders = {by: modules.call("files/actions", "sortActions", tasks, by, "en-GB") for by in ("date", "person", "guide")}
    assert {by: "".join(task["what"] for task in order) for by, order in orders.items()} == {
        "date": "15324",
        "person": "53412",
        "guide": "12345",
    }


def test_the_list_reads_as_plain_text(modules: Modules) -> None:
    record = with_actions(
        [
            {"what": "Ask the\r\nward", "who": "Ana", "by": "2026-11-01"},
            {"what": "=1+1"},
            {"who": "Ben"},
            {"what": "Book a room", "by": "in May", "done": True},
        ]
    )
    assert modules.call("files/actions", "actionText", record) == (
        "Falls clinic\n\nTo do\n• Ask the\n  ward (Ana, by 1 November 2026, overdue)\n• =1+1\n• Ben\n\nDone\n• Book a room (by in May)\n"
    )


def test_a_workbook_without_title_and_actions_is_one_line(modules: Modules) -> None:
    record = with_actions([])
    record["about"]["title"] = " "
    assert modules.call("files/actions", "actionText", record) == "Workbook without a title\n"


def test_each_person_is_named_once_however_the_name_is_typed(modules: Modules) -> None:
    tasks = [{"who": who} for who in ("Zoe", " Ana", "ana ", "", "ZOE")]
    assert modules.call("files/actions", "people", tasks, "en") == ["Ana", "Zoe"]
    assert modules.call("files/actions", "samePerson", " Ana", "ANA")
