"""The merge law: in any order, twice is once, and nothing that either side wrote disappears."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scripts.node import Modules

TABS = ("a", "b", "c")
TEXT = st.text(max_size=8)
FIELDS = st.fixed_dictionaries(
    {}, optional={"status": st.sampled_from(["discussed", "not-relevant", None]), "reason": TEXT, "note": TEXT, "revisedSeen": TEXT}
)
ACTION = st.fixed_dictionaries({}, optional={"what": TEXT, "who": TEXT, "by": TEXT, "done": st.booleans(), "gone": st.booleans()})
# What three tabs do: one changes its own copy, or takes over what another has.
ACTS = st.lists(
    st.tuples(st.sampled_from(TABS), st.just("change"), FIELDS)
    | st.tuples(st.sampled_from(TABS), st.just("action"), st.sampled_from(["x", "y"]), ACTION)
    | st.tuples(st.sampled_from(TABS), st.just("hear"), st.sampled_from(TABS)),
    max_size=14,
)
PLAY = """
async (acts) => {
    const { merge } = await import("app/answers/merge");
    const { blank, change } = await import("app/answers/workbook");
    const { changeAction } = await import("app/answers/actions");
    const tabs = { a: blank(), b: blank(), c: blank() };
    const written = [];
    for (const [tab, kind, first, second] of acts) {
        const by = { now: "2026-11-22T12:00:00Z", tab };
        if (kind === "hear") tabs[tab] = merge(tabs[tab], tabs[first]);
        else if (kind === "action") tabs[tab] = changeAction(tabs[tab], first, second, by);
        else {
            const fields = Object.fromEntries(Object.entries(first).map(([name, value]) => [name, value ?? undefined]));
            tabs[tab] = change(tabs[tab], fields, by);
            if ("note" in fields) written.push([tab, fields.note, structuredClone(tabs[tab].edits.note), structuredClone(tabs[tab].seen)]);
        }
    }
    const { a, b, c } = tabs;
    const text = JSON.stringify;
    return {
        tabs, written,
        commutes: text(merge(a, b)) === text(merge(b, a)),
        associates: text(merge(merge(a, b), c)) === text(merge(a, merge(b, c))),
        idempotent: text(merge(merge(a, b), b)) === text(merge(a, b)) && text(merge(a, a)) === text(merge(a, merge(a, a))),
        all: merge(merge(a, b), c),
    };
}
"""
FEW = settings(max_examples=200)


@given(acts=ACTS)
@FEW
def test_merging_gives_the_same_in_any_order_and_twice_is_once(modules: Modules, acts: list[Any]) -> None:
    played = modules.evaluate(PLAY, acts)
    assert played["commutes"]
    assert played["associates"]
    assert played["idempotent"]


@given(acts=ACTS)
@FEW
def test_no_note_disappears_that_nobody_replaced(modules: Modules, acts: list[Any]) -> None:
    played = modules.evaluate(PLAY, acts)
    kept = [played["all"].get("note"), *(note["text"] for note in played["all"].get("others", []))]
    for tab, note, (counter, _), _seen in played["written"]:
        replaced = any(other_seen.get(tab, 0) >= counter and edit != [counter, tab] for _, _, edit, other_seen in played["written"])
        assert replaced or note in kept


@given(acts=ACTS)
@FEW
def test_every_action_is_there_with_each_field_as_last_edited(modules: Modules, acts: list[Any]) -> None:
    played = modules.evaluate(PLAY, acts)
    merged = {action["id"]: action for action in played["all"].get("actions", [])}
    for tab in TABS:
        for action in played["tabs"][tab].get("actions", []):
            there = merged[action["id"]]
            for field, edit in action["edits"].items():
                assert there["edits"][field] >= edit
                if there["edits"][field] == edit:
                    assert there.get(field) == action.get(field)


def test_two_notes_that_have_not_seen_each_other_are_both_kept_and_a_third_replaces_both(modules: Modules) -> None:
    played = modules.evaluate(
        PLAY,
        [["a", "change", {"note": "from the ward"}], ["b", "change", {"note": "from the board"}], ["c", "hear", "a"], ["c", "hear", "b"]],
    )
    both = played["tabs"]["c"]
    assert [both["note"], *(note["text"] for note in both["others"])] == ["from the board", "from the ward"]
    replaced = modules.evaluate(
        PLAY,
        [
            ["a", "change", {"note": "1"}],
            ["b", "change", {"note": "2"}],
            ["c", "hear", "a"],
            ["c", "hear", "b"],
            ["c", "change", {"note": "3"}],
        ],
    )
    assert replaced["all"]["note"] == "3"
    assert "others" not in replaced["all"]


def test_the_later_edit_of_a_field_wins_and_other_fields_stay(modules: Modules) -> None:
    played = modules.evaluate(
        PLAY,
        [
            ["a", "change", {"status": "discussed"}],
            ["b", "hear", "a"],
            ["b", "change", {"status": None}],
            ["a", "change", {"reason": "kept"}],
        ],
    )
    assert "status" not in played["all"]
    assert played["all"]["reason"] == "kept"


def test_what_one_side_alone_knows_of_groups_stays(modules: Modules) -> None:
    part = {"status": "discussed", "edits": {"status": [1, "a"]}}
    joint: dict[str, Any] = {"edits": {}, "parts": {"wa": part}}
    blank: dict[str, Any] = {"edits": {}}
    for pair in ((joint, blank), (blank, joint)):
        assert modules.call("answers/merge", "merge", *pair)["parts"] == {"wa": part}
    assert "parts" not in modules.call("answers/merge", "merge", blank, blank)


@pytest.mark.parametrize(
    ("answer", "notes"),
    [
        ({"edits": {}}, []),
        ({"edits": {"note": [2, "a"]}}, [{"text": "", "edit": [2, "a"]}]),  # it was cleared, which is newer than what it said
        ({"note": "x", "edits": {}}, [{"text": "x", "edit": [0, ""]}]),  # of a release that knew no edits
        ({"note": "x", "from": "T", "edits": {"note": [2, "a"]}}, [{"text": "x", "edit": [2, "a"], "from": "T"}]),
    ],
)
def test_the_notes_of_an_answer_are_what_was_written_or_cleared(
    modules: Modules, answer: dict[str, Any], notes: list[dict[str, Any]]
) -> None:
    assert modules.call("answers/merge", "notesOf", answer) == notes
