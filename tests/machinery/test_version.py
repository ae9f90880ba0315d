"""The last line of a page says which content it is, and calls only a commit a commit."""

import os
import re
from pathlib import Path

import pytest

from macros.guide import Guide
from macros.version import version
from tests.conftest import ROOT, copy, git

COMMIT = re.compile(r"\d{4}-\d\d-\d\d [0-9a-f]{7,}")
CONTENT = re.compile(r"\d{4}-\d\d-\d\d, content [0-9a-f]{7}")


@pytest.fixture
def committed(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small guide with one commit."""
    monkeypatch.delenv("GUIDE_BUILD", raising=False)
    (project / "README.md").write_text("x", encoding="utf-8")
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "Start"]):
        git(project, *arguments)
    return project


def test_a_commit_is_named_with_its_day(committed: Path, guide: Guide) -> None:
    assert COMMIT.fullmatch(version(committed, guide.words))


def test_changes_that_no_commit_holds_are_said(committed: Path, guide: Guide) -> None:
    (committed / "README.md").write_text("y", encoding="utf-8")
    assert COMMIT.fullmatch(version(committed, guide.words))  # no page is made of it
    (committed / "docs" / "new.md").write_text("# New\n", encoding="utf-8")
    found = version(committed, guide.words)
    assert found.endswith(" with changes")
    assert COMMIT.fullmatch(found.removesuffix(" with changes"))


def test_without_a_commit_the_content_has_a_mark_of_its_own(tmp_path: Path, guide: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GUIDE_BUILD", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    first, second = (copy(tmp_path / name) for name in ("first", "second"))
    for folder in (first, second):
        for path in folder.rglob("*"):
            os.utime(path, (1_700_000_000, 1_700_000_000))
    assert version(first, guide.words) == version(second, guide.words)
    assert version(first, guide.words).startswith("2023-11-14, content ")
    (second / "docs" / "index.md").write_text("# Other\n", encoding="utf-8")
    assert version(first, guide.words) != version(second, guide.words)


def test_the_commit_of_another_repository_is_not_ours(tmp_path: Path, guide: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GUIDE_BUILD", raising=False)
    (tmp_path / "x").write_text("x", encoding="utf-8")
    for arguments in (["init", "-q"], ["add", "x"], ["commit", "-q", "-m", "Home"]):
        git(tmp_path, *arguments)
    assert CONTENT.fullmatch(version(copy(tmp_path / "guide"), guide.words))


def test_without_git_nothing_is_called_a_commit(committed: Path, guide: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert CONTENT.fullmatch(version(committed, guide.words))


def test_a_publisher_may_say_which_it_is(committed: Path, guide: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDE_BUILD", "Spring edition")
    assert version(committed, guide.words) == "Spring edition"


def test_the_makefile_asks_it_whenever_the_site_is_built() -> None:
    lines = [line for line in (ROOT / "Makefile").read_text(encoding="utf-8").splitlines() if re.search(r"mkdocs (build|serve)", line)]
    assert len(lines) == 2
    assert all(line.startswith("\t$(WHICH) ") for line in lines)
