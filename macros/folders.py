"""What stands in a folder, as the engine finds it: nothing hidden, links followed, and a link that leads back to itself followed once."""

import os
from collections.abc import Iterator
from pathlib import Path


def below(folder: Path) -> Iterator[Path]:
    """All that has the name of a file: files, links to nothing, and folders whose name has an ending; sorted by path."""
    found: list[Path] = []
    for here, folders, names in os.walk(folder, followlinks=True):
        folders[:] = [name for name in folders if not (hidden(name) or leads_back(Path(here, name)))]
        found += [Path(here, name) for name in (*names, *(one for one in folders if Path(one).suffix)) if not hidden(name)]
    yield from sorted(found)


def hidden(name: str) -> bool:
    """Whether a name starts with a dot: no engine publishes it, and nothing here reads it."""
    return name.startswith(".")


def leads_back(path: Path) -> bool:
    """Whether a path is a link to a folder that it stands in."""
    return path.is_symlink() and path.absolute().parent.resolve().is_relative_to(path.resolve())
