"""Links that leave the site: well formed here, followed by a person with the list of `make links`."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from macros.encoding import text_of
from macros.mistakes import Mistake, Place
from macros.parsed_page import parsed_pages

IN_DATA = re.compile(r"^\s+(?:- )?url: *(\S.*)", re.MULTILINE)
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:")


def addresses(project: Path) -> Iterator[tuple[Place, str]]:
    """Every address outside the site, in pages and data, with its place."""
    for page in parsed_pages(project / "docs").values():
        yield from ((Place(page.path, link.line), link.target) for link in page.links if SCHEME.match(link.target))
    for file in sorted((project / "data").glob("*.yml")):
        text = text_of(file)
        for found in IN_DATA.finditer(text):
            yield Place(file.relative_to(project).as_posix(), text.count("\n", 0, found.start(1)) + 1), found[1].strip("\"' ")


def malformed(project: Path) -> Iterator[Mistake]:
    """Addresses that no browser could follow."""
    for place, address in addresses(project):
        parts = urlsplit(address)
        host = parts.path.partition("@")[2] if parts.scheme == "mailto" else parts.hostname or ""
        if parts.scheme not in {"http", "https", "mailto"} or "." not in host.strip(".") or re.search(r"[\s\"<>]", address):
            yield Mistake(place, f"'{address}' is not a whole address; copy it again from the browser's address bar")
