"""The words of what can be taken away from the workbook page, brought back and removed."""

from .models import Text
from .said import Said, fills


class ExportsWords(Said):
    """What can be taken away, and as which kind of file."""

    title: Text
    why: Text
    minutes: Text
    minutes_why: Text
    page: Text
    page_why: Text
    sheet: Text
    sheet_why: Text
    calendar: Text
    calendar_why: Text
    one: Text
    one_why: Text
    all: Text
    all_why: Text
    clipboard: Text
    copied: Text
    not_copied: Text
    made: Text = fills("file")
    no_dates: Text
    file: Text


class ImportsWords(Said):
    """Bringing a file back: choosing it, and the ways to take it in."""

    title: Text
    why: Text
    choose: Text
    drop: Text
    paste: Text
    text: Text
    read: Text
    preview: Text
    which: Text
    how: Text
    new: Text
    new_why: Text
    merge: Text
    merge_why: Text = fills("name")
    replace: Text
    replace_why: Text = fills("name")
    touches: Text
    all: Text
    cancel: Text
    undo: Text


class PreviewWords(Said):
    """What a file holds, and what would become of this workbook: the sentences that workbook/preview.js puts together."""

    made: Text = fills("date")
    made_with: Text = fills("date", "build")
    source: Text = fills("title", "date")
    discussed: Text = fills("count")
    not_relevant: Text = fills("count")
    notes: Text = fills("count")
    actions: Text = fills("count")
    would: Text = fills("list")
    added: Text = fills("count")
    changed: Text = fills("count")
    removed: Text = fills("count")
    same: Text = fills("count")
    nothing: Text
    all_why: Text = fills("count")
    full: Text


class ImportedWords(Said):
    """What a file has done, once the page is there again."""

    new: Text
    all: Text
    merge: Text
    replace: Text
    undo: Text


class RemovalWords(Said):
    """Removing everything that the site keeps in this browser."""

    title: Text
    why: Text
    start: Text
    sure: Text
    goes: Text
    workbooks: Text = fills("count")
    answers: Text = fills("count")
    quarantine: Text = fills("count")
    undo: Text = fills("count")
    choices: Text = fills("count")
    former: Text = fills("count")
    other: Text = fills("count")
    nothing: Text
    stays: Text
    backup: Text
    now: Text
    cancel: Text
    done: Text
    part: Text
    close: Text
