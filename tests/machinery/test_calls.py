"""What pages call, read before anything is built."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.calls import _looked_at, page_calls, wrong_calls
from macros.parsed_page import parsed_page, parsed_pages

INLINE, BLOCKS = ("term",), ("checklist", "glossary")
ALONE = "checklist must stand on a line of its own, not indented, with an empty line before and after it; move it out of the text, list, box or tab"
BARE = "is not in quotes; put quotes round each id and text in the brackets"


def said(text: str) -> list[str]:
    """What is said about a page."""
    return [str(wrong.mistake) for wrong in page_calls(parsed_page("docs/x.md", text), INLINE, BLOCKS)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        'Text with {{ term("a") }} and {{ term("b", "words") }}.',
        '{{ checklist("a") }}',
        'Text.\n\n{{ checklist("a") }}   \n\nText.\n\n{{ checklist("b") }}\n\n{{ glossary() }}\n',
        '  \n{{ checklist("a") }}\n  \n',
        "{ .term(a) } {nothing(a)} ",
        "{% raw %}{{ nothing(x) }}{% endraw %}",
        "---\ntitle: '{{ x'\n---\n{{ glossary() }}\n",
    ],
)
def test_a_page_without_a_slip_is_left_alone(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("\n{{ glossry() }}\n", ["2: there is no macro 'glossry'; did you mean 'glossary'?"]),
        (
            "{{ x }}\n\n{{ y.z }}",
            [
                "1: there is no macro 'x'; use one of: checklist, glossary, term",
                "3: there is no macro 'y'; use one of: checklist, glossary, term",
            ],
        ),
        ("{{ term(pull) }}", [f"1: pull {BARE}"]),
        ("{{ term('a', text=pull) }}", [f"1: pull {BARE}"]),
        ("{{ term(shared-purpose) }}", [f"1: shared {BARE}", f"1: purpose {BARE}"]),
        ("{{ term(term) }}", [f"1: term {BARE}"]),
        ('---\ntitle: x\n---\n\n- {{ checklist("a") }}', [f"5: {ALONE}"]),
        ('a\n{{ checklist("a") }}\n', [f"2: {ALONE}"]),
        ('{{ checklist("a") }}\na\n', [f"1: {ALONE}"]),
        (' {{ checklist("a") }}\n', [f"1: {ALONE}"]),
        ('{{ checklist("a") }} a\n', [f"1: {ALONE}"]),
        ('{{ checklist("a") }}{{ checklist("b") }}\n', [f"1: {ALONE}", f"1: {ALONE}"]),
        ('{{ checklist("a") }}\n\n{{ checklist("a") }}\n', ["3: this stands twice on the page, first on line 1; take one out"]),
        ('a\n\n\nb\n{{ checklist("a") }}\n\na\n', [f"5: {ALONE}"]),
        ('a\n\na\n\n\n{{ checklist("a") }}\n\n\na', []),
        ("a\n\nb\n\n## A {#a}\n", ["5: '{#' hides the rest of the page; write '{ #' with a space between the two"]),
        ("## A {#a}\n", ["1: '{#' hides the rest of the page; write '{ #' with a space between the two"]),
        ("a\n\n{{ term('a') \n\n{{ term('a') }}", ["3: a '{{' on this line has no '}}'; add it"]),
        ("{{ term }}", ["1: term has no brackets; write term() and, between them, what it needs"]),
        ("{{ glossary | upper }}", ["1: glossary has no brackets; write glossary() and, between them, what it needs"]),
        ("a\n\nb {term('a')} c", ["3: term stands between single braces; write '{{' before it and '}}' after it"]),
        ("a\n{{ term(“a”) }}", ['2: curly quotes cannot stand in braces; write straight ones, like "this"']),
        ("{{ checklist(\n  'a'\n) }}\n", ["1: checklist is called over several lines; write the whole call on one line"]),
        ("{{ term('a) }}", ["1: a quote in these braces has no partner of its kind; open and close each text with the same one"]),
        (
            "---\na: b\n---\n{% if %}",
            ["4: '{%' calls nothing; write '{{' before a call and '}}' behind it"],
        ),
        ('{{ term["a"] }}', ["1: term has square brackets; write round ones: term(…)"]),
        ("{{ term(\u200b) }}", ["1:9: there is a character here that nobody can see (zero width space); take it out"]),
        ("{{ term(1 2) }}", ["1: the braces here cannot be read; check that each quote and bracket has its partner"]),
    ],
)
def test_a_slip_is_named_with_its_line(text: str, says: list[str]) -> None:
    assert said(text) == [f"docs/x.md:{one}" for one in says]


def test_the_name_that_nothing_answers_to_is_handed_on() -> None:
    text = "{{ nope() }} {{ term(bare) }}\n- {{ glossary() }}\n"
    assert [wrong.name for wrong in page_calls(parsed_page("docs/x.md", text), INLINE, BLOCKS)] == ["nope", "bare", ""]


def test_all_pages_are_read_in_the_order_of_their_paths(tmp_path: Path) -> None:
    (tmp_path / "docs" / "b").mkdir(parents=True)
    (tmp_path / "docs" / "b" / "x.md").write_bytes(b"\xef\xbb\xbf---\ntitle: x\n---\n{{ one }}\n")
    (tmp_path / "docs" / "a.md").write_bytes("café {{ two }}\n".encode("latin-1"))
    (tmp_path / "docs" / "a.txt").write_text("{{ three }}", encoding="utf-8")
    found = [str(wrong.mistake.place) for wrong in wrong_calls(parsed_pages(tmp_path / "docs").values(), INLINE, BLOCKS)]
    assert found == ["docs/a.md:1", "docs/b/x.md:4"]


PARTS = [
    "{{ term('a') }}",
    "{{ nope('a') }}",
    "{{ glossary() }}",
    "{{ term }}",
    "{{ term(",
    "{ term('a') }",
    "{{ count('a')|upper }}",
    "term [a]",
    "\n",
    "words ",
]


@given(st.lists(st.sampled_from(PARTS), max_size=8).map("".join))
def test_a_page_in_which_nothing_can_be_wrong_is_told_from_all_others(text: str) -> None:
    page = parsed_page("docs/x.md", text)
    assert list(page_calls(page, INLINE, BLOCKS)) == list(_looked_at(page, {*INLINE, *BLOCKS}, BLOCKS))
