"""All checks of pages and of the data's wording, for one project folder."""

import datetime
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from macros.encoding import blanked, misread
from macros.front_matter import front_matters
from macros.loader import files, load
from macros.mistakes import Mistake, Place
from macros.parsed_page import FENCE, ParsedPage, parsed_pages
from macros.settings import source_of
from macros.source import Source, read

from .asked import asked
from .claims import claims
from .counted import known, typed
from .dialect import dialect
from .external_links import addresses, malformed
from .foreign import foreign
from .internal_links import broken_links
from .language import reading, wording, words
from .lists import lists
from .marks import marked, marks
from .nav import navigation
from .pasted import pasted
from .pictures import pictures
from .places import moved_away, unplaced
from .prose import Text, blocks
from .rhythm import monotony
from .site import site_url
from .strays import strays
from .structure import structure
from .terms import unexplained

BORROWED = {"authors", "title", "source", "originator", "url"}  # in tools and reports: the words of other people
ABOUT_OTHERS = {"data/reports.yml", "data/tools.yml"}  # what stands there is counted by other people
QUOTED = {"introduction", "text"}  # in a checklist that says so: word for word as on the source page; prompts are ours


def mistakes(project: Path) -> list[Mistake]:
    """Every mistake in the pages and in the wording of the data, in the order of files and lines."""
    pyproject = Path(__file__).parents[2] / "pyproject.toml"
    said, unsaid = words(pyproject)
    instead, everyday, nouns = said.instead_of, said.everyday, said.counted.model_dump()
    guide = load(project / "data")
    source = source_of(project)
    found = [
        *malformed(project),
        *broken_links(project / "docs", guide, site_url(source)),
        *unplaced(project, guide),
        *moved_away(project, guide),
        *navigation(project, source),
        *asked(project),
        *claims(project, guide),
        *strays(project),
        *unsaid,
    ]
    for page in parsed_pages(project / "docs").values():
        if wrong := misread(project / page.path, page.path):  # nothing else that is found in it would be true
            found.append(wrong)
            continue
        found.extend(alone(page))
        found.extend(pictures(page, project / "docs"))
        found.extend(unexplained(page, guide, everyday))
        for block in blocks(page.prose):
            found.extend(wording(page.path, block, instead))
        if not guide.unread:  # what cannot be read cannot be counted
            found.extend(known(page.path, Text(1, blanked(FENCE, page.text)), typed(guide, page.calls, nouns)))
    everywhere = typed(guide, (), nouns)
    for place, text in data_texts(project):
        found.extend([*wording(place.path, Text(place.line, text), instead), *marked(place, text)])
        if place.path not in ABOUT_OTHERS and not guide.unread:
            found.extend(known(place.path, Text(place.line, text), everywhere))
    return sorted(found)


@lru_cache(maxsize=4096)
def alone(page: ParsedPage) -> tuple[Mistake, ...]:
    """What is wrong with a page whatever stands beside it."""
    return (*structure(page), *marks(page), *dialect(page), *foreign(page), *pasted(page), *lists(page), *reading(page), *monotony(page))


def data_texts(project: Path) -> Iterator[tuple[Place, str]]:
    """Our own running text in the data files."""
    for file in files(project / "data"):
        source = read(file, file.relative_to(project).as_posix())
        quoted = isinstance(source.data, dict) and source.data.get("quoted") is True
        borrowed = BORROWED if file.stem in {"reports", "tools"} else QUOTED if quoted else set()
        yield from _texts(source, source.data, (), borrowed)


def _texts(source: Source, value: object, path: tuple[str | int, ...], borrowed: set[str]) -> Iterator[tuple[Place, str]]:
    if isinstance(value, str):
        yield source.at(*path), value
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        if key not in borrowed:
            yield from _texts(source, child, (*path, key), borrowed)


def overdue(project: Path, today: datetime.date) -> list[Mistake]:
    """Pages whose review is due, the longest overdue first."""
    pages = sorted(front_matters(project / "docs")[0].items(), key=lambda one: one[1].review_by)
    what = "was due for review on {}; review it, then set reviewed and review_by"
    return [Mistake(Place(f"docs/{path}"), what.format(page.review_by)) for path, page in pages if page.review_by < today]


def external(project: Path) -> list[str]:
    """Each address outside the site once, with the first place where it stands."""
    first: dict[str, Place] = {}
    for place, address in addresses(project):
        first.setdefault(address, place)
    return [f"{address}  ({place})" for address, place in sorted(first.items())]
