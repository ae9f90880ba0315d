"""The workbook page: what this browser keeps, and the questions that the guide no longer asks."""

from .guide import Guide
from .mistakes import Place
from .render import html


def overview(guide: Guide, place: Place) -> str:
    """What is kept here, for a line of its own at the top level of the workbook page."""
    return html("overview.html", retired=guide.retired, words=guide.words.overview, status=guide.words.status)
