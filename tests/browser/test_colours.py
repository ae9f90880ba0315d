"""The way between colours: as the system has them, light, dark. It is ours, in place of the theme's."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from . import instant

KEY = "/guide/.__palette"
SYSTEM, LIGHT, DARK = (
    "Colours follow your system. Switch to light",
    "Colours are light. Switch to dark",
    "Colours are dark. Switch to your system",
)


def toggle(page: Page, name: str) -> Locator:
    """What is pressed to change the colours, where it says this: by the radio before it, as its own title goes while a pointer is above."""
    return page.locator(f'input[aria-label="{name}"] + label')


def looks(page: Page, *, dark: bool, name: str) -> None:
    """The page, the browser's own parts and its bar have these colours, and one label says so."""
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate" if dark else "default")
    expect(page.locator("html")).to_have_css("color-scheme", "dark" if dark else "normal")
    expect(page.locator("[data-app-palette] label:visible")).to_have_count(1)
    expect(toggle(page, name)).to_be_visible()
    ground = page.locator("body").evaluate("(body) => getComputedStyle(body).backgroundColor")
    assert (int(ground.split("(")[1].split(",")[0]) < 80) == dark
    expect(page.locator('meta[name="theme-color"]')).to_have_attribute("content", ground)


def test_they_follow_the_system_until_somebody_chooses_and_then_stay(context_with: Callable[..., BrowserContext]) -> None:
    context = context_with(color_scheme="dark")
    page = context.new_page()
    page.goto("about/")
    looks(page, dark=True, name=SYSTEM)
    page.emulate_media(color_scheme="light")
    looks(page, dark=False, name=SYSTEM)
    page.emulate_media(color_scheme="dark")
    looks(page, dark=True, name=SYSTEM)
    assert page.evaluate("localStorage.length") == 0, "nobody chose anything"
    toggle(page, SYSTEM).click()
    looks(page, dark=False, name=LIGHT)
    record = {"index": 1, "color": {"media": "(prefers-color-scheme: light)", "scheme": "default", "primary": "custom", "accent": "custom"}}
    assert json.loads(page.evaluate("(key) => localStorage.getItem(key)", KEY)) == record, "the theme's own form, as in former releases"
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    page.reload()
    looks(page, dark=False, name=LIGHT)


def test_other_tabs_and_pages_that_come_back_follow(context: BrowserContext) -> None:
    page, other = context.new_page(), context.new_page()
    page.goto("about/")
    other.goto("about/")
    toggle(page, SYSTEM).click()
    toggle(page, LIGHT).click()
    looks(page, dark=True, name=DARK)
    looks(other, dark=True, name=DARK)
    other.evaluate("(key) => localStorage.removeItem(key)", KEY)
    looks(page, dark=False, name=SYSTEM)
    other.evaluate("(key) => localStorage.setItem(key, '{\"index\": 2}')", KEY)
    other.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    looks(other, dark=True, name=DARK)


def test_keys_alone_go_through_all_of_them(page: Page) -> None:
    page.goto("about/")
    page.get_by_role("radio", name=SYSTEM).focus()
    for dark, name in ((False, LIGHT), (True, DARK), (False, SYSTEM)):
        page.keyboard.press("Enter")
        looks(page, dark=dark, name=name)
        expect(page.get_by_role("radio", name=name)).to_be_focused()
        expect(page.get_by_role("radio", name=name)).to_be_checked()
    page.keyboard.press("ArrowLeft")
    looks(page, dark=True, name=DARK)


@pytest.mark.parametrize("text", ["{", "null", '"dark"', '{"index": 7}', '{"index": "constructor"}', '{"index": -1, "color": 3}'])
def test_what_is_damaged_counts_as_no_choice_and_stops_nothing(page: Page, text: str) -> None:
    page.add_init_script(f"localStorage.setItem({KEY!r}, {text!r})")
    instant.arrive(page, "about/")  # a page whose theme has stopped never asks for the sitemap
    looks(page, dark=False, name=SYSTEM)


def test_the_header_keeps_room_for_what_a_script_shows(page: Page) -> None:
    page.goto("about/")
    room = page.locator("[data-app-palette]")
    before = room.bounding_box()
    toggle(page, SYSTEM).evaluate("(label) => { label.hidden = true; }")
    after = room.bounding_box()
    assert before
    assert after
    assert [after["x"], after["width"]] == [before["x"], before["width"]]
