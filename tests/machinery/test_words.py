"""The words of the interface."""

import pytest
from pydantic import BaseModel, ValidationError

from macros.models import Text
from macros.said import Said, fills
from macros.words import Words, unwritten


class Part(Said):
    """A part with each kind of word."""

    plain: Text
    one: Text = fills("a")
    two: Text = fills("a", "b")


GOOD = {"plain": "Words", "one": "{a}!", "two": "{b} {a}, {b}"}


def test_words_in_braces_may_stand_in_any_order_and_more_than_once() -> None:
    assert Part.model_validate(GOOD).two == "{b} {a}, {b}"


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        ("plain", "{a}", ""),
        ("plain", "a {", ""),
        ("plain", "a }", ""),
        ("one", "a", "{a}"),
        ("one", "{a} {b}", "{a}"),
        ("one", "{a} {}", "{a}"),
        ("one", "{a} {", "{a}"),
        ("one", "{A}", "{a}"),
        ("two", "{a}", "{a} and {b}"),
    ],
)
def test_other_words_in_braces_are_refused(field: str, text: str, expected: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Part.model_validate({**GOOD, field: text})
    [error] = refused.value.errors()
    assert (error["type"], error["loc"], error["ctx"]) == ("braces", (field,), {"expected": expected})


def test_a_field_says_what_is_filled_in() -> None:
    assert Part.model_fields["two"].description == "What is filled in: {a}, {b}."


def test_where_words_cannot_be_read_each_field_says_its_own_name() -> None:
    words = unwritten()
    assert words.checklist.count == "(count)"
    for name in Words.model_fields:
        part = getattr(words, name)
        assert isinstance(part, BaseModel)
        assert part.model_dump() == {field: f"({field})" for field in type(part).model_fields}


def test_every_part_knows_its_words_in_braces() -> None:
    assert all(isinstance(field.annotation, type) and issubclass(field.annotation, Said) for field in Words.model_fields.values())
