"""The search of the site, whichever part of the theme shows it."""

from playwright.sync_api import Locator, Page


def results(page: Page) -> Locator:
    """The links to what a search has found."""
    return page.get_by_role("search").get_by_role("link")
