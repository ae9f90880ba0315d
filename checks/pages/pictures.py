"""Pictures: that a browser can show the file, that it is one, and that it is no heavier than a reader on the move can bear."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from macros.encoding import OTHER_KINDS
from macros.mistakes import Mistake, Place
from macros.parsed_page import ParsedPage

SHOWN = {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif"}
HEAVIEST = 200  # kB, as docs/contributing.md says
PICTURE = re.compile(r"!\[[^\]]*\]\(\s*<?([^()>]+?)>?(?:\s+[\"'][^)]*)?\s*\)")
NOT_FETCHED = b"version https://git-lfs"  # a note of git that says where the picture is kept


def pictures(page: ParsedPage, docs: Path) -> Iterator[Mistake]:
    """Each picture of a page that readers would not see; one whose file is not there is named with the links."""
    for found in PICTURE.finditer(page.plain):
        target = unquote(re.split("[?#]", found[1])[0])
        file = docs.parent / posixpath.normpath(posixpath.join(posixpath.dirname(page.path), target))
        if "://" not in target and file.is_file() and (what := _unseen(file, target)):
            yield Mistake(Place(page.path, page.plain.count("\n", 0, found.start()) + 1), what)


def _unseen(file: Path, target: str) -> str:
    """Why a reader would not see a picture; '' where nothing speaks against it."""
    ending = file.suffix.lower()
    if ending in {".md", ".pdf"}:
        return f"'{target}' is no picture; take the '!' out for a link to it"
    if ending not in SHOWN:
        return f"many browsers show no picture whose name ends with '{file.suffix}'; save it again as .png or .jpg and name that file"
    with file.open("rb") as content:
        start = content.read(64).lower()
    if not start or start.lstrip().startswith((NOT_FETCHED, *OTHER_KINDS)):
        return f"'{target}' has no picture in it; put the picture itself here"
    size = file.stat().st_size / 1000
    return f"'{target}' has {size:,.0f} kB, and {HEAVIEST} kB is the limit; make the picture smaller" if size > HEAVIEST else ""
