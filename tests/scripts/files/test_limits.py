"""A huge or hostile file: limits are checked before work is done, what is left out is counted, and a page stays quick after it."""

from typing import Any

import pytest

from tests.scripts.node import Modules

MOST_SECONDS = 4  # of the processor, with a quiet second to spare; without limits it was 10 to 60, or no end
RUN = """async ([kind, few]) => {
    const { readBackup } = await import("app/files/import");
    const { differences } = await import("app/files/preview");
    const many = (make) => Array.from({ length: few ? 3 : 100_000 }, (_, n) => make(n));
    const named = (make) => Object.fromEntries(many(make));
    const file = (workbooks) => JSON.stringify({ format: "spread-guide-backup", version: 1, made: "", site: "", build: "", workbooks });
    const answer = (fields) => file([{ id: "w1", about: null, answers: { "benefit-a": { edits: {}, ...fields } } }]);
    const start = '{"format": "spread-guide-backup"';
    const long = 24_000_000;
    const edit = [1, "t1"];
    const text = {
        commas: () => ",".repeat(1_000_000), "commas in a list": () => `${start}, "workbooks": [${",".repeat(long)}`,
        "numbers, cut off": () => `${start}, "workbooks": [${"0,".repeat(long / 2)}`, numbers: () => `${start}, "workbooks": [${"0,".repeat(long / 2)}0]}`,
        brackets: () => `${start}, "workbooks": ${"[".repeat(long)}`, "nested lists": () => `${start}, "workbooks": ${"[".repeat(long / 2)}${"]".repeat(long / 2)}}`,
        "nested records": () => answer({ x: 0 }).replace('"x":0', `"x":${'{"a":'.repeat(1_000_000)}0${"}".repeat(1_000_000)}`),
        quotes: () => start + '"'.repeat(long), backslashes: () => `${start}, "a": "${"\\\\".repeat(long)}`, spaces: () => start + " ".repeat(long),
        "marks of quotation": () => `> ${start}\\n${">\\n".repeat(long / 2)}`, "soft line ends": () => `${start}\\n${"=\\n".repeat(long / 2)}`, codes: () => `${start}\\n${"=3D".repeat(long / 3)}`,
        tags: () => `${start} &quot;\\n${"<a".repeat(long / 2)}`, "broken lines": () => answer({ note: "x" }).replace('"x"', `"${"ab\\n".repeat(long / 3)}"`),
        actions: () => answer({ actions: many((n) => ({ id: `a${n}`, what: "x", edits: { what: edit } })) }),
        notes: () => answer({ others: many((n) => ({ text: `n${n}`, edit: [n, "t1"] })) }), edits: () => answer({ edits: named((n) => [`f${n}`, edit]) }),
        seen: () => answer({ seen: named((n) => [`t${n}`, 1]) }), "a later field": () => answer({ mood: many((n) => [n]) }), "a long note": () => answer({ note: "x".repeat(few ? 9 : long) }),
        "a long title": () => file([{ id: "w1", about: { title: "x".repeat(few ? 9 : long), edits: {} }, answers: {} }]),
        questions: () => file([{ id: "w1", about: null, answers: named((n) => [`q-${n}`, { note: "x", edits: {} }]) }]),
        "a million names": () => answer({ x: 0 }).replace('"x":0', (few ? [1] : Array.from({ length: 1_000_000 }, (_, n) => n)).map((n) => `"k${n}":1`).join(",")),
        "names before all": () => answer({}).replace("{", `{${(few ? [1] : Array.from({ length: 1_000_000 }, (_, n) => n)).map((n) => `"k${n}":1`).join(",")},`),
        workbooks: () => file(many((n) => ({ id: `w${n}`, about: { title: `T${n}`, edits: {} }, answers: { "benefit-a": { note: "x", edits: {} } } }))),
    }[kind]();
    const before = process.cpuUsage();
    const { problems, workbooks } = readBackup(text, ["benefit-a"]);
    for (const choice of workbooks.length ? ["new", "merge", "replace"] : []) differences(choice, { about: { edits: {} }, answers: {} }, workbooks[0], { from: "x", tab: "t9" });
    const { user, system } = process.cpuUsage(before);
    return { seconds: (user + system) / 1e6, say: problems.map(({ say }) => say), kept: JSON.stringify(workbooks).length, workbooks: workbooks.length };
}"""
BROKEN = ["commas", "commas in a list", "numbers, cut off", "numbers", "brackets", "nested lists", "quotes", "backslashes", "spaces"]
BROKEN += ["marks of quotation", "soft line ends", "codes", "tags", "names before all"]
TOO_MUCH = [
    "actions",
    "notes",
    "edits",
    "seen",
    "a later field",
    "a long note",
    "a long title",
    "questions",
    "workbooks",
    "a million names",
]


