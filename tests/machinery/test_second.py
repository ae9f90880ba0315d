"""Another guide is built strictly from the same machinery: other themes and counts, another folder, names of its own."""

import json
import posixpath
import re
from pathlib import Path

import pytest

from tests.browser.conftest import second_guide

# Words of the project's own guide; a name such as Learning stands for itself in too many sentences.
FOREIGN = re.compile(
    r"\b(nhs|england|spread|spread-guide|innovations?|patients?|health|system leaders?|seven|seventy"
    r"|complexity|leadership|benefits?|adaptation|networks)\b",
    re.IGNORECASE,
)
THEMES = {"ground": 3, "neighbours": 4, "water": 5, "money": 6}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The other guide, built."""
    return second_guide(tmp_path_factory)


def html(site: Path, page: str) -> str:
    """One page of it."""
    return (site / page / "index.html").read_text(encoding="utf-8")


def test_no_word_of_the_first_guide_stands_in_it(site: Path) -> None:
    texts = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in [*site.rglob("*.html"), *site.rglob("*.json")]}
    found = {path: FOREIGN.findall(text) for path, text in texts.items() if not path.startswith("assets/") and FOREIGN.search(text)}
    assert "index.html" in texts
    assert found == {}


def test_every_link_from_a_template_leads_to_a_page_and_a_place_of_it(site: Path) -> None:
    pages = {
        path.relative_to(site).as_posix().removesuffix("index.html"): path.read_text(encoding="utf-8") for path in site.rglob("index.html")
    }
    lost = []
    for page, text in pages.items():
        for target in re.findall(r'(?:xlink:href|href|data-source)="([^":]*)"', text):
            path, _, anchor = target.replace("?published", "").partition("#")
            way = posixpath.normpath(posixpath.join("/", page, path)).strip("/")
            there = site / way
            whole = pages.get(f"{way}/" if way else "", "")
            if not there.exists() or (anchor and f'id="{anchor}"' not in whole and anchor not in {"top", "__skip"}):
                lost.append((page, target))
    assert lost == []


def test_numbers_and_colours_follow_the_themes(site: Path) -> None:
    home = html(site, "")
    assert "There are four themes, 18 questions and two methods. A theme has three to six questions." in home
    assert re.findall(r'app-wheel__segment app-hue--(\d)" role="listitem" data-principle="(\w+)"', home) == [
        (str(number), slug) for number, slug in enumerate(THEMES, 1)
    ]
    assert ">Four themes</text>" in home
    for number, (slug, questions) in enumerate(THEMES.items(), 1):
        page = html(site, f"themes/{slug}")
        assert f"Theme {number} of 4" in page
        assert f"app-hue--{number}" in page
        assert page.count('<li class="app-question"') == questions


def test_sheets_are_made_for_each_theme_and_none_for_a_workshop_page_that_is_not_there(site: Path) -> None:
    sheets = re.findall(r'<article class="app-sheet[^"]*"(?: id="sheet-(\w+)")?', html(site, "print"))
    assert sheets == ["", "", "today", *THEMES, "actions", "glossary"]
    assert "agenda, four sheets and a list of actions" in html(site, "print")


def test_the_publisher_is_its_own(site: Path) -> None:
    home = html(site, "")
    assert 'data-prefix="garden-guide"' in home
    assert '<meta name="app-former-paths" content="/plot/ /old/garden/">' in home
    assert "Our questions come from four gardens." in home
    assert "nationalarchives" not in home
    assert json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
