"""What the styles promise in a browser: targets that can be hit, states that differ, nothing shown that is hidden."""

from collections.abc import Callable

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import BrowserContext, Page

from .printed import shot
from .test_print_answers import answered

# Links within a line of text are as high as the line. All else that is pressed has 24 pixels each way, alone or with its label.
SMALL = """() => [...document.querySelectorAll("main article :is(a, button, summary, select, input, textarea)")]
    .filter((one) => one.checkVisibility() && !one.disabled && !one.closest(".app-hidden"))
    .filter((one) => one.matches(":not(a), .headerlink, .app-eyebrow__jump") || getComputedStyle(one).display !== "inline")
    .map((one) => (one.labels?.length ? one.labels[0] : one))
    .filter((one) => { const { width, height } = one.getBoundingClientRect(); return width < 23.9 || height < 23.9; })
    .map((one) => `${one.outerHTML.slice(0, 90)} ${one.getBoundingClientRect().width} x ${one.getBoundingClientRect().height}`)"""


@pytest.fixture
def forced(context_with: Callable[..., BrowserContext]) -> Page:
    """The Benefit page, answered, of a reader who has chosen the colours."""
    return answered(context_with(forced_colors="active").new_page(), "principles/benefit/")


def test_three_states_differ_where_the_reader_chose_the_colours(forced: Page) -> None:
    rows = [forced.locator(f"#{question}") for question in ("benefit-worth-spreading", "benefit-evidence", "benefit-recognition")]
    boxes = [shot(row.locator(".app-question__box")) for row in rows]
    states = [row.get_attribute("data-state") for row in rows]
    assert states == ["discussed", "not-relevant", "open"]
    segments = [shot(forced.locator(f'.app-checklist__segment[data-state="{state}"]').first) for state in ("discussed", "not-relevant")]
    segments.append(shot(forced.locator('.app-checklist__segment:not([data-state="discussed"], [data-state="not-relevant"])').first))
    for three in (boxes, segments):
        for one, other in ((0, 1), (0, 2), (1, 2)):
            assert differ(three[one], three[other]) > 0.05, (one, other)


def differ(one: Image.Image, other: Image.Image) -> float:
    """How many of the dots of two pictures differ, from 0 to 1."""
    size = (min(one.width, other.width), min(one.height, other.height))
    change = ImageChops.difference(one.crop((0, 0, *size)), other.crop((0, 0, *size))).convert("L").point(lambda shade: 255 * (shade > 60))
    return change.histogram()[255] / (size[0] * size[1])
