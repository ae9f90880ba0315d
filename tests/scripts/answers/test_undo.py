"""What an undo makes of an answer that others went on with."""

from typing import Any

import pytest

from tests.scripts.node import Modules


def test_an_undo_brings_back_what_was_removed_and_keeps_what_others_wrote_since(modules: Modules) -> None:
    found = modules.evaluate("""async () => {
        const { blank, change } = await import("app/answers/workbook");
        const { changeAction } = await import("app/answers/actions");
        const { revert } = await import("app/answers/revert");
        const by = { now: "", tab: "a" };
        const before = changeAction(change(blank(), { status: "discussed", note: "old" }, by), "x", { what: "ask" }, by);
        let now = changeAction(change(before, { status: undefined, note: "" }, by), "x", { gone: true }, by);
        now = changeAction(change(now, { note: "new" }, { now: "", tab: "b" }), "y", { what: "tell" }, { now: "", tab: "b" });
        return revert(now, before, by);
    }""")
    assert found["status"] == "discussed"
    assert found["note"] == "old\n\nnew"
    assert {action["id"]: action.get("gone", False) for action in found["actions"]} == {"x": False, "y": False}


def test_what_came_of_an_action_comes_back_like_its_other_words(modules: Modules) -> None:
    found = modules.evaluate("""async () => {
        const { blank } = await import("app/answers/workbook");
        const { changeAction } = await import("app/answers/actions");
        const { revert } = await import("app/answers/revert");
        const by = { now: "", tab: "a" };
        const before = changeAction(blank(), "x", { what: "ask", who: "Ana", by: "2026-12-12", became: "She said yes" }, by);
        const now = changeAction(before, "x", { what: "a", who: "", by: "", became: "S" }, by);
        return revert(now, before, by, "a").actions[0];
    }""")
    assert {name: found[name] for name in ("what", "who", "by", "became")} == {
        "what": "ask",
        "who": "Ana",
        "by": "2026-12-12",
        "became": "She said yes",
    }


HOSTILE: list[Any] = [
    None,
    [],
    "x",
    7,
    {"a": None, "b": [], "c": "x", "d": {"actions": [None]}, "e": {"others": [None], "parts": {"w1": None}}, "__proto__": {"note": 1}},
    {"a": {"note": {"x": 1}, "actions": [{"id": "a1"}, 3], "edits": {"note": "x"}}},
]


@pytest.mark.parametrize("before", HOSTILE)
@pytest.mark.parametrize("facts", [None, "x", 7, [None], {"title": 7, "setting": {"x": 1}, "group": None}])
def test_a_step_that_anybody_wrote_takes_nothing_back_and_breaks_nothing(modules: Modules, before: Any, facts: Any) -> None:
    found = modules.evaluate(
        """async ([before, facts]) => {
        globalThis.window ??= globalThis;
        globalThis.document ??= { addEventListener() {} };
        globalThis.addEventListener ??= () => {};
        const { takeBack } = await import("app/answers/revert");
        const { openStorage } = await import("app/answers/storage");
        const written = {};
        let answer = { note: "ours", edits: { note: [1, "a"] } };
        const area = { getItem: (key) => written[key] ?? null, setItem: (key, text) => { written[key] = text; }, removeItem: (key) => { delete written[key]; } };
        const store = { workbook: "w1", state: { trouble: null }, pending: () => new Map(), also() {}, flush() {}, forget() {} };
        const world = { storage: openStorage(area), prefix: "x:/:2:", tab: "t1", newId: () => "t1", clock: () => new Date(0), locked: (_, act) => act(), later() {}, store };
        await takeBack({ step: 1, label: "x", workbook: "w1", before, facts, tab: "t9" }, (_, make) => { answer = make(answer, { now: "", tab: "t1" }); }, world);
        return { note: answer.note, written: Object.values(written) };
    }""",
        [before, facts],
    )
    assert found["note"] == "ours"
    assert not [text for text in found["written"] if "title" in text]