def run(modules: Modules, kind: str, *, few: bool = False) -> Any:
    """How long it took to read such a file and to say what it would change, and what came of it."""
    return modules.evaluate(RUN, [kind, few])


@pytest.mark.parametrize("kind", BROKEN)
def test_a_file_that_holds_nothing_is_refused_at_once_with_a_sentence(modules: Modules, kind: str) -> None:
    done = run(modules, kind)
    assert not done["workbooks"]
    assert done["say"]
    assert done["seconds"] < MOST_SECONDS


@pytest.mark.parametrize("kind", [*TOO_MUCH, "nested records"])
def test_of_too_much_the_first_is_kept_and_the_rest_is_counted(modules: Modules, kind: str) -> None:
    done = run(modules, kind)
    assert "too_much" in done["say"]
    assert 0 < done["kept"] < 200_000  # what is stored is read at each later visit
    assert done["seconds"] < MOST_SECONDS


@pytest.mark.parametrize("kind", TOO_MUCH)
def test_what_a_group_writes_is_below_every_limit(modules: Modules, kind: str) -> None:
    assert "too_much" not in run(modules, kind, few=True)["say"]


def test_a_million_names_are_counted_before_they_are_read(modules: Modules) -> None:
    done = run(modules, "a million names")
    assert done["workbooks"] == 1
    assert done["seconds"] < 1.5  # of the processor: to read them all takes twice as long


GUESSED = """async (kind) => {
    const { decode } = await import("app/files/decode");
    const { readBackup } = await import("app/files/import");
    const long = kind === "all" ? "é".repeat(8_000_000) : `é${"x".repeat(8_000_000)}`;
    const text = JSON.stringify({ format: "spread-guide-backup", version: 1, workbooks: [{ id: "w1", about: null, answers: { "benefit-a": { note: long, edits: {} } } }] });
    const before = process.cpuUsage();
    const found = decode(Uint8Array.from(Buffer.from(text, "latin1")));
    const { problems } = readBackup(found.text, ["benefit-a"], undefined, found.guessed);
    const { user, system } = process.cpuUsage(before);
    return { seconds: (user + system) / 1e6, guessed: found.guessed, words: problems.find(({ say }) => say === "encoding").data.words };
}"""


@pytest.mark.parametrize("kind", ["all", "one"])
def test_a_long_text_whose_encoding_is_guessed_is_read_in_time(modules: Modules, kind: str) -> None:
    """To look at each of its signs, or for each of them at all that follow, took a quarter of a minute, or no end."""
    done = modules.evaluate(GUESSED, kind)
    assert done["guessed"] == "Windows-1252"
    assert len(done["words"]) <= 40
    assert done["seconds"] < MOST_SECONDS


def test_lines_broken_in_a_text_of_millions_of_signs_are_read_in_time(modules: Modules) -> None:
    done = run(modules, "broken lines")
    assert done["say"]
    assert done["seconds"] < 2 * MOST_SECONDS


@pytest.mark.parametrize("name", ["__proto__", "constructor", "toString", "hasOwnProperty"])
def test_names_that_reach_every_object_are_left_out_wherever_they_stand(modules: Modules, name: str) -> None:
    text = (
        '{"format": "spread-guide-backup", "NAME": {"x": 1}, "workbooks": [{"id": "NAME", "sums": {"NAME": "1"}, "about": {"NAME": "x", "edits": {}},'
        ' "answers": {"NAME": {"note": "x", "edits": {}}, "benefit-a": {"note": "x", "edits": {"NAME": [1, "t"]}, "seen": {"NAME": 1}}}}]'
    ).replace("NAME", name)
    for whole in (text + "}", text):  # read by the browser, and by what saves a file that was cut off
        found = modules.call("files/import", "readBackup", whole, ["benefit-a"])
        [book] = found["workbooks"]
        assert book == {
            "id": "",
            "about": {"edits": {}},
            "answers": {"benefit-a": {"note": "x", "edits": {"note": [0, "none"]}, "seen": {}}},
        }
        assert {"damaged"} <= {one["say"] for one in found["problems"]}
    assert modules.evaluate("({}).x === undefined && ({}).note === undefined") is True
