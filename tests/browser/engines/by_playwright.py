"""Chromium and Firefox, as Playwright drives them: the browsers that are installed, not builds of its own."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Error, Page, Playwright

from tests.browser.find import find
from tests.browser.reused import PLAIN
from tests.browser.until import GONE

from .tab import CLEAR, FIND, LeavingError, Tab

WRONG = 2.54  # Playwright sends Firefox inches where it wants centimetres
PAPER = {"A4": (8.27, 11.69), "Letter": (8.5, 11)}  # in inches
FIREFOX_PAPER: dict[str, dict[str, Any]] = {
    name: {"width": f"{width * WRONG}in", "height": f"{height * WRONG}in"} for name, (width, height) in PAPER.items()
}
# Firefox's own protocol cannot emulate media: these leave it alone.
QUIET: dict[str, Any] = dict.fromkeys(("color_scheme", "reduced_motion", "forced_colors", "contrast"), "null")
# What Playwright says where a page is left, or its content replaced, just then.
INTERRUPTED = "is interrupted by another navigation"
REPLACED = "not attached to the DOM"
# What Firefox says where a page is left while a script is on its way to it through the worker.
LEFT = "A ServiceWorker intercepted the request and encountered an unexpected error"
Settings = dict[str, str | float | bool]
# The list of files that opens after each download takes the focus, and only somebody who really presses takes it back: no page
# after that would be told that a field was entered, and the search, which starts then, would find nothing.
NO_LIST: Settings = {"browser.download.alwaysOpenPanel": False}
# For one act alone: a worker would load the whole guide for each reader.
NO_WORKER: Settings = {"dom.serviceWorkers.enabled": False}
REFUSING: Settings = {"network.cookie.cookieBehavior": 2, "browser.display.document_color_use": 2}


def firefox() -> str | None:
    """The path of Firefox."""
    return shutil.which("firefox-esr") or shutil.which("firefox")


class PlaywrightTab(Tab):
    """One tab of Chromium or Firefox."""

    def __init__(self, page: Page, downloads: Path, said: list[str]) -> None:
        self.page, self.downloads, self.said = page, downloads, said
        self.chromium = page.context.browser is None or page.context.browser.browser_type.name == "chromium"
        page.on("pageerror", lambda error: said.append(f"error: {error}"))

    def open(self, path: str) -> None:
        """Load a page of the site. Firefox, when busy, can take its own answer for a second journey to the same place."""
        try:
            self.page.goto(path)
        except Error as error:
            if INTERRUPTED not in str(error):
                raise
            self.page.goto(path)

    def run(self, body: str, *given: Any) -> Any:
        """Run a script in the page."""
        try:
            return self.page.evaluate(f"(given) => (function () {{ {body} }})(...given)", list(given))
        except Error as error:
            if GONE in str(error):
                raise LeavingError from error
            raise

    def _click(self, found: tuple[str, str, int]) -> bool:
        try:
            place = self.page.evaluate_handle(f"(given) => (function () {{ {FIND} }})(...given)", list(found)).as_element()
            if place:
                place.click()
        except Error as error:
            if GONE in str(error) or REPLACED in str(error):
                return False
            raise
        return place is not None

    def keys(self, *keys: str) -> None:
        """Press keys, or type letters."""
        for key in keys:
            named = len(key) > 1 and key.isalpha() and key[0].isupper()
            self.page.keyboard.press(key) if named else self.page.keyboard.type(key, delay=20)

    def choose(self, name: str, file: Path) -> None:
        """Choose a file."""
        self.page.get_by_label(name).set_input_files(file)

    def saved(self, role: str, name: str) -> bytes:
        """What the file holds that a press makes; Firefox's protocol tells of none, so there the folder is looked at."""
        if not self.chromium:
            return super().saved(role, name)
        with self.page.expect_download() as file:
            self.press(role, name)
        return Path(file.value.path()).read_bytes()

    def another(self) -> "PlaywrightTab":
        """A second tab."""
        return PlaywrightTab(self.page.context.new_page(), self.downloads, self.said)

    def wide(self, width: int, height: int = 900) -> None:
        """Set the size of the window."""
        self.page.set_viewport_size({"width": width, "height": height})

    def pdf(self, paper: str) -> bytes:
        """Print."""
        if self.chromium:
            return self.page.pdf(format=paper)
        return self.page.pdf(**FIREFOX_PAPER[paper])


