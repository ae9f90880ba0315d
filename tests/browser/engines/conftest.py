"""Readers with each engine. A machine that lacks one says so; where CI is true, that is a failure."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Playwright

from tests.browser.conftest import Server
from tests.browser.find import find

from . import by_playwright, by_webdriver
from .tab import Tab

ENGINES = {
    "chromium": (find, "chromium"),
    "firefox": (by_playwright.firefox, "firefox-esr"),
    "webkit": (by_webdriver.webkit, "gir1.2-webkit2-4.1 python3-gi xvfb webkit2gtk-driver (since Debian 14: webkitgtk-webdriver)"),
}
Readers = by_playwright.Readers | by_webdriver.Readers


@pytest.fixture(scope="session", params=ENGINES)
def readers(request: pytest.FixtureRequest, site: Server, playwright: Playwright) -> Iterator[Readers]:
    """Readers with one engine."""
    engine = request.param
    there, packages = ENGINES[engine]
    if not there():
        sorry = f"No {engine} on this machine, so nothing was tried in it. On Debian: sudo apt install {packages}"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(sorry)
    made = by_webdriver.Readers(site.url) if engine == "webkit" else by_playwright.Readers(playwright, engine, site.url)
    yield made
    made.close()


@pytest.fixture
def tab(readers: Readers) -> Iterator[Tab]:
    """The tab of somebody who comes for the first time, with a window of 1280 pixels."""
    with readers.reader() as mine:
        mine.wide(1280)
        mine.until(lambda: mine.run("return document.hasFocus()") or "the window has not the focus")
        yield mine
    assert readers.errors() == []


@pytest.fixture
def refused(readers: Readers) -> Iterator[Tab]:
    """The tab of somebody whose browser keeps nothing and, where it can, forces its own colours."""
    with readers.refusing() as mine:
        yield mine
