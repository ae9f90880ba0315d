"""A link that a macro, a template or data makes is looked up in the built site."""

from pathlib import Path

import pytest

from checks.built import lost_links, main
from tests.conftest import Change

SAYS = "a link that does not stand in this page's text leads to"
DOES = "correct the data or the template that makes it"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two pages, and the files that they were made of."""
    for path, text in {
        "docs/index.md": "",
        "docs/a/index.md": "",
        "docs/b.md": "",
        "site/index.html": '<a href="a/#x">A</a> <a href="#top">Up</a> <img alt="" src="p%20q.png">',
        "site/a/index.html": '<h1 id="x">A</h1> <a href="..">Home</a> <a href="../b/">B</a>',
        "site/b/index.html": '<a class="c" href="../a/#x">A</a> <a href="https://example.org/n">E</a> <a href="mailto:a@example.org">M</a>',
        "site/404.html": '<a href="/nowhere/">N</a>',
        "site/p q.png": "",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path / "site"


def test_links_that_lead_somewhere_are_silent(site: Path) -> None:
    assert list(lost_links(site, site.parent / "docs")) == []


# What is written on which page, and what is said.
LOST = {
    "a page": ("b", '<a href="../c/">C</a>', f"docs/b.md: {SAYS} 'c', and the site has no page or file there; {DOES}"),
    "a place": ("b", '<a href="../a/#y">C</a>', f"docs/b.md: {SAYS} 'a/#y', and that page has no place of this name; {DOES}"),
    "a place here": ("a", '<a\nhref="#z">C</a>', f"docs/a/index.md: {SAYS} 'a/#z', and that page has no place of this name; {DOES}"),
    "a script": ("b", '<script src="../s.js"></script>', f"docs/b.md: {SAYS} 's.js', and the site has no page or file there; {DOES}"),
    "a picture": (".", '<img src="r.png">', f"docs/index.md: {SAYS} 'r.png', and the site has no page or file there; {DOES}"),
    "beyond the site": ("b", '<a href="../../x/">', f"docs/b.md: {SAYS} '../../x/', and the site has no page or file there; {DOES}"),
}


@pytest.mark.parametrize("kind", LOST)
def test_a_link_that_leads_nowhere_is_named_once(site: Path, kind: str) -> None:
    page, more, says = LOST[kind]
    file = site / page / "index.html"
    file.write_text(file.read_text(encoding="utf-8") + more * 2, encoding="utf-8")
    assert [str(one) for one in lost_links(site, site.parent / "docs")] == [says]


def test_a_template_that_names_a_page_that_is_not_there_fails_the_build(
    repository: Path, tmp_path: Path, change: Change, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "site")], repository) == 0, capfd.readouterr().out
    change(repository / "overrides" / "partials" / "copyright.html", "", '<a href="{{ "help/" | url }}">?</a>\n')
    assert main([str(tmp_path / "site")], repository) == 1
    says = [line for line in capfd.readouterr().out.splitlines() if SAYS in line]
    assert says == [f"docs/feedback.md: {SAYS} 'help', and the site has no page or file there; {DOES}"]


def test_a_build_that_fails_says_only_why(repository: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with (repository / "docs" / "index.md").open("a", encoding="utf-8") as page:
        page.write('\n{{ term("pulll") }}\n')
    assert main([str(tmp_path / "site")], repository) == 1
    assert SAYS not in capfd.readouterr().out
