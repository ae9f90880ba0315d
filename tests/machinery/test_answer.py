"""A macro as a page calls it."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
import pytest

from macros.answer import Answering, UnknownMacro, wrong
from macros.guide import Guide
from macros.mistakes import Place, WrongCallError

ENV = SimpleNamespace(page=SimpleNamespace(path="x.md"))


def shout(guide: Guide, place: Place, text: str, mark: str = "!") -> str:
    """A macro that cannot shout everything."""
    if text == "no":
        raise WrongCallError("it cannot shout 'no'; say yes")
    return f"{text}{mark} {place}"


def render(text: str, guide: Guide, misplaced: dict[Place, str] | None = None, **more: Any) -> str:
    """A page in which `shout` may be called."""
    macro = Answering(ENV, guide, shout, misplaced or {})
    return jinja2.Environment(autoescape=False).from_string(text).render(shout=macro, **more)  # noqa: S701 # as the engine does


def test_a_macro_is_given_the_guide_and_its_place(guide: Guide, caplog: pytest.LogCaptureFixture) -> None:
    assert render('\n{{ shout("a") }}', guide) == "\na! docs/x.md:2"
    assert render('{{ shout("a", mark="?") }}', guide) == "a? docs/x.md:1"
    assert caplog.records == []


@pytest.mark.parametrize(
    ("call", "says"),
    [
        ('shout("no")', "it cannot shout 'no'; say yes"),
        ("shout()", "shout(text, mark) cannot be called like this: missing a required argument: 'text'; correct the call"),
        ('shout("a", "b", "c")', "shout(text, mark) cannot be called like this: too many positional arguments; correct the call"),
        ('shout("a", of="b")', "shout(text, mark) cannot be called like this: got an unexpected keyword argument 'of'; correct the call"),
        ("shout(1)", "1 is not text; put quotes round each id and text in the brackets"),
        ("shout(1, 2)", "1 is not text; put quotes round each id and text in the brackets"),
        ('shout("a", mark=[2])', "[2] is not text; put quotes round each id and text in the brackets"),
    ],
)
def test_a_call_that_cannot_be_answered_is_logged_and_shown_in_the_page(
    call: str, says: str, guide: Guide, caplog: pytest.LogCaptureFixture
) -> None:
    shown = render(f"\n\n{{{{ {call} }}}}", guide)
    assert [(record.name, record.levelname, record.getMessage()) for record in caplog.records] == [
        ("mkdocs.plugins.guide", "ERROR", f"docs/x.md:3: {says}")
    ]
    assert "app-mistake" in shown
    assert "docs/x.md:3" in shown
    assert says.replace("'", "&#39;") in shown


def test_a_page_waits_for_a_file_that_cannot_be_read(guide: Guide, caplog: pytest.LogCaptureFixture) -> None:
    half = replace(guide, unread=("data/a.yml", "data/b.yml"))
    assert "this has to wait; first mend data/a.yml and data/b.yml" in render('{{ shout("no") }}', half)
    assert caplog.records == []
    assert render('{{ shout("a") }}', half) == "a! docs/x.md:1"
    render("{{ shout() }}", half)
    assert len(caplog.records) == 1


def test_a_misplaced_call_shows_what_was_said_already(guide: Guide, caplog: pytest.LogCaptureFixture) -> None:
    shown = render('{{ shout("a") }}\n{{ shout("a") }}', guide, {Place("docs/x.md", 2): "not here"})
    assert shown.splitlines()[0] == "a! docs/x.md:1"
    assert "not here" in shown.splitlines()[1]
    assert caplog.records == []


@pytest.mark.parametrize("call", ["nope", "nope()", 'nope("a", b="c")', "shout(nope)", "shout('a', mark=nope)", "shout(nope())"])
def test_a_name_that_no_macro_has_shows_what_was_said_already(call: str, guide: Guide, caplog: pytest.LogCaptureFixture) -> None:
    shown = render(f"\n{{{{ {call} }}}} and more", guide, nope=UnknownMacro(ENV, "there is no macro 'nope'"))
    assert "docs/x.md:2" in shown
    assert "there is no macro &#39;nope&#39;" in shown
    assert shown.endswith(" and more")
    assert caplog.records == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("<p>\n{{ nosuch }}</p>", "macros/templates/x.html:2: the template cannot be printed: 'nosuch' is undefined; correct it"),
        ("<p>\n\n{% if x %}", "macros/templates/x.html:3: the template cannot be printed: Unexpected end of template."),
        ('{% include "none.html" %}', "macros/templates/x.html:1: there is no template 'none.html'; correct the name"),
        (None, "docs/x.md:1: there is no template 'x.html'; correct the name"),
    ],
)
def test_a_template_with_a_mistake_is_named_once_with_its_line_and_shown(
    text: str | None, says: str, guide: Guide, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    if text:
        (tmp_path / "x.html").write_text(text, encoding="utf-8")
    templates = jinja2.Environment(loader=jinja2.FileSystemLoader(tmp_path), undefined=jinja2.StrictUndefined, autoescape=True)

    def printed(guide: Guide, place: Place) -> str:
        return templates.get_template("x.html").render()

    macro = Answering(ENV, guide, printed, {})
    shown = jinja2.Environment(autoescape=False).from_string("{{ x() }}{{ x() }}").render(x=macro)  # noqa: S701 # as the engine does
    [record] = caplog.records
    assert record.getMessage().startswith(says)
    assert shown.count(str(says.split(": ", maxsplit=1)[0])) == 2


def test_a_good_call_has_nothing_wrong() -> None:
    assert wrong(shout, ("a",), {"mark": "b"}) == ""
