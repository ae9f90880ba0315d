"""What the pages below docs/ call: which macro with which name. Read from the text, before anything is built."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes

from .encoding import text_of
from .front_matter import FrontMatter

# How many of a macro's arguments, from the left, are names of data; what follows is text.
NAMED = {"checklist": 1, "term": 1, "tool": 1, "tools": 1, "references": None}
_jinja = Environment(autoescape=True)  # the engine's own marks, {{ }} and {% %}; nothing is ever run here

Call = tuple[str, str]  # a macro and a name it was given, "" for a call without one


@dataclass(frozen=True)
class Page:
    """One page: its path below docs/, its title, and the calls on it."""

    path: str
    title: str
    calls: frozenset[Call] = frozenset()


def read_pages(docs: Path, front_matters: Mapping[str, FrontMatter]) -> tuple[Page, ...]:
    """All pages below `docs`, in the order of their titles; a page without one goes by its path."""
    found = []
    for file in docs.rglob("*.md"):
        path = file.relative_to(docs).as_posix()
        title = front_matters[path].title if path in front_matters else path
        found.append(Page(path, title, calls_in(text_of(file))))
    return tuple(sorted(found, key=lambda page: (page.title.casefold(), page.path)))


def calls_in(text: str) -> frozenset[Call]:
    """The calls in a page's text; none where the braces cannot be read, which calls.py reports."""
    try:
        return frozenset(call for node in _jinja.parse(text).find_all(nodes.Call) for call in _calls(node))
    except TemplateSyntaxError:
        return frozenset()


def _calls(node: nodes.Call) -> list[Call]:
    macro = getattr(node.node, "name", "")
    if macro not in NAMED:
        return []
    given = [*node.args[: NAMED[macro]], *(option.value for option in node.kwargs if option.key in ("name", "principle"))]
    return [(macro, str(arg.value)) for arg in given if isinstance(arg, nodes.Const)] or [(macro, "")]
