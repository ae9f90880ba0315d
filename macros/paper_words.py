"""The words of what is printed: around every page, on the sheets, and in the panel where a reader chooses them."""

from .models import Text
from .said import Said, fills


class PaperWords(Said):
    """What stands around a page on paper, where a screen has its navigation."""

    page: Text = fills("page", "pages")
    version: Text = fills("build")
    scan: Text = fills("title")
    terms: Text
