"""`make audit`: ask those who collect known holes about each package in the locks: pip-audit of Python's, npm of Node's.

Both ask a service on the network. Where one gives no answer, that is said: nothing was found is another sentence than nobody looked.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from publish.npm import NODE, NPM

PIP_AUDIT = "pip-audit==2.10.1"  # fetched when it is asked: it is needed for nothing else
LOCKS = ("requirements.lock", "requirements-dev.lock")
FOLDERS = ("publish/node", "checks/node", "tests/pace")


def of_python(answer: str) -> list[str] | None:
    """Each hole that pip-audit's answer names; None where nobody looked."""
    try:
        packages: list[dict[str, Any]] = json.loads(answer)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return None
    if packages and all("skip_reason" in one for one in packages):
        return None
    return [f"{one['name']} {one['version']}: {hole['id']}" for one in packages for hole in one.get("vulns", [])]


def of_node(answer: str) -> list[str] | None:
    """Each package with a hole that npm's answer names; None where nobody looked."""
    try:
        found: dict[str, dict[str, Any]] = json.loads(answer)["vulnerabilities"]
    except (ValueError, KeyError, TypeError):
        return None
    return [f"{name} {one['range']}: {one['severity']}" for name, one in found.items()]


def asked(project: Path) -> Iterable[tuple[str, list[str] | None]]:
    """What was found of each lock."""
    for lock in LOCKS:
        tool = [sys.executable, "-m", "uv", "tool", "run", PIP_AUDIT]
        command = [*tool, "-r", lock, "--require-hashes", "--disable-pip", "--progress-spinner=off", "-f", "json"]
        yield lock, of_python(subprocess.run(command, cwd=project, capture_output=True, text=True).stdout)
    path = os.pathsep.join([str(Path(NODE).parent), os.environ.get("PATH", "")])
    for folder in FOLDERS:
        command = [*NPM, "audit", "--json", "--package-lock-only"]
        done = subprocess.run(command, cwd=project / folder, env=os.environ | {"PATH": path}, capture_output=True, text=True)
        yield f"{folder}/package-lock.json", of_node(done.stdout)


def main(project: Path = Path()) -> int:
    """Say what was found; 1 where a package has a known hole, 2 where nobody could be asked about a lock."""
    code = 0
    for lock, found in asked(project):
        if found is None:
            print(f"{lock}: nobody could be asked about it; is this machine online?")
            code = code or 2
        elif found:
            print(*(f"{lock}: {one}; run make lock, or change package.json" for one in found), sep="\n")
            code = 1
        else:
            print(f"{lock}: no hole is known")
    return code


if __name__ == "__main__":
    sys.exit(main())
