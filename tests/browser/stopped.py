"""What the policy stops while somebody uses the site as it is published: with the headers that the hosts' settings ask for.

It is counted twice. Every document, in whichever tab or frame, tells it from its first moment on; and the policy that the host sends
names an address to which the browser reports it, from workers too, and from pages that are gone.
"""

from playwright.sync_api import BrowserContext

from tests.publish.test_hosts import rules

from .conftest import UNDER, Server

EVENTS = """document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
    window.stoppedHere(`${effectiveDirective} ${blockedURI}`))"""
LAST = "https://elsewhere.invalid/last"
PATIENCE = 400  # times 50 ms: only a failing test waits that long


class Stopped:
    """Counts what is stopped in one reader's browser, whose pages come from one host."""

    def __init__(self, host: Server, context: BrowserContext) -> None:
        self.host, self.context = host, context
        self.told: list[str] = []
        host.rules = rules((host.folder / "_headers").read_text(encoding="utf-8"))
        host.rules["/*"]["Content-Security-Policy"] += f"; report-uri {UNDER}/stopped"
        context.expose_function("stoppedHere", self._hear)
        context.add_init_script(EVENTS)

    def _hear(self, what: str) -> None:
        self.told.append(what)

    def so_far(self) -> list[str]:
        """What was told and reported until now: the directive, and what it stopped."""
        reported = [f"{one['effective-directive']} {one['blocked-uri']}" for one in self.host.reports]
        return [one for one in (*self.told, *reported) if LAST not in one]

    def all(self) -> list[str]:
        """The same once everything is in: one that we plant is told and reported after all others."""
        page = self.context.new_page()
        page.goto(self.host.url)
        page.evaluate("(address) => { fetch(address).catch(() => {}); }", LAST)
        last = f"connect-src {LAST}"
        for _ in range(PATIENCE):
            if last in self.told and any(one["blocked-uri"] == LAST for one in self.host.reports):
                return self.so_far()
            page.wait_for_timeout(50)
        raise AssertionError("what we planted was not counted")
