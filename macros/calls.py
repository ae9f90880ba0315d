"""What the pages call, read before the engine runs them: a slip in the braces is one sentence, not a traceback."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from jinja2 import TemplateSyntaxError, nodes

from .braces import STATEMENT, besides_calls, statements, unread
from .mistakes import Mistake, Place, unknown
from .parsed_page import ParsedPage

# What Jinja reads without a word, and what is wrong with it; {0} is the macro.
AROUND = {
    re.compile(r"(?<!\{)\{[ \t]*(\w+)\([^{}]*\)[ \t]*\}(?!\})"): (
        "{0} stands between single braces; write '{{{{' before it and '}}}}' after it"
    ),
    re.compile(r"\[\[\s*(\w+)\([^\[\]]*\)\s*\]\]"): "{0} stands between square brackets; write '{{{{' before it and '}}}}' after it",
    re.compile(r"""\{\{[^{}]*(?<=[("',\s])(?:"[^"{}]*"|'[^'{}]*')\s+["'][^{}]*\}\}"""): (
        "two texts stand side by side in these brackets; write a comma between them"
    ),
}


class Wrong(NamedTuple):
    """A mistake in a call, and the name that nothing answers to, if that is what is wrong."""

    mistake: Mistake
    name: str = ""


def wrong_calls(pages: Iterable[ParsedPage], inline: Collection[str], blocks: Collection[str]) -> Iterator[Wrong]:
    """Mistakes in the macro calls of pages. `inline` macros stand anywhere, `blocks` on a line of their own."""
    for page in pages:
        yield from page_calls(page, inline, blocks)


def page_calls(page: ParsedPage, inline: Collection[str], blocks: Collection[str]) -> Iterator[Wrong]:
    """Mistakes in the macro calls of one page; lines count from the start of its file."""
    known = {*inline, *blocks}
    if _sure(page, inline):
        yield from map(Wrong, _around(page.body, page.path, known))
    else:
        yield from _looked_at(page, known, blocks)


def _looked_at(page: ParsedPage, known: Collection[str], blocks: Collection[str]) -> Iterator[Wrong]:
    body, path, tree = page.body, page.path, page.braces
    if isinstance(tree, TemplateSyntaxError):
        yield Wrong(unread(tree, body.split("\n"), path))
        return
    if found := list(statements(tree)):
        yield from (Wrong(Mistake(Place(path, line), STATEMENT)) for line in found)
        return
    lines = body.split("\n")
    calls = [node for node in page.parts if isinstance(node, nodes.Call)]
    bare = {id(name) for call in calls for name in _bare_names(call)}
    called = {id(call.node) for call in calls}
    named: set[int] = set()
    for name in page.parts:
        if not isinstance(name, nodes.Name):
            continue
        if id(name) in bare:
            what = f"{name.name} is not in quotes; put quotes round each id and text in the brackets"
        elif name.name not in known:
            what = unknown("macro", name.name, known)
        elif re.search(rf"\b{name.name}\s*\[", lines[name.lineno - 1]):
            what = f"{name.name} has square brackets; write round ones: {name.name}(…)"
        elif id(name) not in called:
            what = f"{name.name} has no brackets; write {name.name}() and, between them, what it needs"
        else:
            continue
        named.add(name.lineno)
        yield Wrong(Mistake(Place(path, name.lineno), what), name.name)
    for line, what in besides_calls(page.parts):
        if line not in named:
            yield Wrong(Mistake(Place(path, line), what))
    yield from map(Wrong, _around(body, path, known))
    for mistake in _misplaced(calls, lines, path, blocks):
        yield Wrong(mistake)


def _sure(page: ParsedPage, inline: Collection[str]) -> bool:
    """Whether nothing in the braces of a page can be wrong, as on most: each holds one call of a macro that stands anywhere."""
    names = {call.name for call in page.plain_calls or ()}
    known = page.plain_calls is not None and names <= {*inline}
    return known and not any(re.search(rf"{name}\s*\[", page.body) for name in names)


def _bare_names(call: nodes.Call) -> Iterator[nodes.Name]:
    for argument in [*call.args, *(option.value for option in call.kwargs)]:
        if isinstance(argument, nodes.Name):
            yield argument
        if not isinstance(argument, nodes.Call):
            yield from argument.find_all(nodes.Name)


def _around(body: str, path: str, known: Collection[str]) -> Iterator[Mistake]:
    """Calls between marks that call nothing, and texts in them without a comma."""
    for pattern, what in AROUND.items():
        for found in pattern.finditer(body):
            if not pattern.groups or found[1] in known:
                yield Mistake(Place(path, body.count("\n", 0, found.start()) + 1), what.format(*found.groups()))


def _misplaced(calls: Iterable[nodes.Call], lines: list[str], path: str, blocks: Collection[str]) -> Iterator[Mistake]:
    """Blocks that Markdown would tear apart, or whose ids would stand twice on the page."""
    first: dict[str, int] = {}
    for call in calls:
        if not isinstance(call.node, nodes.Name) or call.node.name not in blocks:
            continue
        before, line, after = (lines[n] if 0 <= n < len(lines) else "" for n in (call.lineno - 2, call.lineno - 1, call.lineno))
        place = Place(path, call.lineno)
        if "{{" in line and "}}" not in line:
            yield Mistake(place, f"{call.node.name} is called over several lines; write the whole call on one line")
        elif before.strip() or after.strip() or not re.fullmatch(r"\{\{[^{}]*\}\}\s*", line):
            where = "a line of its own, not indented, with an empty line before and after it"
            yield Mistake(place, f"{call.node.name} must stand on {where}; move it out of the text, list, box or tab")
        elif line in first:
            yield Mistake(place, f"this stands twice on the page, first on line {first[line]}; take one out")
        first.setdefault(line, call.lineno)
