"""When each page was reviewed and will be, as a reader meets it."""

import datetime
from typing import NamedTuple

from .front_matter import FrontMatter
from .words import Words


class Review(NamedTuple):
    """Two sentences for the foot of a page."""

    reviewed: str
    due: str


def review(page: FrontMatter, words: Words) -> Review:
    """The review of one page."""
    return Review(words.page.reviewed.format(date=_day(page.reviewed)), words.page.due.format(date=_day(page.review_by)))


def _day(date: datetime.date) -> str:
    return f"{date.day} {date:%B %Y}"
