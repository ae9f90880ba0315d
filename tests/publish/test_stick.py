"""The copy for a stick: it is made from the finished site, names files alone, and holds nothing that only a host needs."""

import json
import re
import shutil
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile

import pytest

from macros.loader import load
from publish.bundle import FaultError
from publish.carry import note
from publish.policy import META
from publish.stick import main, name, stick
from tests.conftest import ROOT

WORDS = load(ROOT / "data").words


@pytest.fixture(scope="module")
def copy(plain: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy of the built site."""
    folder = tmp_path_factory.mktemp("copy") / "guide"
    stick(plain, folder, WORDS)
    return folder


def pages(folder: Path) -> dict[Path, str]:
    """Every page of a folder."""
    return {file: file.read_text(encoding="utf-8") for file in sorted(folder.rglob("*.html"))}


def test_every_address_on_a_page_is_a_file_of_the_copy(copy: Path, plain: Path) -> None:
    missing = set()
    assert {file.relative_to(copy) for file in pages(copy)} == {file.relative_to(plain) for file in pages(plain)} - {Path("404.html")}
    for file, text in pages(copy).items():
        for address in re.findall(r'\s(?:href|src|data-source)="([^"#?]+)', text):
            if not re.match(r"[a-z]+:", address) and not (file.parent / unquote(address)).is_file():
                missing.add((file.relative_to(copy).as_posix(), address))
    assert missing == set()


def test_no_page_names_a_module_or_what_only_a_host_has(copy: Path) -> None:
    for file, text in pages(copy).items():
        assert not re.search(r'type="module"|modulepreload|webmanifest|app-worker|data-part="offline"', text), file
        assert "This copy opens from a folder" in text
        assert "font-src data:" in META.findall(text)[0]
    names = {file.name for file in copy.rglob("*")}
    assert not names & {"worker.js", "web.config", ".htaccess", "_headers", "404.html", "sitemap.xml", "site.webmanifest", "releases.json"}
    scripts = sorted(re.sub(r"-[0-9A-Z]{8}|\.[0-9a-f]{8}\.min", "", file.name) for file in copy.rglob("*.js"))
    assert scripts == ["bundle.js", "restore.js", "search_index.js", "stick-pages.js", "stick-search.js", "stick-site.js", "stick.js"]


def test_search_and_handouts_find_files(copy: Path) -> None:
    index = json.loads((copy / "search" / "search_index.js").read_text(encoding="utf-8").removeprefix("var __index = ").removesuffix(";"))
    assert all((copy / one["location"].partition("#")[0]).is_file() for one in index["docs"])
    said = json.loads(next(copy.rglob("stick-pages.js")).read_text(encoding="utf-8").removeprefix("guidePages = ").removesuffix(";"))
    assert "principles/benefit/index.html" in said
    assert all(text.startswith("<article") and text.endswith("</article>") for text in said.values())


def test_what_earlier_releases_left_and_pages_that_lead_on_stay_behind(plain: Path, tmp_path: Path) -> None:
    site = shutil.copytree(plain, tmp_path / "site")
    (site / "assets" / "images" / "old-AAAAAAAA.svg").touch()
    note(site, {"assets/images/old-AAAAAAAA.svg": "2026-11-25"})
    (site / "moved").mkdir()
    (site / "moved" / "index.html").write_text('<meta charset="utf-8"><meta http-equiv="refresh" content="0; url=../">', encoding="utf-8")
    stick(site, tmp_path / "copy", WORDS)
    assert not (tmp_path / "copy" / "moved").exists()
    assert not list((tmp_path / "copy").rglob("old-*"))


def test_the_command_makes_a_folder_and_a_zip_that_is_the_same_each_time(
    plain: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = shutil.copytree(plain, tmp_path / "site")
    assert main([str(site)]) == 0
    packed = tmp_path / "site.stick.zip"
    first = packed.read_bytes()
    assert main([str(site)]) == 0
    assert packed.read_bytes() == first
    assert "site.stick: open index.html" in capsys.readouterr().out
    with ZipFile(packed) as one:
        inside = set(one.namelist())
    files = [file.relative_to(tmp_path / "site.stick").as_posix() for file in (tmp_path / "site.stick").rglob("*") if file.is_file()]
    assert inside == {f"spreading-and-adopting-innovation/{file}" for file in files}


def test_a_site_that_is_not_finished_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "index.html").write_text("<title>Small</title>", encoding="utf-8")
    assert main([str(tmp_path)]) == 1
    assert "run publish.finish first" in capsys.readouterr().out
    assert name(tmp_path) == "guide"


def test_a_script_that_cannot_be_read_is_named(plain: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = shutil.copytree(plain, tmp_path / "site")
    [entry] = site.glob("assets/javascripts/site-*.js")
    entry.write_text("import './nowhere.js'", encoding="utf-8")
    with pytest.raises(FaultError, match="nowhere"):
        stick(site, tmp_path / "copy", WORDS)
    monkeypatch.setattr("publish.stick.installed", lambda _: False)
    with pytest.raises(FaultError, match="npm could not install"):
        stick(site, tmp_path / "copy", WORDS)
