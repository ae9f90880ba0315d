"""Hooks that MkDocs calls: they let it build pages that would stop it. The macros have logged what is wrong with such a page.

MkDocs loads this file by its path, so it imports nothing of ours. Without it a build stops at the first such page.
"""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from markupsafe import escape

TEXTS = ("title", "description")  # all that the theme prints of what stands above a page
WIDE = re.compile(r"<(table)>(?=\s*<(?:thead)>\s*<(?:tr)>(?:\s*<(th)\b[^>]*>.*?</\2>){3})")  # two columns fit a small phone


def on_files(files: Any, **_: object) -> Any:
    """Leave out what has the name of a file and is none, and all that a link to its own folder shows again."""
    for file in list(files):
        path = Path(file.abs_src_path or __file__)
        if not path.is_file() or any(_leads_back(folder) for folder in path.parents):
            files.remove(file)
    return files


@lru_cache(maxsize=4096)
def _leads_back(folder: Path) -> bool:
    return folder.is_symlink() and folder.parent.resolve().is_relative_to(folder.resolve())


def on_nav(nav: Any, **_: object) -> None:
    """Make the titles that the settings give to pages and sections text, which the theme does not escape."""
    for item in walk(nav.items):
        if vars(item).get("title"):
            item.title = escape(item.title)


def walk(items: Any) -> Iterator[Any]:
    """Navigation items with all below them."""
    for item in items:
        yield item
        yield from walk(getattr(item, "children", None) or ())


def on_page_read_source(page: Any, **_: object) -> str | None:
    """The text of a page that is not UTF-8, with marks for what is not; None leaves the reading to the engine."""
    try:
        str(page.file.content_string)
    except ValueError:
        raw: bytes = page.file.content_bytes
        return raw.decode("utf-16" if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8", errors="replace")
    return None


def on_page_markdown(markdown: str, page: Any, **_: object) -> str:
    """Reduce the front matter to what the theme prints, as text: a title such as 2026 is a number in YAML, and the theme escapes none."""
    page.meta = {name: escape(str(page.meta[name])) for name in TEXTS if page.meta.get(name)}
    return markdown


on_page_markdown.mkdocs_priority = 100  # type: ignore[attr-defined] # before the macros, which read the title


def on_page_content(html: str, **_: object) -> str:
    """Let the focus into tables: on a phone they are pushed to the side, and in Safari no key does that to what has no focus."""
    return WIDE.sub(r'<\1 tabindex="0">', html)
