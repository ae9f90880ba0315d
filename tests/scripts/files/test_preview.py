"""Taking a workbook in: as a new one, merged, or in place of another. No side loses what it wrote."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scripts.node import Modules
from tests.scripts.workshop import HOSTILE, answer

FEW = settings(max_examples=120)
BY = {"from": "The board, 22 November 2026", "tab": "t9"}
TEXT = st.text(max_size=4)
# Which tab wrote ours, which theirs, and which takes it in: where two counters are the same, the later name wins.
TABS = st.permutations(["t1", "t2", "t9"])
# What one group did to one question, in its own tab.
ACTS = st.lists(
    st.fixed_dictionaries(
        {}, optional={"status": st.sampled_from(["discussed", "not-relevant"]), "reason": TEXT, "note": TEXT, "action": TEXT}
    ),
    max_size=4,
)
PLAY = """
async ([mine, theirs, [ours, others, tab]]) => {
    const { blank, change } = await import("app/answers/workbook");
    const { changeAction } = await import("app/answers/actions");
    const { imported, differences } = await import("app/files/preview");
    const play = (acts, tab) => acts.reduce((answer, { action, ...fields }, n) => {
        const next = action === undefined ? answer : changeAction(answer, tab + n, { what: action }, { now: "", tab });
        return Object.keys(fields).length ? change(next, fields, { now: "", tab }) : next;
    }, blank());
    const by = { from: "The board, 22 November 2026", tab };
    const current = { about: { edits: {} }, answers: { q: play(mine, ours) } };
    const incoming = { id: "first", about: { edits: {} }, answers: { q: play(theirs, others) } };
    const take = (choice, into) => ({ ...into, answers: { ...into.answers, ...imported(choice, into, incoming, by).answers } });
    const merged = take("merge", current);
    const replaced = take("replace", current);
    return {
        mine: current.answers.q, theirs: incoming.answers.q, merged: merged.answers.q, replaced: replaced.answers.q,
        again: take("merge", merged).answers.q, sameAgain: differences("merge", merged, incoming, by), replacedAgain: differences("replace", replaced, incoming, by),
        stale: (await import("app/answers/merge")).merge(replaced.answers.q, current.answers.q),
    };
}
"""


def notes(one: dict[str, Any]) -> list[str]:
    """The texts of all notes that say something."""
    return sorted(text for text in [*(note["text"] for note in one.get("others", [])), one.get("note", "")] if text)


def actions(one: dict[str, Any]) -> list[str]:
    """What is to be done."""
    return sorted(action["what"] for action in one.get("actions", []) if not action.get("gone"))


def book(**answers: Any) -> dict[str, Any]:
    """A workbook with these answers."""
    return {"id": "first", "about": {"edits": {}}, "answers": answers}


@given(mine=ACTS, theirs=ACTS, tabs=TABS)
@FEW
def test_merging_keeps_both_notes_all_actions_and_both_reasons_and_twice_is_once(
    modules: Modules, mine: Any, theirs: Any, tabs: Any
) -> None:
    played = modules.evaluate(PLAY, [mine, theirs, tabs])
    merged = played["merged"]
    assert notes(merged) == sorted(notes(played["mine"]) + notes(played["theirs"]))
    assert actions(merged) == sorted(actions(played["mine"]) + actions(played["theirs"]))
    assert all(side.get("reason", "").strip() in merged.get("reason", "") for side in (played["mine"], played["theirs"]))
    assert played["again"] == merged
    assert played["sameAgain"]["added"] + played["sameAgain"]["changed"] + played["sameAgain"]["removed"] == []


@given(mine=ACTS, theirs=ACTS, tabs=TABS)
@FEW
def test_replacing_shows_what_the_file_holds_and_an_older_tab_does_not_bring_the_rest_back(
    modules: Modules, mine: Any, theirs: Any, tabs: Any
) -> None:
    played = modules.evaluate(PLAY, [mine, theirs, tabs])
    for now in (played["replaced"], played["stale"]):
        assert (notes(now), actions(now)) == (notes(played["theirs"]), actions(played["theirs"]))
        assert (now.get("status"), now.get("reason", "")) == (played["theirs"].get("status"), played["theirs"].get("reason", ""))
    assert {name: n for name, n in played["replacedAgain"].items() if n and name != "same"} == {}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_new_workbook_is_what_the_file_holds(modules: Modules, text: str) -> None:
    incoming = {"id": "first", "about": {"title": text, "edits": {"title": [1, "t1"]}}, "answers": {"benefit-a": answer(text)}}
    assert modules.call("files/preview", "imported", "new", book(), incoming, BY) == {
        "about": incoming["about"],
        "answers": incoming["answers"],
    }
    assert modules.call("files/preview", "differences", "new", book(**{"benefit-a": answer("mine")}), incoming, BY)["added"] == [
        "benefit-a"
    ]


def test_a_note_from_elsewhere_says_so_and_ours_does_not(modules: Modules) -> None:
    ours = {"note": "ours", "edits": {"note": [1, "t1"]}}
    theirs = {"note": "theirs", "others": [{"text": "older", "from": "A ward", "edit": [1, "t2"]}], "edits": {"note": [2, "t2"]}}
    state = book(q=ours)
    for _ in range(2):
        state["answers"] = modules.call("files/preview", "imported", "merge", state, book(q=theirs), BY)["answers"]
        merged = state["answers"]["q"]
        found = {note["text"]: note.get("from") for note in [*merged["others"], {"text": merged["note"], "from": merged.get("from")}]}
        assert found == {"ours": None, "older": "A ward", "theirs": BY["from"]}


@pytest.mark.parametrize("source", [{}, {"from": "A ward"}])
def test_a_note_that_both_have_keeps_the_name_that_it_has_here(modules: Modules, source: dict[str, str]) -> None:
    """It did not come with this file."""
    one = {"note": "the same", "edits": {"note": [1, "t1"]}}
    merged = modules.call("files/preview", "imported", "merge", book(q={**one, **source}), book(q=one), BY)["answers"]["q"]
    assert (merged["note"], merged.get("from"), merged.get("others")) == ("the same", source.get("from"), None)


@pytest.mark.parametrize("text", ["", " \n"])
def test_a_note_that_says_nothing_gets_no_name(modules: Modules, text: str) -> None:
    """Else what is written there next would seem to come from elsewhere."""
    theirs = {"status": "discussed", "note": text, "edits": {"note": [2, "t2"], "status": [1, "t2"]}}
    assert "from" not in modules.call("files/preview", "imported", "merge", book(), book(q=theirs), BY)["answers"]["q"]


@pytest.mark.parametrize("tab", ["t0", "t9"])
def test_a_replacement_is_later_than_all_that_it_replaces(modules: Modules, tab: str) -> None:
    """However often ours was edited, and whichever tab takes the file in: an older tab brings nothing back."""
    many = {name: [7, "t5"] for name in ("what", "who", "done", "by")}
    ours = {
        "status": "discussed",
        "reason": "ours",
        "note": "ours",
        "others": [{"text": "our other", "edit": [8, "t4"]}],
        "actions": [{"id": "x1", "what": "ours", "who": "Ana", "by": "2026-12-01", "done": True, "edits": many}],
        "edits": {name: [9, "t5"] for name in ("status", "reason", "note")},
        "seen": {"t5": 9, "t4": 8, "t3": 6, "t2": 6},  # what the file holds was replaced here once
    }
    theirs = {
        "status": "not-relevant",
        "note": "theirs",
        "others": [{"text": "their other", "edit": [1, "t3"]}],
        "actions": [{"id": "x1", "what": "theirs", "edits": {"what": [1, "t2"]}}],
        "edits": {"status": [1, "t2"], "note": [2, "t2"]},
        "seen": {"t2": 2},
    }
    replaced = modules.call("files/preview", "imported", "replace", book(q=ours), book(q=theirs), {**BY, "tab": tab})["answers"]["q"]
    for now in (
        replaced,
        modules.call("answers/merge", "merge", ours, replaced),
        modules.call("answers/merge", "merge", replaced, theirs),
    ):
        assert (now["status"], now.get("reason", ""), now["note"]) == ("not-relevant", "", "theirs")
        assert [note["text"] for note in now["others"]] == ["their other"]
        [action] = now["actions"]
        assert [action.get(name) or "" for name in ("what", "who", "by", "done")] == ["theirs", "", "", ""]


def test_our_own_earlier_backup_brings_nothing_back_that_we_have_replaced(modules: Modules) -> None:
    earlier = {"note": "draft", "edits": {"note": [1, "t1"]}}
    now = {"note": "final", "edits": {"note": [2, "t1"]}, "seen": {"t1": 2}}
    assert modules.call("files/preview", "imported", "merge", book(q=now), book(q=earlier), BY)["answers"]["q"]["note"] == "final"
    assert modules.call("files/preview", "differences", "merge", book(q=now), book(q=earlier), BY) == {
        "added": [],
        "changed": [],
        "removed": [],
        "same": ["q"],
        "notes": [],
    }


def test_the_preview_names_what_each_way_changes(modules: Modules) -> None:
    def one(text: str, tab: str) -> dict[str, Any]:
        return {"note": text, "edits": {"note": [1, tab]}}

    current = book(a=one("same", "t1"), b=one("ours", "t1"), c=one("only here", "t1"))
    incoming = book(a=one("same", "t1"), b=one("theirs", "t2"), d=one("only there", "t2"))
    found = {
        choice: ["".join(ids) for ids in modules.call("files/preview", "differences", choice, current, incoming, BY).values()]
        for choice in ("new", "merge", "replace")
    }
    assert found == {"new": ["abd", "", "", "", ""], "merge": ["d", "b", "", "a", "b"], "replace": ["d", "b", "c", "a", ""]}


def test_a_merge_keeps_the_names_of_this_workbook_and_takes_what_it_lacks(modules: Modules) -> None:
    ours = {"title": "Ours", "people": " ", "edits": {"title": [1, "t1"], "people": [4, "t1"]}}
    theirs = {"title": "Theirs", "people": "Ana", "date": "2026-11-20", "edits": {"title": [9, "t2"]}}
    about = modules.call(
        "files/preview", "imported", "merge", {"about": ours, "answers": {}}, {"id": "", "about": theirs, "answers": {}}, BY
    )["about"]
    assert {name: about[name] for name in ("title", "people", "date")} == {"title": "Ours", "people": "Ana", "date": "2026-11-20"}
    assert about["edits"] == {"title": [1, "t1"], "people": [5, "t9"], "date": [5, "t9"]}


def test_two_states_of_one_workbook_merge_field_by_field_and_a_replacement_takes_all(modules: Modules) -> None:
    ours = {"title": "Old", "setting": "Ward 3", "created": "2026-11-01", "edits": {"title": [1, "t1"], "setting": [2, "t1"]}}
    theirs = {"title": "New", "created": "2026-11-01", "edits": {"title": [3, "t2"]}}
    state, incoming = {"about": ours, "answers": {}}, {"id": "", "about": theirs, "answers": {}}
    merged = modules.call("files/preview", "imported", "merge", state, incoming, BY)["about"]
    assert (merged["title"], merged["setting"]) == ("New", "Ward 3")
    replaced = modules.call("files/preview", "imported", "replace", state, incoming, BY)["about"]
    assert (replaced["title"], replaced["setting"], replaced["edits"]["setting"]) == ("New", "", [3, "t9"])
    assert json.dumps(replaced).count("t9") == 7
