"""The built site, served as a host would serve it, and a browser that watches for what must not happen.

Long because every browser test stands on it: the server, the build, the watch and the readers are one set.
"""

import contextlib
import fnmatch
import functools
import http.server
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect

from publish.finish import finish
from tests.conftest import BUILD, ROOT, copy_second

from . import slow
from .find import find
from .reused import Reused
from .shared import HIGHEST, finished_again, made_once, moved, written

UNDER = "/guide"  # hosts such as GitHub Pages serve projects below a path; so do the tests
NOWHERE = f"http://127.0.0.1:{HIGHEST}{UNDER}/"
# Half of what it takes to load a page is the theme's own script. Who sends this header gets one that only does what styles wait for.
WITHOUT_THEME = {"Without-Theme": "yes"}
STAND_IN = b"document.documentElement.classList.replace('no-js', 'js');"

expect.set_options(timeout=20_000)  # only a failing test waits that long; a loaded machine may need it


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What macros do is measured where macros are tested; to measure it here as well makes each test slower and finds nothing."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("no_cover")


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves one folder below `UNDER`, with the site's own 404 page, and says nothing."""

    protocol_version = "HTTP/1.1"
    server: "Server"

    def translate_path(self, path: str) -> str:
        """Only what stands below the sub-path exists."""
        return super().translate_path(path.removeprefix(UNDER)) if path.startswith(UNDER) else os.devnull + "/none"

    def do_GET(self) -> None:
        """Answer, on a slow line where that was asked for."""
        slow.line(self.path)
        self.server.asked.append(self.path.removeprefix(f"{UNDER}/"))
        if "/javascripts/bundle." in self.path and all(name in self.headers for name in WITHOUT_THEME):
            self._say(200, "text/javascript", STAND_IN)
        else:
            super().do_GET()

    def do_POST(self) -> None:
        """Take down what a browser reports that it stopped."""
        said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.reports.append(said["csp-report"])
        self.send_response(204)
        self.end_headers()

    def end_headers(self) -> None:
        """Say what the host says with this file, such as how long it may be kept."""
        path = self.path.removeprefix(UNDER).partition("?")[0]
        for pattern, headers in self.server.rules.items():
            for name, value in headers.items() if fnmatch.fnmatch(path, pattern) else ():
                self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer as static hosts do: 404.html with status 404."""
        page = Path(self.directory) / "404.html"
        self._say(code, "text/html", page.read_bytes() if code == 404 and page.exists() else b"")

    def _say(self, code: int, kind: str, body: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Nothing: pytest shows what matters."""


class Server(http.server.ThreadingHTTPServer):
    """Serves a folder at an address that is known before the folder is built."""

    daemon_threads = True

    def __init__(self, folder: Path, answers: type[Quiet] = Quiet) -> None:
        self.folder = folder
        self.lines: list[socket.socket] = []  # connections, which browsers leave open
        self.asked: list[str] = []
        self.rules: dict[str, dict[str, str]] = {}  # headers, by the pattern of the paths below the site that have them
        self.reports: list[dict[str, str]] = []
        super().__init__(("127.0.0.1", 0), functools.partial(answers, directory=str(folder)))
        self.url = f"http://127.0.0.1:{self.server_port}{UNDER}/"
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def get_request(self) -> tuple[socket.socket, Any]:
        """Remember each connection."""
        line, address = super().get_request()
        self.lines.append(line)
        return line, address

    def go_away(self) -> None:
        """Answer nothing any more, not on a connection that is open either."""
        self.shutdown()
        self.server_close()
        for line in self.lines:
            with contextlib.suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing: a browser that leaves a page hangs up, and a page that misses a file fails its test."""


def build(folder: Path, url: str, project: Path = ROOT, *, finished: bool = True, engine: str = "mkdocs") -> None:
    """Do what `make build` does, for one address; instant navigation works only where the site knows its own."""
    environment = os.environ | {
        "SITE_URL": url,
        "GUIDE_EDIT_URI": "https://example.org/edit/main/docs/{path}",
        "GUIDE_FEEDBACK": "https://example.org/feedback",
        "GUIDE_ISSUES": "https://example.org/issues/new",
        "GUIDE_BUILD": BUILD,
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": "1780000000",  # the map names a day
    }
    command = [sys.executable, "-m", engine, "build", "--strict", "-d", str(folder)]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True)
    assert done.returncode == 0 and not re.search("WARNING|ERROR", done.stderr), done.stderr
    if finished:
        finish(folder)


def plain(factory: pytest.TempPathFactory) -> Path:
    """The site as `mkdocs build` alone leaves it, at no address that anything serves; nobody may change it."""
    return made_once(factory, "plain site for all", functools.partial(build, url=NOWHERE, finished=False))


def whole(factory: pytest.TempPathFactory) -> Path:
    """The site as `make build` leaves it, at no address that anything serves; nobody may change it."""

    def make(folder: Path) -> None:
        shutil.copytree(plain(factory), folder)
        finish(folder)

    return made_once(factory, "site for all", make)


def second_guide(factory: pytest.TempPathFactory) -> Path:
    """Another guide as `mkdocs build` alone leaves it; nobody may change it."""

    def make(folder: Path) -> None:
        build(folder, NOWHERE, copy_second(factory.mktemp("second") / "guide"), finished=False)

    return made_once(factory, "second guide for all", make)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The site: built once for all workers, at the address of each."""
    server = Server(shutil.copytree(whole(tmp_path_factory), tmp_path_factory.mktemp("site"), dirs_exist_ok=True))
    moved(server.folder, NOWHERE, server.url)
    finished_again(server.folder)
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def host(site: Server, tmp_path: Path) -> Iterator[Server]:
    """The site on a host of its own, which a test may change. Its codes on paper lead to the site that it was copied from."""
    server = Server(shutil.copytree(site.folder, tmp_path / "site"))
    moved(server.folder, site.url, server.url, codes=False)  # it knows its address: else links load each page
    finished_again(server.folder)
    written(server.folder, time.time() - 4)  # before any release that takes its place
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def unbundled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The site as `mkdocs build` alone leaves it: its pages find modules by their bare names."""
    server = Server(shutil.copytree(plain(tmp_path_factory), tmp_path_factory.mktemp("unbundled"), dirs_exist_ok=True))
    moved(server.folder, NOWHERE, server.url)
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The browser that find.py found."""
    return {**browser_type_launch_args, "executable_path": find()}


