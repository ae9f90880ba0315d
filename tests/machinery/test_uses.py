"""Where words of the interface are printed, and which names are filled in there."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from macros import uses
from macros.uses import Use, in_python, in_template

Found = set[tuple[str, str, str]]


def found(find: Callable[[str, str], Iterable[Use]], text: str) -> Found:
    """Part, word and names of each use."""
    return {(use.part, use.word, " ".join(sorted(use.names))) for use in find(text, "x")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ words.page.top }}", {("page", "top", "")}),
        ("{{ config.extra.guide.words.page.top }}", {("page", "top", "")}),
        ('{{ words.page.top | replace("{a}", 1) | replace("{b}", words.tools.all) }}', {("page", "top", "a b"), ("tools", "all", "")}),
        ('{{ words.page.top | left_open("a b") }}', {("page", "top", "a b")}),
        ('{{ words.page.top | replace("{a}", 1) | left_open("b") | upper }}', {("page", "top", "a b")}),
        ('{{ words.page.top | replace("/", "<wbr>") | replace(a, "x") }}', {("page", "top", "")}),
        ('{% if words.page.top %}{% for a, b in [("x", words.page.end)] %}{% endfor %}{% endif %}', {("page", "top", ""), ("page", "end", "")}),
        (
            '{% for a, b in words.done | each("new all", count="a b") %}{% endfor %}',
            {("done", "new", ""), ("done", "all", ""), ("done", "count", "a b")},
        ),
        ('{% for a, b in words.done | each(new="") %}{% endfor %}', {("done", "new", "")}),
        ('{{ other.page.top }} {{ words.page }} {{ other.done | each("new") }} {{ words | each("new") }} words.page.top', set()),
    ],
)  # fmt: skip
def test_uses_in_a_template(text: str, expected: Found) -> None:
    assert found(in_template, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("guide.words.page.top", {("page", "top", "")}),
        ("words.page.top", {("page", "top", "")}),
        ('words.page.top.format(a=1, b="{b}")', {("page", "top", "a b")}),
        ("words.page.top.format(**a)", {("page", "top", "")}),
        ("words.page; other.page.top; f(words).page.top", set()),
    ],
)
def test_uses_in_a_module(text: str, expected: Found) -> None:
    assert found(in_python, text) == expected


def test_a_use_knows_its_line() -> None:
    assert [str(use.place) for use in in_template('a\n{{ words.page.top }}\n\n{{ words.page | each("end") }}', "x.html")] == [
        "x.html:4",
        "x.html:2",
    ]
    assert [str(use.place) for use in in_python("a\nwords.page.top", "x.py")] == ["x.py:2"]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a module, a template of ours and one of the theme."""
    for file, text in (
        ("macros/a.py", "words.page.one"),
        ("macros/templates/b.html", "{{ words.page.two }}"),
        ("overrides/partials/c.html", "{{ words.page.three }}"),
        ("overrides/d.html", "nothing"),
        ("other/e.html", "{{ words.page.four }}"),
    ):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text, encoding="utf-8")
    monkeypatch.setattr(uses, "HOME", tmp_path)
    return tmp_path


def test_modules_and_templates_are_read(home: Path) -> None:
    read, complete = uses.uses()
    assert [(use.word, str(use.place)) for use in read] == [
        ("one", "macros/a.py:1"),
        ("two", "macros/templates/b.html:1"),
        ("three", "overrides/partials/c.html:1"),
    ]
    assert complete
    assert home / "overrides/d.html" in uses.users()


@pytest.mark.parametrize(("file", "text"), [("macros/a.py", "words.page.("), ("macros/templates/b.html", "{{ words.page. }}")])
def test_a_file_that_cannot_be_read_leaves_the_others(home: Path, file: str, text: str) -> None:
    (home / file).write_text(text, encoding="utf-8")
    read, complete = uses.uses()
    assert len(read) == 2
    assert not complete


def test_a_file_is_read_again_once_it_was_saved(home: Path) -> None:
    assert len(uses.uses()[0]) == 3
    file = home / "macros" / "a.py"
    file.write_text("words.page.one; words.page.more", encoding="utf-8")
    assert len(uses.uses()[0]) == 4
