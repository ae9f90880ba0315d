"""A worker that dies takes one test with it, and never the end of the run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

CONFTEST = """
from tests.workers import Scheduling

def pytest_xdist_make_scheduler(config, log):
    return Scheduling(config, log)
"""
TESTS = """
import os, pathlib, time, pytest

@pytest.mark.parametrize("which", range(12))
def test_it(which):
    if which == {which}:
        once = pathlib.Path("died")
        again = once.exists()
        once.touch()
        assert {first} and again or os._exit(1)
    time.sleep(0.02)
"""


def outcome(folder: Path, name: str, *, which: int, first: bool, arguments: str) -> list[str]:
    """Run twelve tests of which one ends its worker, the first time or always -> how many of each end, without the time."""
    (folder / "conftest.py").write_text(CONFTEST, encoding="utf-8")
    (folder / f"{name}.py").write_text(TESTS.format(which=which, first=first), encoding="utf-8")
    plugins = ["-p", "xdist", "-p", "rerunfailures", "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", "-q", "-c", os.devnull, "--rootdir", ".", *plugins, *arguments.split()]
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COV_"))}
    clean |= {"PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    # Without what tests.workers does about it, this waits until the time is up.
    run = subprocess.run(command, cwd=folder, env=clean, capture_output=True, text=True, timeout=60)
    return sorted(run.stdout.splitlines()[-1].partition(" in ")[0].split(", "))


@pytest.mark.parametrize(("name", "which", "workers"), [("test_apart", 5, 1), ("test_apart", 11, 3), ("test_print", 0, 3)])
def test_a_worker_that_dies_once(tmp_path: Path, name: str, which: int, workers: int) -> None:
    ends = outcome(tmp_path, name, which=which, first=True, arguments=f"-n {workers} --reruns 1")
    assert ends == ["1 rerun", "12 passed"]


@pytest.mark.parametrize(("name", "arguments"), [("test_apart", "-n 1"), ("test_print", "-n 2 --reruns 1")])
def test_a_test_that_ends_every_worker_is_told_and_left(tmp_path: Path, name: str, arguments: str) -> None:
    ends = outcome(tmp_path, name, which=4, first=False, arguments=arguments)
    assert ends == ["1 failed", *(["1 rerun"] if "reruns" in arguments else []), "11 passed"]
