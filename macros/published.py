"""Which pages a build publishes and the navigation names, as `exclude_docs`, `draft_docs` and `not_in_nav` in mkdocs.yml say."""

from functools import lru_cache
from pathlib import Path

from pathspec import GitIgnoreSpec

from .settings import FILE, source_of


def left_out(docs: Path, *settings: str) -> GitIgnoreSpec:
    """What some lines of mkdocs.yml name, in the signs of a .gitignore; nothing where they cannot be read."""
    file = docs.parent / FILE
    return _patterns(docs.parent, settings, file.stat().st_mtime_ns if file.is_file() else 0)


@lru_cache(maxsize=64)
def _patterns(project: Path, settings: tuple[str, ...], _: int) -> GitIgnoreSpec:
    said = source_of(project).data
    values = [said.get(name) for name in settings] if isinstance(said, dict) else []
    try:
        return GitIgnoreSpec.from_lines(line for value in values if isinstance(value, str) for line in value.splitlines())
    except ValueError:  # the engine says what is wrong with it
        return GitIgnoreSpec.from_lines(())
