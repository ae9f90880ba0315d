"""The copy on a stick, opened from its folder in each engine: read, search, tick, keep, print and take away, without one error."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from macros.loader import load
from publish.stick import stick
from tests.browser.conftest import Server
from tests.conftest import ROOT

from .by_playwright import PlaywrightTab
from .conftest import Readers
from .tab import Tab
from .test_engines import FIRST, SETTLED, STARTED

QUERY = """const field = document.querySelector('.md-search__input');
document.querySelector('#__search').click();
field.focus();
field.value = arguments[0];
for (const event of [new Event('input', { bubbles: true }), new KeyboardEvent('keyup', { bubbles: true, key: 'e' })]) field.dispatchEvent(event);"""
FOUND = "return [...document.querySelectorAll('.md-search-result__link')].map((one) => one.href).join()"
WATCH = "window.stopped = []; document.addEventListener('securitypolicyviolation', (event) => window.stopped.push(event.blockedURI))"
SHEETS = "return document.querySelectorAll('.app-sheet p').length"


@pytest.fixture(scope="module")
def folder(site: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy, in a folder whose name has a space and an accent."""
    copy = tmp_path_factory.mktemp("stick") / "Réunion 1"
    stick(site.folder, copy, load(ROOT / "data").words)
    return copy


@pytest.fixture
def tab(readers: Readers) -> Iterator[Tab]:
    """The tab of somebody who has the copy; nothing may be stopped or fail there."""
    with readers.apart() as mine:
        vars(mine)["url"] = ""  # whole addresses are opened here
        if isinstance(mine, PlaywrightTab):
            mine.page.on("console", lambda one: mine.said.append(f"error: {one.text}") if one.type == "error" else None)
        yield mine
    assert readers.errors() == []


@pytest.fixture
def at(tab: Tab, folder: Path) -> Callable[[str], Tab]:
    """Open a page of the copy, and wait until it has started."""

    def go(path: str) -> Tab:
        tab.open((folder / path / "index.html").as_uri())
        tab.until(lambda: tab.run(STARTED))
        tab.run(WATCH)
        return tab

    return go


def test_a_folder_is_read_searched_and_gone_through(at: Callable[[str], Tab]) -> None:
    tab = at("")
    tab.sees("This copy opens from a folder")
    tab.run(QUERY, "weak tie")
    tab.until(lambda: "glossary/index.html?h=weak+tie#term-weak-tie" in tab.run(FOUND))
    at("principles").press("link", "Next: Complexity")
    tab.until(lambda: tab.run("return location.pathname.endsWith('/principles/complexity/index.html')"))
    assert tab.run("return window.stopped ?? []") == []


def test_what_is_ticked_in_a_folder_is_kept_printed_and_taken_away(at: Callable[[str], Tab]) -> None:
    tab = at("principles/benefit")
    tab.press("checkbox", FIRST)
    tab.sees("Saved in this browser at")
    at("workbook").sees("1 of 70")
    assert "benefit-worth-spreading" in json.dumps(json.loads(tab.saved("button", "Backup of everything")))
    assert FIRST in tab.saved("button", "Minutes").decode()
    at("handout").until(partial(tab.run, SETTLED))
    tab.until(lambda: tab.run(SHEETS) > 50)
    assert tab.run("return window.stopped") == []
    assert at("principles/benefit").ticked(FIRST)
