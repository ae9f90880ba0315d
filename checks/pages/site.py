"""The settings in mkdocs.yml, as far as the checks read them: as YAML, and where this guide lives."""

import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.mistakes import Mistake, Place
from macros.source import Source


def site_url(source: Source) -> str:
    """Where this guide lives, from outside or from the settings; '' where nobody has said it."""
    value: Any = source.data
    for key in ("extra", "publisher", "site_url"):
        value = value.get(key) if isinstance(value, dict) else None
    return os.environ.get("SITE_URL") or str(value or "")


def entries(value: object, path: tuple[str | int, ...] = ("nav",)) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Each entry of the navigation that leads somewhere, with its path in the settings, however it is written."""
    if isinstance(value, str):
        yield path, value
    for key, child in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from entries(child, (*path, key))


def not_toml(file: Path) -> Iterator[Mistake]:
    """Where a file of settings is not TOML."""
    try:
        tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+), column (\d+)", str(error))
        line, column = map(int, place.groups()) if place else (0, 0)
        yield Mistake(
            Place(file.name, line, column), "this is not TOML; look here and in the line above for a quote or bracket without its partner"
        )
