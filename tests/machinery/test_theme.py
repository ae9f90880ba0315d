"""What the theme is given: plain data that templates of any language can print."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from macros.front_matter import front_matters
from macros.guide import Guide
from macros.mistakes import Mistake, Place
from macros.pages import Page, read_pages
from macros.parsed_page import parsed_pages
from macros.theme import page_data, site_data
from tests.conftest import ROOT, published


def test_what_every_page_prints_is_plain(guide: Guide) -> None:
    data = site_data(guide, [Mistake(Place("data/x.yml", 3), "it is wrong; correct it")], ROOT)
    assert json.loads(json.dumps(data)) == data
    assert data["mistakes"] == [{"place": "data/x.yml:3", "what": "it is wrong; correct it"}]
    assert data["words"]["page"]["top"] == guide.words.page.top
    assert data["page_of_pages"] == "Page {page} of {pages}"
    assert "answers/merge" in data["modules"]
    assert "site" not in data["modules"]


def test_what_one_page_prints_is_plain(project: Path, guide: Guide) -> None:
    fronts = front_matters(project / "docs")[0]
    known = replace(
        published(guide, site_url="https://example.org/"), front_matters=fronts, pages=read_pages(parsed_pages(project / "docs"), fronts)
    )
    data = page_data(known, "principles/learning.md")
    assert json.loads(json.dumps(data)) == data
    assert data["paper"]["address"] == "example.org/principles/learning/"
    assert data["paper"]["code"]["size"] > 20
    assert data["paper"]["terms"]
    assert set(data["paper"]["terms"][0]) == {"name", "short"}
    assert data["review"] == {"reviewed": "Last reviewed 1 January 2026.", "due": "Next review due 1 January 2027."}
    assert data["principle"] == {"number": 2, "slug": "learning", "eyebrow": "Principle 2 of 2 · Learning"}


def test_a_page_of_which_nothing_is_known_prints_nothing(guide: Guide) -> None:
    assert page_data(guide, "x.md") == {
        "edit": "",
        "paper": {"address": "", "code": "", "terms": []},
        "parts": [],
        "principle": {},
        "review": "",
    }


@pytest.mark.parametrize(
    ("path", "edit", "expected"),
    [
        ("a/b.md", "https://example.org/edit/main/docs/{path}", "https://example.org/edit/main/docs/a/b.md"),
        ("first hour.md", "https://example.org/{path}?x", "https://example.org/first%20hour.md?x"),
        ("a.md", "", ""),
    ],
)
def test_a_page_is_edited_where_the_publisher_says(guide: Guide, path: str, edit: str, expected: str) -> None:
    assert page_data(published(guide, edit_uri=edit), path)["edit"] == expected


def test_a_page_explains_its_own_terms(guide: Guide) -> None:
    known = replace(guide, pages=(Page("x.md", "X", frozenset({("term", "pull")})), Page("y.md", "Y", frozenset({("term", "benefit")}))))
    assert [term["name"] for term in page_data(known, "x.md")["paper"]["terms"]] == ["pull"]
