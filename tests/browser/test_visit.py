"""A first visit asks for little, the words stand before the rest has come, and nothing that a reader looks at moves."""

import functools
import gzip
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from . import instant
from .conftest import Quiet, Server
from .searching import results
from .test_pages import PAGES
from .traced import traced

BENEFIT = "principles/benefit/"
OWN_SCRIPTS = ["", BENEFIT, "workbook/", "handout/", "tools-and-methods/"]
LATE, PAGE, PIECE = re.compile(r"\.woff2$|/(?!restore-)[^/]*\.js$"), ("/", ".html"), 10_000  # bytes
PACKED = {".woff2", ".png"}  # compressed already
WAITS_FOR = "performance.getEntriesByType('resource').filter((one) => one.renderBlockingStatus === 'blocking').map((one) => one.name)"
AGAIN = """
window.again = [];
new MutationObserver((list) => list.forEach(({ target }) => document.body && target.matches("[rel=stylesheet]") && again.push(target.href)))
    .observe(document, { subtree: true, attributes: true, attributeFilter: ["href"] });
"""
MOVED = """
window.moved = [];
const named = (node) => node?.outerHTML?.slice(0, 60) ?? node?.parentElement?.outerHTML.slice(0, 60) ?? "";
new PerformanceObserver((list) => list.getEntries().forEach((one) => moved.push([one.value, one.sources.map(({ node }) => named(node))])))
    .observe({ type: "layout-shift", buffered: true });
"""


def size(site: Path, path: str) -> int:
    """How many bytes a host sends for an address: text goes compressed."""
    file = site / (path.partition("?")[0] or "index.html")
    file = file / "index.html" if file.is_dir() else file
    return len(file.read_bytes() if file.suffix in PACKED else gzip.compress(file.read_bytes(), 6))


def test_a_first_visit_to_a_checklist_takes_twelve_requests_and_180_kilobytes(page: Page, host: Server) -> None:
    """Without the worker: what it keeps for use without a connection it fetches once the page has loaded."""
    page.goto(host.url + BENEFIT, wait_until="networkidle")
    assert len(host.asked) <= 12, host.asked
    sizes = {path: size(host.folder, path) for path in host.asked}
    assert sum(sizes.values()) <= 180_000, sizes
    head = {one.removeprefix(host.url) for one in page.evaluate(WAITS_FOR)} - {one for one in host.asked if "/bundle." in one}
    assert len(head) == 2, "the style sheet and the early script"
    assert size(host.folder, BENEFIT) + sum(sizes[one] for one in head) <= 60_000, sizes  # the theme's own script stands below the text


def test_the_words_that_search_looks_through_come_when_somebody_searches(page: Page, host: Server) -> None:
    page.goto(host.url, wait_until="networkidle")
    assert "search/search_index.json" not in host.asked
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("weak tie")
    expect(results(page).first).to_be_visible()
    assert host.asked.count("search/search_index.json") == 1
    page.goto(f"{host.url}{BENEFIT}?h=benefit", wait_until="networkidle")
    expect(page.locator("main mark").first).to_be_visible()  # what led here is marked


def test_styles_are_laid_out_once_and_headings_make_no_tooltips(page: Page) -> None:
    """Either took a phone a tenth of a second on the glossary: the theme writes each address anew, and makes a part of each title."""
    page.add_init_script(AGAIN)
    instant.arrive(page, "glossary/")
    assert page.evaluate("again") == []
    assert page.locator("link[rel=stylesheet]").evaluate_all("(all) => all.every((one) => one.getAttribute('href') === one.href)")
    assert page.locator(".headerlink[title]").count() == 0
    assert page.locator(".headerlink:not([aria-label])").count() == 0


def test_few_times_is_a_whole_page_given_its_looks_as_it_starts(page: Page) -> None:
    """Each takes a phone a tenth of a second on the glossary. Two are the theme's; its colours, and our margins for paper, made six more."""
    page.goto("about/")  # here the tab starts, which is no matter of the page
    with traced(page) as seen:
        page.goto("glossary/", wait_until="networkidle")
    shown = page.evaluate("[...document.body.querySelectorAll('*')].filter((one) => one.checkVisibility()).length")
    counts = [one["args"].get("elementCount", 0) for one in seen if one["name"] == "UpdateLayoutTree"]
    assert max(counts) > shown * 0.9, "it is counted"
    assert sum(count > shown * 0.8 for count in counts) <= 3, counts


class Late(Quiet):
    """Sends a page piece by piece, and scripts and fonts once some of it is painted: so it comes on a slow line."""

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a file."""
        if LATE.search(self.path):
            time.sleep(0.15)
        for piece in iter(lambda: source.read(PIECE if self.path.endswith(PAGE) else -1), b""):
            outputfile.write(piece)
            outputfile.flush()
            time.sleep(0.03 if self.path.endswith(PAGE) else 0)


@pytest.mark.parametrize("screen", [(1280, 720), (390, 844)])
def test_nothing_moves_while_a_page_comes_late_or_to_a_slow_device(
    context_with: Callable[..., BrowserContext], screen: tuple[int, int], host: Server
) -> None:
    """Where answers are kept: they may not push anything away.

    A slow line shows each step of a page as it comes. A slow device takes four times the work, and shows steps of scripts that follow
    each other at once: it comes to pages that have scripts of their own.
    """
    page = context_with(base_url=host.url, viewport={"width": screen[0], "height": screen[1]}).new_page()
    page.goto(BENEFIT)
    page.locator("#benefit-communicate-why-tick").check()
    page.locator("#benefit-worth-spreading summary").click()
    page.locator("#benefit-worth-spreading textarea").first.fill("It saves every ward an hour a day. " * 9)
    page.locator("#benefit-worth-spreading textarea").first.blur()
    expect(page.locator('[data-part="status"]')).to_contain_text("Saved in this browser at")
    page.add_init_script(MOVED)
    found = {}

    def look(way: str, path: str) -> None:
        page.goto(path)
        page.wait_for_timeout(300)
        moved = page.evaluate("moved")
        if sum(value for value, _ in moved) > 0.005:  # 0.00 in what browsers report: a menu's first line while the page arrives
            found[way, path] = moved

    device = page.context.new_cdp_session(page)
    device.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    for path in OWN_SCRIPTS:
        look("slow device", path)
    device.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    host.RequestHandlerClass = functools.partial(Late, directory=str(host.folder))
    for path in [*PAGES, "404.html"]:
        look("slow line", path)
    assert found == {}
