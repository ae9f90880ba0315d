"""Every page, loaded once at a desk and once on a small phone, and looked at in each way in which all pages must be well.

A look returns what is wrong. A page is loaded once for all of them: that takes longer than most looks.
"""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page

from .conftest import Server, Watch
from .test_fonts import HEADINGS, fonts
from .test_names import confused
from .test_pages import COLOURS, PAGES, SAME, in_the_dark, violations
from .test_styles import SMALL

Options = dict[str, Any]
DESK: Options = {
    "reduced_motion": "reduce",
    "viewport": {"width": 1280, "height": 1600},
}  # tall enough that no list is cut off in its middle
PHONE: Options = {"viewport": {"width": 320, "height": 640}, "is_mobile": True, "has_touch": True}
OPEN = "document.querySelectorAll('main article details').forEach((one) => { one.open = true })"
HIDDEN = "[...document.querySelectorAll('main article [hidden]')].filter((one) => getComputedStyle(one).display !== 'none').map((one) => one.outerHTML.slice(0, 90))"
TOO_WIDE = "[...document.querySelectorAll('main article :is(p, li, h1, h2, h3, label)')].filter((e) => e.getBoundingClientRect().right > 321 && !e.closest('table, .app-hidden')).map((e) => e.outerHTML.slice(0, 120))"
FIRST_STOP = """() => {
    const { textContent, hash } = document.activeElement;
    document.activeElement.blur();
    return [textContent.trim().slice(0, 40), hash, document.querySelectorAll(`main [id="${hash?.slice(1)}"]`).length];
}"""
HEAD = """['meta[http-equiv="Content-Security-Policy"]', "link:is([rel~=next], [rel~=prefetch])"]
    .map((selector) => document.querySelectorAll(selector).length)"""
COUNT = (
    "document.addEventListener('securitypolicyviolation', (event) => console.error(`stopped: ${event.effectiveDirective} ${event.sample}`))"
)
LASTING = re.compile(r"(-[0-9A-Z]{8}|\.[0-9a-f]{8}\.min)\.\w+$")  # its content stands in its name


class Tab:
    """One tab for all pages: nothing is written there. Remembers what the page that it shows asked for."""

    def __init__(self, browser: Browser, site: Server, options: Options) -> None:
        self.watch = Watch(site.url)
        self.site = site
        self.context = self.watch.over(browser.new_context(base_url=site.url, service_workers="block", **options))
        self.asked: set[str] = set()
        self._open()

    def _open(self) -> None:
        self.page = self.context.new_page()
        self.page.add_init_script(COUNT)  # what the policy stops stands in the console, which is watched
        self.page.on("request", lambda request: self.asked.add(request.url.removeprefix(self.site.url)))

    def show(self, path: str) -> Page:
        """The page at a path, once all of it is there."""
        try:
            self._go(path)
        except Error:
            self._open()  # the browser itself crashed on the page before: that costs one test, and not all that follow
            self._go(path)
        return self.page

    def _go(self, path: str) -> None:
        self.asked.clear()
        self.watch.seen.clear()
        self.page.goto(path, wait_until="networkidle")


@pytest.fixture(scope="module")
def tab_with(browser: Browser, site: Server) -> Iterator[Callable[[Options], Tab]]:
    """Make such a tab."""
    made: list[Tab] = []

    def make(options: Options) -> Tab:
        made.append(Tab(browser, site, options))
        return made[-1]

    yield make
    for tab in made:
        tab.context.close()


@pytest.fixture(scope="module")
def desk(tab_with: Callable[[Options], Tab]) -> Tab:
    """A tab at a desk."""
    return tab_with(DESK)


@pytest.fixture(scope="module")
def phone(tab_with: Callable[[Options], Tab]) -> Tab:
    """A tab on a small phone."""
    return tab_with(PHONE)


def lost(asked: set[str]) -> list[str]:
    """Files that a page asked for and that no host may keep for ever; whether a picture was among all."""
    assets = sorted(one for one in asked if one.startswith("assets/"))
    pictures = any(one.startswith("assets/images/") for one in assets)
    return [one for one in assets if not LASTING.search(one)] + ([] if pictures else ["no picture was asked for"])


def foreign(page: Page) -> list[str]:
    """Fonts of the machine in which headings are set."""
    inspector = page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        inspector.send(f"{domain}.enable")
    page.evaluate("document.fonts.ready")
    names = fonts(inspector, HEADINGS)
    inspector.detach()
    return sorted({name for name, ours in names if not ours}) if names else ["there is no heading"]


def way_past_the_menu(page: Page) -> list[str]:
    """What is wrong with the link that Tab comes to first."""
    page.keyboard.press("Tab")
    name, target, there = page.evaluate(FIRST_STOP)
    return [] if (name, there) == ("Skip to content", 1) else [f"{name} leads to {target}"]


def policies(page: Page) -> list[str]:
    """A policy too few or too many, and pages that Firefox fetches ahead, which the policy stops."""
    policies, ahead = page.evaluate(HEAD)
    return (["one policy a page"] if policies != 1 else []) + (["fetched ahead"] if ahead else [])


def wide_or_small(page: Page) -> list[str]:
    """How much wider than its window the page is, and what is pressed and is smaller than 24 pixels."""
    found: list[str] = []
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 1600})
        most = page.evaluate("document.documentElement.scrollWidth")
        found += [f"{width}: {most} wide"] if most > width else []
        found += [f"{width}: {one}" for one in page.evaluate(SMALL)]
    return found


def dark(page: Page) -> list[str]:
    """What axe finds in dark colours, of what colours can change."""
    in_the_dark(page)
    found = violations(page, runOnly=COLOURS)
    page.emulate_media(color_scheme="light")
    return found


@pytest.mark.parametrize("path", [*PAGES, "404.html"])
def test_a_page_is_well_at_a_desk(desk: Tab, path: str) -> None:
    page = desk.show(path)
    found = {
        "files that may not be kept for ever": lost(desk.asked),
        "shown though it is hidden": page.evaluate(HIDDEN),
        "headings in a font of the machine": foreign(page),
        "several controls of one name": confused(page),
        "the policy": policies(page),
        "the way past the menu": way_past_the_menu(page),
    }
    page.evaluate(OPEN)
    found |= {
        "axe": violations(page),
        "axe in the dark": dark(page),
        "too wide, or smaller than 24 pixels": wide_or_small(page),
        "said in the console": [*desk.watch.seen],
    }
    wrong = {look: some for look, some in found.items() if some}
    assert not wrong, json.dumps(wrong, indent=1, ensure_ascii=False)


@pytest.mark.parametrize("path", PAGES)
def test_nothing_scrolls_sideways_on_a_small_phone(phone: Tab, path: str) -> None:
    page = phone.show(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate(TOO_WIDE) == []
    assert violations(page, **SAME) == []  # what is pushed to the side there can be reached by keys
    assert phone.watch.seen == []
