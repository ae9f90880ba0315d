"""What the Markdown linter finds, in our words: tests/fixtures/planted.yml has an input for each of its rules."""

import re
import subprocess
from pathlib import Path

import pytest

from checks import markdown
from tests.checks.test_planted import CASES
from tests.conftest import ROOT

SETTINGS = ROOT / "pyproject.toml"
OURS = {rule: sentence for rule, (_, sentence) in markdown.FILLED.items()} | markdown.PLAINLY
PAGE = "---\ntitle: x\n---\n\n# A page\n\n"


def found(project: Path, text: str) -> list[str]:
    """What is said of a page with this text."""
    (project / "docs").mkdir(exist_ok=True)
    (project / "docs" / "a.md").write_text(PAGE + text, encoding="utf-8")
    return [one.what for one in markdown.findings(project, [], SETTINGS)]


def test_every_rule_that_is_switched_on_has_a_sentence_of_ours() -> None:
    command = [markdown.RUMDL, "check", "--no-cache", "--verbose", "--config", str(SETTINGS), "README.md"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert set(re.findall(r"^  - (MD\d+) ", done.stdout, re.MULTILINE)) == set(OURS)


@pytest.mark.parametrize("rule", OURS)
def test_every_sentence_is_said_of_an_input(rule: str) -> None:
    pattern = re.sub(r"\\\{\d\\\}", ".+", re.escape(OURS[rule]))
    said = [line for case in CASES if case.get("by") == "markdown" for line in case["says"]]
    assert any(re.search(f": {pattern}$", line) for line in said)


def test_the_words_of_the_linter_reach_nobody(tmp_path: Path) -> None:
    assert markdown.said("MD999", "New rule")[1] == "this is no sound Markdown by the rule md999; read https://rumdl.dev/md999/"
    assert markdown.said("MD034", "New words")[1] == "this is no sound Markdown by the rule md034; read https://rumdl.dev/md034/"


def test_what_our_own_checks_say_of_a_line_is_not_said_again(tmp_path: Path) -> None:
    assert found(tmp_path, "- One.\n  - Two.\n") == []
    assert found(tmp_path, "- One.\n    - Two.\n      - Three.\n") != []


def test_of_a_page_that_nobody_can_read_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text("#No heading\n", encoding="utf-16")
    assert list(markdown.findings(tmp_path, [], SETTINGS)) == []


def test_settings_that_the_linter_cannot_use_are_named(tmp_path: Path) -> None:
    settings = tmp_path / "pyproject.toml"
    settings.write_text("[tool.rumdl\n", encoding="utf-8")
    said = [str(one) for one in markdown.findings(tmp_path, [], settings)]
    assert said == ["pyproject.toml: the Markdown linter cannot use what stands below [tool.rumdl]; undo the last change there"]
