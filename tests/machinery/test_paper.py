"""What paper is given for each page: its address, the code for it, and the terms it uses."""

import re
from typing import Any

import pytest

from macros.define import define
from macros.guide import Guide
from macros.pages import Page
from macros.paper import QUIET, code, paper, terms_of
from macros.where import url
from tests.conftest import ROOT, published
from tests.machinery.test_define import Engine

HOME = "https://example.org/guide/"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index.md", ""),
        ("about.md", "about/"),
        ("principles/index.md", "principles/"),
        ("principles/benefit.md", "principles/benefit/"),
        ("first hour.md", "first%20hour/"),
    ],
)
def test_a_page_has_the_address_that_the_engine_gives_it(path: str, expected: str) -> None:
    assert url(path) == expected


def test_an_address_is_shown_as_people_type_it(guide: Guide) -> None:
    assert paper(published(guide, site_url=HOME), "about/", ()).address == "example.org/guide/about/"
    assert paper(published(guide, site_url=HOME.rstrip("/")), "about/", ()).address == "example.org/guide/about/"


def test_a_site_that_does_not_know_its_address_prints_none(guide: Guide) -> None:
    assert paper(guide, "about/", ())[:2] == ("", None)


def test_a_code_has_a_quiet_edge_and_three_corners() -> None:
    size, path = code(HOME)
    assert (size - 4 - 17) % 4 == 0  # 21, 25, 29 … modules, and two of white on each side
    assert path.startswith("M2 2.5h7M")  # the upper edge of the first corner
    assert f"M{size - 9} 2.5h7" in path
    assert f"M2 {size - 9}.5h7" in path
    assert "M0 " not in path
    assert code(HOME + "about/").path != path
    ends = [int(start) + int(length) for start, length in re.findall(r"M(\d+) [\d.]+h(\d+)", path)]
    assert size == max(ends) + QUIET


def test_a_page_explains_the_terms_of_its_text_and_of_its_questions_from_a_to_z(guide: Guide) -> None:
    page = Page("x.md", "X", frozenset({("term", "pull"), ("term", "unknown"), ("checklist", "benefit"), ("checklist", "unknown")}))
    asked = {name for question in guide.checklists["benefit"].questions for name in question.terms}
    found = [term.id for term in paper(guide, "x/", terms_of(guide, page)).terms]
    assert set(found) == {"pull", *asked}
    assert found == sorted(found)


def test_other_macros_bring_no_terms_though_they_are_called_with_the_same_names(guide: Guide) -> None:
    page = Page("x.md", "X", frozenset((macro, name) for macro in ("a", "tool", "wheel") for name in ("weak-tie", "learning")))
    assert terms_of(guide, page) == set()


def test_every_page_of_the_guide_has_its_paper() -> None:
    engine = Engine(ROOT, site_url=HOME)
    cache: dict[str, Any] = {}
    define(engine, cache)
    paths = [path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")]
    papers = {path: cache["page data"](path)["paper"] for path in paths}
    assert len({one["address"] for one in papers.values()}) == len(paths)
    assert papers["principles/benefit.md"]["address"] == "example.org/guide/principles/benefit/"
    assert "pull" in {term["name"] for term in papers["principles/benefit.md"]["terms"]}
    assert papers["glossary.md"]["terms"] == []


def test_a_place_on_a_page_is_in_the_code_and_not_in_what_is_typed(guide: Guide) -> None:
    there = paper(published(guide, site_url=HOME), "about/#questions", ())
    assert there.address == "example.org/guide/about/"
    assert there.code == code(HOME + "about/#questions")
