"""Marks that are nearly Markdown: a reader would meet them as they stand."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from macros.mistakes import Mistake, Place
from macros.parsed_page import ParsedPage
from macros.unseen import unseen

from .dialect import in_line
from .foreign import foreign_in
from .pasted import left_over
from .structure import TAG

NAMED = re.compile(r"\[[^\]]+\]\[([^\]]+)\]")
DEFINED = re.compile(r" {0,3}\[([^\]]+)\]:")
RULE = re.compile(r"\s*\|?(?=.*-)[\s:|-]+$")
SPACED = re.compile(r"\[[^\]]+\]\s+\((?=[^)\s]*(?:\.md|://|[#/]))[^)\s]+\)")
MARKDOWN = re.compile(r"\*+(?=\w)|\b_(?=\w)|`|\]\(|\{\{")


def marks(page: ParsedPage) -> Iterator[Mistake]:
    """Links that are none, and tables without the line that makes them one."""
    path, lines = page.path, page.lines
    yield from unseen(page.body, path)
    yield from _above(page)
    defined = {found[1].casefold() for line in lines if (found := DEFINED.match(line))}
    for number, line in enumerate(lines, 1):
        for name in NAMED.findall(line):
            if name.casefold() not in defined:
                yield Mistake(Place(path, number), f"nothing says where '[{name}]' leads; write the address in round brackets instead")
        if SPACED.search(line):
            yield Mistake(Place(path, number), "a space between ']' and '(' breaks the link; take it out")
    for start in _unclosed(page.plain):
        place = Place(path, page.plain.count("\n", 0, start) + 1)
        yield Mistake(place, "the link that starts here has no closing bracket; write ')' after its address")
    for number, (before, (line, after)) in enumerate(zip(["", *lines], pairwise([*lines, ""]), strict=False), 1):
        if _row(line) and _row(after) and not _row(before) and not RULE.fullmatch(after):
            yield Mistake(Place(path, number), "the table has no line '|---|---|' below its first; add it, with one '---' for each column")


def _above(page: ParsedPage) -> Iterator[Mistake]:
    """Markdown and what was pasted above a page, which is printed as it stands."""
    for number, line in enumerate((page.front_matter or "").split("\n"), 2):
        text = line.partition(":")[2]
        if found := MARKDOWN.search(text.partition("{{")[0]):
            yield Mistake(
                Place(page.path, number), f"'{found[0]}' is a mark for the text; above a page it is printed as it stands, so take it out"
            )
        yield from (Mistake(Place(page.path, number), what) for what in left_over(text))


def _unclosed(plain: str) -> Iterator[int]:
    """Where an address opens whose bracket is not closed in its paragraph."""
    for link in re.finditer(r"\]\((?! *<)", plain):
        depth = 1
        for sign in plain[link.end() :].partition("\n\n")[0]:
            depth += {"(": 1, ")": -1}.get(sign, 0)
            if not depth:
                break
        else:
            yield link.start()


def marked(place: Place, text: str) -> Iterator[Mistake]:
    """Markdown, macros and HTML in data, which is printed as it stands."""
    yield from (Mistake(place, what) for what in _marked(text))


@lru_cache(maxsize=8192)
def _marked(text: str) -> tuple[str, ...]:
    what: list[str] = []
    if found := MARKDOWN.search(text):
        what.append(f"'{found[0]}' is a mark for pages; a data file holds plain text, so take it out")
    if tag := TAG.search(text):
        what.append(f"'{tag[0]}' is HTML; a data file holds plain text, so take it out")
    if entity := re.search(r"&(?:[a-zA-Z]{2,8}|#\d+|#x[0-9a-fA-F]+);", text):
        what.append(f"'{entity[0]}' is HTML; a data file holds plain text, so write the sign itself")
    return (*what, *in_line(text), *foreign_in(text), *left_over(text))


def _row(line: str) -> bool:
    return line.lstrip().startswith("|")
