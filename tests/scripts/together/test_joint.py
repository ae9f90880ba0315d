"""The joint record: each group's word with its name, open where they differ, the same in any order, and nothing is lost."""

import itertools
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scripts.node import Modules
from tests.scripts.workshop import WORDS

from .test_compare import book, three

TEXT = st.text(max_size=6)
STATUS = st.sampled_from(["discussed", "not-relevant", None])
FIELDS = st.fixed_dictionaries({}, optional={"status": STATUS, "reason": TEXT, "note": TEXT, "decided": TEXT, "laterWho": TEXT})
GROUPS, TABS, JOINTS = ("a", "b", "c"), ("1", "2"), ("x", "y", "z")
# Groups write on two devices each and hear of the other; three joint records take in what a device knows, decide, and hear of each other.
ACTS = st.lists(
    st.tuples(st.just("write"), st.sampled_from(GROUPS), st.sampled_from(TABS), FIELDS)
    | st.tuples(st.just("act"), st.sampled_from(GROUPS), st.sampled_from(TABS), st.sampled_from(["p", "q"]))
    | st.tuples(st.just("hear"), st.sampled_from(GROUPS), st.sampled_from(TABS))
    | st.tuples(st.just("take"), st.sampled_from(JOINTS), st.sampled_from(GROUPS), st.sampled_from(TABS))
    | st.tuples(st.just("decide"), st.sampled_from(JOINTS), FIELDS)
    | st.tuples(st.just("tell"), st.sampled_from(JOINTS), st.sampled_from(JOINTS)),
    max_size=20,
)
PLAY = """
async (acts) => {
    const { merge, notesOf } = await import("app/answers/merge");
    const { changeAction } = await import("app/answers/actions");
    const { blank, change } = await import("app/answers/workbook");
    const { partsOf } = await import("app/together/joint");
    const groups = Object.fromEntries(["a", "b", "c"].map((one) => [one, { 1: blank(), 2: blank() }]));
    const joints = { x: blank(), y: blank(), z: blank() };
    const set = (fields) => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value ?? undefined]));
    const taken = [];
    for (const [kind, one, other, more] of acts) {
        if (kind === "write") groups[one][other] = change(groups[one][other], set(more), { now: "", tab: one + other });
        else if (kind === "act") groups[one][other] = changeAction(groups[one][other], one + more, { what: more }, { now: "", tab: one + other });
        else if (kind === "hear") groups[one][other] = merge(groups[one][1], groups[one][2]);
        else if (kind === "tell") joints[one] = merge(joints[one], joints[other]);
        else if (kind === "decide") joints[one] = change(joints[one], set(other), { now: "", tab: one });
        else {
            const said = groups[other][more];
            joints[one] = merge(joints[one], partsOf(said, { group: `Table ${other}`, edits: {} }, `w${other}`));
            taken.push([`w${other}`, structuredClone(said)]);
        }
    }
    const { x, y, z } = joints;
    const text = JSON.stringify;
    const all = merge(merge(x, y), z);
    const lost = taken.filter(([id, said]) => {
        const part = all.parts?.[id];
        const some = said.status || said.reason !== undefined || said.note !== undefined || said.decided !== undefined || said.laterWho !== undefined || said.actions;
        if (!part) return some;
        const again = merge(part, { ...said, group: part.group, edits: { ...said.edits, group: part.edits.group } });
        return text(again) !== text(part); // the part knows all that was taken in
    });
    return {
        all, lost, decided: Boolean(all.edits.status),
        commutes: text(merge(x, y)) === text(merge(y, x)),
        associates: text(all) === text(merge(x, merge(y, z))),
        idempotent: text(merge(all, y)) === text(all) && text(merge(all, all)) === text(all),
    };
}
"""
FEW = settings(max_examples=200)
JOINT = """
async (books) => {
    const { jointAnswers, sourcesOf } = await import("app/together/joint");
    const all = books.map((book) => ({ ...book, identity: book.id }));
    return { answers: jointAnswers(all), sources: sourcesOf(all, "2026-11-22T12:00:00Z") };
}
"""


@given(acts=ACTS)
@FEW
def test_joint_records_merge_in_any_order_and_twice_is_once(modules: Modules, acts: list[Any]) -> None:
    played = modules.evaluate(PLAY, acts)
    assert played["commutes"]
    assert played["associates"]
    assert played["idempotent"]


