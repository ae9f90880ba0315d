"""`python -m publish.redirects [SITE]`: a page that leads on at each address that data/published-addresses.yml says has moved.

It works on every static host, because it is a page: without scripts by a refresh and a link, with them it also keeps what stands behind
the "#". Links that others made and codes on paper so go on working.
"""

import hashlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from posixpath import relpath
from typing import NamedTuple
from urllib.parse import unquote

from macros.addresses import address, final, read_addresses
from macros.front_matter import front_matters
from macros.loader import load
from macros.pages import read_pages
from macros.parsed_page import parsed_pages
from macros.render import html

from .folder import NOWHERE
from .folder import address as home_of
from .naming import SCRIPTS

SCRIPT = Path(__file__).parent / "moved.js"
LANGUAGE = re.compile(r'<html[^>]*? lang="?([\w-]+)')


class Redirect(NamedTuple):
    """An address that moved, where it leads in the end ("/new/#place"), and the title of the page there."""

    old: str
    new: str
    title: str


def redirects(project: Path) -> Iterator[Redirect]:
    """Every redirect that a project asks for; one that leads nowhere has stopped the build already."""
    register = read_addresses(project / "data")[0]
    moved = {one.address: one.to for one in register.moved} if register else {}
    titles = {address(page.path): page.title for page in read_pages(parsed_pages(project / "docs"), front_matters(project / "docs")[0])}
    for old in moved:
        new = final(old, moved)
        if new and new.partition("#")[0] in titles:
            yield Redirect(old, new, titles[new.partition("#")[0]])


def write(site: Path, project: Path) -> list[Path]:
    """Write the pages that lead on into a built site, with their script, and return them."""
    wanted = list(redirects(project))
    if not wanted:
        return []
    source = SCRIPT.read_bytes()
    script = site / SCRIPTS / f"moved-{hashlib.sha256(source).hexdigest()[:8].upper()}.js"  # named by its content, as all scripts are
    script.parent.mkdir(parents=True, exist_ok=True)
    script.write_bytes(source)
    language, home = LANGUAGE.search((site / "index.html").read_text(encoding="utf-8")), home_of(site)
    words = load(project / "data").words
    written = []
    for one in wanted:
        page = site / unquote(one.old).strip("/") / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        text = html(
            "moved.html",
            to=_way(one.old, one.new),
            title=one.title,
            canonical="" if home == NOWHERE else home + one.new.lstrip("/"),
            script=relpath(f"/{script.relative_to(site).as_posix()}", one.old),
            language=language[1] if language else "en",
            words=words,
        )
        page.write_text(f"{text}\n", encoding="utf-8", newline="\n")
        written.append(page)
    return written


def _way(old: str, new: str) -> str:
    """The way from one address to another: "../new/#place"."""
    page, mark, place = new.partition("#")
    return f"{relpath(page, old)}/{mark}{place}"


def main(arguments: list[str], project: Path = Path()) -> int:
    """Write them into the folder that is named, or into site/, and say which."""
    site = Path(arguments[0] if arguments else "site")
    if not (site / "index.html").is_file():
        print(f"{site}: there is no site here; build it first")
        return 1
    print(f"{site}: {len(write(site, project))} addresses lead on to where their page is now")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
