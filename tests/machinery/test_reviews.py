"""When a page was reviewed, in words."""

from dataclasses import replace
from pathlib import Path

from macros.front_matter import front_matters
from macros.guide import Guide
from macros.reviews import Review, reviews
from tests.conftest import Change


def test_days_are_written_as_people_write_them(project: Path, guide: Guide, change: Change) -> None:
    change(project / "docs" / "index.md", "review_by: 2027-01-01", "review_by: 2027-12-31")
    found = reviews(replace(guide, front_matters=front_matters(project / "docs")[0]))
    assert found[""] == Review("Last reviewed 1 January 2026.", "Next review due 31 December 2027.")
    assert set(found) == {"", "feedback/", "glossary/", "tools-and-methods/", "principles/benefit/", "principles/learning/"}


def test_a_page_whose_days_are_wrong_has_none(project: Path, guide: Guide, change: Change) -> None:
    change(project / "docs" / "index.md", "review_by: 2027-01-01", "review_by: 1 January 2027")
    assert "" not in reviews(replace(guide, front_matters=front_matters(project / "docs")[0]))
