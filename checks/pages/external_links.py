"""Links that leave the site: well formed here, followed by a person with the list of `make links`."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from macros.encoding import text_of
from macros.loader import files
from macros.mistakes import Mistake, Place
from macros.parsed_page import parsed_pages

IN_DATA = re.compile(r"^\s+(?:- )?url: *(\S.*)", re.MULTILINE)
SCHEME = re.compile(r"[a-z][a-z0-9+.-]+:", re.IGNORECASE)
SERVED = re.compile(r"https?://(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])(?::\d+)?(?=[/?#]|$)", re.IGNORECASE)
ON_DISK = re.compile(r"file:|[a-z]:[\\/]", re.IGNORECASE)
ELSEWHERE = {"http", "https", "mailto"}


class HomeMade(NamedTuple):
    """An address that leads out and back: whose it is, the path there, and whether only its author gets there."""

    whose: str
    path: str
    anchor: str
    private: bool


def home_made(address: str, site_url: str = "") -> HomeMade | None:
    """What an address says that was copied from one's own machine or from this guide itself; None for every other one."""
    served = SERVED.match(address)
    disk = ON_DISK.match(address)
    own = bool(site_url) and re.sub(r"^http:", "https:", address).startswith(re.sub(r"^http:", "https:", site_url.rstrip("/") + "/"))
    parts = urlsplit(address.replace("\\", "/"))
    if not (disk or own or (served and parts.path.strip("/"))):  # where `make serve` shows the site may be said
        return None
    root = urlsplit(site_url).path.strip("/")
    path = parts.path.removeprefix(f"/{root}") if root and not disk else parts.path
    return HomeMade("this guide itself" if own else "your own machine", unquote(path) or "/", parts.fragment, not own)


def addresses(project: Path) -> Iterator[tuple[Place, str]]:
    """Every address outside the site, in pages and data, with its place."""
    for page in parsed_pages(project / "docs").values():
        yield from ((Place(page.path, link.line), link.target) for link in page.links if SCHEME.match(link.target))
    for file in sorted(path for path in files(project / "data") if path.is_file()):
        text = text_of(file)
        for found in IN_DATA.finditer(text):
            yield Place(file.relative_to(project).as_posix(), text.count("\n", 0, found.start(1)) + 1), found[1].strip("\"' ")


def malformed(project: Path) -> Iterator[Mistake]:
    """Addresses that no browser could follow, and in data those that lead to one machine alone."""
    for place, address in addresses(project):
        parts = urlsplit(address)
        host = parts.path.partition("@")[2] if parts.scheme == "mailto" else parts.hostname or ""
        if home_made(address):
            if place.path.startswith("data/"):  # in pages, the checks of internal links say what to write
                yield Mistake(place, f"'{address}' leads to your own machine, where no reader gets; write a public address")
        elif parts.scheme == "tel" or (SERVED.match(address) and place.path.startswith("docs/")):
            continue
        elif parts.scheme not in ELSEWHERE or "." not in host.strip(".") or re.search(r"[\s\"<>]", address):
            yield Mistake(place, f"'{address}' is not a whole address; copy it again from the browser's address bar")
