"""Headings stand in the serif that the guide brings along, whatever the machine has, and nothing moves when it arrives."""

import time

import pytest
from playwright.sync_api import CDPSession, Page, Route

HEADINGS = "main article :is(h1, h2, h3:not(.app-question__heading), .app-wheel__title)"
SHIFT = """() => new Promise((done) => new PerformanceObserver((list) => done(list.getEntries().map((one) => one.value)))
    .observe({ type: "layout-shift", buffered: true }) ?? setTimeout(() => done([]), 500))"""


@pytest.fixture
def inspector(page: Page) -> CDPSession:
    """The browser's own inspector, which knows the font of each letter."""
    session = page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        session.send(f"{domain}.enable")
    return session


def fonts(inspector: CDPSession, selector: str) -> list[tuple[str, bool]]:
    """The name of each font in which something is set, and whether it came with the page."""
    root = inspector.send("DOM.getDocument")["root"]["nodeId"]
    nodes = inspector.send("DOM.querySelectorAll", {"nodeId": root, "selector": selector})["nodeIds"]
    found = [inspector.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"] for node in nodes]
    return [(font["familyName"], font["isCustomFont"]) for some in found for font in some]


def test_paper_is_set_in_it_too_and_text_in_a_font_of_widths_that_machines_share(page: Page, inspector: CDPSession) -> None:
    page.goto("principles/benefit/")
    page.emulate_media(media="print")
    page.evaluate("document.fonts.ready")
    assert all(ours for _, ours in fonts(inspector, HEADINGS))
    for text in ("main article > p", ".app-question__text", ".app-paper-foot__term"):
        assert {name for name, _ in fonts(inspector, text)} <= {
            "Arial",
            "Liberation Sans",
            "Arimo",
            "Nimbus Sans",
            "Helvetica",
            "DejaVu Sans",
        }


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", ["", "principles/benefit/"])
def test_nothing_moves_when_the_font_comes_late(page: Page, path: str, width: int) -> None:
    def late(route: Route) -> None:
        time.sleep(1)
        route.continue_()

    page.set_viewport_size({"width": width, "height": 900})
    page.route("**/*.woff2", late)
    page.goto(path, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    assert sum(page.evaluate(SHIFT)) < 0.01