class Readers:
    """
    Readers with one kind of browser. One tab serves them all in turn, emptied in between: a profile for each would take most of the
    time of a test. Who differs from the others has a browser of their own.
    """

    def __init__(self, playwright: Playwright, engine: str, url: str) -> None:
        self.playwright, self.engine, self.url = playwright, engine, url
        self.kind = playwright.chromium if engine == "chromium" else playwright.firefox
        self.home = Path(tempfile.mkdtemp())
        self.downloads = self.home / "downloads"
        self.downloads.mkdir()
        self.how: dict[str, Any] = {"executable_path": find(windows=True), "ignore_default_args": ["--disable-back-forward-cache"]}
        if engine == "firefox":
            self.how = {"executable_path": firefox(), "channel": "moz-firefox", "downloads_path": self.downloads}
        self.browser = self._launch(NO_WORKER)
        self.said: list[str] = []
        self.shared: PlaywrightTab | None = None

    def _launch(self, settings: Settings | None = None) -> Browser:
        return self.kind.launch(**self.how, firefox_user_prefs=NO_LIST | (settings or {}) if self.engine == "firefox" else None)

    def _profile(self) -> BrowserContext:
        options = QUIET if self.engine == "firefox" else {"service_workers": "block"}
        return self.browser.new_context(base_url=self.url, **options)

    def _tab(self, context: BrowserContext) -> PlaywrightTab:
        return PlaywrightTab(context.new_page(), self.downloads, self.said)

    @contextmanager
    def reader(self) -> Iterator[PlaywrightTab]:
        """Somebody who comes for the first time."""
        self.shared = self.shared or self._tab(self._profile())
        tab = self.shared
        tab.open(PLAIN)
        tab.run(CLEAR)
        yield tab
        for other in tab.page.context.pages:
            if other != tab.page:
                other.close()
        tab.page.once("dialog", lambda asked: asked.accept())  # a page that could not keep what was written asks before it goes
        try:
            tab.page.goto("about:blank")
        except Error:
            tab.gave_up = True
        if tab.gave_up:
            tab.page.context.close()
            self.shared = None

    @contextmanager
    def apart(self) -> Iterator[PlaywrightTab]:
        """Somebody whose pages have no address on the web, from which what they keep could be removed."""
        context = self._profile()
        yield self._tab(context)
        context.close()

    @contextmanager
    def keeping(self, url: str) -> Iterator[PlaywrightTab]:
        """Somebody at another address, whose browser keeps the guide for use without a connection."""
        browser = self._launch()
        yield self._tab(browser.new_context(base_url=url, **(QUIET if self.engine == "firefox" else {})))
        browser.close()

    @contextmanager
    def refusing(self) -> Iterator[PlaywrightTab]:
        """Somebody whose browser lets no site keep anything, and forces its own colours."""
        if self.engine == "firefox":
            browser = self._launch(REFUSING)
            yield self._tab(browser.new_context(base_url=self.url, **QUIET))
            browser.close()
            return
        profile = self.home / "refusing"
        (profile / "Default").mkdir(parents=True)
        (profile / "Default" / "Preferences").write_text('{"profile":{"default_content_setting_values":{"cookies":2}}}', encoding="utf-8")
        context = self.kind.launch_persistent_context(profile, **self.how, base_url=self.url, forced_colors="active")
        yield self._tab(context)
        context.close()

    def errors(self) -> list[str]:
        """What scripts threw since this was asked last, without the noise of the engine."""
        said, self.said[:] = [*self.said], []
        return [one for one in said if LEFT not in one]

    def close(self) -> None:
        """Close the browser."""
        self.browser.close()
        shutil.rmtree(self.home, ignore_errors=True)
