"""Waits until something is so in a page. Playwright's own way evaluates text again and again, which the site's policy forbids."""

import time
from typing import Any

from playwright.sync_api import Error, Page

GONE = "Execution context was destroyed"  # what Playwright says where a page is left just then
PATIENCE = 20  # seconds; only a failing test waits that long


def until(page: Page, condition: str, arg: Any = None) -> None:
    """Wait until an expression or function is true. Raises TimeoutError where it never is."""
    end = time.monotonic() + PATIENCE
    while not _now(page, condition, arg):
        if time.monotonic() > end:
            raise TimeoutError(f"never so: {condition}")
        page.wait_for_timeout(20)


def _now(page: Page, condition: str, arg: Any) -> Any:
    """What it is now; nothing while the page is being left for another."""
    try:
        return page.evaluate(condition, arg)
    except Error as error:
        if GONE in str(error):
            return None
        raise
