"""The navigation in mkdocs.yml: it names every page, and only pages that are there."""

import re
from collections.abc import Iterator
from pathlib import Path

from macros.encoding import text_of
from macros.mistakes import Mistake, Place, unknown
from macros.settings import FILE, source_of, yaml_mistakes

ENTRY = re.compile(r"^ +- (?:[^#\n]*: )?([^\s:#]+\.md) *(?:#.*)?$")


def navigation(project: Path) -> Iterator[Mistake]:
    """What is wrong with the settings as YAML, or else with the navigation in them."""
    text = text_of(project / FILE)
    source = source_of(project)
    yield from yaml_mistakes(source)
    if not isinstance(source.data, dict) or not isinstance(source.data.get("nav"), list):
        return
    pages = {file.relative_to(project / "docs").as_posix() for file in (project / "docs").rglob("*.md")}
    below = text.splitlines()[source.at("nav").line - 1 :]
    found: set[str] = set()
    for number, line in enumerate(below, source.at("nav").line):
        if line[:1].isalpha():
            break
        if entry := ENTRY.match(line):
            found.add(entry[1])
            if entry[1] not in pages:
                yield Mistake(Place(FILE, number), unknown("page", entry[1], pages - found, "write it first"))
    for page in sorted(pages - found):
        what = f"the page '{page}' is not in the navigation; add a line '- {page}' below 'nav:', where readers would look for it"
        yield Mistake(Place(FILE, source.at("nav").line - 1), what)