class Watch:
    """What pages must not do: requests to other hosts, errors in the console, scripts that throw."""

    def __init__(self, url: str) -> None:
        self.origin = url.rsplit(":", 1)[0]  # any port: some tests serve a second site
        self.seen: list[str] = []

    def over(self, context: BrowserContext) -> BrowserContext:
        """Watch every page of a context, on a slow line where that was asked for."""
        slow.browser(context)
        context.on("request", self._request)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.seen.append(f"error: {error.error}"))
        return context

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.origin, "data:", "blob:")):
            self.seen.append(f"request to another host: {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        place = message.location["url"]
        # A browser with windows asks for this wherever a file is shown that is no page, and so names no icon.
        own = "Service Worker registration blocked" in message.text or urlsplit(place).path == "/favicon.ico"
        if message.type in ("error", "warning") and not own:
            self.seen.append(f"console {message.type}: {message.text} ({place})")


@pytest.fixture(scope="session")
def watching(site: Server) -> Watch:
    """Watches over one test after another: a tab may serve several."""
    return Watch(site.url)


@pytest.fixture
def watch(watching: Watch) -> Iterator[Watch]:
    """Fails the test if a page did what it must not do. Empty `seen` in a test that means to provoke it."""
    watching.seen.clear()
    yield watching
    assert watching.seen == []


@pytest.fixture(scope="session")
def usual(site: Server) -> dict[str, Any]:
    """What browser contexts have in common. Only tests of the worker have one: it would load the whole guide in each test."""
    return {"base_url": site.url, "service_workers": "block"}


@pytest.fixture
def bare(request: pytest.FixtureRequest) -> bool:
    """Whether the test, or else its module, is marked `theme("none")`. On a slow line each has what readers have."""
    mark = request.node.get_closest_marker("theme")
    return mark is not None and mark.args == ("none",) and not slow.ON


@pytest.fixture
def context_with(bare: bool, browser: Browser, usual: dict[str, Any], watch: Watch) -> Iterator[Callable[..., BrowserContext]]:
    """Make a browser context with Playwright's options; each is a reader with a browser of their own."""
    made: list[BrowserContext] = []
    headers = {"extra_http_headers": WITHOUT_THEME} if bare else {}

    def make(**options: Any) -> BrowserContext:
        made.append(watch.over(browser.new_context(**usual | headers | options)))
        return made[-1]

    yield make
    for context in made:
        context.close()


@pytest.fixture
def context(context_with: Callable[..., BrowserContext]) -> BrowserContext:
    """A reader on a desktop."""
    return context_with()


@pytest.fixture
def reader(context_with: Callable[..., BrowserContext]) -> BrowserContext:
    """A reader whose browser has workers."""
    return context_with(service_workers="allow")


@pytest.fixture(scope="session")
def reused(browser: Browser, usual: dict[str, Any], watching: Watch) -> Iterator[Reused]:
    """A tab for tests without the theme's script."""
    tab = Reused(lambda: watching.over(browser.new_context(**usual, extra_http_headers=WITHOUT_THEME)))
    yield tab
    tab.close()


@pytest.fixture
def page(request: pytest.FixtureRequest, bare: bool, watch: Watch) -> Iterator[Page]:
    """One tab of that reader; for a test that asks neither for the reader's browser nor for the theme, one that served others before."""
    if "context" in request.fixturenames or not bare:
        yield request.getfixturevalue("context").new_page()
        return
    tab = request.getfixturevalue("reused")
    yield tab.page()
    tab.leave()
