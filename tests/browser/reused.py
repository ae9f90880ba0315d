"""One tab that serves test after test: a browser context for each takes longer than what most of them do in it."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import BrowserContext, Error, Page

PLAIN = "assets/fonts/GUST-FONT-LICENSE.txt"  # of the site, and without a script of it: from here all that it keeps can be removed
EMPTY = "localStorage.clear(); sessionStorage.clear();"
# What lasts beyond the page that is shown. A tab for which one of these was called serves no other test.
LASTING = {
    "add_cookies", "add_init_script", "close", "emulate_media", "expose_binding", "expose_function", "grant_permissions", "install",
    "new_cdp_session", "on", "once", "pause_at", "route", "route_from_har", "route_web_socket", "set_default_navigation_timeout", "set_default_timeout",
    "set_extra_http_headers", "set_fixed_time", "set_geolocation", "set_offline", "set_system_time", "set_viewport_size",
}  # fmt: skip


class Reused:
    """A tab, as long as tests leave nothing in it but what the site keeps."""

    def __init__(self, make: Callable[[], BrowserContext]) -> None:
        self.make = make
        self.context: BrowserContext | None = None

    def page(self) -> Page:
        """The tab of somebody who comes for the first time."""
        if self.context is None:
            self.context = self.make()
            self.first = self.context.new_page()
            self.spent = False
            for one in (self.context, self.context.clock, self.first):
                for name in LASTING & set(dir(one)):
                    setattr(one, name, self._spending(getattr(one, name)))
        return self.first

    def _spending(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            self.spent = True
            return real(*given, **named)

        return call

    def leave(self) -> None:
        """Remove all that was stored, and whatever else is open; a tab in which more was changed goes."""
        assert self.context
        if not self.spent:
            for other in self.context.pages[1:]:
                other.close()
            try:
                self.first.goto(PLAIN)
                self.first.evaluate(EMPTY)
            except Error:
                self.spent = True
        if self.spent:
            self.close()

    def close(self) -> None:
        """Close it, if it is open."""
        if self.context:
            self.context.close()
        self.context = None
