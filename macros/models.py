"""The shape of the data files, as frozen models: the one authority on what a file may say."""

import datetime
import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, Strict, StringConstraints
from pydantic_core import PydanticCustomError

MOST = 12  # principles; hues.css has a colour for each
ID = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
Id = Annotated[str, StringConstraints(pattern=ID)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Ids = tuple[Id, ...]
Date = Annotated[datetime.date, Strict(), Field(ge=datetime.date(2000, 1, 1), le=datetime.date(2199, 12, 31))]  # no time of day


class Model(BaseModel):
    """Every model is frozen and knows its fields: an unknown one is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _asked(text: str) -> str:
    """Raise where a question does not end as one: it may have been cut at a ' #'."""
    if not text.rstrip("\"'”’)").endswith("?"):
        raise PydanticCustomError("question", "question")
    return text


def _counted(text: str) -> str:
    """Raise where something else than the number of questions would be filled in."""
    if re.search(r"[{}]", text.replace("{total}", "")):
        raise PydanticCustomError("braces", "braces", {"expected": "{total}, or nothing,"})
    return text


class Question(Model):
    """One question of a checklist. Its id is global, permanent and never made from its wording."""

    id: Id = Field(description="Permanent name: lower-case words joined by hyphens. Never change it.")
    text: Annotated[Text, AfterValidator(_asked)] = Field(description="The question, as plain text. It ends with a question mark.")
    prompt: Text | None = Field(default=None, description="A line beneath the question that helps a group to begin. It is no part of it.")
    when: Literal["review"] | None = Field(default=None, description="`review` where it only makes sense once people use the innovation.")
    terms: Ids = Field(default=(), description="Ids of the glossary terms the question uses.")
    was: Ids = Field(default=(), description="Ids that this question had before, or whose answers it takes over. Never remove one.")
    revised: Date | None = Field(default=None, description="The day when its meaning changed, for example 2026-11-22.")
    before: Text | None = Field(default=None, description="Its wording before that day.")


class Checklist(Model):
    """One file of data/checklists/: its name there is the checklist's name."""

    title: Annotated[Text, AfterValidator(_counted)] = Field(description="{total} in it becomes the number of its questions.")
    introduction: Text
    quoted: bool = Field(default=False, description="Its questions are somebody else's words: checks of wording leave them as they stand.")
    questions: tuple[Question, ...] = Field(min_length=1)


class Term(Model):
    """One entry of the glossary."""

    id: Id
    name: Text = Field(description="The term as it stands in running text.")
    short: Annotated[str, StringConstraints(min_length=1, max_length=160, strip_whitespace=True)] = Field(
        description="One sentence of plain text: readers see it when they point at the term."
    )
    full: Text = Field(description="Two to four sentences that say more.")
    see: Ids = Field(default=(), description="Ids of related terms.")
    was: Ids = Field(default=(), description="Ids of removed terms that lead here now. Never remove one.")


class Glossary(Model):
    """data/glossary.yml."""

    terms: tuple[Term, ...] = Field(min_length=1)


class Principle(Model):
    """One of the principles; its place in their order is its number and its colour."""

    slug: Id
    name: Text
    headline: Text
    links: Ids


class Principles(Model):
    """data/principles.yml: all of them, in order."""

    principles: tuple[Principle, ...] = Field(min_length=1, max_length=MOST, description=f"At most {MOST}: there are no more colours.")


class Retired(Model):
    """A question that left the guide. Readers keep their answers to it and see its last wording."""

    id: Id
    text: Text = Field(description="Its last wording.")
    date: Date = Field(description="The day when it left the guide, for example 2026-11-22.")


def listed(value: object) -> object:
    """A list; one that nobody has written in yet is empty, so that the first entry is added like every other."""
    return () if value is None else value


class Register(Model):
    """data/published-ids.yml: ids that have been live. `make ids` adds lines; none is ever removed."""

    questions: Ids
    terms: Ids
    retired: Annotated[tuple[Retired, ...], BeforeValidator(listed, json_schema_input_type=tuple[Retired, ...] | None)] = ()
