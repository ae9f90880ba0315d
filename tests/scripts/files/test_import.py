"""Bringing a file back: what is sound is offered, what is not is named, and nothing is thrown."""

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.conftest import ROOT
from tests.scripts.node import Modules
from tests.scripts.workshop import HOSTILE, MADE, SAID, answer

FEW = settings(max_examples=150)
SCHEMA = json.loads((ROOT / "overrides/assets/backup.schema.json").read_text(encoding="utf-8"))
KNOWN = ["benefit-a", "benefit-b", "old-one"]
ABOUT = {
    "title": "Falls clinic",
    "setting": "Ward 3",
    "date": "2026-11-20",
    "people": "Ana",
    "facilitator": "Ben",
    "created": MADE,
    "edits": {"title": [1, "t1"]},
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["id", "about", "answers", "edits", "note", "__proto__", "constructor", "benefit-a"]), inner)
    ),
    max_leaves=12,
)


def backup(*workbooks: Any, **fields: Any) -> dict[str, Any]:
    """A backup as backup.js makes it."""
    rest = {"current": "first", "workbooks": list(workbooks), "setAside": [], "undo": [], "other": {}}
    return {"format": "spread-guide-backup", "version": 1, "made": MADE, "site": "/guide/", "build": "2026-11-22 abc1234", **rest, **fields}


def read(modules: Modules, text: str) -> Any:
    """What is made of a text."""
    return modules.call("files/import", "readBackup", text, KNOWN)


def test_a_guide_reads_its_own_backups_and_those_of_the_first_guide(modules: Modules) -> None:
    for name, known in (("our-guide-backup", True), ("spread-guide-backup", True), ("their-guide-backup", False)):
        text = json.dumps({**backup({"id": "w1", "about": ABOUT, "answers": {}}), "format": name})
        formats = modules.call("files/backup", "formatsOf", "our-guide:/x/:1:")
        found = modules.call("files/import", "readBackup", text, KNOWN, formats)
        assert bool(found["workbooks"]) is known
        assert says(found) == ([] if known else [("not_ours",)])


def says(found: Any) -> list[tuple[Any, ...]]:
    """The problems, as the key of the sentence and what is filled in."""
    return [(one["say"], *one["data"].values()) for one in found["problems"]]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_a_backup_holds_comes_back_as_it_was(modules: Modules, text: str) -> None:
    about = {**ABOUT, "title": text, "people": text}
    whole = backup(
        {"id": "wabc", "about": about, "answers": {"benefit-a": answer(text)}},
        {"id": "first", "about": None, "answers": {"old-one": answer(text)}},
    )
    Draft202012Validator(SCHEMA).validate(whole)
    found = read(modules, "\ufeff" + json.dumps(whole, indent=1))
    assert (found["problems"], found["made"], found["site"], found["build"]) == ([], MADE, "/guide/", "2026-11-22 abc1234")
    first, second = found["workbooks"]
    assert first == {"id": "wabc", "about": about, "answers": {"benefit-a": answer(text)}}
    assert second == {"id": "first", "about": {"edits": {}}, "answers": {"old-one": answer(text)}}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "empty"),
        (" \n", "empty"),
        ("null", "not_ours"),
        ("[]", "not_ours"),
        ("{}", "not_ours"),
        ("<!doctype html><script>alert(1)</script>", "not_ours"),
        ('{"format": "something-else", "workbooks": []}', "not_ours"),
        ('{"workbooks": [', "not_ours"),
        ("[" * 200_000, "not_ours"),
        ('{"format" "spread-guide-backup"}', "broken"),
        (json.dumps(backup()), "nothing"),
        (json.dumps(backup({"id": "first", "about": None, "answers": {}})), "nothing"),
    ],
)
def test_what_cannot_be_used_gets_a_sentence_that_exists(modules: Modules, text: str, problem: str) -> None:
    found = read(modules, text)
    assert says(found) == [(problem,)]
    assert not found["workbooks"]


def test_each_problem_has_a_sentence_and_each_sentence_a_problem() -> None:
    named = re.search(r"say: ([^,]+),", (ROOT / "overrides/assets/javascripts/files/import.js").read_text(encoding="utf-8"))
    assert named
    assert set(re.findall(r"\w+", named[1])) == set(SAID["import_problems"]) - {"source"}


def test_a_file_that_is_too_large_is_named_with_its_size_before_it_is_read(modules: Modules) -> None:
    assert modules.call("files/import", "tooLarge", 25_000_000) is None
    assert modules.call("files/import", "tooLarge", 25_000_001) == {"say": "too_large", "data": {"size": 26, "limit": 25}}
    assert modules.evaluate("import('app/files/import').then(({ readBackup }) => readBackup(' '.repeat(26_000_000), []).problems)") == [
        {"say": "too_large", "data": {"size": 26, "limit": 25}}
    ]


