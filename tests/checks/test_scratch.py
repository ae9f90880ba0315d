"""The parts of `make scratch`; the whole of it is a target of its own, because it takes many minutes."""

import subprocess
import sys
from pathlib import Path

import pytest

from checks.scratch import copy, environment, serves

SERVER = (
    "import http.server, sys; http.server.test(http.server.SimpleHTTPRequestHandler, port=int(sys.argv[1].split(':')[1]), bind='127.0.0.1')"
)


def git(folder: Path, *arguments: str) -> str:
    """What git says in a folder."""
    return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True).stdout


def test_the_copy_holds_what_a_commit_would_and_nothing_that_is_ignored(tmp_path: Path) -> None:
    project, folder = tmp_path / "project", tmp_path / "copy"
    (project / "a").mkdir(parents=True)
    for name, text in {".gitignore": "/site/\n", "a/old": "old", "a/gone": "gone", "new": "new", "site": ""}.items():
        (project / name).write_text(text, encoding="utf-8")
    (project / "site").unlink()
    (project / "site").mkdir()
    (project / "site" / "x").touch()
    git(project, "init", "--quiet")
    git(project, "add", "a")
    (project / "a" / "gone").unlink()
    copy(folder, project)
    assert sorted(git(folder, "ls-files").split()) == [".gitignore", "a/old", "new"]
    assert git(folder, "status", "--porcelain") == ""


def test_caches_are_empty_and_this_environment_is_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIRTUAL_ENV", "x")
    monkeypatch.setenv("PIP_INDEX_URL", "https://example.org/simple")
    settings = environment(tmp_path)
    assert "VIRTUAL_ENV" not in settings
    assert settings["PIP_INDEX_URL"] == "https://example.org/simple"
    assert settings["PIP_CACHE_DIR"] == str(tmp_path / "pip")


def test_a_server_that_answers_is_stopped_again(tmp_path: Path) -> None:
    assert serves(tmp_path, environment(tmp_path), (sys.executable, "-c", SERVER))


def test_a_server_that_ends_at_once_does_not_work(tmp_path: Path) -> None:
    assert not serves(tmp_path, environment(tmp_path), (sys.executable, "-c", "pass"))
