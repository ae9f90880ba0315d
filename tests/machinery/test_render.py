"""Text that becomes HTML or Markdown without being taken for it."""

from html import unescape

import markdown
import pytest
from jinja2 import UndefinedError

from macros import render
from macros.encoding import text_of
from macros.mistakes import Place
from macros.render import escaped, html, link, parsed
from tests.conftest import ROOT

TRICKY = ["a_b_c", "*a*", "`a`", "[a](b)", "<b>", "a & b", "a &amp; b", '"a"', "\\*", "![a](b)"]
TRICKY += ["a | b", "a { .x }", "{{ a }}", "~~a~~", "a: b", "R&D <your view>"]
AT_START = ["# a", "1. a", "12. a", "1) a", "- a", "+ a", "!!! note", "~~~", "::: a", "=== a", "---", "> a", "| a |", "??? a"]


@pytest.mark.parametrize("text", TRICKY)
def test_escaped_text_reads_as_it_was_written(text: str) -> None:
    shown = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    assert (
        markdown.markdown(f"x {escaped(text)}", extensions=["tables"]).replace("&#126;", "~").replace("&#33;", "!") == f"<p>x {shown}</p>"
    )


@pytest.mark.parametrize("text", AT_START)
def test_escaped_text_starts_no_block(text: str) -> None:
    extensions = ["attr_list", "tables", "toc", "fenced_code", "admonition"]
    made = markdown.markdown(escaped(text), extensions=extensions)
    assert unescape(made) == f"<p>{text}</p>"
    assert unescape(markdown.markdown(f"| a |\n|---|\n| {escaped(text)} |", extensions=extensions)).count(f"<td>{text}</td>") == 1


@pytest.mark.parametrize(("text", "shown"), [("a\n\nb", "a b"), ("    a", "a"), ("\ta\tb", "a b"), ("a\r\n# b", "a # b")])
def test_escaped_text_is_one_line(text: str, shown: str) -> None:
    assert markdown.markdown(escaped(text)) == f"<p>{shown}</p>"


@pytest.mark.parametrize("text", TRICKY)
def test_a_link_holds_any_text_and_title(text: str) -> None:
    made = (
        markdown.markdown(link(text, "a.md", text, "app-x"), extensions=["attr_list", "tables"])
        .replace("&#126;", "~")
        .replace("&#33;", "!")
    )
    shown = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    assert f">{shown}</a>" in made
    assert made.startswith('<p><a class="app-x" href="a.md" title="')


def test_a_link_is_as_short_as_it_can_be() -> None:
    assert link("a", "b.md") == "[a](b.md)"
    assert link("a", "b.md", "c") == '[a](b.md "c")'
    assert link("a", "b.md", "", "x y") == "[a](b.md){ .x .y }"


def test_a_template_escapes_what_it_prints_and_has_no_empty_lines() -> None:
    made = html("mistake.html", place=Place("docs/<x>.md", 3), what="<b>&")
    assert "&lt;x&gt;" in made
    assert "&lt;b&gt;&amp;" in made
    assert all(line.strip() for line in made.split("\n"))


def test_a_template_that_is_given_too_little_says_so() -> None:
    with pytest.raises(UndefinedError):
        html("mistake.html", place=Place("x"))


def test_what_was_parsed_is_printed_without_being_parsed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render._templates, "cache", None)
    before = html("mistake.html", place=Place("a.md", 1), what="wrong")
    parsed(text_of(ROOT / "macros" / "templates" / "mistake.html"))
    with monkeypatch.context() as patched:
        patched.delattr("jinja2.Environment._parse")
        assert html("mistake.html", place=Place("a.md", 1), what="wrong") == before
    assert html("mistake.html", place=Place("a.md", 1), what="wrong") == before
