"""WebKit, as its own driver drives it: WebKitGTK in a window of ours (webkit_window.py), on a screen of memory."""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.common.exceptions import ElementClickInterceptedException, ElementNotInteractableException
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.webkitgtk.service import Service

from tests.browser.reused import PLAIN

from .tab import CLEAR, FIND, Tab

DRIVER = "WebKitWebDriver"
# WebKit and the theme say so where a page is left while it still reads: no fault of the site.
LEFT = ("NotReadableError", "Importing a module script failed", "Error: Network error")
# Only where it is not well within the window: a press that is tried again must not find it moving again.
SHOW = """const { top, bottom } = arguments[0].getBoundingClientRect();
if (top < 120 || bottom > innerHeight - 120) scrollBy(0, (top + bottom - innerHeight) / 2);"""


def webkit() -> str | None:
    """The path of WebKit's driver, where the window and the screen are there too."""
    window = subprocess.run(["/usr/bin/python3", "-c", "import gi; gi.require_version('WebKit2', '4.1')"], capture_output=True)
    return shutil.which(DRIVER) if window.returncode == 0 and shutil.which("Xvfb") else None


class WebKitTab(Tab):
    """One tab of WebKit."""

    keeps_pages = True
    forces_colours = False  # no way was found to ask for it

    def __init__(self, driver: Any, url: str, downloads: Path) -> None:
        self.driver, self.url, self.downloads = driver, url, downloads
        self.handle = driver.current_window_handle

    @property
    def here(self) -> Any:
        """The driver, with this tab in front of it."""
        if self.driver.current_window_handle != self.handle:
            self.driver.switch_to.window(self.handle)
        return self.driver

    def open(self, path: str) -> None:
        """Load a page of the site."""
        self.here.get(self.url + path)

    def run(self, body: str, *given: Any) -> Any:
        """Run a script in the page."""
        return self.here.execute_script(body, *given)

    def _click(self, found: tuple[str, str, int]) -> bool:
        place = self.run(FIND, *found)
        if place is None:
            return False
        try:
            self.run(SHOW, place)
            place.click()
        except (ElementClickInterceptedException, ElementNotInteractableException):
            return False  # something stands before it for the moment
        return True

    def keys(self, *keys: str) -> None:
        """Press keys, or type letters."""
        names = {"PageDown": Keys.PAGE_DOWN, "PageUp": Keys.PAGE_UP, "Escape": Keys.ESCAPE, "Enter": Keys.ENTER}
        for key in keys:
            webdriver.ActionChains(self.here).send_keys(names.get(key, key)).perform()

    def choose(self, name: str, file: Path) -> None:
        """Choose a file."""
        self.until(lambda: self.run(FIND, "file", name, 0) is not None)
        self.run(FIND, "file", name, 0).send_keys(str(file))

    def another(self) -> "WebKitTab":
        """A second tab."""
        self.driver.switch_to.new_window("tab")
        return WebKitTab(self.driver, self.url, self.downloads)

    def wide(self, width: int, height: int = 900) -> None:
        """Set the size of the window."""
        self.here.set_window_size(width, height)

    def pdf(self, paper: str) -> bytes:
        """Print."""
        file = self.downloads.parent / f"{paper}.pdf"
        done = Path(f"{file}.done")
        done.unlink(missing_ok=True)
        self.run("webkit.messageHandlers.print.postMessage(arguments[0])", f"{file}|{paper}")
        self.until(done.exists)
        assert not done.read_text(encoding="utf-8")
        return file.read_bytes()


class Readers:
    """Readers with WebKit. One window serves them all in turn, emptied in between."""

    def __init__(self, url: str, **settings: bool) -> None:
        self.url, self.home = url, Path(tempfile.mkdtemp())
        self.said, self.downloads = self.home / "said", self.home / "downloads"
        self.downloads.mkdir()
        self.said.touch()
        self.screen, number = _screen()
        mine = {
            "HOME": self.home,
            "SAID": self.said,
            "DOWNLOADS": self.downloads,
            "DISPLAY": f":{number}",
            "SETTINGS": json.dumps(settings),
        }
        options = webdriver.WebKitGTKOptions()
        options.binary_location = str(Path(__file__).with_name("webkit_window.py"))
        service = Service(shutil.which(DRIVER), env=os.environ | {name: str(value) for name, value in mine.items()})
        self.driver = webdriver.WebKitGTK(options=options, service=service)

    @contextmanager
    def reader(self) -> Iterator[WebKitTab]:
        """Somebody who comes for the first time."""
        tab = WebKitTab(self.driver, self.url, self.downloads)
        tab.open(PLAIN)
        tab.run(CLEAR)
        yield tab
        for other in set(self.driver.window_handles) - {tab.handle}:
            self.driver.switch_to.window(other)
            self.driver.close()
        self.driver.switch_to.window(tab.handle)
        self.driver.get("about:blank")  # it paints, and takes half a processor, for as long as a page is open

    apart = reader  # there is one window, and no other profile

    @contextmanager
    def keeping(self, url: str) -> Iterator[WebKitTab]:
        """Somebody at another address, whose browser keeps the guide for use without a connection."""
        with self.reader() as tab:
            tab.url = url
            yield tab

    @contextmanager
    def refusing(self) -> Iterator[WebKitTab]:
        """Somebody whose browser lets no site keep anything."""
        readers = Readers(self.url, **{"enable-html5-local-storage": False})
        yield WebKitTab(readers.driver, readers.url, readers.downloads)
        readers.close()

    def errors(self) -> list[str]:
        """What pages said since this was asked last, without the noise of the engine."""
        lines = self.said.read_text(encoding="utf-8").splitlines()
        self.said.write_text("", encoding="utf-8")
        return [line for line in lines if not any(one in line for one in LEFT)]

    def close(self) -> None:
        """Close the window, and its screen."""
        self.driver.quit()
        self.screen.terminate()
        self.screen.wait()
        shutil.rmtree(self.home, ignore_errors=True)


def _screen() -> tuple[subprocess.Popen[bytes], int]:
    """A screen of memory, and its number, which it chooses itself."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1400x24", "-nolisten", "tcp"]
    screen = subprocess.Popen(command, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as pipe:
        return screen, int(pipe.readline())
