"""A text in pieces: what stands outside of braces, and each call.

Jinja parses a call once, however many pages have the same one, and compiles no page: in a large guide that was most of what macros cost.
"""

import re
from collections.abc import Callable, Mapping
from copy import copy
from functools import lru_cache
from typing import NamedTuple, TypeVar

from jinja2 import Environment, TemplateSyntaxError, nodes

# Whole braces of which nobody needs to read more to know where they end: without braces, backslashes and Jinja's signs for space inside.
ALONE = re.compile(r"""(\{\{(?![-+])(?:[^{}"'\\]|"[^"\\{}]*"|'[^'\\{}]*')*(?<![-+])\}\})""")
OTHER = re.compile(r"\{[{%#]|\r")
_jinja = Environment(autoescape=True)  # the engine's own marks, {{ }} and {% %}; nothing is ever run here

Node = TypeVar("Node", bound=nodes.Node)
Answer = Callable[[int, tuple[object, ...], dict[str, object]], object]  # is given the line of a call and what stands in its brackets


class Plain(NamedTuple):
    """A call that holds nothing but texts and numbers; `line` counts from its braces."""

    name: str
    args: tuple[object, ...]
    options: tuple[tuple[str, object], ...]
    line: int
    node: nodes.Call


def pieces(text: str) -> list[str] | None:
    """What stands outside of braces, and what in them, by turns; None where only Jinja can tell one from the other."""
    found = ALONE.split(text.removesuffix("\n"))  # which Jinja leaves out
    return None if any(OTHER.search(between + "{") for between in found[::2]) else found


def parsed(text: str) -> nodes.Template:
    """A text as Jinja parses it; raises TemplateSyntaxError."""
    found, parts, line = pieces(text), list[nodes.Expr](), 1
    try:
        for number, piece in enumerate(found or ()):
            if number % 2:
                parts.append(_moved(_expression(piece), line - 1))
            elif piece:
                parts.append(nodes.TemplateData(piece, lineno=line))
            line += piece.count("\n")
    except TemplateSyntaxError:  # it shall say its line in the whole text
        found = None
    if found is None:
        return _jinja.parse(text)
    return nodes.Template([nodes.Output(parts, lineno=1)] if parts else [], lineno=1)


@lru_cache(maxsize=4096)
def _expression(piece: str) -> nodes.Expr:
    [output] = _jinja.parse(piece).body
    assert isinstance(output, nodes.Output)  # noqa: S101 # as all braces are
    return output.nodes[0]


def _moved(node: Node, lines: int) -> Node:
    """A copy of what was parsed, further down by so many lines."""
    found = copy(node)
    found.lineno = node.lineno + lines
    for name, value in node.iter_fields():
        if isinstance(value, nodes.Node):
            setattr(found, name, _moved(value, lines))
        elif isinstance(value, list):
            setattr(found, name, [_moved(one, lines) if isinstance(one, nodes.Node) else one for one in value])
    return found


@lru_cache(maxsize=4096)
def _plain(piece: str) -> Plain | None:
    """The call in a pair of braces; None where something else stands there."""
    try:
        call = _expression(piece)
    except TemplateSyntaxError:
        return None
    if not (isinstance(call, nodes.Call) and isinstance(call.node, nodes.Name)) or call.dyn_args or call.dyn_kwargs:
        return None
    options = {option.key: option.value for option in call.kwargs}
    args = tuple(value.value for value in call.args if isinstance(value, nodes.Const))
    named = tuple((key, value.value) for key, value in options.items() if isinstance(value, nodes.Const))
    whole = len(args) == len(call.args) and len(named) == len(call.kwargs)
    return Plain(call.node.name, args, named, call.lineno, call) if whole else None


def plain_calls(text: str) -> list[Plain] | None:
    """The calls of a text in their order; None where something else stands between braces, or only Jinja can tell."""
    found = pieces(text)
    return None if found is None else _calls(found)


def _calls(found: list[str]) -> list[Plain] | None:
    calls = [call for piece in found[1::2] if (call := _plain(piece))]
    return calls if len(calls) == len(found) // 2 else None


def filled(text: str, answers: Mapping[str, Answer]) -> str | None:
    """A text with the answers to its calls, as the engine would fill them in; None where something needs the engine."""
    found, line = pieces(text), 1
    calls = _calls(found) if found else None
    if not found or calls is None or not all(call.name in answers for call in calls):
        return None
    for number, piece in enumerate(found):
        if number % 2:
            call = calls[number // 2]
            found[number] = str(answers[call.name](line + call.line - 1, call.args, dict(call.options)))
        line += piece.count("\n")
    return "".join(found)
