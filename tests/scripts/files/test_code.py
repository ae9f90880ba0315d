"""A link as a QR code, read back by a reader that shares no line with its maker."""

from itertools import product
from typing import Any

import zxingcpp
from PIL import Image

from tests.scripts.node import Modules
from tests.scripts.workshop import MADE

from .test_link import IDENTITY, PREPARED, pack

ADDRESS = "https://spread-guide.example.org/workbook/#"


def drawn(found: Any) -> Image.Image:
    """A code as a picture, four dots a module."""
    picture = Image.new("L", (found["size"] * 4, found["size"] * 4), 255)
    for line in found["path"].split("M")[1:]:
        place, length = line.split("h")
        x, y = (4 * int(float(one)) for one in place.split())
        picture.paste(0, (x, y, x + 4 * int(length), y + 4))
    return picture


def test_an_independent_reader_finds_the_link_in_the_code(modules: Modules) -> None:
    link = ADDRESS + pack(modules, "prepared", IDENTITY, PREPARED)
    found = modules.call("files/code", "code", link)
    [there] = zxingcpp.read_barcodes(drawn(found))
    assert there.text == link
    assert found["size"] <= 85 + 8, "version 17 or less"


def test_ten_answers_with_short_notes_fit_a_code(modules: Modules) -> None:
    notes = ["Ask the two wards that stopped last year.", "Nobody knows the costs after the pilot.", "Maria has the figures."]
    tab = "tmi3k2j9x8f4q7z1p5v0c"
    answers = {
        f"{list_}-{name}": {
            "status": "discussed",
            "note": f"{notes[n % 3]} ({n})",
            "answered": f"2026-12-03T09:{10 + n}:1{n % 10}.{100 + 83 * n}Z",
            "edits": {"status": [1, tab], "answered": [1, tab], "note": [20 + n * 7, tab]},
            "seen": {tab: 20 + n * 7},
        }
        for n, (list_, name) in enumerate(
            product(("benefit", "adaptation"), ("evidence", "users-early", "too-far", "own-setting", "costs"))
        )
    }
    facts = {**PREPARED, "group": "Table 2", "people": "Ana, Ben, Chloe", "created": MADE}
    about = {**facts, "edits": {name: [n, tab] for n, name in enumerate(facts)}}
    link = ADDRESS + pack(modules, "answered", MADE, {"id": IDENTITY, "about": about, "answers": answers})
    found = modules.call("files/code", "code", link)
    assert found, len(link)
    [there] = zxingcpp.read_barcodes(drawn(found))
    assert there.text == link


def test_what_does_not_fit_a_code_gives_none(modules: Modules) -> None:
    assert modules.call("files/code", "code", "https://x.example/#" + "a" * 1_500) is None
