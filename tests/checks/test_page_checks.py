"""checks/pages/: what a page must be. The sentences of its mistakes stand in tests/fixtures/planted.yml."""

import datetime
from pathlib import Path

import pytest

from checks.pages.checks import data_texts, mistakes, overdue
from checks.pages.language import wording, words
from checks.pages.marks import marks
from checks.pages.prose import Text, blocks, count, sentences
from checks.pages.structure import structure
from checks.pages.terms import unexplained
from macros.guide import Guide
from macros.parsed_page import parsed_page
from tests.conftest import ROOT, Change


def read(text: str) -> list[tuple[int, str]]:
    """The sentences of a page with their lines."""
    return [(one.line, one.words) for block in blocks(parsed_page("x", text).prose) for one in sentences(block)]


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("---\ntitle: x\n---\n\n# A heading\n\nOne. Two!\n", [(7, "One."), (7, "Two!")]),
        ("One goes\non. Two\ngoes on.\n", [(1, "One goes on."), (2, "Two goes on.")]),
        ("Words\n{ .app-lede }\n", [(1, "Words")]),
        ("- One.\n- Two\n  goes on.\n1. Three.\n", [(1, "One."), (2, "Two goes on."), (4, "Three.")]),
        ("> Said.\n\n!!! note\n    Boxed.\n", [(1, "Said."), (4, "Boxed.")]),
        ("| A | B |\n|---|:-:|\n| One. | 3 |\n", [(1, "A"), (1, "B"), (3, "One."), (3, "3")]),
        ("```\nCode.\n```\nText.\n", [(4, "Text.")]),
        ("See **[the page](x.md)** and `code`, or <https://a.org/b>.", [(1, "See the page and code, or address.")]),
        ('A {{ term("pull", "strong pull") }} and {{ tools() }}.\n\n{{ checklist("x") }}\n', [(1, "A term and .")]),
        ('He said: "Go." She went. In 2020 it grew by 2.5 points (p. 4).', [(1, 'He said: "Go."'), (1, "She went."), (1, "In 2020 it grew by 2.5 points (p. 4).")]),
    ],
)  # fmt: skip
def test_prose_is_what_a_reader_reads_with_its_lines(text: str, reads: list[tuple[int, str]]) -> None:
    assert read(text) == reads


@pytest.mark.parametrize(("words", "number"), [("It's a well-known, 2.5 point gain.", 6), ("one, two", 2), ("", 0), ("1,000 – 2,000", 2)])
def test_words_are_counted_as_people_do(words: str, number: int) -> None:
    assert count(words) == number


def test_a_long_sentence_is_one_of_more_than_32_words() -> None:
    assert list(wording("x", Text(1, " ".join(["word"] * 32)), {})) == []
    assert len(list(wording("x", Text(1, " ".join(["word"] * 33)), {}))) == 1


def test_every_pattern_of_words_we_avoid_finds_its_word() -> None:
    instead = words(ROOT / "pyproject.toml")[0].instead_of
    said = "Leveraging robust journeys, going forward, in order to ensure a number of learnings"
    found = [mistake.what.split("'")[1] for mistake in wording("x", Text(1, said), instead)]
    assert sorted(found) == sorted(
        ["Leveraging", "robust", "journeys", "going forward", "in order to", "ensure", "a number of", "learnings"]
    )
    assert list(wording("x", Text(1, "The journeyman ensured robustness of the keyboard"), {"journeys?": "x", "robust(ly)?": "y"})) == []


@pytest.mark.parametrize(
    "text",
    ["# A\n\n## B\n\n### C\n\n## D\n", "# A\n\n```\n# not a heading\n<b>\n```\n", "# A\n\n![A map](x.png) `<b>` <https://a.org> 3 < 4\n"],
)
def test_a_sound_page_has_no_mistake(text: str) -> None:
    assert list(structure(parsed_page("x", text))) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [("## A\n", 1), ("# A\n\n<!-- x -->\n", 3), ("# A\n\nA </div> b\n", 3), ("# A\n\n![ ](x.png)\n", 3), ("# A\n\n![][x]\n", 3)],
)
def test_an_unsound_page_has_one(text: str, line: int) -> None:
    assert [mistake.place.line for mistake in structure(parsed_page("x", text))] == [line]


