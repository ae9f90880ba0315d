"""Numbers that follow the data."""

from dataclasses import replace

import pytest

from macros.counts import between, count, counted, in_words
from macros.guide import Guide
from macros.mistakes import Place, WrongCallError

PAGE = Place("docs/index.md")


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (("principles",), "two"),
        (("questions",), "five"),
        (("questions", "benefit"), "three"),
        (("questions", "each"), "two to three"),
        (("tools",), "one"),
        (("terms",), "three"),
        (("reports",), "one"),
    ],
)
def test_a_page_says_how_many_there_are(guide: Guide, asked: tuple[str, ...], says: str) -> None:
    assert count(guide, PAGE, *asked) == says


def test_a_number_follows_what_is_added_and_taken_away(guide: Guide) -> None:
    fewer = replace(guide, principles=guide.principles[:1], checklists={"benefit": guide.checklists["benefit"]})
    assert [count(fewer, PAGE, "principles"), count(fewer, PAGE, "questions", "each")] == ["one", "three"]


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (("question",), "there is no number of 'question'; did you mean 'questions'?"),
        (("questions", "benefits"), "there is no checklist 'benefits'; did you mean 'benefit'?"),
        (("tools", "benefit"), 'only questions are counted by checklist; write count("tools")'),
    ],
)
def test_what_is_not_counted_is_a_wrong_call(guide: Guide, asked: tuple[str, ...], says: str) -> None:
    with pytest.raises(WrongCallError) as error:
        count(guide, PAGE, *asked)
    assert str(error.value) == says


def test_numbers_are_words_as_far_as_the_interface_has_them(guide: Guide) -> None:
    assert [in_words(guide, number) for number in (0, 1, 12, 13, 70)] == ["0", "one", "twelve", "13", "70"]
    assert [between(guide, numbers) for numbers in ([9], [11, 14, 12])] == ["nine", "eleven to 14"]


def test_the_title_of_a_checklist_counts_its_questions(guide: Guide) -> None:
    one = guide.checklists["benefit"].model_copy(update={"title": "{total} questions on {total} things"})
    found = counted(replace(guide, checklists={"benefit": one}))
    assert found["benefit"].title == "Three questions on three things"
    assert found["benefit"].questions == one.questions
