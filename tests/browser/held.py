"""A line that hangs: requests that get no answer until a test lets them go."""

import re

from playwright.sync_api import Page, Route

# In the page: what is waited for at most some seconds is waited for less than one.
IMPATIENT = "window.setTimeout = ((real) => (act, ms, ...given) => real(act, Math.min(ms, 800), ...given))(window.setTimeout)"


class Held:
    """Holds what a page asks for at some addresses; once it was let go, whatever is asked there comes at once."""

    def __init__(self, page: Page, addresses: str | re.Pattern[str]) -> None:
        self.waiting: list[Route] = []
        self.hangs = True
        page.route(addresses, self._answer)

    def _answer(self, route: Route) -> None:
        if self.hangs:
            self.waiting.append(route)
        else:
            route.continue_()

    def let_go(self) -> None:
        """Answer what waits; a test in which nothing does proves nothing."""
        assert self.waiting
        self.hangs = False
        for route in self.waiting:
            route.continue_()
