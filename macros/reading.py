"""Read a project: its data, its pages and the calls on them, once per state of their files."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from .addresses import address_mistakes
from .calls import Wrong, wrong_calls
from .citations import unshown
from .folders import below
from .front_matter import FrontMatter, front_matters
from .guide import Guide
from .loader import files, load
from .mistakes import Mistake
from .pages import Page, read_pages
from .parsed_page import parsed_pages
from .settings import Settings
from .special import bare, missing
from .uses import users


class Pages(NamedTuple):
    """The pages as they were read."""

    called: tuple[Page, ...]
    fronts: dict[str, FrontMatter]
    untitled: tuple[Mistake, ...]  # what is wrong with these
    calls: tuple[Wrong, ...]
    texts: dict[str, str]


class Reading(NamedTuple):
    """A project as it was read."""

    guide: Guide
    calls: tuple[Wrong, ...]
    mistakes: tuple[Mistake, ...]  # in the data, above the pages, and in the braces
    texts: dict[str, str]  # of the pages, as Place calls them


def reading(project: Path, inline: Collection[str], blocks: Collection[str], settings: Settings, cache: dict[str, Any]) -> Reading:
    """Read what changed since the last time; `settings` is what mkdocs.yml adds to the guide."""
    data, docs = project / "data", project / "docs"
    known: Guide = cached(cache, "guide", (*files(data), *data.rglob("*.yaml"), *users()), lambda: load(data))
    pages: Pages = cached(cache, "pages", below(docs), lambda: _pages(docs, inline, blocks))
    guide = replace(known, pages=pages.called, front_matters=pages.fronts, publisher=settings.publisher, special=settings.pages)
    named = (*settings.mistakes, *guide.mistakes, *missing(guide, settings, pages.untitled), *pages.untitled)
    lost = address_mistakes(data, (page.path for page in pages.called), named)
    mistakes = (*named, *lost, *(wrong.mistake for wrong in pages.calls))
    mistakes = mistakes or (*unshown(guide), *bare(guide))  # a misspelt name may be what shows a checklist
    return Reading(guide, pages.calls, mistakes, pages.texts)


def _pages(docs: Path, inline: Collection[str], blocks: Collection[str]) -> Pages:
    parsed, (fronts, untitled) = parsed_pages(docs), front_matters(docs)
    calls = tuple(wrong_calls(parsed.values(), inline, blocks))
    return Pages(read_pages(parsed, fronts), fronts, untitled, calls, {page.path: page.text for page in parsed.values()})


def cached(cache: dict[str, Any], name: str, paths: Iterable[Path], make: Callable[[], Any]) -> Any:
    """What `make` gave when the files were last as they are now."""
    state = {str(path): saved for path in paths if (saved := _saved(path))}
    if cache.get(name, ({"": 0}, None))[0] != state:
        cache[name] = (state, make())
    return cache[name][1]


def _saved(path: Path) -> int:
    """When a file was last saved; 0 where there is none."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
