"""The site built for an address of its own, with the PDFs that it asks for."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import build
from tests.browser.find import find
from tests.conftest import ROOT

HOME = "https://guide.example/guide/"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The browser that find.py found."""
    return {**browser_type_launch_args, "executable_path": find()}


def make_pdfs(site: Path) -> None:
    """Make the PDFs as `make pdf` does: Playwright refuses to start a second time where the tests have a browser."""
    command = [sys.executable, "-m", "publish.pdf", str(site)]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | {"CHROMIUM": find() or ""}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site without PDFs."""
    folder = tmp_path_factory.mktemp("plain")
    build(folder, HOME)
    return folder


@pytest.fixture(scope="session")
def published(plain: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site with its PDFs and the links to them."""
    folder = shutil.copytree(plain, tmp_path_factory.mktemp("published") / "site")
    make_pdfs(folder)
    return folder
