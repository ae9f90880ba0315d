"""The text of a file that people wrote: UTF-8, and where it is not."""

from pathlib import Path

from .mistakes import Mistake, Place


def text_of(path: Path) -> str:
    """A file's text; what is not UTF-8 becomes a mark, so that the rest can still be read."""
    return path.read_text(encoding="utf-8-sig", errors="replace")


def misread(path: Path, name: str) -> Mistake | None:
    """What is wrong with a file that is not UTF-8, at the first line that is not; `name` is how mistakes call it."""
    raw = path.read_bytes()
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        place = Place(name, raw.count(b"\n", 0, error.start) + 1)
        return Mistake(place, "the file is not UTF-8 text; save it again with the encoding UTF-8")
    return None
