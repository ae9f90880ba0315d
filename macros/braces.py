"""What stands between braces and is no call with its texts: Jinja would carry it out, or stop at it in its own words."""

import re
from collections.abc import Iterable, Iterator, Sequence

from jinja2 import TemplateSyntaxError, nodes

from .mistakes import Mistake, Place
from .unseen import unseen

STATEMENT = "'{%' calls nothing; write '{{' before a call and '}}' behind it"
ONE_CALL = "only one call can stand between these braces; write all else outside of them"
ONLY_TEXTS = "only texts in quotes, with commas between them, can stand in these brackets"
SPEAK_FOR_THEMSELVES = (nodes.Const, nodes.Name, nodes.List, nodes.Tuple, nodes.Dict)  # a call says itself that these are no texts

# What is wrong with a line whose braces cannot be read, where #1 is what was found there; else a quote or a bracket has no partner.
IN_BRACES = {
    r"\{\{\{|\}\}\}": "there are three braces in a row; write two before a call and two behind it",
    r"(\{\{[<%])": "'#1' is a mark of another system; write Markdown, or a call of this guide",
    r"\{%(?!-?\s*(?:raw|endraw)\b)": STATEMENT,
    r"\{\{\s*\}\}": "there is nothing between these braces; write a call, or take them out",
    r"\{\{\s*(\w+)\s+[\"']": "#1 has no round brackets; write them round all that it needs: #1(…)",
    r"\{\{[^}]*\)\s*\w+\(": "two calls share these braces; give each its own",
    r"\{\{[^}]*\)\s*([^\s})]+)\s*\}\}": "'#1' stands behind the call and in its braces; put it behind '}}'",
    r"\{\{[^}]*[\"']\s*;": "a semicolon separates nothing in these brackets; write a comma",
    r"\{\{[^}]*[`´]": 'these are no quotes; write straight ones, like "this"',
    r"\{\{\s*\w+\([^)}]*\}": "the round bracket of this call is not closed; write ')' before '}}'",
    r"\{\{(?:[^}\"']|\"[^\"]*\"|'[^']*')*[\"']": (
        "a quote in these braces has no partner of its kind; open and close each text with the same one"
    ),
}
# What Jinja says of the marks round code, and what to do.
RAW = {
    "raw directive": "'{% raw %}' has no '{% endraw %}'; write it behind the code",
    "'endraw'": "'{% endraw %}' has no '{% raw %}' before it; write it before the code, or take this one out",
}
OTHERWISE = "the braces here cannot be read; check that each quote and bracket has its partner"


def statements(tree: nodes.Template) -> Iterator[int]:
    """The lines of what steers a template, and calls nothing."""
    return (one.lineno for one in tree.body if not isinstance(one, nodes.Output))


def besides_calls(found: Iterable[nodes.Node]) -> Iterator[tuple[int, str]]:
    """Each slip with its line; names that nothing answers to are looked up elsewhere."""
    for output in found:
        for part in output.nodes if isinstance(output, nodes.Output) else ():
            if what := _printed(part):
                yield part.lineno, what


def _printed(part: nodes.Expr) -> str:
    """What is wrong with what a pair of braces prints; '' where nothing is, or where it is said elsewhere."""
    if isinstance(part, nodes.TemplateData | nodes.Name):
        return ""
    if isinstance(part, nodes.Filter):
        return f"'| {part.name}' does nothing behind a call; take it out"
    if not (isinstance(part, nodes.Call) and isinstance(part.node, nodes.Name)):
        return ONE_CALL
    for argument in (*part.args, *(option.value for option in part.kwargs)):
        if isinstance(argument, nodes.Call):
            return f"a call cannot stand in the brackets of {part.node.name}; write its words there, or put it behind this one"
        if not isinstance(argument, SPEAK_FOR_THEMSELVES):
            return ONLY_TEXTS
    return ""


def unread(error: TemplateSyntaxError, lines: Sequence[str], path: str) -> Mistake:
    """Why the braces of a page cannot be read. Jinja stumbles later than the slip, so the first open line above counts."""
    here, line = Place(path, error.lineno), lines[error.lineno - 1]
    if re.search("char '[“”‘’„«»‹›]'", error.message or ""):
        return Mistake(here, 'curly quotes cannot stand in braces; write straight ones, like "this"')
    if hidden := next((one for one in unseen(line, path)), None):
        return Mistake(Place(path, error.lineno, hidden.place.column), hidden.what)
    if raw := next((what for phrase, what in RAW.items() if phrase in (error.message or "")), ""):
        return Mistake(here, raw)
    if "{#" in line:
        return Mistake(here, "'{#' hides the rest of the page; write '{ #' with a space between the two")
    for number, above in enumerate(lines[: error.lineno], 1):
        if above.count("{{") > above.count("}}"):
            return Mistake(Place(path, number), "a '{{' on this line has no '}}'; add it")
    found = ((re.search(pattern, line), what) for pattern, what in IN_BRACES.items())
    return Mistake(here, next((what.replace("#1", (one[1] if one.re.groups else "").strip()) for one, what in found if one), OTHERWISE))
