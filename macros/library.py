"""The shape of what the guide points to: tools, and what other people wrote."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from .models import Id, Ids, Model, Text

Year = Annotated[int, Field(ge=1500, le=2199)]  # 02001 is 1025 in YAML
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>()]+$")]  # brackets would end a Markdown link
Texts = tuple[Text, ...]


def _from_to(least: int, most: int) -> AfterValidator:
    """A list that has room on one sheet of paper: so many entries at least, and so many at most."""

    def counted(entries: Texts) -> Texts:
        if not least <= len(entries) <= most:
            raise PydanticCustomError("entries", "entries", {"expected": f"{least} to {most} entries"})
        return entries

    return AfterValidator(counted)


class Sheet(Model):
    """The blank table of a card: its rows are named, or they are empty."""

    columns: Annotated[Texts, _from_to(2, 5)] = Field(description="The heads: 2 to 5.")
    rows: Annotated[Texts, _from_to(0, 8)] = Field(default=(), description="What stands in the first cell of each row: up to 8.")
    blank: Literal[0, 3, 4, 5, 6] = Field(default=0, description="How many empty rows there are, where none is named.")


class Example(Model):
    """The sheet as a group might fill it in. All of it is invented, and the page says so."""

    situation: Text = Field(description="Who filled the sheet in, and why.")
    filled: tuple[Texts, ...] = Field(min_length=1, description="The cells of each row, without those that the sheet names.")
    outcome: Text = Field(description="What the group did next.")


class Card(Model):
    """What a group needs to run a tool from one sheet of paper."""

    stuck: Text = Field(description="What a group says that should try it, as one sentence.")
    use_when: Text
    not_when: Text
    time: Text | None = Field(default=None, description="Our suggestion, where the tool's owners state no time.")
    group: Text | None = Field(default=None, description="Our suggestion, where the tool's owners state no number of people.")
    steps: Annotated[Texts, _from_to(4, 6)] = Field(description="What to do, in 4 to 6 steps.")
    sheet: Sheet
    example: Example


class Owner(Model):
    """The tool itself, where its owners keep it."""

    name: Text
    url: Url


class Tool(Model):
    """One tool or method. Which principles it helps is our own judgement."""

    id: Id
    name: Text
    purpose: Text = Field(description="What it is for, as one sentence that starts with a verb.")
    main: Ids = Field(min_length=1, description="Slugs of the principles it helps most.")
    also: Ids = Field(default=(), description="Slugs of the principles it helps as well.")
    idea: bool = Field(default=False, description="Whether it is an idea to think with, and nothing that a group can run.")
    time: Text | None = Field(default=None, description="How long it takes, where its owners say so.")
    group: Text | None = Field(default=None, description="For how many people it is, where its owners say so.")
    originator: Text | None = None
    year: Year | None = None
    owner: Owner | None = Field(default=None, description="The tool itself, where its owners keep it.")
    references: Ids = Field(default=(), description="Ids of data/reports.yml.")
    card: Card | None = Field(default=None, description="How to run it from the page.")

    @property
    def shown_by(self) -> str:
        """The macro that gives it its place, #tool-<id>, on the page of tools."""
        return "tools_ideas" if self.idea else "tools_cards" if self.card else "tools"


class Tools(Model):
    """data/tools.yml."""

    tools: tuple[Tool, ...] = Field(min_length=1)


class Group(Model):
    """A part of the list of further resources."""

    id: Id
    title: Text


class Report(Model):
    """A report, paper, book or page by somebody else."""

    id: Id
    authors: Text = Field(description="People as 'Surname I, Surname I', or the name of a body.")
    year: Year | None = None
    title: Text
    source: Text | None = Field(default=None, description="Who published it, with volume and pages where it has them.")
    url: Url = Field(description="A DOI or the publisher's own page.")
    kind: Literal["book", "guide", "paper", "report", "web"]
    about: Text | None = Field(default=None, description="One sentence: what a reader gets from it.")
    principles: Ids = Field(default=(), description="Slugs of the principles it speaks about, the strongest first.")
    group: Id | None = Field(default=None, description="Its part of the list of further resources.")
    list: bool = Field(description="Whether it stands in the list of further resources.")


class Reports(Model):
    """data/reports.yml."""

    groups: tuple[Group, ...] = Field(min_length=1, description="The parts of the list, in order.")
    reports: tuple[Report, ...] = Field(min_length=1)
