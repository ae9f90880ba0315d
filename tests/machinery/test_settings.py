"""What mkdocs.yml says to the macros, and what is said about it."""

from pathlib import Path
from typing import Any

import pytest

from macros.mistakes import WrongCallError
from macros.settings import Publisher, Special, read_settings, source_of
from macros.source import Source
from tests.conftest import ROOT

TEXT = """\
extra:
  publisher:
    site_url: &site_url !ENV [SITE_URL, ""]
    former_paths: [/old/] # a remark
    storage_prefix: !ENV [PREFIX, "Our Guide"]
    moved_to: example.org
  pages:
    handout: 7
    tool: tools.md
"""


def test_what_comes_from_outside_has_the_value_that_it_has_without(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(TEXT, encoding="utf-8")
    assert source_of(tmp_path).data["extra"]["publisher"] == {
        "site_url": "",
        "former_paths": ["/old/"],
        "storage_prefix": "Our Guide",
        "moved_to": "example.org",
    }


def test_each_mistake_stands_at_its_line_and_the_rest_is_built(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(TEXT, encoding="utf-8")
    source = source_of(tmp_path)
    found = read_settings(source.data["extra"], source)
    assert [str(mistake) for mistake in found.mistakes] == [
        "mkdocs.yml:6:15: 'example.org' is not the address of a site; write it whole, from https:// to the slash at its end",
        "mkdocs.yml:5:36: 'Our Guide' is not a name for keys; use lower-case letters, digits and hyphens, for example 'our-guide'",
        "mkdocs.yml:8:14: 'handout' must be text, but is a number; write its text, or put quotes round it",
        "mkdocs.yml:9:5: 'tool' is not a field here; did you mean 'tools'?",
    ]
    assert (found.publisher, found.pages) == (Publisher(), Special())


@pytest.mark.parametrize("extra", [{}, {"publisher": None, "pages": None}, {"publisher": {"feedback": None}, "pages": {"handout": None}}])
def test_what_is_not_said_is_empty(extra: dict[str, Any]) -> None:
    found = read_settings(extra, Source("mkdocs.yml"))
    assert (found.publisher, found.pages, found.mistakes) == (Publisher(), Special(), ())
    assert found.publisher.credit == found.pages.url("handout") == ""


@pytest.mark.parametrize(
    "path", ["https://old.example.org/guide/", "//old.example.org/", "old-guide/", "/old-guide", "/old guide/", "/old/?x=1/", ""]
)
def test_a_former_path_on_another_host_or_without_its_slashes_is_named(path: str) -> None:
    found = read_settings({"publisher": {"former_paths": ["/", "/old/deep/", path]}}, Source("mkdocs.yml"))
    assert [str(mistake) for mistake in found.mistakes] == [
        f"mkdocs.yml: '{path}' is not a path on this host; write what stands behind its name, with a slash at both ends: '/old-guide/'"
    ]


def test_keys_start_as_they_always_did_where_nothing_else_is_said() -> None:
    assert Publisher().storage_prefix == "spread-guide"
    assert source_of(ROOT).data["extra"]["publisher"]["storage_prefix"] == "spread-guide"


def test_a_page_is_known_by_its_file_and_by_its_address() -> None:
    pages = Special(principles="our/themes", workshop="a/day.md#plan")
    assert (pages.file("workshop"), pages.url("workshop")) == ("a/day.md#plan", "a/day/#plan")
    assert pages.principle("money") == "our/themes/money.md"


def test_a_link_to_a_page_that_the_guide_has_not_is_a_wrong_call() -> None:
    with pytest.raises(WrongCallError, match=r"links to the page 'glossary', and mkdocs.yml names none; add a line 'glossary: …'"):
        Special().file("glossary")


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("site_url: example.org/guide/", "'example.org/guide/' is not a whole address; write it from https:// on"),
        ("issues: example.org/new", "'example.org/new' is not a whole address; write it from https:// on"),
        (
            "feedback: us@example.org",
            "'us@example.org' is not a whole address; write it from https:// on, or a mailbox as 'mailto:us@example.org'",
        ),
        (
            "edit_uri: https://example.org/edit/",
            "'https://example.org/edit/' is not a whole address; write it from https:// on, with {path} where the name of a page's file stands",
        ),
        (
            "former_paths: [old]",
            "'old' is not a path on this host; write what stands behind its name, with a slash at both ends: '/old-guide/'",
        ),
    ],
)
def test_an_address_of_the_publisher_that_leads_nowhere_is_named(tmp_path: Path, line: str, what: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"extra:\n  publisher:\n    {line}\n", encoding="utf-8")
    source = source_of(tmp_path)
    assert [mistake.what for mistake in read_settings(source.data["extra"], source).mistakes] == [what]


@pytest.mark.parametrize(
    "line",
    [
        "site_url: https://example.org/guide",
        "site_url: http://localhost:8000/",
        "issues: ''",
        "feedback: mailto:us@example.org?subject=Guide",
        "feedback: https://example.org/tell-us",
        "edit_uri: https://example.org/edit/main/docs/{path}",
        "former_paths: [/, /old/guide/]",
    ],
)
def test_a_whole_address_of_the_publisher_is_left_alone(tmp_path: Path, line: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"extra:\n  publisher:\n    {line}\n", encoding="utf-8")
    source = source_of(tmp_path)
    assert read_settings(source.data["extra"], source).mistakes == ()
