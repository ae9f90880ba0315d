"""Text that becomes HTML or Markdown without being taken for it."""

import markdown
import pytest
from jinja2 import UndefinedError

from macros.mistakes import Place
from macros.render import escaped, html, link

TRICKY = ["a_b_c", "*a*", "`a`", "[a](b)", "<b>", "a & b", "a &amp; b", '"a"', "\\*", "![a](b)"]


@pytest.mark.parametrize("text", TRICKY)
def test_escaped_text_reads_as_it_was_written(text: str) -> None:
    shown = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    assert markdown.markdown(f"x {escaped(text)}") == f"<p>x {shown}</p>"


@pytest.mark.parametrize("text", TRICKY)
def test_a_link_holds_any_text_and_title(text: str) -> None:
    made = markdown.markdown(link(text, "a.md", text, "app-x"), extensions=["attr_list"])
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
