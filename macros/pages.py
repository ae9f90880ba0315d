"""What the guide knows of its pages: title, and which macro each calls with which name."""

from collections.abc import Mapping
from dataclasses import dataclass

from .front_matter import FrontMatter
from .given import Call
from .parsed_page import ParsedPage


@dataclass(frozen=True)
class Page:
    """One page: its path below docs/, its title, and the calls on it."""

    path: str
    title: str
    calls: frozenset[Call] = frozenset()


def read_pages(pages: Mapping[str, ParsedPage], front_matters: Mapping[str, FrontMatter]) -> tuple[Page, ...]:
    """All pages, given by their paths below docs/, in the order of their titles; a page without one goes by its path."""
    found = []
    for path, page in pages.items():
        title = front_matters[path].title if path in front_matters else path
        found.append(Page(path, title, page.calls))
    return tuple(sorted(found, key=lambda page: (page.title.casefold(), page.path)))
