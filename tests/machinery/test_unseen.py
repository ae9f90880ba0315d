"""Characters that nobody can see. What a mistake says stands in tests/fixtures/planted.yml."""

import pytest

from macros.unseen import SPECIAL, unseen


@pytest.mark.parametrize(
    ("text", "line", "column", "called"),
    [
        ("a\u200bb", 1, 2, "zero width space"),
        ("a\n\ufeffb", 2, 1, "zero width no-break space"),
        ("a\u00adb", 1, 2, "soft hyphen"),
        ("a\u202eb", 1, 2, "right-to-left override"),
        ("a\u200eb", 1, 2, "left-to-right mark"),
        ("a\u2060b", 1, 2, "word joiner"),
        ("a\u200db", 1, 2, "zero width joiner"),
        ("a\u2028b", 1, 2, "line separator"),
        ("a\x0cb", 1, 2, "U+000C"),
        ("a\x85b", 1, 2, "U+0085"),
        ("a\u034fb", 1, 2, "combining grapheme joiner"),
        ("a\u061cb", 1, 2, "arabic letter mark"),
        ("a\u3164", 1, 2, "hangul filler"),
        ("a\u2800", 1, 2, "braille pattern blank"),
        ("a\U000e0041b", 1, 2, "tag latin capital letter a"),
    ],
)
def test_a_character_that_nobody_can_see_is_named_with_its_place(text: str, line: int, column: int, called: str) -> None:
    [mistake] = unseen(text, "x.md")
    assert str(mistake) == f"x.md:{line}:{column}: there is a character here that nobody can see ({called}); take it out"


@pytest.mark.parametrize(
    "text",
    ["a\n\u00a0b", "#\u00a0a", "- \u2003a", "1.\u202fa", ">\u00a0a", "text:\u00a0a", "  id: \u3000a", "  - id:\u00a0a", "!!!\u00a0note"],
)
def test_a_special_space_that_hides_what_a_mark_means_is_named(text: str) -> None:
    assert [mistake.what for mistake in unseen(text, "x.md")] == [SPECIAL]


@pytest.mark.parametrize(
    "text",
    [
        "5\u00a0mg, 10\u202f000",
        "a\tb\r\n",
        "\U0001f469\u200d\u2695\ufe0f nurse",  # one picture of several
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",  # the flag of England
        "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",  # a Persian word
        "caf\u00e9 \u2013 \u201cso\u201d\u2026",
        "",
    ],
)
def test_what_people_see_or_need_is_left_alone(text: str) -> None:
    assert list(unseen(text, "x.md")) == []
