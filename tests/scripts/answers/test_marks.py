"""Marks of a silent sort: their law, by generated histories of people and links, and what is read of them whatever stands there."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scripts.node import Modules

MARKS = ["now", "clear", "later", "not-here", "unsure"]
FEW = settings(max_examples=80)
SHEETS = st.fixed_dictionaries(
    {"marks": st.dictionaries(st.sampled_from("abcd"), st.tuples(st.sampled_from(MARKS), st.integers(1, 4)).map(list))},
    optional={"sent": st.just({"title": "Falls", "group": "", "questions": ["a"]})},
)
PEOPLE = st.sampled_from(["p1", "p2", "p3"])
SORTS = st.sampled_from(["w1", "w2"])
# What storage holds in the end, whatever comes in which order and however often; and after all was taken back
STORED = """async (steps) => {
    const { openMarks } = await import("app/answers/sheets");
    const { openStorage } = await import("app/answers/storage");
    const run = (order, back) => {
        const kept = new Map();
        const area = new Proxy({ getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => void kept.set(key, text), removeItem: (key) => void kept.delete(key) },
            { ownKeys: () => [...kept.keys()], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }) });
        const storage = openStorage(area);
        const sheets = openMarks({ storage, prefix: "x:/:2:" });
        const done = order.map((handed) => {
            const changes = sheets.changes(handed);
            for (const [key, , text] of changes) storage.write(key, text);
            return changes;
        });
        const whole = Object.fromEntries([...kept].sort());
        if (back) for (const changes of done.reverse()) sheets.restore(changes);
        return back ? Object.fromEntries(kept) : whole;
    };
    return { once: run(steps), other: run([...steps].reverse()), twice: run([...steps, ...steps]), none: run(steps, true) };
}"""


def merged(modules: Modules, one: Any, other: Any) -> Any:
    """Two states of what one person said."""
    return modules.call("answers/marks", "mergeSheets", one, other)


@FEW
@given(a=SHEETS, b=SHEETS, c=SHEETS)
def test_in_any_order_twice_is_once_and_the_latest_mark_stands(modules: Modules, a: Any, b: Any, c: Any) -> None:
    both = merged(modules, a, b)
    assert both == merged(modules, b, a) == merged(modules, both, a)
    assert merged(modules, both, c) == merged(modules, a, merged(modules, b, c))
    for question in {**a["marks"], **b["marks"]}:
        given_ = [one["marks"][question] for one in (a, b) if question in one["marks"]]
        assert both["marks"][question] == max(given_, key=lambda mark: (mark[1], MARKS.index(mark[0])))


@FEW
@given(steps=st.lists(st.lists(st.fixed_dictionaries({"sort": SORTS, "person": PEOPLE, "sheet": SHEETS}), max_size=4), max_size=5))
def test_whoever_hands_in_again_is_brought_up_to_date_and_a_step_can_be_taken_back(modules: Modules, steps: Any) -> None:
    found = modules.evaluate(STORED, steps)
    assert found["once"] == found["other"] == found["twice"]
    assert found["none"] == {}
    people = {(one["sort"], one["person"]) for step in steps for one in step}
    assert set(found["once"]) == {f"x:/:2:marks:{sort}:{person}" for sort, person in people}


@pytest.mark.parametrize(
    "stored",
    [
        None,
        7,
        "x",
        [],
        {},
        {"marks": None},
        {"marks": []},
        {"marks": {"a": None, "b": ["now"], "c": ["other", 1], "d": ["now", 0], "e": ["now", 1.5]}},
    ],
)
def test_anything_may_be_stored_and_only_marks_are_read(modules: Modules, stored: Any) -> None:
    found = modules.call("answers/marks", "soundSheet", stored)
    assert found["damaged"] is True
    assert not (found["sheet"] or {}).get("marks")


def test_what_is_sound_beside_what_is_damaged_is_kept(modules: Modules) -> None:
    text = '{"marks": {"__proto__": ["now", 1], "constructor": ["now", 1], "a b": ["now", 1], "a": ["later", 2]}, "sent": {"title": 7, "questions": ["a", "a", 3]}}'
    found = modules.call("answers/marks", "soundSheet", json.loads(text))
    assert found == {"sheet": {"marks": {"a": ["later", 2]}, "sent": {"title": "", "group": "", "questions": ["a"]}}, "damaged": True}


def test_what_anybody_wrote_as_a_way_back_changes_no_other_key(modules: Modules) -> None:
    found = modules.evaluate(
        """async (ways) => {
        const { openMarks } = await import("app/answers/sheets");
        const written = [];
        const storage = { read: () => ({ ok: true, value: null }), write: (key) => written.push(key), remove: (key) => written.push(key), keys: () => [] };
        for (const way of ways) openMarks({ storage, prefix: "x:/:2:" }).restore(way);
        return written;
    }""",
        [None, 7, "x", {}, [None], [["x:/:2:current", "w9", None]], [["x:/:2:marks:w1:p1", 7, None]]],
    )
    assert found == []
