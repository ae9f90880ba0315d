"""Which names a macro call in a page is given."""

import pytest
from jinja2 import Environment, nodes

from macros.given import given


@pytest.mark.parametrize(
    ("call", "found"),
    [
        ('term("a")', [("term", "a")]),
        ('term("a", "words")', [("term", "a")]),
        ('references("a", "b")', [("references", "a"), ("references", "b")]),
        ('term(name="a")', [("term", "a")]),
        ('tools(principle="benefit")', [("tools", "benefit")]),
        ("term(a)", [("term", "")]),
        ("glossary()", [("glossary", "")]),
        ('count("questions")', []),
        ('some.term("a")', []),
    ],
)
def test_a_call_tells_each_name_that_it_was_given(call: str, found: list[tuple[str, str]]) -> None:
    [node] = Environment(autoescape=True).parse(f"{{{{ {call} }}}}").find_all(nodes.Call)
    assert given(node) == found
