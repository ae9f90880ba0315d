"""
Headings alone at the foot of a sheet: Firefox and WebKit do not keep a heading with what follows by themselves. Chromium leaves
none alone (tests/browser/test_print.py).
"""

import re
from functools import partial

import pytest

from tests.browser.printed import ASK, BOTTOM, Sheet, read
from tests.browser.test_pages import PAGES

from .tab import Tab
from .test_engines import SETTLED, at

MOST = 2  # of some two hundred headings


def lowest(sheet: Sheet, *, margins: bool) -> str:
    """
    The line that stands lowest, above the margin where margins have boxes. By its letters: WebKit does not write a sheet
    from its top to its foot.
    """
    end = sheet.size[1] - (BOTTOM if margins else 0)
    letters = [one for one in sheet.letters if one.baseline < end]
    foot = max((one.baseline for one in letters), default=0)
    return "".join(one.text for one in letters if foot - one.baseline < 1)


@pytest.mark.parametrize("readers", ["firefox", "webkit"], indirect=True, scope="session")
def test_hardly_a_sheet_ends_with_a_heading(tab: Tab) -> None:
    alone = []
    for path in PAGES:
        at(tab, path)
        tab.until(partial(tab.run, SETTLED))
        headings = {re.sub(r"\s+", "", text) for text in tab.run(f"return ({ASK})().headings")}
        assert headings
        sheets = read(tab.pdf("A4")).sheets
        margins = tab.run("return document.documentElement.dataset.appPaper === 'margins'")
        last = [lowest(sheet, margins=margins) for sheet in sheets[:-1]]
        alone += [(path, n, line) for n, line in enumerate(last, 1) if line in headings]
    assert len(alone) <= MOST, alone
