"""Questions that repeat another."""

from pathlib import Path

from macros.loader import load
from tests.conftest import Change


def said(data: Path) -> list[str]:
    return [str(mistake) for mistake in load(data).mistakes]


def test_a_question_that_says_almost_the_same_is_named_with_the_one_it_repeats(data: Path, change: Change) -> None:
    change(data / "checklists/learning.yml", "Which result surprised you most?", "Who gains and who loses?")
    assert said(data) == [
        "data/checklists/learning.yml:6:11: 'learning-surprise' asks almost the same as 'benefit-who-gains'; "
        "ask something else, or remove one of the two"
    ]


def test_a_question_that_shares_only_some_words_is_no_twin(data: Path, change: Change) -> None:
    change(data / "checklists/learning.yml", "Which result surprised you most?", "Who gains from what you learned?")
    assert said(data) == []
