"""Links that leave the site: well formed here, followed by a person with the list of `make links`."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from macros.encoding import text_of
from macros.mistakes import Mistake, Place

from .prose import Text, plain

LINK = re.compile(r"\]\(\s*<?((?:[^()]|\([^()]*\))*?)>?(?:\s+[\"'][^)]*)?\s*\)")
DEFINED = re.compile(r"^ {0,3}\[[^\]]+\]: *<?([^\s>]+)", re.MULTILINE)  # where "[words][name]" leads
BARE = re.compile(r"<((?:https?|mailto):[^>]+)>")
IN_DATA = re.compile(r"^\s+(?:- )?url: *(\S.*)", re.MULTILINE)
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:")


def targets(text: str) -> Iterator[Text]:
    """Where a page's links lead, each with its line."""
    body = plain(text)
    for pattern in (LINK, DEFINED, BARE):
        for found in pattern.finditer(body):
            yield Text(body.count("\n", 0, found.start(1)) + 1, found[1])


def addresses(project: Path) -> Iterator[tuple[Place, str]]:
    """Every address outside the site, in pages and data, with its place."""
    for file in sorted((project / "docs").rglob("*.md")):
        for line, target in targets(text_of(file)):
            if SCHEME.match(target):
                yield Place(file.relative_to(project).as_posix(), line), target
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
