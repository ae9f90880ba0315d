"""pyproject.toml as data with the line of each table and key: what is wrong with it is one sentence, never a traceback."""

import re
import tomllib
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from macros.encoding import misread, no_file, text_of
from macros.mistakes import Mistake, Place
from macros.settings import part
from macros.source import Path_, Source

FILE = "pyproject.toml"
# What our commands and their tools look for; under another name each would be ignored without a word.
TABLES = (
    ("project",),
    ("dependency-groups",),
    *(("tool", name) for name in ("coverage", "mypy", "plain-english", "pytest", "ruff", "rumdl", "typos")),
)
HEADER = re.compile(r"\s*\[+([^\]]+)\]")
KEY = re.compile(r"\s*(?:\"([^\"]+)\"|'([^']+)'|([\w-]+))\s*=")
NOT_TOML = "this is not TOML; look here and in the line above for a quote or bracket without its partner"


def read_toml(file: Path) -> Source:
    """A file of settings; its name alone is how mistakes call it."""
    if wrong := no_file(file, file.name) or misread(file, file.name):
        return Source(file.name, mistakes=[wrong])
    return _parse(text_of(file), file.name)


@lru_cache(maxsize=8)
def _parse(text: str, name: str) -> Source:
    try:
        return Source(name, tomllib.loads(text), _marks(text))
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+), column (\d+)", str(error))
        line, column = map(int, place.groups()) if place else (0, 0)
        return Source(name, mistakes=[Mistake(Place(name, line, column), NOT_TOML)])


def _marks(text: str) -> dict[Path_, tuple[int, int]]:
    """Where tables and keys stand."""
    table: tuple[str, ...] = ()
    marks: dict[Path_, tuple[int, int]] = {(): (0, 0)}
    for number, line in enumerate(text.split("\n"), 1):
        if header := HEADER.match(line):
            table = tuple(one.strip("\"' ") for one in header[1].split("."))
            marks.setdefault(table, (number, 0))
        elif key := KEY.match(line):
            marks.setdefault((*table, key[1] or key[2] or key[3]), (number, 0))
    return marks


def toml_mistakes(file: Path) -> Iterator[Mistake]:
    """What keeps a file of settings from being read, and tables that are not there."""
    source = read_toml(file)
    yield from source.mistakes
    for table in TABLES if source.data is not None else ():
        *above, name = table
        there = part(source, *above)
        if not isinstance(there.get(name), dict):
            near = get_close_matches(name, [one for one in there if (*above, one) not in TABLES], n=1, cutoff=0.6)
            place = source.at(*above, near[0]) if near and (*above, near[0]) in source.marks else Place(file.name)
            what = f"'{near[0]}' here should be '{name}'" if near else "put it back, or restore it from the history"
            yield Mistake(place, f"there is no table [{'.'.join(table)}]; {what}")
