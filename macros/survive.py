"""Hooks of the engine: a page that it would stop at is built all the same. What is wrong with it was named already.

It stands alone, because the engine loads it as a file; without it a build still names every mistake first.
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
    """Keep of what stands above a page what the theme prints, as text: a title may have been written as a number."""
    page.meta = {name: str(page.meta[name]) for name in TEXTS if page.meta.get(name)}
    return markdown


on_page_markdown.mkdocs_priority = 100  # type: ignore[attr-defined] # before the macros, which read the title
