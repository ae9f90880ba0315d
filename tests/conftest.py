"""A small guide of our own to make mistakes in: data and pages from tests/fixtures/, everything else from the project."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, settings

from macros import forms, register
from macros.guide import Guide
from macros.loader import load
from macros.settings import Publisher, Special

from .scripts.node import Modules
from .workers import Scheduling

ROOT = Path(__file__).parents[1]
SMALL = ROOT / "tests" / "fixtures" / "project"
PAGES = {"glossary": "glossary.md", "tools": "tools-and-methods.md", "feedback": "feedback.md"}  # of the small guide
SPECIAL = Special.model_validate({**PAGES, "workbook": "workbook.md", "handout": "handout.md", "workshop": "workshop.md#choose-an-agenda"})
BUILD = "2026-11-22 abc1234"

# It is no mistake that a loaded machine makes up examples slowly. One page or process for all examples of a test is what we want.
HEALTHY = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
settings.register_profile("any machine", settings(), deadline=None, suppress_health_check=HEALTHY)
settings.load_profile("any machine")


def copy(folder: Path) -> Path:
    """Make the small guide in `folder`: its data and pages."""
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    shutil.copy(ROOT / "data" / "interface.yml", folder / "data")
    return folder


def copy_whole(folder: Path) -> Path:
    """The small guide with the project's own settings, macros and theme."""
    copy(folder)
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    shutil.copytree(ROOT / "macros", folder / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder / "base.yml")
    return folder


def copy_second(folder: Path) -> Path:
    """Another guide, with all of the project's machinery: its words are the project's but for those that it has of its own."""
    shutil.copytree(SMALL.parent / "second", folder)
    words = yaml.safe_load((ROOT / "data" / "interface.yml").read_text(encoding="utf-8"))
    for part, own in yaml.safe_load((folder / "words.yml").read_text(encoding="utf-8")).items():
        assert set(own) <= set(words[part]), f"the project has no such words any more: {set(own) - set(words[part])}"
        words[part].update(own)
    (folder / "data" / "interface.yml").write_text(yaml.safe_dump(words, allow_unicode=True), encoding="utf-8")
    for name in ("macros", "overrides"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", folder / "base.yml")
    return folder


def git(project: Path, *arguments: str) -> None:
    """Run git in a project, as nobody in particular."""
    who = {f"GIT_{one}_{what}": "x@example.org" for one in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    subprocess.run(["git", *arguments], cwd=project, env=os.environ | who, check=True, capture_output=True)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the small guide that a test may change."""
    return copy(tmp_path / "project")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The small guide with all that checks and hooks look at, and one commit."""
    project = copy_whole(tmp_path / "repository")
    for folder in ("data/schema", "data/forms", ".github", "checks/pages"):
        shutil.copytree(ROOT / folder, project / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("pyproject.toml", *(f"checks/{name}.py" for name in ("__init__", "built", "dry", "markdown", "published"))):
        shutil.copy(ROOT / file, project / file)
    forms.main([], project)
    register.main([], project / "data")
    for arguments in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "Start"]):
        git(project, *arguments)
    return project


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the small guide's data alone."""
    return copy(tmp_path) / "data"


@pytest.fixture
def guide(data: Path) -> Guide:
    """The small guide, without a mistake."""
    found = load(data)
    assert not found.mistakes
    return replace(found, special=SPECIAL)


def published(guide: Guide, **settings: str) -> Guide:
    """The same guide from somebody who said so in mkdocs.yml."""
    return replace(guide, publisher=Publisher.model_validate(settings))


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: about half of the time of a browser test is waiting."""
    return min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, 7) + 1


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Scheduling:
    """Called where tests have workers."""
    return Scheduling(config, log)


Change = Callable[[Path, str, str], None]


@pytest.fixture
def change() -> Change:
    """Replace the one place where a text stands in a file; '' appends."""

    def replace(file: Path, old: str, new: str) -> None:
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        assert not old or text.count(old) == 1, f"'{old}' stands {text.count(old)} times in {file}"
        file.write_text(text.replace(old, new) if old else text + new, encoding="utf-8")

    return replace


@pytest.fixture(scope="session")
def modules() -> Iterator[Modules]:
    """The modules that know no page, for all tests."""
    running = Modules()
    yield running
    running.close()
