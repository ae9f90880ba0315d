"""`python -m checks.published`: no line of the register is ever removed, because readers' browsers know these ids."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml
from pydantic import ValidationError

from macros.mistakes import Mistake
from macros.models import Register
from macros.shape import explain
from macros.source import Source, read

FILE = "data/published-ids.yml"


def deployed(project: Path) -> str | None:
    """The register as it was last deployed: at $BASE, on origin/main, or in the last commit; None where there is no history."""
    for commit in filter(None, (os.environ.get("BASE"), "origin/main", "HEAD")):
        done = subprocess.run(["git", "show", f"{commit}:{FILE}"], cwd=project, capture_output=True, text=True)
        if done.returncode == 0:
            return done.stdout
    return None


def removed(before: str, now: str) -> list[str]:
    """Ids and retired questions that the register had and has no more."""
    old, new = yaml.safe_load(before), yaml.safe_load(now)
    ids = [name for key in ("questions", "terms") for name in old.get(key) or [] if name not in (new.get(key) or [])]
    kept = {one["id"] for one in new.get("retired") or []}
    return ids + [one["id"] for one in old.get("retired") or [] if one["id"] not in kept]


def misshapen(register: Source) -> Iterator[Mistake]:
    """What is wrong with the shape of the register."""
    try:
        Register.model_validate(register.data)
    except ValidationError as error:
        yield from explain(error, register, Register)


def main(project: Path = Path()) -> int:
    """Name what was removed; silent where there is no history to compare with."""
    before = deployed(project)
    if not before:
        return 0
    register = read(project / FILE, FILE)
    found = register.mistakes or list(misshapen(register))
    if found:
        print(*found, sep="\n")
        return 1
    gone = removed(before, (project / FILE).read_text(encoding="utf-8"))
    for name in gone:
        print(f"{FILE}: '{name}' was published and its line is gone; put the line back")
    return 1 if gone else 0


if __name__ == "__main__":
    sys.exit(main())
