"""Read a project: its data, its pages and the calls on them, once per state of their files."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from .addresses import address_mistakes
from .calls import Wrong, wrong_calls
from .citations import unshown
from .folders import below
from .front_matter import front_matters
from .guide import Guide
from .loader import files, load
from .mistakes import Mistake
from .pages import read_pages
from .parsed_page import parsed_pages
from .settings import Settings
from .special import bare, missing
from .uses import users


class Reading(NamedTuple):
    """A project as it was read."""

    guide: Guide
    calls: tuple[Wrong, ...]
    mistakes: tuple[Mistake, ...]  # in the data, above the pages, and in the braces


def reading(project: Path, inline: Collection[str], blocks: Collection[str], settings: Settings, cache: dict[str, Any]) -> Reading:
    """Read what changed since the last time; `settings` is what mkdocs.yml adds to the guide."""
    data, docs = project / "data", project / "docs"
    everything = tuple(below(docs))
    pages = tuple(path for path in everything if path.suffix == ".md")
    known: Guide = cached(cache, "guide", (*files(data), *data.rglob("*.yaml"), *users()), lambda: load(data))
    fronts, untitled = cached(cache, "front matter", everything, lambda: front_matters(docs))
    parsed = cached(cache, "parsed", pages, lambda: parsed_pages(docs))
    calling = cached(cache, "pages", pages, lambda: read_pages(parsed, fronts))
    guide = replace(known, pages=calling, front_matters=fronts, publisher=settings.publisher, special=settings.pages)
    calls: tuple[Wrong, ...] = cached(cache, "calls", pages, lambda: tuple(wrong_calls(parsed.values(), inline, blocks)))
    named = (*settings.mistakes, *guide.mistakes, *missing(guide, settings, untitled), *untitled)
    lost = address_mistakes(data, (page.path for page in calling), named)
    mistakes = (*named, *lost, *(wrong.mistake for wrong in calls))
    return Reading(guide, calls, mistakes or (*unshown(guide), *bare(guide)))  # a misspelt name may be what shows a checklist


def cached(cache: dict[str, Any], name: str, paths: Iterable[Path], make: Callable[[], Any]) -> Any:
    """What `make` gave when the files were last as they are now."""
    state = {str(path): path.stat().st_mtime_ns for path in paths if path.exists()}
    if cache.get(name, ({"": 0}, None))[0] != state:
        cache[name] = (state, make())
    return cache[name][1]
