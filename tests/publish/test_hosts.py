"""Each host's settings keep what may be kept, ask again for pages, send the headers, and answer for a page that is not there."""

import fnmatch
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from publish.bundle import FaultError
from publish.hosts import ASK, HEADERS, INSIDE, KEEP, MOST, kept, settings, write
from publish.policy import header, seal

PAGE = '<!doctype html><html><head><meta charset="utf-8">{link}<script>go()</script></head><body></body></html>'
LINK = '<link rel="canonical" href="https://guide.example/a/guide/">'
FILES = ["assets/javascripts/site-AB12CD34.js", "assets/stylesheets/main.57a0d79d.min.css", "assets/fonts/serif-ZZ99ZZ99.woff2"]
OTHERS = [
    "assets/images/favicon.png",
    "assets/javascripts/lunr/min/lunr.de.min.js",
    "assets/stylesheets/main.57a0d79d.min.css.map",
    "sitemap.xml",
]


def made(folder: Path, link: str = LINK) -> Path:
    """A sealed site with files of every kind."""
    site = folder / "site"
    for path in (*FILES, *OTHERS):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).touch()
    (site / "index.html").write_text(PAGE.format(link=link), encoding="utf-8")
    seal(site)
    return site


def rules(text: str) -> dict[str, dict[str, str]]:
    """What `_headers` says for each pattern of paths."""
    found: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if line.startswith("/"):
            found[line] = {}
        elif line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found[[*found][-1]][name] = value
    return found


def test_netlify_and_cloudflare_keep_for_ever_what_may_be_and_nothing_else(tmp_path: Path) -> None:
    site = made(tmp_path)
    said = rules(settings(site)["_headers"])
    assert {path.removeprefix("/") for path, given in said.items() if given == {"Cache-Control": KEEP}} == set(FILES) == set(kept(site))
    assert said["/*"] == HEADERS | {"Content-Security-Policy": header(site)}
    for path in OTHERS:
        matching = [given for pattern, given in said.items() if fnmatch.fnmatch(f"/{path}", pattern)]
        assert all("Cache-Control" not in given for given in matching)
    assert max(map(len, settings(site)["_headers"].splitlines())) <= 2000, "Cloudflare reads no longer line"


def test_more_rules_than_a_host_reads_are_a_fault(tmp_path: Path) -> None:
    site = made(tmp_path)
    for number in range(MOST):
        (site / "assets" / f"x-AAAAA{number:03}.js").touch()
    with pytest.raises(FaultError, match="103 files may be kept for ever"):
        settings(site)


def test_iis_reads_well_formed_settings_that_say_the_same(tmp_path: Path) -> None:
    site = made(tmp_path)
    root = ElementTree.fromstring(settings(site)["web.config"])  # noqa: S314 we wrote it
    sent = {one.get("name"): one.get("value") for one in root.iterfind("./system.webServer/httpProtocol/customHeaders/add")}
    assert sent == HEADERS | {"Content-Security-Policy": header(site)}
    locations = {one.get("path"): one.find(".//clientCache") for one in root.iterfind("location")}
    assert set(locations) == set(FILES)
    assert {one.get("cacheControlMaxAge") for one in locations.values() if one is not None} == {"365.00:00:00"}
    errors = [(error.get("statusCode"), error.get("path")) for error in root.iterfind(".//httpErrors/error")]
    assert errors == [("403", "404.html"), ("404", "404.html")], "also for a folder without a page"
    assert {one.get("segment") for one in root.iterfind(".//hiddenSegments/add")} == set(INSIDE) - {"web.config"}


def test_apache_s_settings_are_closed_and_name_the_site_s_own_page(tmp_path: Path) -> None:
    text = settings(made(tmp_path))[".htaccess"]
    parts: list[str] = []
    for tag in re.findall(r"<(/?\w+)", text):
        if tag.startswith("/"):
            assert parts.pop() == tag[1:]
        else:
            parts.append(tag)
    assert parts == []
    assert "ErrorDocument 404 /a/guide/404.html" in text
    assert f'Header set Cache-Control "{ASK}"' in text
    [pattern] = re.findall(rf'<FilesMatch "([^"]+)">\n    Header set Cache-Control "{KEEP}"', text)
    assert [path for path in (*FILES, *OTHERS) if re.search(pattern, path)] == FILES
    [condition] = re.findall(r"%{THE_REQUEST} (\S+)", text)
    moved = {
        one: re.search(condition, f"GET {one} HTTP/1.1")
        for one in ("/index.html", "/a/b/index.html?c", "//evil.example/index.html", "/\\evil/index.html", "/a/")
    }
    assert {one: found[1] for one, found in moved.items() if found} == {"/index.html": "/", "/a/b/index.html?c": "/a/b/"}


def test_a_site_that_does_not_know_its_address_stands_at_the_root(tmp_path: Path) -> None:
    found = settings(made(tmp_path, link=""))
    assert "error_page 404 /404.html;" in found["nginx.conf"]
    assert "ErrorDocument 404 /404.html" in found[".htaccess"]


def test_what_a_host_reads_in_the_folder_is_there_and_a_second_time_changes_nothing(tmp_path: Path) -> None:
    site = made(tmp_path)
    write(site)
    first = {name: (site / name).read_text(encoding="utf-8") for name in INSIDE}
    assert (tmp_path / "site.nginx.conf").is_file()
    write(site)
    assert {name: (site / name).read_text(encoding="utf-8") for name in INSIDE} == first
