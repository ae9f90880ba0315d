"""What holds a page together: its headings, its pictures, and Markdown only."""

import re
from collections.abc import Iterator

from macros.mistakes import Mistake, Place

from .prose import CODE, plain

HEADING = re.compile(r"(#+)\s")
IMAGE = re.compile(r"!\[\s*\][(\[]")
TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]*(?=[\s/>])[^>]*>?|<!--")  # <https://…> is a link, not HTML


def structure(path: str, text: str) -> Iterator[Mistake]:
    """Headings that skip a level, a first heading too few or too many, pictures without words, HTML."""
    level = 0
    for number, line in enumerate(plain(text).splitlines(), 1):
        place = Place(path, number)
        heading = HEADING.match(line)
        if heading:
            yield from _heading(place, len(heading[1]), level)
            level = len(heading[1])
        if IMAGE.search(line):
            yield Mistake(place, "the picture has no words for people who cannot see it; write them between the square brackets")
        if tag := TAG.search(CODE.sub("", line)):
            yield Mistake(place, f"'{tag[0]}' is HTML; write Markdown, or call a macro")
    if not level:
        yield Mistake(Place(path, 1), "the page has no heading; start its text with a line '# …'")


def _heading(place: Place, level: int, before: int) -> Iterator[Mistake]:
    if level == 1 and before:
        yield Mistake(place, "a page has one heading of the first level; write '##' here")
    elif level > before + 1:
        right = "#" * (before + 1)
        yield Mistake(place, f"the heading skips a level; write '{right}' instead of '{'#' * level}'")
