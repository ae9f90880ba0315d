"""A page, parsed once for all who ask about it."""

from pathlib import Path

import pytest
from jinja2 import TemplateSyntaxError

from macros.given import Call
from macros.parsed_page import Heading, Link, parsed_page, parsed_pages

PAGE = """\
---
title: A
---

# A `x`

[b](c.md) `[d](e.md)` <https://f.org>

```
# no heading
[g](h.md)
```

[i]: j.md
## K
{{ term("l") }}
"""


def test_what_stands_above_a_page_is_apart_from_its_text() -> None:
    page = parsed_page("docs/x.md", PAGE)
    assert page.front_matter == "title: A\n"
    assert page.body == "\n\n" + PAGE.removeprefix("---\ntitle: A\n---")
    assert parsed_page("x", "---\n---\n").front_matter == ""
    assert parsed_page("x", " ---\na: b\n---\n").front_matter is None
    assert parsed_page("x", "--- \na: b\n... \nc\n").front_matter == "a: b\n"
    assert parsed_page("x", "a\n---\nb: c\n---\n").body == "a\n---\nb: c\n---\n"


def test_text_without_code_keeps_its_lines() -> None:
    page = parsed_page("docs/x.md", PAGE)
    assert page.prose.splitlines()[8:13] == ["", "", "", "", ""]
    assert page.lines[4:7] == ("# A    ", "", "[b](c.md)             <https://f.org>")
    assert len(page.lines) == len(PAGE.splitlines())


def test_headings_and_links_are_known_with_their_lines() -> None:
    page = parsed_page("docs/x.md", PAGE)
    assert page.headings == (Heading(5, 1, "A `x`"), Heading(15, 2, "K"))
    assert page.links == (Link(7, "c.md"), Link(14, "j.md"), Link(7, "https://f.org"))


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("A\n===\n\nB\n--\n", (Heading(1, 1, "A"), Heading(4, 2, "B"))),
        ("## A ##\n", (Heading(1, 2, "A"),)),
        ("#A\n", (Heading(1, 1, "A"),)),
        ("a\nb\n---\n\n---\n| a |\n|---|\n", ()),
        ("````\n```\n# a\n```\n````\n# B\n", (Heading(6, 1, "B"),)),
        ("```\n# A\n", (Heading(2, 1, "A"),)),
    ],
)
def test_headings_are_found_however_they_are_written(text: str, headings: tuple[Heading, ...]) -> None:
    assert parsed_page("x", text).headings == headings


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("`` [a](b.md) ` ``[c](d.md)", ["d.md"]),
        ("`[a]\n(b.md)`\n[c]\n(d.md)", []),
        ("\\`[a](b.md)`", ["b.md"]),
        ("`a\n\n[a](b.md) `", ["b.md"]),
        ("[a]:\n  b.md\n\n[^c]: d.md", ["b.md"]),
        ("a\x0cb\u2028[a](c.md)", ["c.md"]),
    ],
)
def test_links_in_code_are_none(text: str, targets: list[str]) -> None:
    assert [link.target for link in parsed_page("x", text).links] == targets


def test_lines_count_as_editors_count_them() -> None:
    assert parsed_page("x", "a\x0cb\u2028c\x85d\ne\n").lines == ("a\x0cb\u2028c\x85d", "e")


def test_braces_that_cannot_be_read_are_kept_as_what_is_wrong() -> None:
    assert isinstance(parsed_page("x", "{{ a").braces, TemplateSyntaxError)


def test_the_same_text_is_parsed_once() -> None:
    page = parsed_page("docs/x.md", PAGE)
    assert parsed_page("docs/x.md", PAGE) is page
    assert parsed_page("docs/x.md", PAGE).braces is page.braces
    assert parsed_page("docs/y.md", PAGE) is not page


def test_all_pages_are_read_as_they_are_now_in_the_order_of_their_paths(tmp_path: Path) -> None:
    (tmp_path / "docs" / "b").mkdir(parents=True)
    (tmp_path / "docs" / "b" / "x.md").write_bytes(b"\xef\xbb\xbf# A\n")
    (tmp_path / "docs" / "a.md").write_bytes("café\n".encode("latin-1"))
    (tmp_path / "docs" / "a.txt").write_text("x", encoding="utf-8")
    pages = parsed_pages(tmp_path / "docs")
    assert list(pages) == ["a.md", "b/x.md"]
    assert [page.path for page in pages.values()] == ["docs/a.md", "docs/b/x.md"]
    assert pages["b/x.md"].text == "# A\n"
    (tmp_path / "docs" / "a.md").write_text("# B\n", encoding="utf-8")
    assert parsed_pages(tmp_path / "docs")["a.md"].headings == (Heading(1, 1, "B"),)


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
        ('---\ntitle: {{ term("a") }}\n---\n{{ term("b") }}', {("term", "b")}),
    ],
)
def test_calls_are_read_from_the_text(text: str, calls: set[Call]) -> None:
    assert parsed_page("x", text).calls == calls
