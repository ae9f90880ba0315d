"""The way of a change as docs/contributing.md tells it, on a machine that has never done one: from the first copy to the pull request."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from macros import register
from macros.loader import load
from tests.conftest import ROOT, git

from .recipes import LINES, RECIPES, TEXT, carry_out

THEIRS = "\n  - id: networks-new-starters\n    text: Whom would a new starter ask first?\n"
QUESTIONS = Path("data") / "checklists" / "networks.yml"
MARKS = ("<<<<<<<", "=======", ">>>>>>>")


class Machine:
    """A home without settings, a `make` that only notes what was asked of it, and the two addresses that the page names."""

    def __init__(self, folder: Path) -> None:
        self.ours, self.yours, self.home = folder / "ours.git", folder / "yours.git", folder / "home"
        (self.home / "bin").mkdir(parents=True)
        make = self.home / "bin" / "make"
        make.write_text(f'#!/bin/sh\necho "$PWD: $*" >> {self.home}/made\n', encoding="utf-8")
        make.chmod(0o755)

    def lines(self, text: str, folder: str = ".") -> subprocess.CompletedProcess[str]:
        """Write lines into a terminal, in a folder of that home; the first that fails ends them."""
        given = {
            "PATH": f"{self.home / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(self.home),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_TERMINAL_PROMPT": "0",
            "GIT_EDITOR": "false",  # nobody who is new to git can leave the editor that it opens
            "GIT_CONFIG_COUNT": "3",
            "GIT_CONFIG_KEY_0": f"url.{self.yours}.insteadOf",
            "GIT_CONFIG_VALUE_0": "https://example.org/YOU/THE-GUIDE.git",
            "GIT_CONFIG_KEY_1": f"url.{self.ours}.insteadOf",
            "GIT_CONFIG_VALUE_1": "https://example.org/US/THE-GUIDE.git",
            "GIT_CONFIG_KEY_2": "user.useConfigOnly",  # or git makes a name up, where the machine has one
            "GIT_CONFIG_VALUE_2": "true",
        }
        return subprocess.run(["sh", "-e"], input=text, cwd=self.home / folder, env=given, capture_output=True, encoding="utf-8")

    def well(self, text: str, folder: str = ".") -> None:
        """Write lines that must work."""
        done = self.lines(text, folder)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """The guide where it is kept, and somebody's own copy of it there."""
    start = tmp_path / "start"
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, start / name)
    for name in ("mkdocs.yml", ".gitattributes"):
        shutil.copy(ROOT / name, start)
    for arguments in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "Start"]):
        git(start, *arguments)
    found = Machine(tmp_path)
    for bare in (found.ours, found.yours):
        git(tmp_path, "clone", "-q", "--bare", str(start), str(bare))
    return found


def commit_theirs(machine: Machine, tmp_path: Path) -> None:
    """Somebody else's question is merged, at the same place."""
    other = tmp_path / "other"
    git(tmp_path, "clone", "-q", str(machine.ours), str(other))
    with (other / QUESTIONS).open("a", encoding="utf-8") as file:
        file.write(THEIRS.removeprefix("\n"))
    assert register.main([], other / "data") == 0
    git(other, "commit", "-q", "-a", "-m", "Ask about new starters")
    git(other, "push", "-q")


def shown(bare: Path, what: str) -> str:
    """What git shows of a repository."""
    return subprocess.run(["git", "show", what], cwd=bare, capture_output=True, encoding="utf-8", check=True).stdout


