"""A PDF's bookmarks in the words of the page. Chromium joins the lines of a heading without a space between them, and says a
heading twice that it first laid out at the foot of a sheet and then moved to the next."""

import io
from collections.abc import Iterable, Iterator

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject


def mended(pdf: bytes, headings: Iterable[str]) -> bytes:
    """The same document; bookmarks that differ from a heading only in spaces, or say it more than once, say that heading."""
    known = {_bare(heading): " ".join(heading.split()) for heading in headings}
    writer = PdfWriter(io.BytesIO(pdf), incremental=True)  # what Chromium wrote stays as it is
    for mark in _marks(writer.root_object.get("/Outlines")):
        title = _bare(str(mark["/Title"]))
        found = known.get(title) or known.get(_once(title))
        if found:
            mark[NameObject("/Title")] = TextStringObject(found)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def _marks(parent: DictionaryObject | None) -> Iterator[DictionaryObject]:
    mark = parent.get("/First") if parent else None
    while mark is not None:
        one = mark.get_object()
        yield one
        yield from _marks(one)
        mark = one.get("/Next")


def _bare(text: str) -> str:
    return "".join(text.split())


def _once(text: str) -> str:
    """What is said two or three times over; else the text itself."""
    return next((text[: len(text) // n] for n in (2, 3) if text == text[: len(text) // n] * n), text)
