"""When a page was reviewed, in words."""

import datetime

from macros.front_matter import FrontMatter
from macros.guide import Guide
from macros.reviews import Review, review


def test_days_are_written_as_people_write_them(guide: Guide) -> None:
    first, last = datetime.date(2026, 1, 1), datetime.date(2027, 12, 31)
    page = FrontMatter(title="A", description="x" * 60, reviewed=first, review_by=last)
    assert review(page, guide.words) == Review("Last reviewed 1 January 2026.", "Next review due 31 December 2027.")
