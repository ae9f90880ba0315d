"""Questions that repeat another."""

from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path
from random import Random
from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.duplicates import TOO_ALIKE, _too_alike, alike
from macros.loader import load
from tests.conftest import ROOT, Change


def said(data: Path) -> list[str]:
    return [str(mistake) for mistake in load(data).mistakes]


def plainly(texts: list[str]) -> list[tuple[int, int]]:
    """The same question, answered by the slow comparison alone."""
    return [
        (first, second)
        for (first, one), (second, other) in combinations(enumerate(texts), 2)
        if SequenceMatcher(None, one, other, autojunk=False).ratio() > TOO_ALIKE
    ]


def test_a_question_that_says_almost_the_same_is_named_with_the_one_it_repeats(data: Path, change: Change) -> None:
    change(data / "checklists/learning.yml", "Which result surprised you most?", "Who gains and who loses?")
    assert said(data) == [
        "data/checklists/learning.yml:6:11: 'learning-surprise' asks almost the same as 'benefit-who-gains'; "
        "ask something else, or remove one of the two"
    ]


def test_a_question_that_shares_only_some_words_is_no_duplicate(data: Path, change: Change) -> None:
    change(data / "checklists/learning.yml", "Which result surprised you most?", "Who gains from what you learned?")
    assert said(data) == []


LETTERS = st.text(alphabet="ab ", max_size=14)


@st.composite
def nearly_the_same(draw: st.DrawFn) -> list[str]:
    """A text, and others that differ from it in a few letters."""
    text = draw(st.text(alphabet="abcde ", min_size=1, max_size=60))
    texts = [text]
    for _ in range(draw(st.integers(1, 4))):
        letters = list(text)
        for _ in range(draw(st.integers(0, 8))):
            place = draw(st.integers(0, len(letters)))
            letters[place : place + draw(st.integers(0, 1))] = draw(st.text(alphabet="abcde ", max_size=1))
        texts.append("".join(letters))
    return texts


@given(st.lists(LETTERS, max_size=6) | nearly_the_same())
def test_the_quick_way_finds_what_the_plain_way_finds(texts: list[str]) -> None:
    assert alike(texts) == plainly(texts)


def test_of_a_thousand_questions_few_pairs_are_compared_letter_by_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    words = " ".join(question.text.casefold() for question in load(ROOT / "data").questions()).split()
    chance = Random(7)
    texts = [" ".join(chance.choices(words, k=chance.randint(9, 20))) for _ in range(1000)]
    texts[500] = texts[3] + " so"
    compared = Mock(side_effect=_too_alike)
    monkeypatch.setattr("macros.duplicates._too_alike", compared)
    assert alike(texts) == [(3, 500)]
    assert compared.call_count < 25_000  # of half a million


def test_letters_count_in_long_questions_too() -> None:
    assert alike(["who gains " * 30, "who gains " * 30 + "now"]) == [(0, 1)]
