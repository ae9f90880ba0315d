"""What the models refuse, in words."""

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, Field, ValidationError
from pydantic_core import PydanticCustomError

from macros.library import Url
from macros.models import Date, Id, Model, Text
from macros.shape import explain
from macros.source import parse


class Inner(Model):
    """An entry of a list."""

    name: Text = "x"
    other: Text = "x"


class Whole(Model):
    """A field of each kind."""

    id: Id = "x"
    text: Text = "x"
    short: Annotated[str, Field(min_length=3, max_length=5)] = "xxx"
    many: tuple[Inner, ...] = Field(default=(Inner(),), min_length=1)
    one: Inner = Inner()
    day: Date | None = None
    year: int = 1
    yes: bool = True
    kind: Literal["a", "b"] = "a"
    url: Url = "https://example.org"
    limit: Annotated[float, Field(lt=3)] = 1


def said(text: str, model: type[BaseModel] = Whole) -> list[str]:
    """The sentences for a YAML text."""
    source = parse(text, "x.yml")
    with pytest.raises(ValidationError) as refused:
        model.model_validate(source.data)
    return [str(mistake) for mistake in explain(refused.value, source, model)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("id: A b", "1:5: 'A b' is not a valid id; use lower-case words joined by hyphens, for example 'time-who-decides'"),
        ("text: ''", "1:7: 'text' is empty; write its text"),
        ("text: ' '", "1:7: 'text' is empty; write its text"),
        ("text: 5", "1:7: 'text' must be text, but is a number; write its text, or put quotes round it"),
        ("text: 5.5", "1:7: 'text' must be text, but is a number; write its text, or put quotes round it"),
        ("text: no", "1:7: 'text' must be text, but is yes or no; write its text, or put quotes round it"),
        ("text:", "1:6: 'text' must be text, but is nothing; write its text, or put quotes round it"),
        ("text: 2026-01-01", "1:7: 'text' must be text, but is a date; write its text, or put quotes round it"),
        ("text: 2026-01-01 10:00:00", "1:7: 'text' must be text, but is a day with a time; write its text, or put quotes round it"),
        ("text: {a: b}", "1:7: 'text' must be text, but is a group of fields; write its text, or put quotes round it"),
        (
            "many: !!binary aGk=",
            "1:7: 'many' must be a list, but is something else; write it as [one, two], or as lines that start with '- '",
        ),
        ("short: xxxxxx", "1:8: 'short' is 6 characters long and may have 5; shorten it"),
        ("short: xx", "1:8: 'short' is 2 characters long and needs 3 or more; say a little more"),
        ("short: ''", "1:8: 'short' is empty; write its text"),
        ("many: x", "1:7: 'many' must be a list, but is text; write it as [one, two], or as lines that start with '- '"),
        ("many: []", "1:7: 'many' is empty; add at least one entry"),
        ("many: [x]", "1:8: this entry of 'many' must have fields of its own, but is text; look at its neighbours for the pattern"),
        ("many: [{name: ''}]", "1:15: 'name' is empty; write its text"),
        ("one: [x]", "1:6: 'one' must have fields of its own, but is a list; look at its neighbours for the pattern"),
        ("- x", "1:1: the file must have fields of its own, but is a list; look at its neighbours for the pattern"),
        ("day: '2026-01-01'", "1:6: 'day' must be a day, but is text; write it like 2026-11-22, without quotes"),
        ("day: 2026-01-01 10:00:00", "1:6: 'day' must be a day, but is a day with a time; write it like 2026-11-22, without quotes"),
        ("year: [1]", "1:7: 'year' must be a whole number, but is a list; write figures alone, without quotes"),
        ("year: x", "1:7: 'year' must be a whole number, but is text; write figures alone, without quotes"),
        ("year: 1.5", "1:7: 'year' must be a whole number, but is a number; write figures alone, without quotes"),
        ("yes: x", "1:6: 'yes' must be true or false, but is text; write one of the two"),
        ("yes: []", "1:6: 'yes' must be true or false, but is a list; write one of the two"),
        ("kind: c", "1:7: 'c' is not known under 'kind'; use one of: 'a' or 'b'"),
        ("url: a.org", "1:6: 'a.org' is not a web address; write it whole, from https:// on, without spaces and brackets"),
        ("limit: 5", "1:8: 'limit' is wrong: input should be less than 3; correct it"),
        ("txt: x", "1:1: 'txt' is not a field here; did you mean 'text'?"),
        ("one: {nam: x}", "1:7: 'nam' is not a field here; did you mean 'name'?"),
        ("many: [{q: x}]", "1:9: 'q' is not a field here; use one of: name, other"),
    ],
)
def test_each_kind_of_mistake_has_its_sentence_and_place(text: str, says: str) -> None:
    assert said(text) == [f"x.yml:{says}"]


def test_a_missing_field_is_placed_where_it_belongs() -> None:
    class Needs(Model):
        """A list whose entries need an id."""

        many: tuple[Whole, ...]
        last: Id

    class Entry(Model):
        """An entry that needs two fields."""

        id: Id
        text: Text

    class List(Model):
        """Entries."""

        entries: tuple[Entry, ...] = Field(min_length=1)

    says = ["x.yml:3:5: the field 'text' is missing; add a line 'text: …' here"]
    assert said("entries:\n  - {id: a, text: b}\n  - id: c\n", List) == says
    assert said("many: []\n", Needs) == ["x.yml:1:1: the field 'last' is missing; add a line 'last: …' here"]


def test_what_comes_after_a_refused_list_is_said_too() -> None:
    assert [sentence.split(" ")[0] for sentence in said("many: [1]\nday: x\n")] == ["x.yml:1:8:", "x.yml:2:6:"]


def test_a_list_is_not_called_empty_when_its_entries_were_refused() -> None:
    assert said("many: [1, 2]") == [
        "x.yml:1:8: this entry of 'many' must have fields of its own, but is a number; look at its neighbours for the pattern",
        "x.yml:1:11: this entry of 'many' must have fields of its own, but is a number; look at its neighbours for the pattern",
    ]


@pytest.mark.parametrize(("expected", "words"), [("{total}", "{total}"), ("", "no names")])
def test_words_in_braces_are_named(expected: str, words: str) -> None:
    source = parse("text: x", "x.yml")
    error = ValidationError.from_exception_data(
        "Whole", [{"type": PydanticCustomError("braces", "braces", {"expected": expected}), "loc": ("text",), "input": "x"}]
    )
    [mistake] = explain(error, source, Whole)
    assert mistake.what.startswith(f"'text' must have exactly {words} in braces")
