"""Marks of a silent sort in links and files: what goes in comes out, and what was damaged on the way is left out and counted."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scripts.node import Modules
from tests.scripts.workshop import HOSTILE

FEW = settings(max_examples=60)
MARKS = ["now", "clear", "later", "not-here", "unsure"]
QUESTIONS = [f"adaptation-{name}" for name in ("missing-description", "places-differ", "smallest-test", "who-may-change", "core-parts")]
QUESTIONS += [f"networks-{name}" for name in ("two-years", "who-is-missing", "weak-ties", "trusted-people", "what-spreads")]
SORT, PERSON = "wmi3k2j9x8f4q7z1p5v0c", "pmi3k2j9x8f4q7z1p5v0c"
IDS = st.from_regex(r"[a-z][a-z0-9-]{0,20}", fullmatch=True).filter(lambda name: name != "constructor")
SHEET = st.dictionaries(IDS, st.tuples(st.sampled_from(MARKS), st.integers(1, 1000)).map(list), min_size=1, max_size=10).map(
    lambda marks: {"marks": marks}
)
HANDED = st.lists(
    st.fixed_dictionaries({"sort": st.just(SORT), "person": IDS, "sheet": SHEET}),
    min_size=1,
    max_size=4,
    unique_by=lambda one: str(one["person"]),
)
PACK = """async ([kind, ...given]) => {
    const [{ pack }, marks] = [await import("app/files/link"), await import("app/files/marks")];
    return pack(kind ? marks[kind](...given) : given[0]);
}"""


def pack(modules: Modules, kind: str, *given_: Any) -> str:
    """What stands behind # for an invitation, or for marks that come back."""
    return str(modules.evaluate(PACK, [kind, *given_]))


def unpack(modules: Modules, behind: str) -> Any:
    """What is made of it."""
    return modules.call("files/link", "unpack", f"#{behind}")


def read(modules: Modules, behind: str) -> Any:
    """The marks in it, as what reads backups finds them."""
    return modules.call("files/import", "readBackup", unpack(modules, behind)["text"], [])


def kept(modules: Modules, handed: Any) -> Any:
    """As a file holds them."""
    return [modules.call("files/marks", "kept", one) for one in handed]


def backup(marks: Any, workbooks: Any = ()) -> str:
    """A file with marks."""
    return json.dumps({"format": "spread-guide-backup", "version": 1, "made": "", "workbooks": list(workbooks), "marks": marks})


def test_an_invitation_to_ten_questions_and_ten_marks_that_come_back_fit_a_code(modules: Modules) -> None:
    sent = {"title": "Remote monitoring of heart failure after discharge home", "group": "Table 2", "questions": QUESTIONS}
    behind = pack(modules, "asks", SORT, sent)
    assert len(behind) <= 400
    assert unpack(modules, behind) == {"asked": {"sort": SORT, "sent": sent}}
    sheet = {"marks": {question: [MARKS[n % 5], n + 1] for n, question in enumerate(QUESTIONS)}}
    one = pack(modules, "hands", SORT, [{"sort": SORT, "person": PERSON, "sheet": sheet}])
    assert len(one) <= 400
    four = pack(modules, "hands", SORT, [{"sort": SORT, "person": f"{PERSON}{n}", "sheet": sheet} for n in range(4)])
    for link in (behind, one, four):
        assert modules.call("files/code", "code", f"https://guide.example/workbook/#{link}")


@FEW
@given(handed=HANDED)
def test_marks_come_out_of_a_link_and_of_a_file_as_they_were(modules: Modules, handed: Any) -> None:
    for found in (
        read(modules, pack(modules, "hands", SORT, handed)),
        modules.call("files/import", "readBackup", backup(kept(modules, handed)), []),
    ):
        assert found["problems"] == []
        assert found["workbooks"] == []
        assert found["marks"] == handed


def test_marks_stand_with_the_workbook_whose_sort_it_is(modules: Modules) -> None:
    handed = [{"sort": sort, "person": "p1", "sheet": {"marks": {"a": ["now", 1]}}} for sort in ("w1", "worigin", "wother")]
    workbooks = [{"id": "w1", "about": {"edits": {}}, "answers": {"a": {"note": "x", "edits": {"note": [1, "t"]}}}}]
    workbooks.append({**workbooks[0], "id": "first", "about": {"origin": "worigin", "edits": {}}})
    found = modules.call("files/import", "readBackup", backup(kept(modules, handed), workbooks), ["a"])
    assert [one["marks"] for one in found["workbooks"]] == [[handed[0]], [handed[1]]]
    assert found["marks"] == [handed[2]]


def test_what_was_changed_on_the_way_is_left_out_and_counted(modules: Modules) -> None:
    handed = [{"sort": "w1", "person": f"p{n}", "sheet": {"marks": {"a": ["now", 1]}}} for n in range(3)]
    marks = kept(modules, handed)
    marks[1]["person"] = "p7"
    marks.append(None)
    found = modules.call("files/import", "readBackup", backup(marks), [])
    assert found["marks"] == [handed[0], handed[2]]
    assert found["problems"] == [{"say": "damaged", "data": {"count": 2}}]
    assert modules.call("files/import", "readBackup", backup("x"), [])["problems"][0]["say"] == "damaged"


def test_more_people_than_anybody_asks_are_cut(modules: Modules) -> None:
    marks = [{"sort": "w1", "person": f"p{n}", "marks": {"a": ["now", 1]}} for n in range(2003)]
    found = modules.call("files/import", "readBackup", backup(marks), [])
    assert len(found["marks"]) == 2000
    assert found["problems"] == [{"say": "too_much", "data": {"count": 3}}]


@pytest.mark.parametrize(
    "value",
    [["s"], ["s", 7, 7, 7], ["s", "w1", "t", "g"], ["s", "no name!", "t", "g", "a"], ["s", "w1", {}, [], None, 7]],
)
def test_an_invitation_that_asks_nothing_says_so(modules: Modules, value: Any) -> None:
    assert unpack(modules, pack(modules, "", value)) == {"say": "empty"}


@pytest.mark.parametrize(
    "value", [["m"], ["m", 7, 7], ["m", "w1", ["p1"], [], {}, None], ["m", "w1", ["p1", "a", 9, 1]], ["m", "w1", ["p1", "a", 0]]]
)
def test_marks_that_are_none_are_none(modules: Modules, value: Any) -> None:
    found = read(modules, pack(modules, "", value))
    assert not [one for one in found["marks"] if one["sheet"]["marks"]]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_text_and_short(modules: Modules, text: str) -> None:
    sent = {"title": text, "group": text, "questions": ["a"]}
    found = unpack(modules, pack(modules, "asks", SORT, sent))["asked"]["sent"]
    assert found["title"] == found["group"] == modules.evaluate("(text) => text.slice(0, 200)", text)
