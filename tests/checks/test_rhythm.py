"""Short sentences in a row: few are a rhythm, many are a drum."""

import pytest

from checks.pages.rhythm import IN_A_ROW, SHORT, monotony
from macros.parsed_page import parsed_page

BEAT = "We asked the ward."
LONG = "We asked the ward again and it had something else to say."
ENOUGH, TOO_MANY = " ".join([BEAT] * IN_A_ROW), " ".join([BEAT] * (IN_A_ROW + 1))
EDGE = " ".join(["word"] * SHORT).capitalize() + "."


@pytest.mark.parametrize(
    "text",
    [
        ENOUGH,
        f"{ENOUGH} {LONG} {ENOUGH}",
        f"{ENOUGH} {EDGE} {ENOUGH}",
        f"{ENOUGH}\n\n## A heading\n\n{ENOUGH}",
        f"- {ENOUGH}\n- {ENOUGH}\n",
        f"{ENOUGH}\n\n> {ENOUGH}\n",
        f"{ENOUGH}\n\n| {TOO_MANY} | {TOO_MANY} |\n|---|---|\n| {TOO_MANY} | x |\n\n{ENOUGH}\n",
        f"```\n{TOO_MANY}\n```\n",
    ],
)
def test_a_few_short_sentences_are_fine(text: str) -> None:
    assert list(monotony(parsed_page("x.md", text))) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (TOO_MANY, 1),
        (f"{LONG}\n\n{BEAT} {BEAT}\n\n{BEAT} {BEAT} {BEAT}\n", 3),
        (f"- {BEAT}\n- {TOO_MANY}\n", 2),
        (f"---\ntitle: x\n---\n\n# A\n\n{BEAT}\n{ENOUGH}\n", 7),
    ],
)
def test_a_drum_is_named_at_its_first_beat(text: str, line: int) -> None:
    [mistake] = monotony(parsed_page("x.md", text))
    assert mistake.place.line == line
    assert mistake.what.startswith(f"{IN_A_ROW + 1} sentences in a row, from 'We asked the ward. …' on")


def test_each_drum_is_named() -> None:
    assert [mistake.place.line for mistake in monotony(parsed_page("x.md", f"{TOO_MANY}\n\n{LONG}\n\n{TOO_MANY}\n"))] == [1, 5]
