"""A dry run finds what a build finds, and a commit is stopped by it."""

from pathlib import Path
from typing import Any

import pytest

from checks.dry import main, mistakes
from tests.checks.test_planted import CASES, plant
from tests.conftest import ROOT

BUILT = [case for case in CASES if case.get("by", "build") == "build" and " " not in case.get("name", "")]


@pytest.mark.parametrize("case", BUILT, ids=[case["mistake"] for case in BUILT])
def test_a_dry_run_says_what_a_build_says(case: dict[str, Any], project: Path) -> None:
    plant(project, case)
    assert mistakes(project) == case["says"]


def test_it_prints_each_mistake_and_fails(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(project) == 0
    assert capsys.readouterr().out == ""
    plant(project, BUILT[0])
    assert main(project) == 1
    assert capsys.readouterr().out == f"{BUILT[0]['says'][0]}\n"


def test_the_guide_itself_has_no_mistake() -> None:
    assert mistakes(ROOT) == []
