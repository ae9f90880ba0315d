"""Lists as our engine reads them: each starts at 1, and what belongs to an entry has four spaces before it."""

import re
from collections.abc import Iterator

from macros.mistakes import Mistake, Place
from macros.parsed_page import ParsedPage

ENTRY = re.compile(r"( *)(?:([-*+])|(\d+)\.)[ \t]+(?=\S)")
HEADING = re.compile(r"#{1,6}\s*\S")
FOUR = 4  # spaces for each level


def lists(page: ParsedPage) -> Iterator[Mistake]:
    """Lists that start at another number, which readers never see, and entries below others that stand beside them instead."""
    above: re.Match[str] | None = None  # the entry of the list that is open here
    after = True  # whether an empty line stands above
    for number, written in enumerate(page.lines, 1):
        line = written.expandtabs(FOUR)
        if not line.strip():
            after = True
            continue
        entry = ENTRY.match(line) if indent(line) < FOUR else None
        if what := _wrong(line, entry, above, after=after):
            yield Mistake(Place(page.path, number), what)
        if entry and not (above and len(entry[1]) > len(above[1])):
            above = entry
        elif not entry and ((after and indent(line) < FOUR) or HEADING.match(line)):
            above = None
        after = False


def indent(line: str) -> int:
    """How many spaces stand before a line."""
    return len(line) - len(line.lstrip(" "))


def _wrong(line: str, entry: re.Match[str] | None, above: re.Match[str] | None, *, after: bool) -> str:
    """What is wrong with a line, which may be an entry below another one; '' where nothing is."""
    if entry and above and len(entry[1]) > len(above[1]):
        return f"this entry belongs to the one above only with four spaces before it; write {FOUR - len(entry[1])} more"
    if entry and not above and after and entry[3] not in {None, "1"}:
        what = f"'{entry[3]}.' starts a list here, and readers see '1.'"
        return f"{what}; write four spaces before all that stands between its entries, or a word before the number"
    if above and not entry and after and 0 < indent(line) < FOUR:
        return f"this belongs to the entry above only with four spaces before it; write {FOUR - indent(line)} more"
    return ""