def test_a_newer_version_and_unknown_questions_are_named_and_offered(modules: Modules) -> None:
    new = {**answer("x"), "mood": {"of": ["the", "room"]}}
    whole = backup({"id": "first", "about": {**ABOUT, "place": "Leeds"}, "answers": {"benefit-a": new, "new-one": answer("y")}}, version=2)
    found = read(modules, json.dumps(whole))
    assert says(found) == [("newer", "2026-11-22 abc1234"), ("unknown", 1)]
    assert found["workbooks"][0]["answers"] == {"benefit-a": new, "new-one": answer("y")}
    assert found["workbooks"][0]["about"]["place"] == "Leeds"


def test_what_is_damaged_is_counted_and_the_rest_is_offered(modules: Modules) -> None:
    answers = {
        "benefit-a": answer("x"),
        "benefit-b": {**answer("y"), "actions": ["no action"]},
        "Not an id": answer("z"),
        "constructor": answer("z"),
        "old-one": 7,
    }
    about = {**ABOUT, "title": ["x"], "gone": "no"}
    found = read(modules, json.dumps(backup({"id": "../first", "about": about, "answers": answers}, 5, {"id": "first", "answers": []})))
    assert says(found) == [("damaged", 7)]
    [workbook] = found["workbooks"]
    assert workbook["id"] == ""
    assert workbook["about"] == {name: value for name, value in ABOUT.items() if name != "title"}
    assert workbook["answers"] == {"benefit-a": answer("x"), "benefit-b": {**answer("y"), "actions": []}}


def test_a_deleted_workbook_is_not_offered(modules: Modules) -> None:
    found = read(modules, json.dumps(backup({"id": "first", "about": {**ABOUT, "gone": True}, "answers": {"benefit-a": answer("x")}})))
    assert says(found) == [("nothing",)]
    assert not found["workbooks"]


def test_counters_leave_room_for_the_next_edit(modules: Modules) -> None:
    last = {"note": "x", "edits": {"note": [2**53 - 1, "t1"]}}
    found = read(modules, json.dumps(backup({"id": "first", "about": None, "answers": {"benefit-a": last}})))
    assert found["workbooks"][0]["answers"]["benefit-a"]["edits"]["note"] == [1_000_000_000, "t1"]


@given(keep=st.integers(min_value=0, max_value=900))
@FEW
def test_of_a_backup_that_was_cut_off_everything_before_the_cut_is_offered(modules: Modules, keep: int) -> None:
    answers = {
        "benefit-a": {"note": "one, {two}", "edits": {"note": [1, "t1"]}},
        "benefit-b": {"note": 'three "four"]', "edits": {"note": [2, "t1"]}},
    }
    whole = json.dumps(backup({"id": "first", "about": ABOUT, "answers": answers}))
    found = read(modules, whole[:keep])
    for name, one in answers.items():
        if whole.index(json.dumps(one)) + len(json.dumps(one)) <= keep:
            assert found["workbooks"][0]["answers"][name] == one
    if keep < len(whole):
        assert {say for say, *_ in says(found)} & {"empty", "not_ours", "broken", "cut"}


@pytest.mark.parametrize("note", ['An inch is 1"', "C:\\", '\\"', '{"', '"]}', 'a\\\\"b'])
def test_marks_in_a_note_hide_nothing_that_stands_after_it_in_a_file_that_was_cut_off(modules: Modules, note: str) -> None:
    """A backslash and what it guards are one sign: else a text would seem to end in its middle."""
    first, second = ({"note": text, "edits": {"note": [1, "t1"]}} for text in (note, "after it"))
    whole = json.dumps(backup({"id": "first", "about": ABOUT, "answers": {"benefit-a": first, "benefit-b": second}}))
    found = read(modules, whole[: whole.index("after it") + 60])
    assert found["workbooks"][0]["answers"] == {"benefit-a": first, "benefit-b": second}


@given(workbooks=JSON, version=JSON)
@FEW
def test_whatever_stands_in_a_file_nothing_is_thrown_and_what_is_offered_fits_the_schema(
    modules: Modules, workbooks: Any, version: Any
) -> None:
    found = read(modules, json.dumps(backup() | {"workbooks": workbooks, "version": version}))
    offered = [{**one, "about": one["about"]} for one in found["workbooks"]]
    Draft202012Validator(SCHEMA).validate(backup(*offered))
    assert all(set(one["answers"]) <= {"id", "about", "answers", "edits", "note", "benefit-a"} for one in offered)
    assert bool(offered) != ("nothing" in {say for say, *_ in says(found)})
