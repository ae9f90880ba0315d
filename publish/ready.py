"""Links to the ready-made PDFs: each page of a built site has them, hidden until the file is there."""

import re
from collections.abc import Iterator
from functools import partial
from html import unescape
from pathlib import Path
from typing import NamedTuple

LINK = re.compile(r'<span\b (data-pdf="([^"]+)"[^>]*?) hidden>([^<]*)</span\b>')  # no link before there is something to lead to
WISH = re.compile(r'data-pdf="([^"]+)" data-title="([^"]+)" data-choice="([^"]+)"')


class Wish(NamedTuple):
    """A PDF that the handouts page asks for: its file's name, its title, and what is to be chosen in the panel for it."""

    file: str
    title: str
    choice: tuple[tuple[str, str], ...]


def handouts(site: Path) -> Path | None:
    """The folder of the page that asks for PDFs; None where no page does."""
    return next((page.parent for page in sorted(site.rglob("index.html")) if WISH.search(page.read_text(encoding="utf-8"))), None)


def wishes(page: Path) -> Iterator[Wish]:
    """Every PDF that a built page asks for."""
    for file, title, choice in WISH.findall(page.read_text(encoding="utf-8")):
        pairs = (one.partition("=") for one in choice.split())
        yield Wish(file, unescape(title), tuple((name, value) for name, _, value in pairs))


def show(site: Path) -> int:
    """Show each link of a freshly built site whose file is there, with the file's size; return how many they are."""
    shown = 0
    for page in sorted(site.rglob("*.html")):
        before = page.read_text(encoding="utf-8")
        after = LINK.sub(partial(_link, page.parent), before)
        if after != before:
            page.write_text(after.replace(" data-pdfs hidden>", " data-pdfs>"), encoding="utf-8", newline="")
            shown += len(LINK.findall(before)) - len(LINK.findall(after))
    return shown


def _link(folder: Path, found: re.Match[str]) -> str:
    file = folder / found[2]
    if not file.is_file():
        return found[0]
    link = re.sub(r"(?<=[</])span\b", "a", found[0]).replace(" hidden>", f' href="{found[2]}">', 1)
    return link.replace("{size}", size(file.stat().st_size))


def size(count: int) -> str:
    """A number of bytes as readers know it from their downloads: '84 kB', '1.2 MB'."""
    return f"{count / 1000:.0f} kB" if count < 999_500 else f"{count / 1_000_000:.1f} MB"
