"""Code by its indent, told from what belongs to a list or a box."""

import pytest

from macros.indented import indented_code, without


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("One.\n\n    two\n    three\n\nFour.", [2, 3]),
        ("# One\n    two", [1]),
        ("\ttwo", [0]),
        ("One.\n    still one", []),
        ("- One.\n\n    Still one.", []),
        ("!!! note\n    Text.\n\n    More.", []),
        ("- One.\n\nTwo.\n\n    three", [4]),
    ],
)
def test_code_stands_below_an_empty_line_and_in_no_list_or_box(text: str, code: list[int]) -> None:
    assert indented_code(text) == code
    left = without(text, code).split("\n")
    assert len(left) == len(text.split("\n"))
    assert all(not left[number] for number in code)
