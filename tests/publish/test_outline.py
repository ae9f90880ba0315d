"""Bookmarks say what the headings say."""

import io

from pypdf import PdfReader, PdfWriter

from publish.outline import mended


def pdf(*titles: str) -> bytes:
    """An empty document with these bookmarks, each below the one before."""
    writer = PdfWriter()
    writer.add_blank_page(width=100, height=100)
    parent = None
    for title in titles:
        parent = writer.add_outline_item(title=title, page_number=0, parent=parent)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def titles(outline: list[object]) -> list[str]:
    """All bookmarks of a document, in order."""
    return [title for one in outline for title in (titles(one) if isinstance(one, list) else [str(one["/Title"])])]  # type: ignore[index]


def read(document: bytes) -> list[str]:
    """The bookmarks of a document."""
    return titles(list(PdfReader(io.BytesIO(document)).outline))


def test_a_heading_of_two_lines_gets_its_space_back() -> None:
    assert read(mended(pdf("Lead bymaking room", "What to do"), ["What to do", "Lead by\nmaking room"])) == [
        "Lead by making room",
        "What to do",
    ]


def test_a_heading_that_moved_to_the_next_sheet_is_said_once() -> None:
    assert read(mended(pdf("What to do", "SourcesSources", "ToolsToolsTools"), ["Sources", "Tools"])) == ["What to do", "Sources", "Tools"]


def test_what_is_no_heading_and_what_repeats_itself_rightly_stay() -> None:
    assert read(mended(pdf("Dodo", "Papa"), ["Dodo"])) == ["Dodo", "Papa"]


def test_a_document_without_bookmarks_stays_as_it_is() -> None:
    assert read(mended(pdf(), ["Sources"])) == []
