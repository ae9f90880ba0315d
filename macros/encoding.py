"""The text of a file that people wrote: UTF-8 and one version, and where it is not."""

import errno
import re
from pathlib import Path

from .mistakes import Mistake, Place

UNFINISHED = re.compile(rb"^(?:<{7}|>{7}) ", re.MULTILINE)  # as git marks where two versions begin and end
OTHER_KINDS = {
    b"pk\x03\x04": "a document of a word processor, or a ZIP,",
    b"\xd0\xcf\x11\xe0": "a document of an old word processor",
    b"{\\rtf": "a document of a word processor (RTF)",
    b"%pdf-": "a PDF",
    b"<!doctype html": "a page that a browser saved",
}
CHOOSE = "a merge is not finished here; keep one of the two versions, and take out the lines that start with <<<<<<<, ======= and >>>>>>>"


def text_of(path: Path) -> str:
    """A file's text; what is not UTF-8 becomes a mark, so that the rest can still be read."""
    try:
        return path.read_text(encoding="utf-8-sig", errors="replace")
    except PermissionError:  # misread() says so
        return ""


def blanked(block: re.Pattern[str], text: str) -> str:
    """A text without some of its blocks, line by line as before."""
    return block.sub(lambda found: "\n" * found[0].count("\n"), text)


def no_file(path: Path, name: str) -> Mistake | None:
    """What is wrong with a path where no file can be read; `name` is how mistakes call it."""
    if path.is_file():
        return None
    if path.is_dir():
        return Mistake(
            Place(name), f"this is a folder, and a file should stand here; give the folder a name that does not end with {path.suffix}"
        )
    if path.is_symlink():
        return Mistake(Place(name), "this is a link to a file that is not there; put the file itself here")
    return Mistake(Place(name), "the file is missing; put it back, or restore it from the history")


def written(path: Path, name: str, text: str) -> Mistake | None:
    """Write a file and the folders that it stands in; what is wrong where that does not go."""
    if wrong := no_file(path, name) if path.exists() else None:
        return wrong
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except (FileExistsError, NotADirectoryError):
        return Mistake(Place(Path(name).parent.as_posix()), "a file stands here in place of a folder; give it another name")
    except OSError as error:
        full = error.errno == errno.ENOSPC
        what = "the disk is full; make room" if full else "nothing can be written here; copy the project to a folder of your own"
        return Mistake(Place(name), f"{what}, and try again")
    return None


def misread(path: Path, name: str) -> Mistake | None:
    """What is wrong with a file that nobody can read as it stands, at the first such line; `name` is how mistakes call it."""
    try:
        raw = path.read_bytes()
    except PermissionError:
        return Mistake(Place(name), "this file may not be read; give yourself the right to read it")
    if other := next((kind for start, kind in OTHER_KINDS.items() if raw[:64].lstrip().lower().startswith(start)), ""):
        return Mistake(Place(name, 1), f"this is {other} under another name; open it there, and put its text into a plain text file")
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        return Mistake(_line(name, raw, error.start), "the file is not UTF-8 text; save it again with the encoding UTF-8")
    found = UNFINISHED.search(raw)
    return Mistake(_line(name, raw, found.start()), CHOOSE) if found else None


def _line(name: str, raw: bytes, start: int) -> Place:
    return Place(name, raw.count(b"\n", 0, start) + 1)
