"""What stands above a page; wrong cases stand in tests/fixtures/planted.yml."""

import datetime
from pathlib import Path

import pytest

from macros.front_matter import front_matters
from tests.checks.test_planted import CASES, plant
from tests.conftest import ROOT, Change

HERE = [case for case in CASES if case["says"][0].startswith("docs/") and "by" not in case and "macro" not in case]
HERE = [case for case in HERE if any(word in case["says"][0] for word in ("field", "description", "front matter", "review"))]


@pytest.mark.parametrize("case", HERE, ids=[case["mistake"] for case in HERE])
def test_a_mistake_above_a_page_is_found_by_reading_it(case: dict[str, object], project: Path) -> None:
    plant(project, case)
    assert [str(mistake) for mistake in front_matters(project / "docs")[1]] == case["says"]


def test_pages_are_known_by_their_path(project: Path) -> None:
    found, mistakes = front_matters(project / "docs")
    assert mistakes == ()
    assert sorted(found) == [
        "feedback.md",
        "glossary.md",
        "index.md",
        "principles/benefit.md",
        "principles/learning.md",
        "tools-and-methods.md",
    ]
    page = found["principles/benefit.md"]
    assert (page.title, page.reviewed, page.review_by) == ("Benefit", datetime.date(2026, 1, 1), datetime.date(2027, 1, 1))


def test_a_title_belongs_to_one_page(project: Path, change: Change) -> None:
    change(project / "docs" / "feedback.md", "title: Feedback", "title: Home")
    assert [str(mistake) for mistake in front_matters(project / "docs")[1]] == [
        "docs/index.md:2:8: the title is that of another page, at docs/feedback.md:2:8; give each page its own"
    ]


def test_a_page_with_a_mistake_is_not_known(project: Path, change: Change) -> None:
    change(project / "docs" / "feedback.md", "title: Feedback\n", "")
    assert "feedback.md" not in front_matters(project / "docs")[0]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("title: A\n---\n", "the page has no front matter; start it with '---', the lines title, description, reviewed and review_by, and '---'"),
        ("", "the page has no front matter; start it with '---', the lines title, description, reviewed and review_by, and '---'"),
        ("---\ntitle: A\n", "the lines above the page have no end; write '---' below the last of them"),
        ("\n---\ntitle: A\n---\n", "something stands before the first '---'; take out the spaces and empty lines there"),
        (" ---\ntitle: A\n---\n", "something stands before the first '---'; take out the spaces and empty lines there"),
        ("# A\n\n---\ntitle: A\n---\n", "something stands before the lines above the page; put it below them, or take it out"),
        ("—\ntitle: A\n—\n", "'—' does not open the lines above a page; write three hyphens, '---'"),
        ("+++\ntitle = 1\n+++\n", "'+++' does not open the lines above a page; write three hyphens, '---'"),
        ("----\ntitle: A\n----\n", "'----' does not open the lines above a page; write three hyphens, '---'"),
    ],
)  # fmt: skip
def test_front_matter_stands_at_the_very_top_between_two_lines(project: Path, text: str, says: str) -> None:
    (project / "docs" / "feedback.md").write_text(text, encoding="utf-8")
    assert [str(mistake) for mistake in front_matters(project / "docs")[1]] == [f"docs/feedback.md:1: {says}"]


@pytest.mark.parametrize(
    ("old", "new"), [("---\ntitle", "--- \ntitle"), ("2027-01-01\n---", "2027-01-01\n---  "), ("2027-01-01\n---", "2027-01-01\n...")]
)
def test_front_matter_is_found_as_the_engine_finds_it(project: Path, change: Change, old: str, new: str) -> None:
    change(project / "docs" / "feedback.md", old, new)
    assert front_matters(project / "docs")[1] == ()


def test_lines_count_from_the_top_of_the_file(project: Path, change: Change) -> None:
    change(project / "docs" / "feedback.md", "reviewed: 2026-01-01", "reviewed: 2026-01-01\nreviewed: 2026-01-02")
    assert [str(mistake) for mistake in front_matters(project / "docs")[1]] == [
        "docs/feedback.md:5:1: 'reviewed' stands twice here, first on line 4; keep one of the two"
    ]


def test_a_page_may_be_reviewed_again_on_the_next_day_at_the_earliest(project: Path, change: Change) -> None:
    page = project / "docs" / "feedback.md"
    change(page, "review_by: 2027-01-01", "review_by: 2026-01-01")
    assert [mistake.place.line for mistake in front_matters(project / "docs")[1]] == [5]
    change(page, "review_by: 2026-01-01", "review_by: 2026-01-02")
    assert front_matters(project / "docs")[1] == ()


@pytest.mark.parametrize(("length", "fits"), [(59, False), (60, True), (155, True), (156, False)])
def test_a_description_has_60_to_155_characters(project: Path, change: Change, length: int, fits: bool) -> None:
    change(
        project / "docs" / "feedback.md",
        "description: Feedback is one of the pages that the tests of this project are made with.",
        f"description: ' {'x' * length} '",
    )
    assert (front_matters(project / "docs")[1] == ()) is fits


def test_a_page_that_is_not_utf8_has_this_one_mistake(project: Path) -> None:
    page = project / "docs" / "feedback.md"
    page.write_bytes(page.read_bytes().replace(b"title", b"titel") + "café".encode("latin-1"))
    found, mistakes = front_matters(project / "docs")
    assert "feedback.md" not in found
    assert [str(mistake) for mistake in mistakes] == [
        "docs/feedback.md:11: the file is not UTF-8 text; save it again with the encoding UTF-8"
    ]


def test_a_byte_order_mark_does_not_hide_front_matter(project: Path) -> None:
    page = project / "docs" / "feedback.md"
    page.write_bytes(b"\xef\xbb\xbf" + page.read_bytes())
    assert front_matters(project / "docs")[1] == ()


def test_the_pages_of_the_guide_have_no_mistake() -> None:
    assert front_matters(ROOT / "docs")[1] == ()
