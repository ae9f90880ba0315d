"""Which names of data a macro call in a page is given, as Jinja reads it."""

from jinja2 import nodes

# How many of a macro's arguments, from the left, are names of data; what follows is text.
WITHOUT_NAMES = ("feedback", "glossary", "handout", "overview", "tools_cards", "tools_choice", "tools_ideas")
NAMED = {"checklist": 1, "term": 1, "tool": 1, "tools": 1, "references": None, **dict.fromkeys(WITHOUT_NAMES, 0)}
Call = tuple[str, str]  # a macro and a name it was given, "" for a call without one


def given(node: nodes.Call) -> list[Call]:
    """A macro with each name that it was given; with '' where that is none, and nothing for what is no macro of ours."""
    macro = getattr(node.node, "name", "")
    if macro not in NAMED:
        return []
    named = [*node.args[: NAMED[macro]], *(option.value for option in node.kwargs if option.key in ("name", "principle"))]
    return [(macro, str(arg.value)) for arg in named if isinstance(arg, nodes.Const)] or [(macro, "")]
