"""The guide as one value: all that the data files say, for macros to print."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from .agendas import Agenda, Rounds, Size
from .front_matter import FrontMatter
from .library import Group, Report, Tool
from .mistakes import Mistake, Place
from .models import Checklist, Principle, Question, Register, Retired, Term
from .pages import Page
from .settings import Publisher, Special
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
    agendas: dict[str, Agenda] = field(default_factory=dict)
    rounds: dict[str, Rounds] = field(default_factory=dict)
    sizes: tuple[Size, ...] = ()
    rules: tuple[str, ...] = ()
    pages: tuple[Page, ...] = ()
    front_matters: dict[str, FrontMatter] = field(default_factory=dict)  # what each page says of itself, by its path below docs/
    places: dict[tuple[str, str], Place] = field(default_factory=dict)
    publisher: Publisher = field(default_factory=Publisher)  # from mkdocs.yml, as is what follows
    special: Special = field(default_factory=Special)
    site_name: str = ""
    words: Words = field(default_factory=Words)
    mistakes: tuple[Mistake, ...] = ()
    unread: tuple[str, ...] = ()  # files that could not be read: what a page asks for may stand there

    @cached_property
    def page_at(self) -> dict[str, Page]:
        """The pages by their paths below docs/."""
        return {page.path: page for page in self.pages}

    @property
    def retired(self) -> tuple[Retired, ...]:
        """Questions that left the guide; readers keep their answers to them."""
        return self.register.retired if self.register else ()

    def questions(self) -> Iterator[Question]:
        """Every question of the guide, in the order of the checklists' names."""
        return (question for checklist in self.checklists.values() for question in checklist.questions)
