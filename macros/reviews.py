"""When each page was reviewed and will be, as a reader meets it."""

import datetime
from typing import NamedTuple

from .front_matter import FrontMatter
from .guide import Guide
from .page_words import PageWords
from .paper import url


class Review(NamedTuple):
    """Two sentences for the foot of a page."""

    reviewed: str
    due: str


def reviews(guide: Guide) -> dict[str, Review]:
    """The review of each page by its address below the site's; a page whose days are wrong has none."""
    return {url(path): review(page, guide.words.page) for path, page in guide.front_matters.items()}


def review(page: FrontMatter, words: PageWords) -> Review:
    """The review of one page."""
    return Review(words.reviewed.format(date=_day(page.reviewed)), words.due.format(date=_day(page.review_by)))


def _day(date: datetime.date) -> str:
    return f"{date.day} {date:%B %Y}"