@given(acts=ACTS)
@FEW
def test_nothing_that_a_group_brought_in_is_lost_and_nobody_speaks_for_another(modules: Modules, acts: list[Any]) -> None:
    played = modules.evaluate(PLAY, acts)
    assert played["lost"] == []
    for workbook, part in played["all"].get("parts", {}).items():
        tabs = {edit[1] for field, edit in part["edits"].items() if field != "group"}
        assert {tab[0] for tab in tabs} <= {workbook[1]}


@given(acts=ACTS)
@FEW
def test_a_question_is_open_where_groups_differ_until_somebody_decides(modules: Modules, acts: list[Any]) -> None:
    played = modules.evaluate(PLAY, acts)
    said = {part["status"] for part in played["all"].get("parts", {}).values() if "status" in part}
    if not played["decided"]:
        assert played["all"].get("status") == (said.pop() if len(said) == 1 else None)


def test_three_files_in_every_order_give_the_same_record(modules: Modules) -> None:
    first, *others = (modules.evaluate(JOINT, list(books)) for books in itertools.permutations(three()))
    assert all(other == first for other in others)
    answer = first["answers"]["benefit-a"]
    assert "status" not in answer
    assert answer["parts"]["wc"]["reason"] == "we all know why"
    assert [source["group"] for source in first["sources"]] == ["Table A", "Table B", "Table C"]
    assert first["answers"]["benefit-b"]["status"] == "discussed"


def test_the_words_say_that_groups_differ_and_who_said_what(modules: Modules) -> None:
    answer = modules.evaluate(JOINT, three())["answers"]["benefit-a"]
    assert modules.call("files/digest", "statusWord", answer, WORDS) == "Open, groups differ"
    assert modules.call("files/digest", "saidIn", answer, WORDS) == [
        {"group": "Table A", "text": "Discussed"},
        {"group": "Table B", "text": "Discussed"},
        {"group": "Table C", "text": "Not relevant here: we all know why"},
    ]
    [note] = modules.call("files/digest", "notesIn", answer, WORDS)
    assert note == {"from": "Table A", "label": "Note (Table A)", "text": "On the wards."}


def test_what_was_decided_keeps_what_was_said(modules: Modules) -> None:
    answer = modules.evaluate(JOINT, three())["answers"]["benefit-a"]
    decided = modules.call("answers/workbook", "change", answer, {"status": "discussed"}, {"now": "", "tab": "t1"})
    assert modules.call("files/digest", "statusWord", decided, WORDS) == "Discussed"
    assert len(modules.call("files/digest", "saidIn", decided, WORDS)) == 3


def test_the_later_file_of_a_group_updates_its_part_and_stands_beside_nothing(modules: Modules) -> None:
    record = modules.evaluate(JOINT, three())
    later = three()[2]
    later["answers"]["benefit-a"] = {"status": "discussed", "reason": "", "edits": {"status": [5, "c"], "reason": [6, "c"]}}
    later["about"]["title"] = "Renamed"
    source = """async ([record, book]) => {
        const { refreshed } = await import("app/together/joint");
        return refreshed({ id: "j", about: { sources: record.sources, edits: {} }, answers: record.answers }, [{ ...book, identity: book.id }]);
    }"""
    fresh = modules.evaluate(source, [record, later])
    assert fresh["benefit-a"]["status"] == "discussed"
    assert sorted(fresh["benefit-a"]["parts"]) == ["wa", "wb", "wc"]
    assert modules.evaluate(source, [{**record, "answers": record["answers"] | fresh}, later]) == {}
    assert modules.evaluate(source, [record, later | {"id": "wother"}]) == {}, "a workbook of another group, whatever it is called"


