"""The seven principles: one order and one wording in data, pages and navigation."""

import re
from typing import Any

import pytest
import yaml

from macros.citations import unused
from macros.front_matter import front_matters
from macros.guide import Guide
from macros.loader import load
from macros.pages import read_pages
from macros.parsed_page import parsed_pages
from tests.conftest import ROOT

DOCS = ROOT / "docs"


# What comes from the environment is a list of names and a value: for a test any list will do.
SETTINGS: dict[str, Any] = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", "!!seq"))


@pytest.fixture(scope="module")
def whole() -> Guide:
    """The guide that readers get."""
    return load(ROOT / "data")


def pages(nav: list[Any]) -> list[str]:
    """The pages of a navigation in their order."""
    return [page for entry in nav for page in ([entry] if isinstance(entry, str) else pages(next(iter(entry.values()))))]


def test_there_are_seven_and_each_has_ten_questions(whole: Guide) -> None:
    assert [len(whole.checklists[principle.slug].questions) for principle in whole.principles] == [10] * 7


def test_the_headline_of_a_principle_is_the_first_heading_of_its_page(whole: Guide) -> None:
    for principle in whole.principles:
        text = (DOCS / "principles" / f"{principle.slug}.md").read_text(encoding="utf-8")
        found = re.search(r"^# (.*)$", text, re.MULTILINE)
        assert found
        assert found[1] == principle.headline


def test_the_name_of_a_principle_is_the_title_of_its_page(whole: Guide) -> None:
    titles, _ = front_matters(DOCS)
    for principle in whole.principles:
        assert titles[f"principles/{principle.slug}.md"].title == principle.name


def test_the_navigation_has_the_principles_in_their_order(whole: Guide) -> None:
    found = [page for page in pages(SETTINGS["nav"]) if page.startswith("principles/") and page != "principles/index.md"]
    assert found == [f"principles/{principle.slug}.md" for principle in whole.principles]


def test_the_index_of_principles_has_them_in_their_order(whole: Guide) -> None:
    text = (DOCS / "principles" / "index.md").read_text(encoding="utf-8")
    assert re.findall(r"^\d\. \[(\w+)\]\((\w+)\.md\)", text, re.MULTILINE) == [(one.name, one.slug) for one in whole.principles]


def test_no_term_tool_or_report_is_left_unused(whole: Guide) -> None:
    found = Guide(**{**vars(whole), "pages": read_pages(parsed_pages(DOCS), front_matters(DOCS)[0])})
    assert [str(one) for one in unused(found)] == []
