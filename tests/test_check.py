"""`make check`: every step runs, and every mistake is printed."""

import sys
from pathlib import Path

import pytest

from tests.check import run, steps
from tests.conftest import ROOT


def says(words: str, code: int) -> list[str]:
    """A command that says something and ends with a code."""
    return [sys.executable, "-c", f"import sys; print({words!r}); print('x', file=sys.stderr); sys.exit({code})"]


def test_all_steps_run_and_the_failed_ones_say_what_they_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commands = {"One": says("a\nINFO - b\nAborted with 1 errors!\n\nc", 1), "Two": says("d", 0), "Three": says("e", 2)}
    assert run(commands, tmp_path) == ["One", "Three"]
    assert sorted(capsys.readouterr().out.splitlines()) == ["--- One", "--- Three", "a", "c", "e", "x", "x"]


def test_steps_run_in_the_project(tmp_path: Path) -> None:
    assert run({"Here": [sys.executable, "-c", f"import os, sys; sys.exit(os.getcwd() != {str(tmp_path.resolve())!r})"]}, tmp_path) == []


def test_each_step_is_a_command_that_is_there(tmp_path: Path) -> None:
    for command in steps(str(tmp_path)).values():
        assert Path(command[0]).exists()
        if command[1] == "-m" and command[2] != "mkdocs":
            assert (ROOT / command[2].replace(".", "/")).with_suffix(".py").exists() or (ROOT / command[2].replace(".", "/")).is_dir()