def test_a_change_gets_from_a_new_machine_to_the_pull_request_and_past_somebody_else_s(machine: Machine, tmp_path: Path) -> None:
    [begin], [who, send] = LINES["See your change on your own machine"], LINES["Send your change"]
    fetch, settle = LINES["Bring your change up to date"]
    machine.well(begin)
    guide = machine.home / "guide"
    assert (machine.home / "made").read_text(encoding="utf-8") == f"{guide}: serve\n"

    carry_out("Add a question", guide)
    assert register.main([], guide / "data") == 0
    assert machine.lines(send, "guide").returncode  # nobody has said yet who they are
    machine.well(who, "guide")
    machine.well(send, "guide")
    assert "Sam Example" in shown(machine.yours, "night-shift")
    assert "networks-night-shift" in shown(machine.yours, "night-shift")

    machine.well(fetch, "guide")  # nothing happened since
    commit_theirs(machine, tmp_path)
    done = machine.lines(fetch, "guide")
    assert done.returncode
    assert re.findall(r"CONFLICT.* (\S+)$", done.stdout, re.MULTILINE) == [QUESTIONS.as_posix()]  # the register kept both sides' lines
    text = (guide / QUESTIONS).read_text(encoding="utf-8").splitlines(keepends=True)
    assert [mark for line in text for mark in MARKS if line.startswith(mark)] == list(MARKS)
    (guide / QUESTIONS).write_text("".join(line for line in text if not line.startswith(MARKS)), encoding="utf-8")
    machine.well(settle, "guide")

    found = load(guide / "data")
    assert found.mistakes == ()
    assert {"networks-night-shift", "networks-new-starters"} <= {question.id for question in found.questions()}
    assert register.main(["--deployed"], guide / "data") == 0
    assert "networks-new-starters" in shown(machine.yours, f"night-shift:{QUESTIONS.as_posix()}")
    git(machine.yours, "fetch", "-q", str(machine.ours), "main:theirs")
    git(machine.yours, "merge-base", "--is-ancestor", "theirs", "night-shift")


def test_a_change_that_meets_no_other_needs_only_a_push(machine: Machine, tmp_path: Path) -> None:
    [begin], [who, send] = LINES["See your change on your own machine"], LINES["Send your change"]
    machine.well(begin + who)
    commit_theirs(machine, tmp_path)
    guide = machine.home / "guide"
    with (guide / "docs" / "about.md").open("a", encoding="utf-8") as page:
        page.write("\nOne more sentence.\n")
    machine.well(send, "guide")
    machine.well(LINES["Bring your change up to date"][0] + "git push\n", "guide")
    assert "networks-new-starters" in shown(machine.yours, f"night-shift:{QUESTIONS.as_posix()}")


def test_an_entry_that_lost_a_line_beside_somebody_else_s_is_named_before_the_push(machine: Machine, tmp_path: Path) -> None:
    [begin], [who, send] = LINES["See your change on your own machine"], LINES["Send your change"]
    machine.well(begin + who)
    other, guide = tmp_path / "other", machine.home / "guide"
    git(tmp_path, "clone", "-q", str(machine.ours), str(other))
    carry_out("Take a question out", guide)
    [step] = [one for one in RECIPES["Take a question out"] if one.how == "at the end of"]
    theirs = step.lines.replace("idea-reaches-all", "members-run").replace("one member's good idea", "everyone")
    step._replace(lines=theirs).carry_out(other)  # on the same day
    git(other, "commit", "-q", "-a", "-m", "Take a question out")
    git(other, "push", "-q")
    machine.well(send, "guide")
    machine.well(LINES["Bring your change up to date"][0], "guide")
    assert [one.what for one in load(guide / "data").mistakes if "published-ids" in one.place.path] == [
        "the field 'date' is missing; add a line 'date: …' here"
    ]
    [recipe] = re.findall(r"^## Bring your change up to date$(.*?)^## ", TEXT, re.DOTALL | re.MULTILINE)
    assert recipe.index("run `make check`") < recipe.index("write `git push`")


def test_a_page_that_moves_keeps_its_history(machine: Machine) -> None:
    machine.well(LINES["See your change on your own machine"][0])
    [move] = LINES["Move or rename a page"]
    machine.well(move, "guide")
    assert machine.lines("git status --porcelain", "guide").stdout == "R  docs/systems-convening.md -> docs/convening.md\n"
