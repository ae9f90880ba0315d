"""The words of what is printed: around every page, on the sheets, and in the panel where a reader chooses them."""

from .models import Text
from .said import Said, fills


class PaperWords(Said):
    """What stands around a page on paper, where a screen has its navigation."""

    page: Text = fills("page", "pages")
    version: Text = fills("build")
    scan: Text = fills("title")
    terms: Text


class HandoutWords(Said):
    """What the panel asks, and what stands on the sheets beside the questions."""

    title: Text
    what: Text
    what_sheets: Text
    what_guide: Text
    what_pack: Text
    principles: Text
    answers: Text
    answers_current: Text
    answers_blank: Text
    text: Text
    text_questions: Text
    text_guidance: Text
    lines: Text
    lines_none: Text
    lines_few: Text
    lines_many: Text
    print: Text
    changed: Text
    none: Text
    failed: Text
    unreachable: Text
    sheets: Text
    innovation: Text
    place: Text
    date: Text
    facilitator: Text
    scribe: Text
    contact: Text
    sponsor: Text
    who: Text
    by: Text
    contents: Text
    glossary: Text
    agenda: Text
    actions: Text
    what_to_do: Text
    again: Text
    car_park: Text
    ready: Text
    ready_sheet: Text = fills("title", "size")
    ready_pack: Text = fills("size")
    ready_guide: Text = fills("size")
    one: Text = fills("size")
    make: Text
