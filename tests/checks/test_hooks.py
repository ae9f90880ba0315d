"""The hooks of .pre-commit-config.yaml: each runs as it is written there, and stops a commit with its mistake."""

import os
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from checks.check import BIN
from tests.conftest import ROOT

HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook
    for repo in yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    for hook in repo["hooks"]
}
# Hook: a file, what is written at its end, and what is said.
MISTAKES = {
    "mistakes": ("docs/index.md", '\n{{ term("pulll") }}\n', "docs/index.md:14: there is no glossary term 'pulll'; did you mean 'pull'?"),
    "pages": ("docs/index.md", "\nYou can leverage this.\n", "docs/index.md:14: we avoid 'leverage'"),
    "typos": ("docs/index.md", "\nYou recieve it.\n", "`recieve` should be `receive`"),
    "markdown": ("docs/index.md", "\nOne thing:\n- This.\n", "docs/index.md:15:1: an empty line is missing above this list; add it"),
    "ids": ("data/published-ids.yml", "  -x\n", "data/published-ids.yml"),
    "schema": ("data/schema/tools.json", " ", "tools.json: is not what the models say"),
    "forms": (".github/ISSUE_TEMPLATE/tool.yml", "x: y\n", "tool.yml: is not what data/forms/tool.yml and the data say; run make forms"),
    "ruff": ("macros/x.py", '"""X."""\n\nimport os\n', "F401"),
    "layout": ("macros/x.py", '"""X."""\nx  = 1\n', "unformatted"),
    "workflows": (".github/workflows/check.yml", "", "artipacked"),
}


def run(hook: dict[str, Any], project: Path, file: str) -> subprocess.CompletedProcess[str]:
    """What pre-commit does when a file is committed, with this environment's programs."""
    command = [str(BIN / word.removeprefix(".venv/bin/")) if word.startswith(".venv/bin/") else word for word in shlex.split(hook["entry"])]
    files = [file] if hook.get("pass_filenames", True) else []
    environment = {name: value for name, value in os.environ.items() if name not in {"BASE", "PYTHONPATH"}}
    return subprocess.run([*command, *files], cwd=project, env=environment, capture_output=True, text=True)


def test_each_hook_has_its_mistake() -> None:
    assert set(HOOKS) == set(MISTAKES)
    assert {hook["language"] for hook in HOOKS.values()} == {"system"}  # nothing is downloaded


@pytest.mark.parametrize("name", MISTAKES)
def test_a_hook_stops_a_mistake_and_nothing_else(name: str, repository: Path) -> None:
    hook, (file, more, says) = HOOKS[name], MISTAKES[name]
    path = repository / file
    if path.exists():
        done = run(hook, repository, file)
        assert done.returncode == 0, done.stdout + done.stderr
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(text.replace("persist-credentials: false", "") + more, encoding="utf-8")
    done = run(hook, repository, file)
    assert done.returncode
    assert says in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
