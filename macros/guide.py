"""The guide as one value: all that the data files say, for macros to print."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from .front_matter import FrontMatter
from .library import Group, Report, Tool
from .mistakes import Mistake, Place
from .models import Checklist, Principle, Question, Register, Retired, Term
from .pages import Page
from .words import Words


@dataclass(frozen=True)
class Guide:
    """All that is known. What could not be read is missing here and named in `mistakes`."""

    checklists: dict[str, Checklist] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    principles: tuple[Principle, ...] = ()
    register: Register | None = None
    tools: dict[str, Tool] = field(default_factory=dict)
    reports: dict[str, Report] = field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    pages: tuple[Page, ...] = ()
    front_matters: dict[str, FrontMatter] = field(default_factory=dict)  # what each page says of itself, by its path below docs/
    places: dict[tuple[str, str], Place] = field(default_factory=dict)
    feedback: str = ""  # the publisher's address, which mkdocs.yml knows
    issues: str = ""  # where a new issue is opened, from mkdocs.yml too
    build: str = ""  # which content this is, from there too
    site_name: str = ""
    site_url: str = ""  # where this copy lives, from mkdocs.yml too
    words: Words = field(default_factory=Words)
    mistakes: tuple[Mistake, ...] = ()
    unread: tuple[str, ...] = ()  # files that could not be read: what a page asks for may stand there

    @property
    def retired(self) -> tuple[Retired, ...]:
        """Questions that left the guide; readers keep their answers to them."""
        return self.register.retired if self.register else ()

    def questions(self) -> Iterator[Question]:
        """Every question of the guide, in the order of the checklists' names."""
        return (question for checklist in self.checklists.values() for question in checklist.questions)