def test_equal_actions_are_offered_as_one_and_a_group_s_action_can_be_done(modules: Modules) -> None:
    books = [book(group, benefit_a={"status": "discussed"}) for group in ("Table A", "Table B")]
    for one, what in zip(books, ("Ask the wards.", " ask  the wards"), strict=True):
        one["answers"]["benefit-a"]["actions"] = [{"id": f"x{one['id']}", "what": what, "edits": {"what": [2, one["id"][1]]}}]
    answer = modules.evaluate(JOINT, books)["answers"]["benefit-a"]
    [same] = modules.call("answers/joined", "equalActions", answer)
    assert [action["id"] for action in same] == ["xwa", "xwb"]
    by = {"now": "", "tab": "t1"}
    one = modules.call("answers/actions", "changeAction", answer, "xwb", {"gone": True, "same": "xwa"}, by)
    done = modules.call("answers/actions", "changeAction", one, "xwa", {"done": True}, by)
    [stands] = modules.call("answers/joined", "actionsIn", done)
    assert (stands["action"]["id"], stands["action"]["what"], stands["action"]["done"]) == ("xwa", "Ask the wards.", True)
    assert stands["groups"] == ["Table A", "Table B"]
    assert modules.call("answers/joined", "equalActions", done) == []


def test_what_groups_decided_stands_in_the_joint_record_with_their_names(modules: Modules) -> None:
    vote = {"status": "discussed", "decided": "Begin in May", "decidedHow": "vote", "decidedBy": "Ana"}
    books = [
        book("Table A", benefit_a=vote),
        book("Table B", benefit_a={"laterWho": "the board"}),
        book("Table C", in_general={"note": "Parked"}),
    ]
    answers = modules.evaluate(JOINT, books)["answers"]
    ours = modules.call("answers/workbook", "change", answers["benefit-a"], {"decided": "Begin in June"}, {"now": "", "tab": "t1"})
    assert modules.call("files/decisions", "decisionsIn", ours, WORDS) == [
        {"label": "Decided", "text": "Begin in June", "end": ""},
        {"label": "Decided", "text": "Begin in May", "end": "Table A, by vote, Ana"},
        {"label": WORDS["later"], "text": "the board", "end": "Table B"},
    ]
    [parked] = modules.call("files/digest", "notesIn", answers["in-general"], WORDS)
    assert (parked["from"], parked["text"]) == ("Table C", "Parked")


def test_equal_actions_that_became_one_can_be_taken_apart_again(modules: Modules) -> None:
    books = [book(f"Table {one}", benefit_a={"actions": [{"id": f"x{one}", "what": "Ask", "edits": {"what": [1, "ta"]}}]}) for one in "AB"]
    answer = modules.evaluate(JOINT, books)["answers"]["benefit-a"]
    by = {"now": "", "tab": "t1"}
    one = modules.call("answers/actions", "changeAction", answer, "xB", {"gone": True, "same": "xA"}, by)
    assert [found["groups"] for found in modules.call("answers/joined", "actionsIn", one)] == [["Table A", "Table B"]]
    back = modules.call("answers/revert", "revert", one, answer, by)
    assert sorted(found["groups"] for found in modules.call("answers/joined", "actionsIn", back)) == [["Table A"], ["Table B"]]


def test_a_joint_record_of_joint_records_knows_every_group_once(modules: Modules) -> None:
    source = """async (books) => {
        const { jointAnswers, sourcesOf } = await import("app/together/joint");
        const all = books.map((book) => ({ ...book, identity: book.id }));
        const record = (id, some) => ({ id, identity: id, about: { title: "Joint", sources: sourcesOf(some, "2026"), edits: {} }, answers: jointAnswers(some) });
        const two = [record("j1", all.slice(0, 2)), record("j2", all.slice(1))];
        return [jointAnswers(two), jointAnswers(all), sourcesOf(two, "2027").map(({ workbook }) => workbook)];
    }"""
    twice, once, sources = modules.evaluate(source, three())
    assert twice == once
    assert sources == ["j1", "j2", "wa", "wb", "wc"]


def test_parts_that_are_no_answers_are_left_out_and_said_to_be_damaged(modules: Modules) -> None:
    sound = {"status": "discussed", "edits": {}}
    parts: dict[str, Any] = {"wa": sound, "wb": None, "wc": "x", "__proto__x": sound, "wd": {**sound, "parts": {"we": sound}}}
    cases: list[Any] = [parts, [], "x", None]
    for damaged in cases:
        found = modules.call("answers/versions", "soundAnswer", {"edits": {}, "parts": damaged})
        assert found["damaged"]
        assert set(found["value"].get("parts", {})) == ({"wa"} if damaged is parts else set())
