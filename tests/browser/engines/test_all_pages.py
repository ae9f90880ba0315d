"""
Each page in Firefox and WebKit: how wide it is, what is too small to press, and which headings stand alone at the foot of a sheet.
Both do not keep a heading with what follows by themselves. What Chromium does says tests/browser/test_every_page.py, and of paper
test_print.py. These tests take longest: by its name this file comes first, so that no worker waits for another at the end.
"""

import re
from functools import partial

import pypdfium2
import pytest

from tests.browser.letters import lowest
from tests.browser.printed import ASK, BOTTOM
from tests.browser.test_pages import PAGES
from tests.browser.test_styles import SMALL

from .conftest import Readers
from .paper import on_paper
from .tab import Tab
from .test_engines import SETTLED, STARTED, at

MOST = 2  # of some two hundred headings
READY = f"[() => {{ {STARTED} }}, () => {{ {SETTLED} }}].every((so) => so())"
SAID = f"[({ASK})().headings, document.documentElement.dataset.appPaper === 'margins']"


BOTH = pytest.mark.parametrize("readers", ["firefox", "webkit"], indirect=True, scope="session")


@BOTH
def test_hardly_a_sheet_ends_with_a_heading(readers: Readers) -> None:
    alone, paths = [], []
    for path, (texts, margins), pdf in on_paper(readers, PAGES, READY, SAID):
        headings = {re.sub(r"\s+", "", text) for text in texts}
        assert headings
        with pypdfium2.PdfDocument(pdf) as document:
            last = [lowest(document[n], BOTTOM if margins else 0) for n in range(len(document) - 1)]
        alone += [(path, n, line) for n, line in enumerate(last, 1) if line in headings]
        paths.append(path)
    assert sorted(paths) == PAGES
    assert len(alone) <= MOST, alone
    assert readers.errors() == []


@BOTH
def test_no_page_is_wider_than_its_window_and_nothing_is_too_small_to_press(tab: Tab) -> None:
    wide = "const most = document.scrollingElement.scrollWidth - arguments[0]; return most > 0 && `${location.pathname}: ${most} wider than ${arguments[0]}`"
    small: dict[tuple[str, int], list[str]] = {}
    for path in PAGES:
        tab.wide(320)
        at(tab, path)
        for width in (320, 1280):
            tab.wide(width)
            tab.becomes(partial(tab.run, "return innerWidth"), width)
            tab.becomes(partial(tab.run, wide, width), wanted=False)  # the theme's search moves over a while after another width
            small[path, width] = tab.run(f"return ({SMALL})()")
    assert {place: found for place, found in small.items() if found} == {}
