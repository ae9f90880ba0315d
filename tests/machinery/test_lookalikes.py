"""Signs that look like those of a name and are others."""

import pytest

from macros.lookalikes import LETTERS, lookalike, plainly


@pytest.mark.parametrize(
    ("written", "meant", "called"),
    [
        ("weak\u2011tie", "weak-tie", "non-breaking hyphen"),
        ("2026\u201301\u201301", "2026-01-01", "en dash"),
        ("\u0440ull", "pull", "cyrillic small letter er"),
        ("２０２６", "2026", "fullwidth digit two"),
        ("pull\u00a0", "pull", "no-break space"),
        ("cafe\u0301.md", "caf\u00e9.md", "combining acute accent"),
    ],
)
def test_a_sign_that_only_looks_like_the_right_one_is_named(written: str, meant: str, called: str) -> None:
    assert lookalike(written, meant) == f"a sign in '{written}' only looks like the right one ({called}); type '{meant}' anew"


def test_a_space_that_nobody_sees_at_an_end_has_no_name() -> None:
    assert lookalike("pull ", "pull") == "a sign in 'pull ' only looks like the right one; type 'pull' anew"


@pytest.mark.parametrize(
    ("written", "meant"), [("pull", "pull"), ("pul", "pull"), ("Pull", "pull"), ("weak_tie", "weak-tie"), ("café", "cafe")]
)
def test_what_everybody_can_tell_apart_is_left_alone(written: str, meant: str) -> None:
    assert lookalike(written, meant) == ""


def test_each_letter_becomes_one_of_ours() -> None:
    assert all(plainly(chr(letter)).isascii() for letter in LETTERS)