@pytest.mark.parametrize(
    "text",
    [
        "[a](b.md) (see [c](d.md#e)) [f](https://g.org/h_(i)) [j](k.md 'l') [m](<n o.md>)",
        "`[a] (b.md)` and `[a](b`\n\n```\n[a] (b.md)\n```",
        "A choice [in brackets] (and a remark), or a[0] (1).",
        "| A | B |\n|---|:-:|\n| c | d |\n| e | f |\n\n- | x |",
        "| A |\n| --- |\n| b |",
        "See [a][B].\n\n[b]: c.md",
    ],
)
def test_marks_that_are_markdown_are_left_alone(text: str) -> None:
    assert list(marks(parsed_page("x", text))) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n[b] (c.md)", 2),
        ("[b]  (https://c.org)", 1),
        ("[b] (#c)", 1),
        ("[b](c.md", 1),
        ("a\n[b][c] d\n\n[e]: f.md", 2),
        ("[b](c_(d).md e", 1),
        ("a\n\n| b | c |\n| d | e |\n| f | g |", 3),
        ("| b | c |\n| | |", 1),
    ],
)
def test_marks_that_are_nearly_markdown_are_named(text: str, line: int) -> None:
    assert [mistake.place.line for mistake in marks(parsed_page("x", text))] == [line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("A weak tie.", 1),
        ("A.\n\nTwo Weak ties.\n\nA weak tie.", 3),
        ('A weak tie.\n\n{{ term("weak-tie") }}', 0),
        ("[weak ties](x.md)", 0),
        ("Weak untied.", 0),
        ('{{ checklist("benefit") }}', 0),
        ('{{ checklist("nothing") }}', 0),
    ],
)
def test_a_term_is_explained_on_the_page_that_uses_it(guide: Guide, text: str, line: int) -> None:
    found = list(unexplained(parsed_page("x.md", text), guide, ["pull", "benefit"]))
    assert [mistake.place.line for mistake in found] == ([line] if line else [])


def test_a_term_in_a_question_is_explained_beside_it(guide: Guide) -> None:
    text = '{{ checklist("benefit") }} {{ checklist("learning") }}'
    assert list(unexplained(parsed_page("x.md", text), guide, [])) == []
    terms = {**guide.terms, "weak-tie": guide.terms["weak-tie"].model_copy(update={"name": "first year"})}
    guide.terms.update(terms)
    [mistake] = unexplained(parsed_page("x.md", text), guide, [])
    assert (
        str(mistake)
        == "x.md: the page says 'first year' and does not explain it: see the question 'benefit-what-next'; add 'weak-tie' to its terms"
    )


def test_words_of_other_people_are_not_ours_to_change(project: Path, change: Change) -> None:
    change(project / "data" / "checklists" / "benefit.yml", "introduction:", "quoted: true\nintroduction:")
    texts = [text for _, text in data_texts(project)]
    assert "Shows how." in texts
    assert "Come back to these." in texts
    assert "How ideas travel" not in texts
    assert "Choose one." not in texts


def test_overdue_pages_are_listed_from_the_day_after(project: Path, change: Change) -> None:
    change(project / "docs" / "feedback.md", "review_by: 2027-01-01", "review_by: 2026-12-31")
    assert overdue(project, datetime.date(2026, 12, 31)) == []
    assert [mistake.place.path for mistake in overdue(project, datetime.date(2027, 1, 1))] == ["docs/feedback.md"]
    later = overdue(project, datetime.date(2027, 1, 2))
    assert len(later) == 6
    assert str(later[0]) == "docs/feedback.md: was due for review on 2026-12-31; review it, then set reviewed and review_by"


def test_the_pages_of_the_guide_have_no_mistake() -> None:
    assert list(map(str, mistakes(ROOT))) == []
