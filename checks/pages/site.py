"""The settings in mkdocs.yml, as far as the checks read them: as YAML, and where this guide lives."""

import os
from collections.abc import Iterator

from macros.settings import part
from macros.source import Source


def site_url(source: Source) -> str:
    """Where this guide lives, from outside or from the settings; '' where nobody has said it."""
    return os.environ.get("SITE_URL") or str(part(source, "extra", "publisher").get("site_url") or "")


def entries(value: object, path: tuple[str | int, ...] = ("nav",)) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Each entry of the navigation that leads somewhere, with its path in the settings, however it is written."""
    if isinstance(value, str):
        yield path, value
    for key, child in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from entries(child, (*path, key))
