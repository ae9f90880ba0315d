"""A page that moved leads on: without scripts, with them, and from printed codes."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.addresses import NAME
from publish.folder import answer
from publish.redirects import main, write
from tests.conftest import Change

HOME = "https://guide.example/guide/"
PAGE = '<!doctype html>\n<html lang="en"><head><link rel="canonical" href="{0}"></head><body>{1}</body></html>\n'


@pytest.fixture
def moved(project: Path) -> Path:
    """The small guide after two pages moved; one of them twice."""
    pages = "pages: [/words/, /lexicon/, /old/tools/]\n"
    entries = {"/words/": "/lexicon/", "/lexicon/": "/glossary/#term-pull", "/old/tools/": "/tools-and-methods/"}
    lines = "".join(f"  - address: {old}\n    to: {new}\n" for old, new in entries.items())
    (project / "data" / NAME).write_text(f"{pages}moved:\n{lines}", encoding="utf-8")
    return project


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """What an engine would have built, as far as it matters here."""
    for path in ("", "glossary/", "tools-and-methods/"):
        (tmp_path / "site" / path).mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path / "index.html").write_text(PAGE.format(HOME + path, path or "home"), encoding="utf-8")
    return tmp_path / "site"


def test_a_page_leads_on_without_scripts(site: Path, moved: Path) -> None:
    assert [page.relative_to(site).as_posix() for page in write(site, moved)] == [
        "words/index.html",
        "lexicon/index.html",
        "old/tools/index.html",
    ]
    text = (site / "old" / "tools" / "index.html").read_text(encoding="utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../../tools-and-methods/">' in text
    assert re.search(r'<a href="../../tools-and-methods/">[^<]+</a>', text)
    assert f'<link rel="canonical" href="{HOME}tools-and-methods/">' in text
    assert '<meta name="robots" content="noindex">' in text
    assert text.startswith('<!doctype html>\n<html lang="en">')
    assert 'url=../glossary/#term-pull"' in (site / "words" / "index.html").read_text(encoding="utf-8")


def test_a_site_that_does_not_know_its_address_leads_on_all_the_same(site: Path, moved: Path) -> None:
    (site / "index.html").write_text("<html><head></head></html>", encoding="utf-8")
    write(site, moved)
    text = (site / "words" / "index.html").read_text(encoding="utf-8")
    assert "canonical" not in text
    assert "url=../glossary/" in text


@pytest.mark.parametrize("scripts", [True, False])
def test_a_browser_arrives_and_keeps_the_place(site: Path, moved: Path, browser: Browser, scripts: bool) -> None:
    write(site, moved)
    context = browser.new_context(java_script_enabled=scripts)
    answer(context, site, HOME)
    page = context.new_page()
    found = {}
    for start in ("old/tools/#tool-x", "old/tools/", "words/", "words/#term-push"):
        page.goto(HOME + start)
        page.wait_for_url(re.compile(r"/(glossary|tools-and-methods)/"))
        found[start] = page.url.removeprefix(HOME)
    assert found == {
        "old/tools/#tool-x": "tools-and-methods/#tool-x" if scripts else "tools-and-methods/",
        "old/tools/": "tools-and-methods/",
        "words/": "glossary/#term-pull",
        "words/#term-push": "glossary/#term-push" if scripts else "glossary/#term-pull",
    }
    context.close()


def test_nothing_is_written_where_nothing_moved(site: Path, project: Path, change: Change, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(site.rglob("*"))
    assert write(site, project) == []
    assert main([str(site)], project) == 0
    assert sorted(site.rglob("*")) == before
    assert capsys.readouterr().out == f"{site}: 0 addresses lead on to where their page is now\n"


def test_a_folder_without_a_site_is_named(tmp_path: Path, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)], project) == 1
    assert capsys.readouterr().out == f"{tmp_path}: there is no site here; build it first\n"
