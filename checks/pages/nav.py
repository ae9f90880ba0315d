"""The navigation in mkdocs.yml: it names every page, and only pages that are there."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from macros.mistakes import Mistake, Place
from macros.parsed_page import parsed_pages
from macros.settings import FILE
from macros.source import Source

from .site import entries
from .ways import either, meant


def navigation(project: Path, source: Source) -> Iterator[Mistake]:
    """What is wrong with the settings as YAML, or else with the navigation in them."""
    yield from source.mistakes
    if not isinstance(source.data, dict) or not isinstance(source.data.get("nav"), list):
        return
    pages = set(parsed_pages(project / "docs"))
    found = {path: entry for path, entry in entries(source.data["nav"]) if entry.endswith(".md") and "://" not in entry}
    named = {path: PurePosixPath(entry).as_posix() for path, entry in found.items()}
    missing = pages - set(named.values())
    for path, entry in named.items():
        if entry not in pages:
            near = either([page for page in meant(entry, "", pages) if page in missing])
            hint = f"did you mean {near}?" if near else "write it first, or take the line out"
            missing -= set(re.findall("'([^']+)'", near))  # named here already
            yield Mistake(Place(FILE, source.at(*path).line), f"there is no page '{entry}'; {hint}")
    for page in sorted(missing):
        what = f"the page '{page}' is not in the navigation; add a line '- {page}' below 'nav:', where readers would look for it"
        yield Mistake(Place(FILE, max(source.at("nav").line - 1, 1)), what)
