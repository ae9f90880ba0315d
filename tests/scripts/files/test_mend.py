"""Files come back from where people put them: as they were, or with the places that are damaged."""

import base64
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scripts.node import Modules

from .mangles import BYTES, LOSSES, TEXT
from .test_import import ABOUT, KNOWN, backup, says

NOTE = "Falls – café, “three nurses” said: it's 2 < 3 & 4 > 3...  Then -- *so*?\n> quoted\ttabbed 👩‍⚕️ שלום C:\\new \"q\" =3D &quot; ' x=1\n"
WORDS = [
    "Falls",
    "café",
    "nurses",
    "it's",
    "a  b",
    "\n",
    "> ",
    "=3D",
    "=\n",
    "&quot;",
    "“q”",
    '"',
    "\\",
    "--",
    "–",
    "...",
    "👩‍⚕️",
    "\u00a0",
    "x" * 90,
]
LACKS = {
    "Windows-1252": ["invisible signs"],
    "Mac Roman": ["invisible signs"],
    "Latin 1": ["invisible signs", "typographic quotes", "typographic apostrophes", "dots as one sign", "dashes as one sign"],
}
NOTES = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
MAKE = """async (whole) => {
    const { json, makeBackup } = await import("app/files/backup");
    const { keysOf } = await import("app/answers/keys");
    const keys = keysOf("spread-guide:/guide/:1:");
    const records = whole.workbooks.flatMap(({ id, about, answers }) => [
        [keys.workbook(id), about], ...Object.entries(answers).map(([question, answer]) => [keys.answer(id, question), answer])]);
    const stored = new Map(records.map(([key, value]) => [key, JSON.stringify(value)]));
    const storage = { keys: () => [...stored.keys()], read: (key) => ({ value: stored.get(key) }) };
    return json(makeBackup({ storage, prefix: keys.prefix, clock: () => new Date(0), build: "b", store: { pending: () => new Map() } }));
}"""
READ = """async ([bytes, known]) => {
    const { decode } = await import("app/files/decode");
    const { text, guessed } = decode(Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0)));
    return (await import("app/files/import")).readBackup(text, known, undefined, guessed);
}"""


def book(note: str) -> dict[str, Any]:
    """A workbook that says this in several places."""
    action = {"id": "x1", "what": f"Ask three nurses: {note}", "who": "Zoë", "edits": {"what": [1, "t1"], "who": [2, "t1"]}}
    answers = {
        "benefit-a": {"status": "discussed", "note": note, "edits": {"status": [1, "t1"], "note": [2, "t1"]}},
        "benefit-b": {"actions": [action], "edits": {}},
    }
    return {"id": "w1", "about": {**ABOUT, "people": f"Ana, José {note}"}, "answers": answers}


def made(modules: Modules, note: str) -> str:
    """The backup as the guide writes it."""
    return str(modules.evaluate(MAKE, backup(book(note))))


def come_back(modules: Modules, content: bytes) -> Any:
    """What is made of a file's bytes."""
    return modules.evaluate(READ, [base64.b64encode(content).decode(), KNOWN])


def test_a_backup_is_ascii_and_says_what_was_written(modules: Modules) -> None:
    text = made(modules, NOTE)
    assert text.isascii()
    [found] = json.loads(text)["workbooks"]
    assert found.pop("sums").keys() == {"", "benefit-a", "benefit-b"}
    assert found == book(NOTE)


@pytest.mark.parametrize("way", BYTES)
@pytest.mark.parametrize("change", TEXT)
def test_what_editors_mail_and_chat_do_to_a_file_is_taken_back(modules: Modules, change: str, way: str) -> None:
    changed = TEXT[change](made(modules, NOTE.replace("  ", " ")))
    if change in LACKS.get(way, ()):
        pytest.skip(f"{way} has no such signs")
    found = come_back(modules, BYTES[way](changed))
    assert (found["workbooks"], says(found)) == ([book(NOTE.replace("  ", " "))], [])


@pytest.mark.parametrize("loss", LOSSES)
def test_what_was_lost_is_named_with_its_places(modules: Modules, loss: str) -> None:
    found = come_back(modules, LOSSES[loss](made(modules, NOTE)).encode())
    assert found["workbooks"] != [book(NOTE)]
    named = dict(zip([one["say"] for one in found["problems"]], found["problems"], strict=True))
    assert named.keys() & {"cut", "altered"}
    if "altered" in named:
        assert {place["question"] for place in named["altered"]["places"]} <= {"", "benefit-a", "benefit-b"}


@given(note=NOTES, changes=st.lists(st.sampled_from(sorted(TEXT | LOSSES)), max_size=4), way=st.sampled_from(sorted(BYTES)))
@settings(max_examples=400)
def test_a_mangled_backup_reads_back_equal_or_says_what_is_damaged(modules: Modules, note: str, changes: list[str], way: str) -> None:
    text = made(modules, note)
    for change in changes:
        text = (TEXT | LOSSES)[change](text)
    found = come_back(modules, BYTES[way](text))
    assert found["workbooks"] == [book(note)] or {say for say, *_ in says(found)} - {"unknown"}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("Le café d'Élise – “très bien” à 5 €".encode("cp1252"), "café, Élise"),
        ("Le café d'Élise – “très bien” à 5 €".encode("mac_roman"), "café, Élise"),
        ("naïve Größe Ærø".encode("cp1252"), "naïve, Größe, Ærø"),
        ("naïve Größe Ærø".encode("mac_roman"), "naïve, Größe, Ærø"),
    ],
)
def test_an_older_file_in_an_older_encoding_is_read_and_the_words_to_look_at_are_named(
    modules: Modules, content: bytes, words: str
) -> None:
    """Files of earlier releases were not ASCII and have no checksums."""
    whole = json.dumps(backup({"id": "w1", "about": ABOUT, "answers": {"benefit-a": {"note": "NOTE", "edits": {}}}})).encode()
    found = come_back(modules, whole.replace(b"NOTE", content))
    [problem] = found["problems"]
    assert problem["say"] == "encoding"
    assert problem["data"]["words"].startswith(words)


def test_an_older_file_with_signs_lost_names_the_places(modules: Modules) -> None:
    answers = {"benefit-a": {"note": "caf\ufffd", "edits": {}}, "benefit-b": {"note": "well", "edits": {}}}
    found = come_back(modules, json.dumps(backup({"id": "w1", "about": ABOUT, "answers": answers}), ensure_ascii=False).encode())
    assert found["problems"] == [{"say": "altered", "data": {}, "places": [{"title": "Falls clinic", "question": "benefit-a"}]}]


@pytest.mark.parametrize("change", TEXT)
def test_an_older_file_that_mail_changed_is_read_or_named(modules: Modules, change: str) -> None:
    """Without checksums what is plain is read; nothing fails without a word."""
    whole = json.dumps(backup(book("Three nurses said yes.")), indent=1, ensure_ascii=False)
    found = come_back(modules, TEXT[change](whole).encode())
    assert found["workbooks"]
    if change not in {"hard spaces", "invisible signs"}:  # which look the same
        assert found["workbooks"] == [book("Three nurses said yes.")] or says(found)
