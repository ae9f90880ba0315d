"""The site on Apache with the generated `.htaccess`: caching, compression, headers, pages that are not there, spelling."""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from publish.hosts import ASK, HEADERS, INSIDE, KEEP, kept
from publish.policy import header
from tests.publish import apache, nginx

from .conftest import UNDER, Server
from .test_nginx import get

pytestmark = pytest.mark.skipif(
    not apache.APACHE and not os.environ.get("CI"),
    reason="Apache is not installed, so nobody tried its settings: sudo apt install apache2-bin",
)


@pytest.fixture(scope="module")
def host(site: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site on Apache, which does not serve as the one who owns the machine: the copy is for everybody."""
    number, folder = nginx.port(), tmp_path_factory.mktemp("apache")
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        root.chmod(0o755)
        shutil.copytree(site.folder, root / UNDER.strip("/"))
        (root / UNDER.strip("/")).chmod(0o755)
        with apache.serving(root, number, folder):
            yield f"http://127.0.0.1:{number}{UNDER}/"


def test_each_file_is_kept_or_asked_for_again_and_text_is_compressed(host: str, site: Server) -> None:
    for_ever = kept(site.folder)
    for file in (one for one in site.folder.rglob("*") if one.is_file() and one.name not in INSIDE):
        path = re.sub(r"(^|/)index\.html$", r"\1", file.relative_to(site.folder).as_posix())
        status, given = get(host + path)
        assert status == 200, path
        assert given["Cache-Control"] == (KEEP if path in for_ever else ASK), path
        if file.suffix in {".html", ".js", ".css", ".svg", ".json", ".webmanifest"} and file.stat().st_size >= 500:
            assert given["Content-Encoding"] == "gzip", path
        if file.suffix in {".png", ".woff2", ".pdf"}:
            assert given["Content-Encoding"] is None, path


def test_pages_have_every_header_also_where_no_page_is(host: str, site: Server) -> None:
    for path, status in (("", 200), ("about/", 200), ("404.html", 200), ("nothing/", 404), ("assets/", 404)):
        found, given = get(host + path)
        assert found == status
        assert {name: given[name] for name in HEADERS} == HEADERS
        assert given["Content-Security-Policy"] == header(site.folder)
        assert given["Content-Type"] == "text/html; charset=utf-8"
        assert given["Cache-Control"] == ASK
    assert "Content-Security-Policy" not in get(f"{host}search/search_index.json")[1]


@pytest.mark.parametrize("path", ["about", "about/index.html", "ABOUT/", "About/index.html"])
def test_each_page_has_one_address(host: str, path: str) -> None:
    status, given = get(host + path)
    assert status == 301
    status, given = (status, given) if given["Location"] == f"{host}about/" else get(given["Location"])
    assert given["Location"] in {None, f"{host}about/"}


@pytest.mark.parametrize("name", INSIDE)
def test_what_only_hosts_read_is_given_to_nobody(host: str, name: str) -> None:
    assert get(host + name)[0] in {403, 404}


def test_nobody_is_sent_to_another_host(host: str) -> None:
    start = host.removesuffix(f"{UNDER}/")
    for path in (f"{UNDER}//elsewhere.example/index.html", f"{UNDER}/\\elsewhere.example/index.html", "//elsewhere.example/index.html"):
        assert (get(start + path)[1]["Location"] or start).startswith((start, "/guide"))
