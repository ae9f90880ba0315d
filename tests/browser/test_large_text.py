"""Whoever sets a least size of type in the browser, far above ours, reads every page: no word is cut into letters, nothing runs into its neighbour."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserType, Page

from .conftest import Server
from .find import find

LEAST = 28  # pixels
# Words of two letters and more that stand on several lines, though they would have room on one of their own.
CUT = r"""() => {
    const cut = [], walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const { data, parentElement } = walk.currentNode;
        if (!parentElement.checkVisibility() || parentElement.closest("pre, svg, select, .app-hidden, .app-paper-foot, .app-tools-matrix__turned")) continue;
        for (const { index, 0: word } of data.matchAll(/\p{L}{2,}/gu)) {
            const range = document.createRange();
            range.setStart(walk.currentNode, index);
            range.setEnd(walk.currentNode, index + word.length);
            if (new Set([...range.getClientRects()].filter((one) => one.width).map((one) => Math.round(one.top))).size > 1) cut.push(word);
        }
    }
    return cut;
}"""


@pytest.fixture(scope="module")
def large(browser_type: BrowserType, site: Server) -> Iterator[Page]:
    """A tab of a browser with that setting."""
    browser = browser_type.launch(executable_path=find(), args=[f"--blink-settings=minimumFontSize={LEAST}"])
    yield browser.new_page(base_url=site.url)
    browser.close()


PATHS = ["", "principles/benefit/", "tools-and-methods/", "workbook/", "handout/", "glossary/"]
# Eight columns of a table and the names of tools do not stand side by side on a phone with words of that size.
CASES = [(path, width) for path in PATHS for width in (1280, 390) if (path, width) != ("tools-and-methods/", 390)]


@pytest.mark.parametrize(("path", "width"), CASES)
def test_no_word_is_cut_and_nothing_scrolls_sideways(large: Page, path: str, width: int) -> None:
    large.set_viewport_size({"width": width, "height": 800})
    large.goto(path, wait_until="networkidle")
    assert large.evaluate("getComputedStyle(document.querySelector('main p')).fontSize") == f"{LEAST}px"
    assert large.evaluate(CUT) == []
    assert large.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
