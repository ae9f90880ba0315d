"""`python -m checks.published`: no line of a register is ever removed, because readers' browsers, links and paper know what it names."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from macros import addresses, register
from macros.addresses import Addresses
from macros.mistakes import Mistake
from macros.models import Model, Register
from macros.shape import explain
from macros.source import Source, read

# By file: its lists, and under which name an entry that is more than a name has it.
REGISTERS: dict[str, dict[str, str]] = {
    f"data/{register.NAME}": {"questions": "", "terms": "", "retired": "id"},
    f"data/{addresses.NAME}": {"pages": ""},  # what stands under `moved` may change: a page may come back
}

SHAPES: dict[str, type[Model]] = {f"data/{register.NAME}": Register, f"data/{addresses.NAME}": Addresses}


def deployed(project: Path, file: str) -> str | None:
    """A register as it was last deployed: at $BASE, on origin/main, or in the last commit; None where there is no history."""
    for commit in filter(None, (os.environ.get("BASE"), "origin/main", "HEAD")):
        try:
            done = subprocess.run(["git", "show", f"{commit}:./{file}"], cwd=project, capture_output=True, encoding="utf-8")
        except FileNotFoundError:  # no git here, so no history
            return None
        if done.returncode == 0:
            return done.stdout
    return None


def removed(before: str, now: str, lists: dict[str, str]) -> list[str]:
    """What the register had in one of its lists and has no more."""
    old, new = _data(before), _data(now)
    return [name for key, named in lists.items() for name in _names(old, key, named) if name not in set(_names(new, key, named))]


def _data(text: str) -> Any:
    """What a register says; nothing where it was damaged in that commit."""
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError:
        return None


def _names(data: Any, key: str, named: str) -> Iterator[str]:
    there = data.get(key) if isinstance(data, dict) else None
    names = [one.get(named) if named and isinstance(one, dict) else one for one in (there if isinstance(there, list) else ())]
    yield from (name for name in names if isinstance(name, str))


def lost(project: Path, file: str, lists: dict[str, str]) -> Iterator[str]:
    """What is wrong with one register; nothing where there is no history to compare with."""
    before = deployed(project, file)
    if not before:
        return
    found = read(project / file, file)
    if wrong := found.mistakes or list(misshapen(found, SHAPES[file])):
        yield from map(str, wrong)
        return
    for name in removed(before, (project / file).read_text(encoding="utf-8"), lists):
        yield f"{file}: '{name}' was published and its line is gone; put the line back"


def misshapen(found: Source, shape: type[Model]) -> Iterator[Mistake]:
    """What is wrong with the shape of a register."""
    try:
        shape.model_validate(found.data)
    except ValidationError as error:
        yield from explain(error, found, shape)


def main(project: Path = Path()) -> int:
    """Name what was removed."""
    said = [line for file, lists in REGISTERS.items() for line in lost(project, file, lists)]
    print(*said, sep="\n", end="\n" if said else "")
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
