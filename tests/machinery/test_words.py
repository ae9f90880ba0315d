"""The words of the interface: what is wrong between those that are written and those that are printed."""

import re
from pathlib import Path

import pytest
import yaml

from macros.loader import load
from macros.mistakes import Place
from macros.source import parse
from macros.uses import Use
from macros.words import Interface, Words, plain, read_words
from tests.conftest import ROOT, Change

HERE = Place("macros/templates/x.html", 7)
PRINTED = (
    Use("page", "top", frozenset(), HERE),
    Use("page", "count", frozenset({"a"}), HERE),
    Use("page", "count", frozenset({"b"}), HERE),
    Use("tools", "all", frozenset(), HERE),
)
GOOD = 'page:\n  top: Top\n  count: "{b} {a}, {b}"\ntools:\n  all: All\n'


@pytest.fixture(autouse=True)
def printed(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Templates that print four words; a test may say that not all of them could be read."""
    if "real" not in request.keywords:
        monkeypatch.setattr("macros.words.uses", lambda: (PRINTED, "unread" not in request.keywords))


def read(text: str) -> tuple[Words, list[str]]:
    """What is known and what is said of a file with this text."""
    source = parse(text, "x.yml")
    words, mistakes = read_words(Interface.model_validate(source.data), source)
    return words, [str(mistake) for mistake in sorted(mistakes)]


def test_words_in_braces_may_stand_in_any_order_and_more_than_once() -> None:
    words, said = read(GOOD)
    assert said == []
    assert words.page.count == "{b} {a}, {b}"
    assert (words.page.top, words.tools.all) == ("Top", "All")


@pytest.mark.parametrize("text", ["{a}", "{a} {b} {c}", "{a} {b} {}", "{a} {b} {", "{A} {b}"])
def test_other_words_in_braces_are_named_and_not_printed(text: str) -> None:
    words, said = read(GOOD.replace("{b} {a}, {b}", text))
    assert said == [
        "x.yml:3:10: 'count' must have exactly {a} and {b} in braces, to be filled in; put back what is missing and take out what is not meant"
    ]
    assert words.page.count == "(count)"
    assert words.tools.all == "All"


@pytest.mark.parametrize("text", ["{a}", "a {", "a }"])
def test_braces_that_nothing_fills_in_are_named_with_the_place_that_prints_them(text: str) -> None:
    words, said = read(GOOD.replace("top: Top", f"top: '{text}'"))
    assert said == ["x.yml:2:8: 'top' has something in braces, and macros/templates/x.html:7 fills nothing in; take it out"]
    assert words.page.top == "(top)"


def test_a_word_that_is_missing_is_named_with_the_place_that_prints_it() -> None:
    words, said = read(GOOD.replace("  top: Top\n", ""))
    assert said == ["x.yml:2:3: the word 'top' is missing; add a line 'top: …' here, or correct macros/templates/x.html:7, which prints it"]
    assert words.page.top == "(top)"


def test_a_part_that_is_missing_is_named_with_a_place_that_prints_it() -> None:
    words, said = read(GOOD.replace("tools:\n  all: All\n", ""))
    assert said == [
        "x.yml:1:1: the part 'tools' is missing; add a line 'tools:' and its words here, or correct macros/templates/x.html:7, which prints it"
    ]
    assert words.tools.all == "(all)"


def test_a_word_that_nothing_prints_is_named() -> None:
    assert read(GOOD + "  rest: Rest\n")[1] == ["x.yml:6:3: nothing prints the word 'rest'; print it in a template, or take it out"]
    assert read(GOOD + "rest:\n  all: A\n")[1] == ["x.yml:6:1: nothing prints the part 'rest'; print it in a template, or take it out"]


def test_a_misspelt_name_is_named_once_with_the_right_one() -> None:
    assert read(GOOD.replace("top:", "topp:"))[1] == ["x.yml:2:3: nothing prints the word 'topp'; did you mean 'top'?"]
    assert read(GOOD.replace("tools:", "tool:"))[1] == ["x.yml:4:1: nothing prints the part 'tool'; did you mean 'tools'?"]


def test_a_name_is_suggested_once_and_never_one_that_is_there() -> None:
    assert read(GOOD.replace("  top: Top\n", "  topp: Top\n  toppp: Top\n"))[1] == [
        "x.yml:2:3: nothing prints the word 'topp'; did you mean 'top'?",
        "x.yml:3:3: nothing prints the word 'toppp'; print it in a template, or take it out",
    ]
    assert read(GOOD + "  alll: All\n")[1] == ["x.yml:6:3: nothing prints the word 'alll'; print it in a template, or take it out"]


@pytest.mark.unread
def test_while_a_template_cannot_be_read_nothing_is_left_over() -> None:
    assert read(GOOD + "  rest: Rest\nmore:\n  top: Top\n")[1] == []
    assert read(GOOD.replace("top:", "topp:"))[1] == ["x.yml:2:3: nothing prints the word 'topp'; did you mean 'top'?"]


def test_where_words_cannot_be_read_each_says_its_own_name() -> None:
    assert read_words(None, parse("", "x.yml")) == (Words(), [])
    assert Words().checklist.count == "(count)"


def test_words_answer_no_question_of_python() -> None:
    assert not hasattr(Words(), "__html__")
    assert not hasattr(Words().page, "__html__")


def test_the_theme_is_given_every_word_that_is_printed_as_text() -> None:
    expected = {"page": {"top": "Top", "count": "(count)"}, "tools": {"all": "(all)"}}
    assert plain(read("page:\n  top: Top\n")[0]) == expected


@pytest.mark.real
def test_every_word_of_the_guide_is_printed_and_every_printed_word_is_there() -> None:
    guide = load(ROOT / "data")
    assert [str(mistake) for mistake in guide.mistakes] == []
    assert "(" not in "".join(text for word, text in plain(guide.words)["page"].items())


@pytest.mark.real
def test_no_word_for_the_theme_is_called_like_a_method_of_its_mapping() -> None:
    words = plain(load(ROOT / "data").words)
    assert [word for part in ("page", "paper") for word in words[part] if hasattr({}, word)] == []


@pytest.mark.real
def test_a_word_that_was_taken_out_is_named_with_a_template(data: Path, change: Change) -> None:
    change(
        data / "interface.yml",
        '  questions: "{total} questions"\n  count: "{discussed} of {total} discussed"',
        '  count: "{discussed} of {total} discussed"',
    )
    [mistake] = load(data).mistakes
    line = (
        r"the word 'questions' is missing; add a line 'questions: …' here, or correct macros/templates/checklist\.html:\d+, which prints it"
    )
    assert re.fullmatch(line, mistake.what)
    assert load(data).words.checklist.count == "{discussed} of {total} discussed"


@pytest.mark.real
@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("  add: Add\n", "  add:\n", "'add' must be text, but is nothing; write its text, or put quotes round it"),
        ("  add: Add\n", "  add: ' '\n", "'add' is empty; write its text"),
        ("  add: Add\n", "  add: yes\n", "'add' must be text, but is yes or no; write its text, or put quotes round it"),
        ("  add: Add\n", "  add: [Add]\n", "'add' must be text, but is a list; write its text, or put quotes round it"),
        (
            "page:\n  principle",
            "page: Page\nrest:\n  principle",
            "'page' must have lines of its own, but is text; look at its neighbours for the pattern",
        ),
    ],
)
def test_what_is_no_text_is_named(data: Path, change: Change, old: str, new: str, says: str) -> None:
    change(data / "interface.yml", old, new)
    assert [mistake.what for mistake in load(data).mistakes] == [says]


def test_what_counts_things_has_a_twin_for_one_of_them() -> None:
    """Scripts count in sentences that fit every number; where a page is made, the twin is printed for one."""
    words = yaml.safe_load((ROOT / "data" / "interface.yml").read_text(encoding="utf-8"))
    counted = re.compile(r"(?<!of )\{(?:total|count|discussed|notes|open|shown)\} [a-z]{3,}s\b")
    found = [(part, word) for part, all_of_it in words.items() for word, text in all_of_it.items() if counted.search(str(text))]
    assert ("checklist", "questions") in found
    assert [f"{part}.{word}" for part, word in found if f"{word}_one" not in words[part]] == []
