"""Where a macro was called: the one place that knows the engine's page."""

import inspect
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from .encoding import text_of
from .mistakes import Place

FIRST = {"index", "README"}  # a page of this name is what its folder's address shows


def where(env: Any) -> Place:
    """The page and line of the macro call that is running, as the author's editor counts lines."""
    frame = inspect.currentframe()
    while frame and "__jinja_template__" not in frame.f_globals:
        frame = frame.f_back
    return at(env, frame.f_globals["__jinja_template__"].get_corresponding_lineno(frame.f_lineno) if frame else 0)


def at(env: Any, line: int) -> Place:
    """The place of a line of what the engine calls a page's text."""
    file = getattr(env.page, "file", None)
    path = file.src_uri if file else env.page.path  # Zensical's page has a path and no file
    body = getattr(env, "markdown", None)
    if file and body:  # the engine counts lines without the front matter
        source = Path(file.abs_src_path)
        line += _above(source, source.stat().st_mtime_ns, body)
    return Place(f"docs/{path}", line)


@lru_cache(maxsize=1)  # a page calls many macros, one after another
def _above(source: Path, _changed: int, body: str) -> int:
    """How many lines of a page's file stand above what the engine calls its text."""
    return above_body(text_of(source), body)


def above_body(text: str, body: str) -> int:
    """How many lines of a file's text stand above the part of it that the engine reads as Markdown."""
    return text.count("\n", 0, max(text.find(body), 0))


def url(path: str) -> str:
    """A page's address below the site's: '' for index.md, 'about/' for about.md, 'a/' for a/index.md."""
    folder, _, name = path.removesuffix(".md").rpartition("/")
    whole = "/".join(filter(None, (folder, "" if name in FIRST else name)))
    return quote(f"{whole}/") if whole else ""


def up(place: Place) -> str:
    """The way from a page's file back to docs/: '' for docs/about.md, '../' for docs/folder/page.md."""
    return "../" * (place.path.count("/") - 1)


def up_from_url(place: Place) -> str:
    """The way from a page's address back to the site's first page: each page is a folder of its own."""
    name = place.path.rsplit("/", 1)[-1]
    return up(place) + ("" if name.removesuffix(".md") in FIRST else "../")
