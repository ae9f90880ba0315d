"""Where the guide's facts come from: each figure is on the claims list, and each year in brackets belongs to a source of its page."""

import re
from collections.abc import Iterator

import pytest
import yaml

from checks.pages.claims import words_of
from macros.claims import Claim, Claims
from macros.library import Report
from macros.loader import load
from macros.parsed_page import ParsedPage, parsed_pages
from tests.conftest import ROOT

GUIDE = load(ROOT / "data")
PAGES = parsed_pages(ROOT / "docs")
CLAIMS: tuple[Claim, ...] = Claims.model_validate(yaml.safe_load((ROOT / "data/claims.yml").read_text(encoding="utf-8"))).claims
# Pages on which every figure is somebody else's: they have no invented example with figures of its own.
TOLD = ("case-examples.md", "further-resources.md", "money-and-mandate.md")
YEAR = r"(?:19|20)\d\d"
# "Horton and colleagues (2018)", "(Bion and others, 2013)", "Perla and colleagues, 2011, show how": the words before a year that cites.
CITED = re.compile(rf"([^.;:?!|]{{1,90}}?)(?: \(|, )({YEAR})(?=[),])")
NO_FIGURE = re.compile(rf"\b{YEAR}(?:/\d\d)?\b|DCB\d+|COVID-19|^\d+\.$")


LISTS = re.compile(r"\{\{ (?:reports|tools|glossary)\(\) \}\}")  # what they print stands in data, beside its source


def told(page: str) -> str:
    """The text of a page, without its front matter, its lists and the list of its sources."""
    return LISTS.sub("", PAGES[page].text.split("\n---\n", 1)[1].split("\n## Sources")[0])


def said(text: str) -> str:
    """A text as a reader meets it."""
    return words_of(ParsedPage("page.md", text), GUIDE)


def sentences(page: str) -> Iterator[str]:
    """The sentences of a page, line by line; a row of a table counts as one or more."""
    for line in told(page).splitlines():
        if not line.startswith("#"):
            yield from re.split(r"(?<=[.!?])\s+", said(line.lstrip("0123456789. ")))


def cited_on(page: str) -> list[Report]:
    """The sources of a page: those that it names at its end, and those that it lists."""
    named = [GUIDE.reports[name] for macro, name in PAGES[page].calls if macro == "references"]
    listed = [one for one in GUIDE.reports.values() if one.list] if "{{ reports()" in PAGES[page].text else []
    return named + listed


def names(report: Report) -> set[str]:
    """The words by which a page may call a source: authors, and who published it."""
    return set(re.findall(r"[^\W\d_]+", f"{report.authors} {report.source or ''} {report.title}"))


@pytest.mark.parametrize("page", TOLD)
def test_each_figure_of_a_page_that_tells_others_work_is_on_the_claims_list(page: str) -> None:
    claimed = [" ".join(claim.says.split()) for claim in CLAIMS if claim.page == page]
    figures = [one for one in sentences(page) if re.search(r"\d", NO_FIGURE.sub("", one))]
    assert figures
    assert [one for one in figures if not any(words in one or one in words for words in claimed)] == []


@pytest.mark.parametrize("page", sorted(PAGES))
def test_a_year_that_cites_belongs_to_a_source_of_the_page(page: str) -> None:
    sources = cited_on(page)
    for before, year in CITED.findall(said(told(page))):
        called = set(re.findall(r"[A-ZÅÉ][^\W\d_]+", before))
        if called:
            assert any(str(one.year) == year and called & names(one) for one in sources), f"{before} {year}"


def test_what_owners_state_of_a_tool_is_on_the_claims_list() -> None:
    claimed = {claim.says for claim in CLAIMS if claim.page == "tools-and-methods.md"}
    stated = [value for tool in GUIDE.tools.values() for value in (tool.time, tool.group) if value]
    assert stated
    assert [value for value in stated if value not in claimed] == []
