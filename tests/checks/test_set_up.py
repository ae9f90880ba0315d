"""What prepares an editor, a container and a commit."""

import json
import re
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

HOOKS: list[dict[str, Any]] = [
    hook for repo in yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"] for hook in repo["hooks"]
]


def test_hooks_come_from_nowhere_else() -> None:
    text = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    assert [repo["repo"] for repo in yaml.safe_load(text)["repos"]] == ["local"]
    assert {hook["language"] for hook in HOOKS} == {"system"}


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
def test_a_hook_runs_what_the_set_up_installs(hook: dict[str, Any]) -> None:
    command = hook["entry"].split()
    assert (ROOT / command[0]).exists()
    if command[1:2] == ["-m"]:
        place = ROOT / command[2].replace(".", "/")
        assert place.is_dir() or place.with_suffix(".py").exists()


@pytest.mark.parametrize("hook", [hook for hook in HOOKS if "files" in hook], ids=lambda hook: str(hook["id"]))
def test_a_hook_looks_at_files_that_are_there(hook: dict[str, Any]) -> None:
    files = [path.relative_to(ROOT).as_posix() for part in (".github", "data", "docs", "macros") for path in ROOT.joinpath(part).rglob("*")]
    assert any(re.search(hook["files"], file) for file in files)


def container() -> dict[str, Any]:
    """The container's description, without its comments."""
    text = (ROOT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(re.sub(r"^//.*$", "", text, flags=re.MULTILINE))
    return found


def test_the_container_prepares_itself_with_a_make_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    target = container()["updateContentCommand"].removeprefix("make ")
    assert re.search(rf"^{target}:", makefile, re.MULTILINE)


def test_what_is_installed_in_the_container_is_not_the_host_s() -> None:
    kept = [re.search(r"target=\$\{containerWorkspaceFolder\}/([^,]+)", mount) for mount in container()["mounts"]]
    assert [found and found[1] for found in kept] == [".venv", "checks/node/node_modules", "publish/node/node_modules"]
    assert all(found and found[1] in container()["onCreateCommand"] for found in kept)


def test_the_address_of_serve_is_forwarded() -> None:
    [address] = re.findall(r"^ADDRESS \?= \S+:(\d+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert container()["forwardPorts"] == [int(address)]
