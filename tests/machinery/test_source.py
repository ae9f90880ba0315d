"""YAML with the place of every part of it."""

import datetime
from pathlib import Path

import pytest

from macros.mistakes import Place
from macros.source import KEY, parse, read

TEXT = """\
title: A
list:
  - id: one
    day: 2026-01-02
  - [x, 2]
"""


def test_data_is_what_yaml_says() -> None:
    assert parse(TEXT, "x.yml").data == {"title": "A", "list": [{"id": "one", "day": datetime.date(2026, 1, 2)}, ["x", 2]]}


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ((), 1, 1),
        (("title",), 1, 8),
        (("title", KEY), 1, 1),
        (("list",), 3, 3),
        (("list", KEY), 2, 1),
        (("list", 0), 3, 5),
        (("list", 0, "id"), 3, 9),
        (("list", 0, "day", KEY), 4, 5),
        (("list", 1, 1), 5, 9),
        (("list", 0, "missing"), 3, 5),
        (("list", 7, "id"), 3, 3),
        (("nothing",), 1, 1),
    ],
)
def test_each_part_has_its_place_and_a_missing_one_that_of_its_holder(path: tuple[str | int, ...], line: int, column: int) -> None:
    assert parse(TEXT, "x.yml").at(*path) == Place("x.yml", line, column)


def test_a_place_in_a_file_that_could_not_be_read_is_its_start() -> None:
    assert parse("", "x.yml").at("title") == Place("x.yml", 1, 1)


def test_a_byte_order_mark_is_no_part_of_the_data(tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert read(tmp_path / "x.yml", "x.yml").data == {"a": 1}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "x.yml:1:1: there is nothing here; restore it from the history"),
        ("a: 1\nb: 2\na: 3\n", "x.yml:3:1: 'a' stands twice here, first on line 1; keep one of the two"),
        ("a: 2026-02-30\n", "x.yml:1:4: '2026-02-30' is not a day of the calendar; correct it"),
        ("a: \x01\n", "x.yml:1:4: there is a character here that nobody can see (U+0001); take it out"),
        ('a:\n  - "b\n', "x.yml:2:5: this is not YAML: the quote or bracket that opens here is never closed; close it"),
        ("a: 1\nb\nc: 2\n", "x.yml:2:1: this is not YAML: a colon is missing after this name; write it, or indent the line further"),
        (
            "a: [b, c\nd: 1\n",
            "x.yml:1:4: this is not YAML: the bracket that opens here is not closed, or a comma is missing after it; add what is missing",
        ),
        (
            'a: "b" c\n',
            "x.yml:1:4: this is not YAML: the text goes on behind its closing quote; put single quotes round the whole text",
        ),
        (
            "a: b\n  c: d\n",
            "x.yml:2:4: this is not YAML: this line is indented further than its neighbours; start it in the same column",
        ),
        (
            "a: %b\n",
            "x.yml:1:4: this is not YAML: a text that starts with '%' needs quotes; put them round the whole text",
        ),
        (
            "a:\n  - b\n c: d\n",
            "x.yml:3:2: this is not YAML: this line does not fit the ones above; indent it as its neighbours are, and close every quote above it",
        ),
        (
            "a: !b c\n",
            "x.yml:1:4: this is not YAML: a text that starts with '!' needs quotes; put them round the whole text",
        ),
        ("a: 1\n---\nb: 2\n", "x.yml:2:1: this is not YAML: a line of hyphens starts another file here; take it out"),
        (
            "a:\n  - b: 1\n  c: 2\n",
            "x.yml:3:3: this is not YAML: this line does not fit the list above it; indent it as its neighbours are, or start a new entry with '- '",
        ),
        ("a: - b\n", "x.yml:1:4: this is not YAML: a text that starts with '-' needs quotes; put them round the whole text"),
        (
            "a: [b, ,]\n",
            "x.yml:1:8: this is not YAML: something is missing here, or is left over; look for a bracket or comma that has no partner",
        ),
        ("a: b  - id: c\n", "x.yml:1:7: two lines have run together here; start a new line before '- id'"),
        ('a: "b"  - id: c\n', "x.yml:1:9: two lines have run together here; start a new line before '- id'"),
        ("a: 1\n\u00a0 b: 2\n", "x.yml:2:1: there is a special space here, as word processors write it; type ordinary spaces"),
        ("a: 1\n  \u2009b: 2\n", "x.yml:2:3: there is a special space here, as word processors write it; type ordinary spaces"),
    ],
)
def test_what_is_not_yaml_is_said_in_words(text: str, says: str) -> None:
    assert [str(mistake) for mistake in parse(text, "x.yml").mistakes] == [says]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("a: b # c\n", 1, 4), ("a:\n  - b #c\n", 2, 5), ("a: b\n  c # d\n", 1, 4)],
)
def test_a_text_that_is_cut_at_its_hash_is_named(text: str, line: int, column: int) -> None:
    [mistake] = parse(text, "x.yml").mistakes
    assert mistake.place == Place("x.yml", line, column)
    assert mistake.what.startswith("what stands behind ' #' is left out; put quotes round the whole text")


@pytest.mark.parametrize(
    "text", ['a: "b" # c\n', "a: 2 # c\n", "a: [b] # c\n", "# a\na: b\n# c\n", "a: b#c\n", "a: |\n  b # c\n", 'a: "b # c"']
)
def test_a_remark_that_cuts_no_text_is_left_alone(text: str) -> None:
    assert parse(text, "x.yml").mistakes == []


def test_the_first_of_two_values_counts() -> None:
    assert parse("a: 1\na: 2\n", "x.yml").data == {"a": 1}


def test_every_value_that_stands_twice_is_named() -> None:
    source = parse("a: {b: 1, b: 2}\na: 3\nc:  {d: 1, d: 2}\n", "x.yml")
    assert [str(mistake.place) for mistake in source.mistakes] == ["x.yml:1:11", "x.yml:2:1", "x.yml:3:12"]


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    source = read(tmp_path / "none.yml", "data/none.yml")
    assert [str(mistake) for mistake in source.mistakes] == [
        "data/none.yml: the file is missing; put it back, or restore it from the history"
    ]


def test_a_file_in_another_encoding_is_said(tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_bytes("a: café\n".encode("latin-1"))
    says = "data/x.yml:1: the file is not UTF-8 text; save it again with the encoding UTF-8"
    assert [str(mistake) for mistake in read(tmp_path / "x.yml", "data/x.yml").mistakes] == [says]


def test_a_first_line_that_is_indented_is_the_cause_and_not_the_second_one() -> None:
    [mistake] = parse(" title: A\nlist: []\n", "x.yml").mistakes
    assert (
        str(mistake) == "x.yml:2:1: this is not YAML: this line starts further left than those above; start all of them in the first column"
    )
