"""Slips in YAML, at the line of their cause. Whole files stand in tests/fixtures/planted.yml."""

import pytest

from macros.source import parse
from macros.yaml_slips import slip


@pytest.mark.parametrize(
    ("line", "column", "says"),
    [
        ("id:x", 1, "a space is missing behind 'id:'"),
        ("- id:x", 3, "a space is missing behind 'id:'"),
        ("-id: x", 1, "a space is missing behind '-'"),
        ("text: “Who: we?”", 7, "curly quotes"),
        ("text: ‘Who: we?’", 7, "curly quotes"),
        ("text: 'What's next?'", 7, "an apostrophe"),
        ("text: 'a' b", 7, "the text goes on behind its closing quote; put double"),
        ('text: "a" b', 7, "the text goes on behind its closing quote; put single"),
        ('text: "a\\" b" c', 7, "the text goes on behind its closing quote; put single"),
        ("text: Who: we?", 10, "a colon"),
        ("text: Who:", 10, "a colon"),
        *((f"text: {sign}", 7, f"a text that starts with '{sign[0]}'") for sign in ("[a] b", "{a} b", "!a", "*a", "&a", "%a", "@a", "`a", "| a", "> a", ">- a", "- a", "? a", ", a", "] a", "} a")),
    ],
)  # fmt: skip
def test_the_slip_of_a_line_is_named_at_its_column(line: str, column: int, says: str) -> None:
    found = slip(["a: 1", line], 1)
    assert found
    assert (found.line, found.column + 1) == (1, column)
    assert found.what.removeprefix("this is not YAML: ").startswith(says)


@pytest.mark.parametrize(
    "line",
    [
        "text: Who?", "terms: [a, b]", "terms: [a] # b", "terms: {a: b}", "- https://a.org", "url: https://a.org:8/b", "text: >", "text: |2-", "text: >+ # b",
        'text: "a: b" # c', "text: 'it''s'", "text: It's 10:30, isn't it", "a", "", "text: a-b - c", "text: “a”", "- a", "text: 'a", "terms: [a,",
    ],
)  # fmt: skip
def test_a_line_without_a_slip_is_not_blamed(line: str) -> None:
    assert slip([line, "b: 1"], 1) is None or line.startswith("text: '")


def test_a_quote_that_was_left_open_is_named_at_its_own_line() -> None:
    text = 'a: "b\nc: d\ne: "f"\n'
    assert [str(one) for one in parse(text, "x").mistakes] == [
        "x:1:4: this is not YAML: the quote or bracket that opens here is never closed; close it"
    ]


@pytest.mark.parametrize(
    "text",
    ["a: b\n  c\n- d\n", "a: *b\n", "? [a]: b\n: c: d", "%x\n", "a: b\n\n c: [\n", "{", "a: &\n", "@", "\t", "--- a\n--- b\n", "a:\n\t- b"],
)
def test_yamls_own_words_never_reach_a_reader(text: str) -> None:
    found = [str(one) for one in parse(text, "x").mistakes]
    assert found
    assert not [one for one in found if "mapping" in one or "token" in one or "expected" in one or "scalar" in one or "alias" in one]


@pytest.mark.parametrize("text", ["a: &b c\nd: *b\n", "a: !x b\n", 'a: "b\\tc"\n'])
def test_in_settings_such_signs_mean_something(text: str) -> None:
    assert "needs quotes" not in str(parse(text, "x", prose=False).mistakes) or text.startswith("a: !")
