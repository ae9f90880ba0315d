"""When each page was reviewed and will be, as a reader meets it."""

import datetime
from collections.abc import Mapping
from typing import NamedTuple

from .front_matter import FrontMatter
from .page_words import PageWords
from .paper import url


class Review(NamedTuple):
    """Two sentences for the foot of a page."""

    reviewed: str
    due: str


def reviews(pages: Mapping[str, FrontMatter], words: PageWords) -> dict[str, Review]:
    """The review of each page by its address below the site's; a page whose days are wrong has none."""
    return {
        url(path): Review(words.reviewed.format(date=_day(page.reviewed)), words.due.format(date=_day(page.review_by)))
        for path, page in pages.items()
    }


def _day(date: datetime.date) -> str:
    return f"{date.day} {date:%B %Y}"
