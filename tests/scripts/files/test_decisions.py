"""What was decided, how and by whom, or who will decide it: in every file that a group takes away."""

from typing import Any

import pytest

from tests.scripts.files.test_csv import rows
from tests.scripts.files.test_minutes import read, texts
from tests.scripts.node import Modules
from tests.scripts.workshop import HOSTILE, minutes, squeezed


def decided(text: str) -> dict[str, Any]:
    """A workbook in which one question is decided and one will be, with actions and points that belong to no question."""
    record = minutes("plain")
    first, second, third = record["lists"][0]["questions"]
    first["answer"] = {"decided": text, "decidedHow": "consent", "decidedBy": text, "edits": {}}
    second["answer"] = {"laterWho": text, "laterBy": "2027-03-01", "edits": {}}
    third["answer"] = None
    record["today"] = [second["id"], first["id"], "unknown"]
    action = {"id": "g1", "what": text, "who": "Ana", "by": "2026-12-12", "done": True, "became": text, "edits": {}}
    record["general"] = {"note": text, "actions": [action], "edits": {"note": [1, "t1"]}}
    return record


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_the_minutes_say_decisions_and_actions_first(modules: Modules, text: str) -> None:
    tokens = read(modules.call("files/minutes", "markdown", decided(text)))
    what = squeezed(text)
    headings = ["plain", "Decisions", "Actions", "Today’s questions", "Car park", "Benefit", "Why a?", "Why b?", "Still open"]
    assert texts(tokens, "heading")[: len(headings)] == headings
    items = texts(tokens, "list_item")
    assert f"Decided: {what} (by consent, {what}) Why a?" in items
    assert f"Decided later: {what} (by 1 March 2027) Why b?" in items
    assert f"[x] {what} (Ana, by 12 December 2026) What became of it: {what}" in items
    assert [one for one in items if one.endswith(": Open")] == ["Why b?: Open", "Why a?: Open"]
    assert what in texts(tokens, "blockquote")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_the_spreadsheet_has_a_column_for_each(modules: Modules, text: str) -> None:
    first, second, *_ = rows(modules.call("files/csv", "csv", decided(text)))
    assert [squeezed(first[name]) for name in ("decided", "decided_how", "decided_by")] == [squeezed(text), "by consent", squeezed(text)]
    assert [squeezed(second[name]) for name in ("later_who", "later_by")] == [squeezed(text), "2027-03-01"]


def test_the_page_says_it_as_text(modules: Modules) -> None:
    page = modules.call("files/standalone", "standalone", decided(HOSTILE["a script"]))
    assert "<script" not in page
    assert page.index("<h2>Decisions</h2>") < page.index("<h2>Actions</h2>") < page.index("Today’s questions") < page.index("Car park")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({}, []),
        ({"decided": "  "}, []),
        ({"decided": "We try it", "laterWho": "Ana"}, [("Decided", "We try it", "")]),
        ({"decided": "We try it", "decidedHow": "dice", "decidedBy": "all"}, [("Decided", "We try it", "all")]),
        ({"decided": "We try it", "decidedHow": "vote"}, [("Decided", "We try it", "by vote")]),
        ({"laterBy": "soon"}, [("Decided later", "by soon", "")]),
    ],
)
def test_what_is_decided_is_due_no_longer(modules: Modules, answer: dict[str, str], said: list[tuple[str, str, str]]) -> None:
    found = modules.call("files/decisions", "decisionsIn", {**answer, "edits": {}}, minutes("plain")["words"])
    assert [(one["label"], one["text"], one["end"]) for one in found] == said


def test_a_decision_that_was_written_over_is_taken_back(modules: Modules) -> None:
    found = modules.evaluate("""async () => {
        const { blank, change } = await import("app/answers/workbook");
        const { revert } = await import("app/answers/revert");
        const by = { now: "", tab: "a" };
        const before = change(blank(), { decided: "We try it", decidedBy: "Ana", laterBy: "2027-03-01" }, by);
        return revert(change(before, { decided: "no", decidedBy: "" }, by), before, by, "a");
    }""")
    assert (found["decided"], found["decidedBy"], found["laterBy"]) == ("We try it", "Ana", "2027-03-01")
