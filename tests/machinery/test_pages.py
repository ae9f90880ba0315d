"""Which page calls which macro with which name."""

from pathlib import Path

import pytest

from macros.front_matter import front_matters
from macros.pages import Call, calls_in, read_pages


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ('{{ term("a") }} {{ term("b", "words") }}', {("term", "a"), ("term", "b")}),
        ('{{ checklist("a") }}', {("checklist", "a")}),
        ('{{ references("a", "b") }}', {("references", "a"), ("references", "b")}),
        ("{{ tools() }}", {("tools", "")}),
        ('{{ tools("a") }} {{ tools(principle="b") }}', {("tools", "a"), ("tools", "b")}),
        ('{{ checklist("a", "x") }} {{ tool("b", "x") }} {{ tools("c", "x") }}', {("checklist", "a"), ("tool", "b"), ("tools", "c")}),
        ('{{ term(name="a", text="b") }}', {("term", "a")}),
        ('{{ nothing("a") }} {{ x.term("a") }} {{ term }}', set()),
        ("{{ term(a) }}", {("term", "")}),
        ('{% raw %}{{ term("a") }}{% endraw %}', set()),
        ('{{ term("a" }}', set()),
    ],
)
def test_calls_are_read_from_the_text(text: str, calls: set[Call]) -> None:
    assert calls_in(text) == calls


def test_pages_come_in_the_order_of_their_titles(project: Path) -> None:
    pages = read_pages(project / "docs", front_matters(project / "docs")[0])
    assert [page.title for page in pages] == ["Benefit", "Feedback", "Glossary", "Home", "Learning", "Tools"]
    assert pages[0].path == "principles/benefit.md"
    assert ("term", "pull") in pages[0].calls


def test_a_page_without_a_title_goes_by_its_path(project: Path) -> None:
    assert [page.title for page in read_pages(project / "docs", {})] == [page.path for page in read_pages(project / "docs", {})]


def test_a_page_in_another_encoding_is_still_read(project: Path) -> None:
    (project / "docs" / "feedback.md").write_bytes(b"\xef\xbb\xbf" + '{{ term("a") }} café'.encode("latin-1"))
    assert {page.path: page.calls for page in read_pages(project / "docs", {})}["feedback.md"] == {("term", "a")}
