"""Mistakes that people make, from tests/fixtures/planted.yml: each is named in words, with its file and line, and fails."""

import contextlib
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from checks import markdown
from checks.pages.__main__ import main
from tests.conftest import ROOT, SMALL, copy

CASES: list[dict[str, Any]] = yaml.safe_load((SMALL.parent / "planted.yml").read_text(encoding="utf-8"))


def plant(project: Path, case: dict[str, Any]) -> None:
    """Make one mistake in a copy of the small guide; `also` has what else must change for it."""
    for other in case.get("also", ()):
        plant(project, other)
    file = project / case["file"]
    file.parent.mkdir(parents=True, exist_ok=True)
    if case.get("folder"):
        file.mkdir()
        return
    if "link" in case:
        file.symlink_to(case["link"])
        return
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    if "old" in case:
        assert text.count(case["old"]) == 1, f"{case['old']!r} does not stand once in {file}"
        text = text.replace(case["old"], case["new"])
    file.unlink(missing_ok=True)
    if case.get("name") != "":
        text = case.get("text", text if "old" in case else text + case.get("new", ""))
        named = project / case.get("name", case["file"])
        named.parent.mkdir(parents=True, exist_ok=True)
        named.write_text(text, encoding=case.get("bytes", "utf-8"))


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, str]]:
    """What each mistake gives: an exit code and what stands in the terminal. All builds run in one process, to be fast."""
    folder = tmp_path_factory.mktemp("planted")
    projects = {case["mistake"]: copy(folder / f"{n}") for n, case in enumerate(CASES)}
    for case in CASES:
        plant(projects[case["mistake"]], case)
    built = [case["mistake"] for case in CASES if case.get("by", "build") == "build"]
    command = [sys.executable, "-m", "tests.build", *(str(projects[name]) for name in built)]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, check=True)
    found = dict(zip(built, map(tuple, map(json.loads, done.stdout.splitlines())), strict=True))
    for case in CASES:
        if case.get("by") in {"pages", "typos", "markdown"}:
            found[case["mistake"]] = _checked(projects[case["mistake"]], case["by"])
    return found


def _checked(project: Path, by: str) -> tuple[int, str]:
    if by == "pages":
        with contextlib.redirect_stdout(io.StringIO()) as said:
            return main([], project), said.getvalue()
    if by == "markdown":
        with contextlib.redirect_stdout(io.StringIO()) as said:
            return markdown.main([], project, ROOT / "pyproject.toml"), said.getvalue()
    command = [str(Path(sys.executable).parent / "typos"), "--config", str(ROOT / "pyproject.toml"), "--format", "brief", "docs"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True)
    return done.returncode, done.stdout


@pytest.mark.parametrize("case", CASES, ids=[case["mistake"] for case in CASES])
def test_a_mistake_is_named_with_its_place_and_fails(case: dict[str, Any], answers: dict[str, tuple[int, str]]) -> None:
    code, said = answers[case["mistake"]]
    lines = [line for line in said.splitlines() if re.match(r"(ERROR   -  )?(docs/|data/|mkdocs\.yml|pyproject\.toml|[\w-]+\.md:)", line)]
    assert [line.removeprefix("ERROR   -  ") for line in lines] == case["says"]
    assert code != 0


def test_all_mistakes_of_a_run_are_shown(tmp_path: Path) -> None:
    project = copy(tmp_path / "project")
    several = [
        "a term that the glossary does not have",
        "a tool with a reference that is not there",
        "an earlier id that nobody ever saw",
        "a glossary term that is not there",
        "a report that is not there",
        "a checklist in a list",
        "a description that is too short",
    ]
    found = [case for case in CASES if case["mistake"] in several]
    for case in found:
        plant(project, case)
    done = subprocess.run([sys.executable, "-m", "tests.build", str(project)], cwd=ROOT, capture_output=True, text=True, check=True)
    code, said = json.loads(done.stdout)
    assert code == 1
    assert [line for case in found for line in case["says"] if line not in said] == []
    assert f"Aborted with {len(several)} errors" in said


def test_there_are_at_least_forty_mistakes_and_each_is_there_once() -> None:
    assert len({case["mistake"] for case in CASES}) == len(CASES) >= 40


def test_the_small_guide_itself_has_no_mistake(tmp_path: Path) -> None:
    project = copy(tmp_path / "project")
    done = subprocess.run([sys.executable, "-m", "tests.build", str(project)], cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)[0] == 0
    assert main([], project) == 0
