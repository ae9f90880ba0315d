"""The site built for an address of its own, with the PDFs that it asks for."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import NOWHERE, whole
from tests.browser.find import find
from tests.browser.shared import finished_again, moved
from tests.conftest import ROOT

HOME = "https://guides.example/guide/"  # as long as NOWHERE, so that codes have the same size


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
    folder = shutil.copytree(whole(tmp_path_factory), tmp_path_factory.mktemp("plain") / "site")
    moved(folder, NOWHERE, HOME)
    finished_again(folder)
    return folder


@pytest.fixture(scope="session")
def published(plain: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site with its PDFs and the links to them."""
    folder = shutil.copytree(plain, tmp_path_factory.mktemp("published") / "site")
    make_pdfs(folder)
    return folder
