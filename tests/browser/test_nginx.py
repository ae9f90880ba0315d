"""The site on nginx with the generated settings: caching, compression, headers, pages that are not there; and it works."""

import os
import urllib.request
from collections.abc import Callable, Iterator
from email.message import Message
from urllib.error import HTTPError

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from publish.hosts import ASK, HEADERS, INSIDE, KEEP, kept, settings
from publish.policy import header
from tests.publish import nginx

from .conftest import UNDER, Server, Watch
from .searching import results

pytestmark = pytest.mark.skipif(
    not nginx.NGINX and not os.environ.get("CI"),
    reason="nginx is not installed, so nobody tried its settings: sudo apt install nginx-light",
)


class Straight(urllib.request.HTTPRedirectHandler):
    """Follows nowhere."""

    def redirect_request(self, *_: object) -> None:
        """Leave the answer as it is."""


@pytest.fixture(scope="module")
def host(site: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site on nginx."""
    root, folder, number = tmp_path_factory.mktemp("root"), tmp_path_factory.mktemp("nginx"), nginx.port()
    (root / UNDER.strip("/")).symlink_to(site.folder)
    with nginx.serving(settings(site.folder)["nginx.conf"], root, number, folder):
        yield f"http://127.0.0.1:{number}{UNDER}/"


def get(address: str) -> tuple[int, Message]:
    """The status and the headers of one answer."""
    try:
        request = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})  # noqa: S310 an address of ours
        with urllib.request.build_opener(Straight).open(request) as answer:
            return answer.status, answer.headers
    except HTTPError as error:
        with error:
            return error.code, error.headers


def test_each_file_is_kept_or_asked_for_again_and_text_is_compressed(host: str, site: Server) -> None:
    for_ever = kept(site.folder)
    assert len(for_ever) > 10
    for file in (one for one in site.folder.rglob("*") if one.is_file() and one.name not in INSIDE):
        path = file.relative_to(site.folder).as_posix()
        if path.endswith("index.html"):
            path = path.removesuffix("index.html")
        status, given = get(host + path)
        assert status == 200, path
        assert given["Cache-Control"] == (KEEP if path in for_ever else ASK), path
        if file.suffix in {".html", ".js", ".css", ".svg", ".json", ".xml", ".txt", ".webmanifest"} and file.stat().st_size >= 500:
            assert given["Content-Encoding"] == "gzip", path
        if file.suffix in {".png", ".woff2", ".gz", ".pdf"}:
            assert given["Content-Encoding"] is None, path
        assert given["ETag"], path


def test_pages_have_every_header(host: str, site: Server) -> None:
    for path in ("", "about/", "404.html"):
        _, given = get(host + path)
        assert {name: given[name] for name in HEADERS} == HEADERS
        assert given["Content-Security-Policy"] == header(site.folder)
        assert given["Content-Type"] == "text/html; charset=utf-8"
    assert "Content-Security-Policy" not in get(f"{host}search/search_index.json")[1]


@pytest.mark.parametrize(
    ("path", "status", "place"),
    [
        ("about", 301, "/guide/about/"),
        ("about/index.html", 301, "/guide/about/"),
        ("index.html?x=1", 301, "/guide/"),
        ("nothing/", 404, None),
        ("assets/", 404, None),
        ("_headers", 404, None),
        (".htaccess", 404, None),
        ("web.config", 404, None),
    ],
)
def test_each_page_has_one_address(host: str, path: str, status: int, place: str | None) -> None:
    found, given = get(host + path)
    assert (found, given["Location"]) == (status, place)
    if status == 404:
        assert given["Cache-Control"] == ASK
        assert given["Content-Security-Policy"]


def test_nobody_is_sent_to_another_host(host: str) -> None:
    start = host.removesuffix(f"{UNDER}/")
    for path in ("//elsewhere.example/index.html", "/\\elsewhere.example/index.html"):
        assert not (get(start + path)[1]["Location"] or "/guide").startswith(("//", "/\\", "http"))


def test_the_site_works_under_the_headers(page: Page, host: str, watch: Watch) -> None:
    page.goto(f"{host}principles/benefit/")
    page.locator("#benefit-communicate-why-tick").check()
    expect(page.locator('[data-part="status"]')).to_contain_text("Saved in this browser at")
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("weak tie")
    expect(results(page).first).to_be_visible()
    page.goto(f"{host}workbook/")
    expect(page.get_by_label("Title (the innovation)")).to_be_visible()
    page.goto(f"{host}nowhere/")
    expect(page.get_by_role("link", name="Go to the first page")).to_be_visible()
    watch.seen[:] = [one for one in watch.seen if "404" not in one]


def test_a_first_visit_is_small_and_a_second_brings_no_file(context_with: Callable[..., BrowserContext], host: str) -> None:
    """As bytes come over the line, with their headers and without a worker; with one a second visit asks for nothing (test_offline.py)."""
    reader = context_with()
    visits = []
    for _ in range(2):
        page = reader.new_page()
        line = reader.new_cdp_session(page)
        sent: list[int] = []
        line.on("Network.loadingFinished", lambda now, sent=sent: sent.append(int(now["encodedDataLength"])))
        line.send("Network.enable")
        page.goto(f"{host}principles/benefit/", wait_until="networkidle")
        visits.append(sum(sent))
    assert 80_000 < visits[0] <= 180_000
    assert visits[1] < 1_500, "that the page is still the same"
