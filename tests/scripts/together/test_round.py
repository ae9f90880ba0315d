"""The next round: a workbook that follows another, with its open actions and nothing else."""

from typing import Any

from tests.scripts.node import Modules

from .test_compare import book, catalogue


def before() -> dict[str, Any]:
    """A workbook with an open action, one that is done and one that was removed."""
    actions = [
        {"id": "open", "what": "Ask the wards", "who": "Ana", "edits": {"what": [3, "a"]}},
        {"id": "done", "what": "Tell the board", "done": True, "edits": {"done": [4, "a"]}},
        {"id": "gone", "what": "Nothing", "gone": True, "edits": {"gone": [5, "a"]}},
    ]
    first = book("Table A", benefit_a={"status": "discussed", "note": "On the wards."}, benefit_b={"status": "discussed"})
    first["about"] |= {"date": "2026-05-20", "people": "Ana", "purpose": "Start", "edits": {"title": [1, "a"], "date": [2, "a"]}}
    first["answers"]["benefit-a"]["actions"] = actions
    return first


def test_it_takes_the_open_actions_and_what_the_group_is_and_says_what_it_follows(modules: Modules) -> None:
    first = before()
    after = modules.call("together/round", "nextRound", first, "wa")
    assert after["about"] == {
        "title": "Falls clinic",
        "group": "Table A",
        "people": "Ana",
        "follows": "wa",
        "edits": {"title": [1, "a"]},
    }
    assert after["answers"] == {
        "benefit-a": {"edits": {}, "actions": [{"id": "open", "what": "Ask the wards", "who": "Ana", "edits": {"what": [3, "a"]}}]}
    }


def test_two_rounds_side_by_side_say_what_moved_and_which_actions_were_done(modules: Modules) -> None:
    first = before()
    second = {"id": "w2", **modules.call("together/round", "nextRound", first, "wa")}
    second["about"]["date"] = "2026-11-20"
    second["answers"]["benefit-a"] |= {"status": "not-relevant", "reason": "settled"}
    second["answers"]["benefit-a"]["actions"][0] |= {"done": True}
    second["answers"]["power-a"] = {"status": "discussed", "edits": {}}
    table = modules.call("together/compare", "compare", catalogue(), [first, second])
    assert [column["name"] for column in table["columns"]] == ["Falls clinic · Table A · 2026-05-20", "Falls clinic · Table A · 2026-11-20"]
    then, now = next(row for row in table["rows"] if row["id"] == "benefit-a")["cells"]
    assert (then["status"], now["status"], now["reason"]) == ("Discussed", "Not relevant here", "settled")
    assert {(task["what"], task["done"]) for task in then["tasks"]} == {("Tell the board", True), ("Ask the wards", False)}
    assert [(task["what"], task["done"]) for task in now["tasks"]] == [("Ask the wards", True)]
