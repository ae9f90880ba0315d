"""A workbook in a link: what goes in comes out, and whatever else stands there gets one sentence and does no work."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT
from tests.scripts.node import Modules
from tests.scripts.workshop import HOSTILE, MADE, SAID, TEXT, answer

FEW = settings(max_examples=80)
PREPARED = {
    "title": "Remote monitoring of heart failure after discharge home",
    "purpose": "Decide whether our ward starts in January, and who prepares what until then",
    "setting": "Ward 4, Northern General Hospital",
    "date": "2026-12-03",
    "today": [
        "benefit-evidence",
        "adaptation-missing-description",
        "networks-two-years",
        "adaptation-places-differ",
        "adaptation-smallest-test",
    ],
}
IDENTITY = "wmi3k2j9x8f4q7z1p5v0c"
IDS = st.from_regex(r"[a-z][a-z0-9-]{0,20}", fullmatch=True).filter(lambda name: name != "constructor")
FACTS = ("title", "purpose", "setting", "date")

PACK = """async ({ kind, given, plain }) => {
    const link = await import("app/files/link");
    return link.pack(link[kind](...given), plain ? null : undefined);
}"""
# What is made of a link once each of its signs in turn is another one, or all that was packed by itself
DAMAGED = """async (link) => {
    const { isLink, unpack } = await import("app/files/link");
    const found = {};
    for (let n = 1; n < link.length; n += 1) {
        for (const sign of ["A", "b", "0", "-", "~"].filter((one) => one !== link[n])) {
            const other = link.slice(0, n) + sign + link.slice(n + 1);
            const said = isLink(other) ? ((await unpack(other)).say ?? "taken") : "no link";
            (found[said] ??= []).push(n);
        }
    }
    return found;
}"""
FILLED = "(about) => Object.fromEntries(Object.entries(about).map(([name, is]) => [name, is.trim?.() ?? is]).filter(([, is]) => is.length))"
SUM = """async (text) => ((await import("app/files/sum")).sumOf(text) >>> 0).toString(36).padStart(7, "0")"""
RAW = """async ({ text, repeat }) => (await import("app/files/link")).pack(JSON.parse(text.replace("x", "x".repeat(repeat))))"""


def pack(modules: Modules, kind: str, *given: Any, plain: bool = False) -> str:
    """What stands behind # for what is prepared, or for what a group said."""
    return str(modules.evaluate(PACK, {"kind": kind, "given": given, "plain": plain}))


def unpack(modules: Modules, behind: str) -> Any:
    """What is made of it."""
    return modules.call("files/link", "unpack", f"#{behind}")


def read(modules: Modules, behind: str) -> Any:
    """The one workbook in it, as what reads backups finds it."""
    found = modules.call("files/import", "readBackup", unpack(modules, behind)["text"], [])
    assert {one["say"] for one in found["problems"]} <= {"unknown"}
    return found["workbooks"][0]


def signed(content: str, modules: Modules) -> str:
    """What stands behind # for some content, with its sum."""
    return f"share={content}{modules.evaluate(SUM, content)}"


def test_a_prepared_workshop_takes_at_most_400_signs(modules: Modules) -> None:
    assert len(pack(modules, "prepared", IDENTITY, PREPARED)) <= 400


@FEW
@given(
    about=st.fixed_dictionaries({}, optional={**dict.fromkeys(FACTS, TEXT), "today": st.lists(IDS, min_size=1, max_size=6)}),
    plain=st.booleans(),
)
def test_what_is_prepared_comes_out_as_a_workbook_of_its_own(modules: Modules, about: dict[str, Any], plain: bool) -> None:
    behind = pack(modules, "prepared", IDENTITY, {**about, "people": "Ana", "facilitator": "Ben", "group": "Table 2"}, plain=plain)
    filled = modules.evaluate(FILLED, about)
    if not filled:
        assert unpack(modules, behind) == {"say": "empty"}
        return
    found = read(modules, behind)
    assert (found["id"], found["answers"]) == ("", {})
    assert set(found["about"].pop("edits")) == set(filled)
    assert found["about"] == {**filled, "from": IDENTITY}


@FEW
@given(texts=st.lists(TEXT, min_size=1, max_size=4), plain=st.booleans())
def test_what_a_group_said_comes_out_as_it_was(modules: Modules, texts: list[str], plain: bool) -> None:
    answers = {f"benefit-{n}": answer(text) for n, text in enumerate(texts)}
    workbook = {"id": IDENTITY, "about": {**PREPARED, "group": texts[0], "edits": {"group": [1, "t1"]}}, "answers": answers}
    behind = pack(modules, "answered", MADE, workbook, plain=plain)
    assert unpack(modules, behind)["prepared"] is False
    assert read(modules, behind) == workbook


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_text(modules: Modules, text: str) -> None:
    workbook = {"id": IDENTITY, "about": {"title": text, "edits": {}}, "answers": {"benefit-a": answer(text)}}
    assert read(modules, pack(modules, "answered", MADE, workbook)) == workbook


