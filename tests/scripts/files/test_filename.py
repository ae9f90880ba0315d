"""Names of files: the workbook and the day, safe on every system."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scripts.node import Modules
from tests.scripts.workshop import HOSTILE, MADE

FEW = settings(max_examples=200)
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Falls clinic", "Falls clinic 2026-11-22.csv"),
        ("", "workbook 2026-11-22.csv"),
        ("../..\\:*?", "workbook 2026-11-22.csv"),
        ("CON", "CON 2026-11-22.csv"),
        ("con.exe", "con exe 2026-11-22.csv"),
        ("Größe 1/2", "Größe 1 2 2026-11-22.csv"),
        ("\u202egnp.exe", "gnp exe 2026-11-22.csv"),
    ],
)
def test_the_name_says_the_workbook_and_the_day(modules: Modules, title: str, expected: str) -> None:
    assert modules.call("files/filename", "fileName", {"title": title}, MADE, "csv") == expected


@pytest.mark.parametrize(
    ("title", "group", "expected"),
    [
        ("Falls clinic", "Table 2", "Falls clinic Table 2 2026-11-22.csv"),
        ("", "Night staff", "workbook Night staff 2026-11-22.csv"),
        ("x" * 60, "y" * 60, f"{'x' * 30} {'y' * 20} 2026-11-22.csv"),
        ("Falls clinic", "../..", "Falls clinic 2026-11-22.csv"),
    ],
)
def test_the_name_says_the_group(modules: Modules, title: str, group: str, expected: str) -> None:
    assert modules.call("files/filename", "fileName", {"title": title, "group": group}, MADE, "csv") == expected


@given(title=st.text() | st.sampled_from(list(HOSTILE.values())))
@FEW
def test_any_title_gives_a_name_that_every_system_takes(modules: Modules, title: str) -> None:
    name = modules.call("files/filename", "fileName", {"title": title}, MADE, ".html")
    assert name.endswith(" 2026-11-22.html")
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]', name)
    assert not RESERVED.fullmatch(name)
    assert len(name.encode()) <= 255
    assert name == name.strip(" .")


def test_the_day_is_the_readers_own_and_another_word_stands_for_no_title(modules: Modules) -> None:
    night = modules.evaluate("new Date(2026, 10, 22, 23, 59).toISOString()")
    assert modules.call("files/filename", "fileName", {}, night, "md", "Arbeitsheft") == "Arbeitsheft 2026-11-22.md"
    assert modules.call("page/days", "dayOf", "no day") == "no day"
