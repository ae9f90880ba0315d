"""The words around every page: above its content, below it, and where it is missing."""

from .models import Text
from .said import Said, fills


class PageWords(Said):
    """What stands around every page."""

    principle: Text = fills("number", "total", "name")
    to_questions: Text
    reviewed: Text = fills("date")
    due: Text = fills("date")
    audience: Text
    feedback: Text
    feedback_link: Text
    edit: Text
    top: Text
    glossary: Text
    attribution: Text
    licence_sentence: Text
    licence_link: Text
    independence: Text
    search: Text
    mistakes: Text
    not_found_title: Text
    not_found: Text
    not_found_home: Text
    not_found_search: Text
