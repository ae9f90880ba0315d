"""`make check`: all that a change of pages or data needs, at once. Prints every mistake of every step, and nothing else."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from checks.deduplicate import deduplicated
from checks.settings import unreadable

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent


def steps(site: str) -> dict[str, list[str]]:
    """Each step's name and command; `site` is a folder to build into."""
    python = [sys.executable, "-m"]
    return {
        "Building the site": [*python, "checks.built", site],
        "Reading the pages": [*python, "checks.pages"],
        "Spelling": [str(BIN / "typos"), "--format", "brief"],
        "Markdown": [*python, "checks.markdown"],
        "Published ids and addresses": [*python, "checks.published"],
        "What is about to go live": [*python, "macros.register", "--deployed"],
        "Schemas for editors": [*python, "macros.schema", "--check"],
        "Issue forms": [*python, "macros.forms", "--check"],
    }


def run(commands: dict[str, list[str]], project: Path = ROOT, unless_set: Mapping[str, str] = MappingProxyType({})) -> Sequence[str]:
    """Run all commands at once and print what each found; the names of those that failed. `unless_set`: more of their environment."""
    environment = {**unless_set, **os.environ, **QUIET}
    started = {
        name: subprocess.Popen(command, cwd=project, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment)
        for name, command in commands.items()
    }
    outputs = {name: process.communicate()[0] for name, process in started.items()}
    failed = {name: outputs[name] for name, process in started.items() if process.returncode}
    for name, lines in deduplicated(failed).items():
        if lines:
            print(f"--- {name}", *lines, sep="\n")
    return list(failed)


QUIET = {"NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "ignore"}


def main() -> Sequence[str]:
    """Check all, or name what keeps it from being checked; the steps that failed."""
    if wrong := unreadable(ROOT):
        print(*wrong, sep="\n")
        return ["the settings; mend them first"]
    with tempfile.TemporaryDirectory() as folder:
        return run(steps(folder))


if __name__ == "__main__":
    wrong = main()
    print(f"Not ready yet: {', '.join(wrong)}." if wrong else "All is well.")
    sys.exit(1 if wrong else 0)
