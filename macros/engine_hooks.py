"""Hooks that MkDocs calls: they let it build pages that would stop it. The macros have logged what is wrong with such a page.

MkDocs loads this file by its path, so it imports nothing of ours. Without it a build stops at the first such page.
"""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from typing import Any

TEXTS = ("title", "description")  # all that the theme prints of what stands above a page


def on_page_read_source(page: Any, **_: object) -> str | None:
    """The text of a page that is not UTF-8, with marks for what is not; None leaves the reading to the engine."""
    try:
        str(page.file.content_string)
    except ValueError:
        raw: bytes = page.file.content_bytes
        return raw.decode("utf-16" if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8", errors="replace")
    return None


def on_page_markdown(markdown: str, page: Any, **_: object) -> str:
    """Reduce the front matter to what the theme prints, as text: a title such as 2026 is a number in YAML."""
    page.meta = {name: str(page.meta[name]) for name in TEXTS if page.meta.get(name)}
    return markdown


on_page_markdown.mkdocs_priority = 100  # type: ignore[attr-defined] # before the macros, which read the title
