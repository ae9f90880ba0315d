"""`make check`: every step runs, and every mistake is printed."""

import sys
from pathlib import Path

import pytest

from checks.check import run, steps
from checks.settings import unreadable


def says(words: str, code: int) -> list[str]:
    """A command that says something and ends with a code."""
    return [sys.executable, "-c", f"import sys; print({words!r}); print('x', file=sys.stderr); sys.exit({code})"]


def test_all_steps_run_and_the_failed_ones_say_what_they_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commands = {"One": says("a\nINFO - b\nAborted with 1 errors!\n\nc", 1), "Two": says("d", 0), "Three": says("e", 2)}
    assert run(commands, tmp_path) == ["One", "Three"]
    assert sorted(capsys.readouterr().out.splitlines()) == ["--- One", "--- Three", "a", "c", "e", "x", "x"]


def test_what_is_set_already_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SET", "mine")
    ask = [sys.executable, "-c", "import os, sys; sys.exit((os.environ['SET'], os.environ['UNSET']) != ('mine', 'given'))"]
    assert run({"One": ask}, unless_set={"SET": "given", "UNSET": "given"}) == []


def test_steps_run_in_the_project(tmp_path: Path) -> None:
    assert run({"Here": [sys.executable, "-c", f"import os, sys; sys.exit(os.getcwd() != {str(tmp_path.resolve())!r})"]}, tmp_path) == []


# Step: a file, what is written at its end, and what the step says then. Without its line here a step could vanish unseen.
MISTAKES = {
    "Building the site": (
        "docs/index.md",
        '\n{{ term("pulll") }}\n',
        "docs/index.md:14: there is no glossary term 'pulll'; did you mean 'pull'?",
    ),
    "Reading the pages": ("docs/index.md", "\nYou can leverage this.\n", "docs/index.md:14: we avoid 'leverage'; write 'use'"),
    "Spelling": ("docs/index.md", "\nYou recieve it.\n", "docs/index.md:14:5: 'recieve' should be 'receive'; if it is a name,"),
    "Markdown": ("docs/index.md", "\nOne thing:\n- This.\n", "docs/index.md:15:1: an empty line is missing above this list; add it"),
    "Published ids and addresses": ("data/published-ids.yml", " x\n", "data/published-ids.yml:"),
    "What is about to go live": (
        "docs/first-hour.md",
        "---\ntitle: First\n---\n\n# First\n",
        "data/published-addresses.yml: '/first-hour/' is about to be published and is not in this file; run make ids and commit the file",
    ),
    "Schemas for editors": ("data/schema/tools.json", " ", "tools.json: is not what the models say"),
    "Issue forms": (
        ".github/ISSUE_TEMPLATE/tool.yml",
        "x: y\n",
        "tool.yml: is not what data/forms/tool.yml and the data say; run make forms",
    ),
}


def test_every_step_has_its_mistake() -> None:
    assert list(steps("site")) == list(MISTAKES)


@pytest.mark.parametrize("step", MISTAKES)
def test_a_step_fails_at_its_mistake_and_only_then(step: str, repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (file, more, says), command = MISTAKES[step], steps(str(tmp_path / "site"))[step]
    assert run({step: command}, repository) == [], capsys.readouterr().out
    with (repository / file).open("a", encoding="utf-8") as text:
        text.write(more)
    assert run({step: command}, repository) == [step]
    assert says in capsys.readouterr().out


@pytest.mark.parametrize(
    ("file", "says"),
    [
        ("mkdocs.yml", "a space is missing behind 'zebra:'; write it"),
        ("pyproject.toml", "this is not TOML"),
    ],
)
def test_settings_that_cannot_be_read_are_named_before_all_else(file: str, says: str, repository: Path) -> None:
    assert unreadable(repository) == []
    with (repository / file).open("a", encoding="utf-8") as text:
        text.write('zebra:"x\n')
    [mistake] = unreadable(repository)
    assert mistake.place.path == file
    assert mistake.place.line == len((repository / file).read_text(encoding="utf-8").splitlines())
    assert says in mistake.what
