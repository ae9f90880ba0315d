"""What stands between braces and is no call with its texts."""

import pytest

from macros.braces import ONE_CALL, ONLY_TEXTS, STATEMENT
from macros.calls import page_calls
from macros.parsed_page import parsed_page


def said(text: str) -> list[str]:
    """What is said about a page."""
    return [str(wrong.mistake) for wrong in page_calls(parsed_page("docs/x.md", text), ("term", "count"), ("glossary",))]


@pytest.mark.parametrize(
    "text",
    [
        'See {{ term("a") }}s, {{ term("b", text="words") }} and {{ count("x", "y") }}.',
        "{% raw %}{{ x | upper }} and {% if y %}{% endraw %}",
        '{# a remark #}{{ term("a") }}',
        'A 50% rise {of} this, {{ term("a") }}.',
        '{{- term("a") -}}',
    ],
)
def test_a_call_with_its_texts_is_left_alone(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("{% if true %}Words.{% endif %}", STATEMENT),
        ('{% set x = "a" %}', STATEMENT),
        ('{% include "x.md" %}', STATEMENT),
        ('{{ term("a") | upper }}', "'| upper' does nothing behind a call; take it out"),
        ('{{ term("a") | nothing }}', "'| nothing' does nothing behind a call; take it out"),
        ('{{ term("a") + "s" }}', ONE_CALL),
        ('{{ count("x") + 1 }}', ONE_CALL),
        ("{{ 1 / 0 }}", ONE_CALL),
        ('{{ "x" is nothing }}', ONE_CALL),
        ('{{ term("a").upper() }}', ONE_CALL),
        ('{{ term("a").x }}', ONE_CALL),
        ('{{ term("a", "b" + "c") }}', ONLY_TEXTS),
        (
            '{{ term("a", text=term("b")) }}',
            "a call cannot stand in the brackets of term; write its words there, or put it behind this one",
        ),
        ("{{ x + 1 }}", "there is no macro 'x'; use one of: count, glossary, term"),
        ('{{< figure src="x.png" >}}', "'{{<' is a mark of another system; write Markdown, or a call of this guide"),
        ('{{ term "a" }}', "term has no round brackets; write them round all that it needs: term(…)"),
        ('{{ term("a") term("b") }}', "two calls share these braces; give each its own"),
        ('{{ term("a")s }}', "'s' stands behind the call and in its braces; put it behind '}}'"),
        ('{{ term("a"). }}', "'.' stands behind the call and in its braces; put it behind '}}'"),
        ('{{ term("a"; "b") }}', "a semicolon separates nothing in these brackets; write a comma"),
        ("{% raw %}{{ x }}", "'{% raw %}' has no '{% endraw %}'; write it behind the code"),
        ("x{% endraw %}", "'{% endraw %}' has no '{% raw %}' before it; write it before the code, or take this one out"),
    ],
)
def test_all_else_is_named_once_with_its_line(text: str, what: str) -> None:
    assert said(f"a\n\n{text}\n") == [f"docs/x.md:3: {what}"]
