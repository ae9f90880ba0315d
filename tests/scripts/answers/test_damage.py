"""Whatever stands where an answer should: nothing is thrown, and nothing is lost."""

import json
import random
from typing import Any

from tests.scripts.node import Modules

DAMAGE = """
async (cases) => {
    const { openStorage } = await import("app/answers/storage");
    const { openStore } = await import("app/answers/store");
    const lost = [];
    const bytes = new Map();
    const storage = openStorage({
        getItem: (key) => bytes.get(key) ?? null,
        setItem: (key, text) => void bytes.set(key, text),
        removeItem: (key) => void bytes.delete(key),
    });
    for (const text of cases) {
        bytes.clear();
        const prefix = "spread-guide:/fuzz/:1:";
        bytes.set(`${prefix}answer:first:q`, text);
        try {
            const store = openStore({ storage, prefix, tab: "t", clock: () => new Date(0), locked: (_key, act) => act(), later: () => {} });
            const before = store.read("q");
            store.change("q", { status: "discussed" });
            if (store.read("q").status !== "discussed") lost.push(["not ticked", text]);
            const kept = [...bytes.values()].some((value) => value === text || (value.startsWith('{"key"') && JSON.parse(value).text === text));
            const carried = before !== null && !store.quarantine.texts().length;
            if (!kept && !carried) lost.push(["lost", text]);
            if (carried) {
                const old = JSON.parse(text);
                const now = JSON.parse(bytes.get(`${prefix}answer:first:q`));
                const notes = [now.note, ...(now.others ?? []).map((note) => note.text)];
                if ("note" in old && !notes.includes(old.note)) lost.push(["note", text]);
                if ("reason" in old && old.reason !== now.reason) lost.push(["reason", text]);
            }
        } catch (error) {
            lost.push([error.stack.slice(0, 400), text.slice(0, 20)]);
        }
    }
    return lost;
}
"""


def damaged_values(chance: random.Random) -> list[str]:
    """Ten thousand values as a sick disk, another script or an attacker might leave them."""
    sound = {
        "status": "discussed",
        "reason": "set nationally",
        "note": "said „so“ \ud83d\ude00",
        "actions": [{"id": "a1", "what": "ask", "who": "Ann", "by": "2026-12-01", "done": False, "edits": {"what": [1, "a"]}}],
        "others": [{"text": "two", "edit": [1, "b"]}],
        "seen": {"a": 2, "b": 1},
        "edits": {"status": [2, "a"], "note": [2, "a"]},
    }
    names = [*sound, "__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "later", "", "0", "a b"]
    values: list[Any] = [
        None,
        True,
        0,
        -1,
        1.5,
        1e308,
        "",
        "x" * 50_000,
        [],
        {},
        [[]],
        {"__proto__": {"x": 1}},
        "\ud800",
        [1, "a"],
        [1, 2],
        ["a", 1],
        {"a": -1},
    ]
    values += [
        {"constructor": [1, "a"]},
        {"status": [1, "__proto__"]},
        [{"id": "__proto__", "edits": {}}],
        [{"id": "a"}],
        [None],
        "discussed",
    ]

    def one() -> str:
        kind = chance.randrange(6)
        text = json.dumps(sound | {chance.choice(names): chance.choice(values) for _ in range(chance.randrange(4))})
        if kind == 0:
            return text[: chance.randrange(len(text))]
        if kind == 1:
            at = chance.randrange(len(text))
            return text[:at] + chr(chance.randrange(0xFFFF)) + text[at + 1 :]
        if kind == 2:
            return json.dumps(chance.choice(values))
        if kind == 3:
            return "".join(chr(chance.randrange(0x300)) for _ in range(chance.randrange(40)))
        if kind == 4:
            return "[" * chance.randrange(3000) + json.dumps({"a": text}) + "]" * chance.randrange(3000)
        return text

    return [one() for _ in range(10_000)]


def test_ten_thousand_damaged_values_throw_nothing_and_lose_nothing(modules: Modules) -> None:
    cases = damaged_values(random.Random(7))
    for start in range(0, len(cases), 500):
        assert modules.evaluate(DAMAGE, cases[start : start + 500]) == []


def test_a_value_that_is_nested_too_deep_to_be_written_again_is_set_aside(modules: Modules) -> None:
    deep = '{"later":' * 20_000 + "1" + "}" * 20_000
    assert modules.evaluate(DAMAGE, [deep, '{"edits":{},"later":' + "[" * 100_000 + "]" * 100_000 + "}"]) == []
