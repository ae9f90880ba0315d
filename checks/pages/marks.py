"""Marks that are nearly Markdown: a reader would meet them as they stand."""

import re
from collections.abc import Iterator
from itertools import pairwise

from macros.mistakes import Mistake, Place
from macros.parsed_page import ParsedPage

from .structure import TAG

NAMED = re.compile(r"\[[^\]]+\]\[([^\]]+)\]")
DEFINED = re.compile(r" {0,3}\[([^\]]+)\]: ")
RULE = re.compile(r"\s*\|?(?=.*-)[\s:|-]+$")
NEARLY = (
    (
        re.compile(r"\[[^\]]+\]\s+\((?=[^)\s]*(?:\.md|://|[#/]))[^)\s]+\)"),
        "a space between ']' and '(' breaks the link; take it out",
    ),
    (
        re.compile(r"\]\((?!<)[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?=\s+[^\s\"'(]|\s*$)"),
        "the link that starts here has no closing bracket; write ')' after its address",
    ),
)
MARKDOWN = re.compile(r"\*+(?=\w)|\b_(?=\w)|`|\]\(|\{\{")


def marks(page: ParsedPage) -> Iterator[Mistake]:
    """Links that are none, and tables without the line that makes them one."""
    path, lines = page.path, page.lines
    defined = {found[1].casefold() for line in lines if (found := DEFINED.match(line))}
    for number, line in enumerate(lines, 1):
        for name in NAMED.findall(line):
            if name.casefold() not in defined:
                yield Mistake(Place(path, number), f"nothing says where '[{name}]' leads; write the address in round brackets instead")
        for nearly, what in NEARLY:
            if nearly.search(line):
                yield Mistake(Place(path, number), what)
    for number, (before, (line, after)) in enumerate(zip(["", *lines], pairwise([*lines, ""]), strict=False), 1):
        if _row(line) and _row(after) and not _row(before) and not RULE.fullmatch(after):
            yield Mistake(Place(path, number), "the table has no line '|---|---|' below its first; add it, with one '---' for each column")


def marked(place: Place, text: str) -> Iterator[Mistake]:
    """Markdown, macros and HTML in data, which is printed as it stands."""
    if found := MARKDOWN.search(text):
        yield Mistake(place, f"'{found[0]}' is a mark for pages; a data file holds plain text, so take it out")
    if tag := TAG.search(text):
        yield Mistake(place, f"'{tag[0]}' is HTML; a data file holds plain text, so take it out")


def _row(line: str) -> bool:
    return line.lstrip().startswith("|")
