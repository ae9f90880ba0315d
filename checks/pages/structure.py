"""What holds a page together: its headings, its pictures, and Markdown only."""

import re
from collections.abc import Iterator

from macros.mistakes import Mistake, Place
from macros.parsed_page import ParsedPage

IMAGE = re.compile(r"!\[\s*\][(\[]")
TAG = re.compile(r"</?[a-zA-Z](?:[a-zA-Z0-9-]|:(?!/))*(?=[\s/>])[^>]*>?|<!--")  # <https://…> is a link, not HTML

NO_TAG = re.compile(r"\{\{.*?\}\}|(?<=\]\()\s*<[^<>]*>")  # what a call is given, and an address in angle brackets


def structure(page: ParsedPage) -> Iterator[Mistake]:
    """Headings that skip a level, a first heading too few or too many, pictures without words, HTML."""
    level = 0
    for heading in page.headings:
        yield from _heading(Place(page.path, heading.line), heading.level, level)
        level = heading.level
    if not level:
        yield Mistake(Place(page.path, 1), "the page has no heading; start its text with a line '# …'")
    for number, line in enumerate(page.lines, 1):
        place = Place(page.path, number)
        if IMAGE.search(line):
            yield Mistake(place, "the picture has no words for people who cannot see it; write them between the square brackets")
        if tag := TAG.search(NO_TAG.sub("", line)):
            yield Mistake(place, f"'{tag[0]}' is HTML; write Markdown, or call a macro")


def _heading(place: Place, level: int, before: int) -> Iterator[Mistake]:
    if level == 1 and before:
        yield Mistake(place, "a page has one heading of the first level; write '##' here")
    elif level > before + 1:
        right = "#" * (before + 1)
        yield Mistake(place, f"the heading skips a level; write '{right}' instead of '{'#' * level}'")
