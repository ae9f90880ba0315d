"""A browser that is answered from a folder: it finds the site, and nothing else."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page

from publish.folder import NOWHERE, address, answer

HOME = "https://guide.example/guide/"


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """A tab that is answered from a folder with two pages, beside a file that is not the site's."""
    (tmp_path / "secret.html").write_text("secret", encoding="utf-8")
    site = tmp_path / "site"
    (site / "about").mkdir(parents=True)
    (site / "index.html").write_text("first", encoding="utf-8")
    (site / "about" / "index.html").write_text("about", encoding="utf-8")
    context = browser.new_context()
    answer(context, site, HOME)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    "link",
    [
        f'<link rel="canonical" href="{HOME}">',
        f'<link href="{HOME}" rel="canonical">',
        f"<link rel=canonical href={HOME.rstrip('/')}>",
    ],
)
def test_a_site_says_where_it_lives(tmp_path: Path, link: str) -> None:
    (tmp_path / "index.html").write_text(f'<head><link rel="icon" href="x.svg">{link}</head>', encoding="utf-8")
    assert address(tmp_path) == HOME


def test_a_site_that_does_not_know_its_address_lives_nowhere(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<link rel="icon" href="x.svg">', encoding="utf-8")
    assert address(tmp_path) == NOWHERE


def test_pages_are_found_as_readers_find_them(page: Page) -> None:
    for path, text in (("", "first"), ("about/", "about"), ("about/index.html", "about")):
        answered = page.goto(HOME + path)
        assert answered
        assert answered.text() == text


@pytest.mark.parametrize("url", [f"{HOME}none/", f"{HOME}%2e%2e%2fsecret.html", "https://guide.example/", "https://other.example/guide/"])
def test_nothing_else_is_there(page: Page, url: str) -> None:
    with page.expect_response(url) as answered, suppress(Error):
        page.goto(url)  # an empty page is none to a browser with windows
    assert answered.value.status == 404
