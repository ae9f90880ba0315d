"""Calls that are answered without the engine: as Jinja would, or not at all."""

from pathlib import Path
from typing import Any

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import TemplateSyntaxError, nodes

from macros.pieces import filled, parsed, pieces

JINJA = jinja2.Environment(autoescape=True)
DOCS = Path(__file__).parents[2] / "docs"
MARKS = [
    "{{",
    "}}",
    "{",
    "}",
    "{%",
    "%}",
    "{#",
    "#}",
    " ",
    "\n",
    "\r\n",
    "-",
    "+",
    '"',
    "'",
    "\\",
    "(",
    ")",
    ",",
    "=",
    "say",
    "é",
    "1",
    "[",
    "|",
]
CALLS = [
    '{{ say("a") }}',
    "{{ say(\n'a', b=\"c\") }}",
    "{{ 'x' }}",
    '{{- say("a") -}}',
    "{% raw %}",
    "{% endraw %}",
    '{{ say("}}") }}',
    "{{ say( }}",
]
TEXTS = st.lists(st.sampled_from([*MARKS, *CALLS]), max_size=12).map("".join)


def shape(text: str, parse: Any) -> Any:
    """What a text is parsed as, with all lines; or why it cannot be."""
    try:
        tree = parse(text)
    except TemplateSyntaxError as error:
        return error.message, error.lineno
    return tree, [(type(node), node.lineno) for node in tree.find_all(nodes.Node) if not isinstance(node, nodes.Output)]


@given(TEXTS)
def test_any_text_is_parsed_as_by_jinja(text: str) -> None:
    assert shape(text, parsed) == shape(text, JINJA.parse)


def test_every_page_is_parsed_as_by_jinja() -> None:
    for page in DOCS.rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        assert shape(text, parsed) == shape(text, JINJA.parse), page


def test_a_call_that_many_pages_have_stands_on_the_line_of_each() -> None:
    [first] = parsed('{{ say("a") }}').find_all(nodes.Call)
    [second] = parsed('\n\n{{ say("a") }}').find_all(nodes.Call)
    assert (first.lineno, first.args[0].lineno, second.lineno, second.args[0].lineno) == (1, 1, 3, 3)


def say(line: int, args: tuple[object, ...], options: dict[str, object]) -> str:
    """What it was given, and what Jinja would run."""
    return f"<{line} {args} {options} {{{{ 1 + 1 }}}}>"


class Said:
    """The same for Jinja, which tells no lines: by turns, those where the calls stand."""

    def __init__(self, lines: list[int]) -> None:
        self.lines = iter(lines)

    def __call__(self, *args: object, **options: object) -> str:
        """The answer to the next call."""
        return say(next(self.lines), args, options)


@given(TEXTS)
def test_what_is_filled_in_is_what_jinja_fills_in(text: str) -> None:
    lines: list[int] = []

    def heard(line: int, args: tuple[object, ...], options: dict[str, object]) -> str:
        lines.append(line)
        return say(line, args, options)

    found = filled(text, {"say": heard})
    if found is not None:
        assert found == jinja2.Environment(autoescape=False).from_string(text).render(say=Said(lines))  # noqa: S701 # as the engine does
        assert lines == [call.lineno for call in JINJA.parse(text).find_all(nodes.Call)]


@pytest.mark.parametrize("text", ["No call\n", 'One {{ say("a") }}.', "}} {\n{{ say('a', 1, b=true) }}{{ say() }}\n\n"])
def test_what_can_be_filled_in_is(text: str) -> None:
    assert filled(text, {"say": say}) is not None


@pytest.mark.parametrize(
    "text",
    [
        "{{ nope() }}",
        "{{ say(a) }}",
        "{{ say(say()) }}",
        "{{ say(['a']) }}",
        "{{ say(*'a') }}",
        "{{ say(**{}) }}",
        "{{ say()|upper }}",
        "{{ say }}",
        "{{ say( }}",
        "{{ a.say() }}",
        "{% if a %}{% endif %}",
        "{# a #}",
        "{{- say() }}",
        "{{{ say() }}}",
        '{{ say("}") }}',
        '{{ say() }} {{ "',
        "a\r\nb",
    ],
)
def test_all_else_is_left_to_the_engine_and_no_call_is_answered(text: str) -> None:
    def never(*_: object) -> str:
        raise AssertionError(text)

    assert filled(f"{{{{ say() }}}} {text}", {"say": never}) is None


def test_a_text_is_taken_to_pieces_only_where_that_is_certain() -> None:
    assert pieces('a {{ b("c") }} d\n') == ["a ", '{{ b("c") }}', " d"]
    assert pieces("a {{ b } d") is None
