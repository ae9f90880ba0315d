"""What an author got wrong: one sentence that says where, what is wrong and what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from .lookalikes import lookalike


@dataclass(frozen=True, order=True)
class Place:
    """A place in a file: its path below the project, and line and column counted from 1 (0: unknown)."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])


@dataclass(frozen=True, order=True)
class Mistake:
    """One mistake and its place; `str()` is the line an author reads."""

    place: Place
    what: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what}"


def otherwise_called(kind: str, place: Place, file: Path, ending: str) -> Mistake:
    """Say that a file's ending keeps it from being read as a `kind`, and how to call it."""
    return Mistake(place, f"no {kind} is read whose name ends with {file.suffix}; call this one '{file.stem}{ending}'")


class WrongCallError(Exception):
    """A macro call that cannot be answered; its text says what is wrong and what to do."""


def unknown(kind: str, name: object, known: Iterable[str], add: str = "add it to the data first") -> str:
    """Say that no `kind` is called `name`, name the nearest one, or all where they are few; `add` says how to make it."""
    names = sorted(known)
    near = get_close_matches(str(name), names, n=1, cutoff=0.5)
    if near:
        hint = lookalike(str(name), near[0]) or f"did you mean '{near[0]}'?"
    elif names and len(names) <= 12:  # more than a dozen names would bury the sentence
        hint = f"use one of: {', '.join(names)}"
    else:
        hint = f"{add}, or use one of the {len(names)} that are there"
    return f"there is no {kind} '{name}'; {hint}"
