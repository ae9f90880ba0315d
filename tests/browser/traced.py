"""What Chromium did while a page came: parsing, scripts, styles, layout."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Page

CATEGORIES = "devtools.timeline,disabled-by-default-devtools.timeline,toplevel,v8.execute"


@contextmanager
def traced(page: Page) -> Iterator[list[dict[str, Any]]]:
    """Its events as it tells them; all are there once this ends."""
    session = page.context.new_cdp_session(page)
    events: list[dict[str, Any]] = []
    complete: list[object] = []
    session.on("Tracing.dataCollected", lambda part: events.extend(part["value"]))
    session.on("Tracing.tracingComplete", lambda said: complete.append(said))  # noqa: PLW0108 it wants a function of Python
    session.send("Tracing.start", {"categories": CATEGORIES})
    yield events
    session.send("Tracing.end")
    while not complete:
        page.wait_for_timeout(50)
