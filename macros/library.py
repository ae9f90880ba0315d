"""The shape of what the guide points to: tools, and what other people wrote."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .models import Id, Ids, Model, Text

Year = Annotated[int, Field(ge=1500, le=2199)]  # 02001 is 1025 in YAML
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>()]+$")]  # brackets would end a Markdown link


class Tool(Model):
    """One tool or method. Which principles it helps is our own judgement."""

    id: Id
    name: Text
    purpose: Text = Field(description="What it is for, as one sentence that starts with a verb.")
    main: Ids = Field(min_length=1, description="Slugs of the principles it helps most.")
    also: Ids = Field(default=(), description="Slugs of the principles it helps as well.")
    time: Text | None = Field(default=None, description="How long it takes, where a source says so.")
    group: Text | None = Field(default=None, description="For how many people it is, where a source says so.")
    originator: Text | None = None
    year: Year | None = None
    references: Ids = Field(default=(), description="Ids of data/reports.yml.")


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
