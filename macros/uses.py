"""Which words of the interface templates and macros print, and which {names} are filled in there: read from their text."""

import ast
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from jinja2 import TemplateSyntaxError, nodes

from .encoding import text_of
from .mistakes import Place
from .render import parsed

HOME = Path(__file__).resolve().parents[1]


class Use(NamedTuple):
    """A place that prints a word: `words.<part>.<word>` and the names that are filled in there, or left open for a script."""

    part: str
    word: str
    names: frozenset[str]
    place: Place


def users() -> tuple[Path, ...]:
    """The files that may print a word."""
    patterns = ("macros/*.py", "macros/templates/*.html", "overrides/**/*.html")
    return tuple(path for pattern in patterns for path in sorted(HOME.glob(pattern)) if path.is_file())


def uses() -> tuple[tuple[Use, ...], bool]:
    """All uses of words, and whether every file could be read: what nothing seems to print may stand in one that could not."""
    read = [_uses(path, path.stat().st_mtime_ns) for path in users()]
    return tuple(use for found in read for use in found or ()), None not in read


@lru_cache(maxsize=256)
def _uses(path: Path, _saved: int) -> tuple[Use, ...] | None:
    text = text_of(path)
    if "words." not in text:
        return ()
    find = in_python if path.suffix == ".py" else in_template
    try:
        return tuple(find(text, path.relative_to(HOME).as_posix()))
    except (SyntaxError, TemplateSyntaxError):
        return None


def in_template(text: str, path: str) -> Iterator[Use]:
    """The uses in a template: filled in by `replace("{name}", …)`, left open by `left_open("name …")`, or listed by `each(…)`."""
    found = list(parsed(text).find_all((nodes.Filter, nodes.Getattr)))
    names: dict[int, set[str]] = {}
    for chain in found:
        if not isinstance(chain, nodes.Filter):
            continue
        word: nodes.Node | None = chain
        while isinstance(word, nodes.Filter):
            word = word.node
        given = [str(one.value) for one in chain.args if isinstance(one, nodes.Const)]
        if chain.name == "each" and isinstance(word, nodes.Getattr) and _is_words(word.node):
            for name in " ".join(given).split():
                yield Use(word.attr, name, frozenset(), Place(path, chain.lineno))
            for option in chain.kwargs:
                names_left = str(getattr(option.value, "value", ""))
                yield Use(word.attr, str(option.key), frozenset(names_left.split()), Place(path, chain.lineno))
        elif chain.name == "left_open":
            names.setdefault(id(word), set()).update(" ".join(given).split())
        elif chain.name == "replace" and given and given[0].startswith("{"):
            names.setdefault(id(word), set()).add(given[0].strip("{}"))
    for word in found:
        if isinstance(word, nodes.Getattr) and isinstance(word.node, nodes.Getattr) and _is_words(word.node.node):
            yield Use(word.node.attr, word.attr, frozenset(names.get(id(word), ())), Place(path, word.lineno))


def _is_words(node: nodes.Node) -> bool:
    """Whether a template says `words` here, alone or as the end of a longer name."""
    return "words" in (getattr(node, "name", ""), getattr(node, "attr", ""))


def in_python(text: str, path: str) -> Iterator[Use]:
    """The uses in a module: `words.<part>.<word>`, filled in by `.format(name=…)`."""
    found = list(ast.walk(ast.parse(text)))
    calls = [node for node in found if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    filled = {id(call.func.value): [one.arg for one in call.keywords if one.arg] for call in calls if isinstance(call.func, ast.Attribute)}
    for word in found:
        if isinstance(word, ast.Attribute) and isinstance(word.value, ast.Attribute):
            owner = word.value.value
            if "words" in (getattr(owner, "id", ""), getattr(owner, "attr", "")):
                yield Use(word.value.attr, word.attr, frozenset(filled.get(id(word), ())), Place(path, word.lineno))
