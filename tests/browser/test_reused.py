"""The tab that serves test after test brings nothing from one to the next."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from .reused import Reused

CHANGES: dict[str, Callable[[Page], Any]] = {
    "a script at each load": lambda page: page.add_init_script("window.left = 1"),
    "a window of another size": lambda page: page.set_viewport_size({"width": 320, "height": 640}),
    "other colours": lambda page: page.emulate_media(color_scheme="dark"),
    "an answer of its own": lambda page: page.route("**/*.js", lambda route: route.abort()),
    "a clock that stands": lambda page: page.clock.install(),
    "a right": lambda page: page.context.grant_permissions(["clipboard-read"]),
    "no line": lambda page: page.context.set_offline(True),
    "no page": lambda page: page.close(),
}


@pytest.fixture
def tab(browser: Browser, usual: dict[str, Any]) -> Iterator[Reused]:
    """Such a tab of our own."""
    made = Reused(lambda: browser.new_context(**usual))
    yield made
    made.close()


def test_who_comes_next_finds_nothing_that_was_kept_and_no_other_page(tab: Reused) -> None:
    page = tab.page()
    page.goto("principles/benefit/")
    page.locator("[data-question] > input").first.check()
    page.evaluate("sessionStorage.setItem('left', '1')")
    page.context.new_page().goto("about/")
    tab.leave()
    assert tab.page() is page
    assert page.context.pages == [page]
    page.goto("principles/benefit/")
    assert page.evaluate("[sessionStorage.left, Object.keys(localStorage).filter((key) => key.includes(':answer:'))]") == [None, []]
    assert page.locator("[data-question] > input").first.is_checked() is False


@pytest.mark.parametrize("change", CHANGES)
def test_a_tab_in_which_more_was_changed_serves_nobody_else(tab: Reused, change: str) -> None:
    page = tab.page()
    page.goto("about/")
    CHANGES[change](page)
    tab.leave()
    assert tab.page() is not page