def test_a_link_ends_in_a_digit_or_a_letter_and_needs_no_escape(modules: Modules) -> None:
    for kind, given_ in (("prepared", (IDENTITY, PREPARED)), ("answered", (MADE, {"id": "w1", "about": {}, "answers": {}}))):
        behind = pack(modules, kind, *given_)
        assert behind.startswith("share=1z")
        assert behind[-1].isalnum()
        assert behind.replace("share=", "").replace("-", "").replace("_", "").isalnum()


def test_the_sentence_around_a_link_and_an_escaped_sign_do_no_harm(modules: Modules) -> None:
    behind = pack(modules, "prepared", IDENTITY, PREPARED)
    whole = unpack(modules, behind)
    assert whole["prepared"]
    assert unpack(modules, f"{behind}.") == unpack(modules, f"{behind}),") == unpack(modules, behind.replace("=", "%3D")) == whole


def test_each_single_sign_that_is_damaged_is_noticed(modules: Modules) -> None:
    for plain in (False, True):
        found = modules.evaluate(DAMAGED, "#" + pack(modules, "prepared", IDENTITY, PREPARED, plain=plain))
        assert set(found) == {"damaged"}, {said: places for said, places in found.items() if said != "damaged"}


def test_a_part_of_a_link_is_damaged(modules: Modules) -> None:
    behind = pack(modules, "prepared", IDENTITY, PREPARED)
    assert {json.dumps(unpack(modules, behind[:n])) for n in range(len("share=") + 1, len(behind))} == {'{"say": "damaged"}'}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("2zAAAA", "newer"),
        ("17zAAAA", "newer"),
        ("1qAAAA", "newer"),
        ("1u", "damaged"),
        ("1uAAAAA", "damaged"),  # no whole bytes
        ("1u_w", "damaged"),  # no UTF-8
        ("1zAAAA", "damaged"),  # no deflate
        ("1ubnVsbA", "damaged"),  # null
        ("1ue30", "damaged"),  # {}
        ("1uW10", "damaged"),  # []
        ("1uWyJ4Il0", "newer"),  # a kind that is not known: ["x"]
        ("1uWyJwIl0", "empty"),  # nothing is prepared: ["p"]
        ("1uWyJwIiwxXQ", "damaged"),  # ["p",1]
    ],
)
def test_what_cannot_be_used_gets_one_sentence_that_exists(modules: Modules, content: str, said: str) -> None:
    assert unpack(modules, signed(content, modules)) == {"say": said}
    assert said in SAID["link_problems"]


def test_an_empty_link_one_of_a_megabyte_and_one_that_bursts_are_named_before_work_is_done(modules: Modules) -> None:
    assert unpack(modules, "share=") == {"say": "empty"}
    assert unpack(modules, "share=1z" + "A" * 1_000_000) == {"say": "long"}
    bomb = modules.evaluate(RAW, {"text": '["p", "", "x"]', "repeat": 26_000_000})
    assert len(bomb) < 100_000
    assert unpack(modules, bomb) == {"say": "much"}
    deep = modules.evaluate("""async () => (await import("app/files/link")).pack(Array.from({ length: 500 }).reduce((now) => [now], 1))""")
    assert unpack(modules, deep) == {"say": "damaged"}


def test_a_browser_that_cannot_unpack_says_so(modules: Modules) -> None:
    behind = pack(modules, "prepared", IDENTITY, PREPARED)
    assert modules.call("files/link", "unpack", f"#{behind}", None) == {"say": "old"}
    plain = pack(modules, "prepared", IDENTITY, PREPARED, plain=True)
    assert modules.call("files/link", "unpack", f"#{plain}", None)["prepared"]


def test_each_problem_has_a_sentence_and_each_sentence_a_problem() -> None:
    source = (ROOT / "overrides/assets/javascripts/files/link.js").read_text(encoding="utf-8")
    named = source.split("{ say: ")[1].split(" }")[0]
    assert {one.strip(' "') for one in named.split("|")} == set(SAID["link_problems"])


def test_other_fragments_are_no_links(modules: Modules) -> None:
    for hash_, is_link in (("", False), ("#share", False), ("#large-benefit", False), ("#share=", True), ("#" + "a" * 200, True)):
        assert modules.call("files/link", "isLink", hash_) is is_link
