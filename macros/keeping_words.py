"""The words of what can be taken away from the workbook page, brought back and removed."""

from .models import Text
from .said import Said, fills


class TakeawayWords(Said):
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
    clipboard_why: Text
    copied: Text
    not_copied: Text
    made: Text = fills("file")
    file: Text


class ArrivalWords(Said):
    """Bringing a file back: choosing it, what is in it, what would change, and the three ways."""

    title: Text
    why: Text
    choose: Text
    drop: Text
    paste: Text
    text: Text
    read: Text
    preview: Text
    made: Text = fills("date")
    made_with: Text = fills("date", "build")
    which: Text
    count: Text = fills("name", "discussed", "notes")
    how: Text
    new: Text
    new_why: Text
    merge: Text
    merge_why: Text = fills("name")
    replace: Text
    replace_why: Text = fills("name")
    would: Text = fills("added", "changed", "removed", "same")
    cancel: Text
    full: Text
    done_new: Text
    done_merge: Text
    done_replace: Text


class RemovalWords(Said):
    """Removing everything that the site keeps in this browser."""

    title: Text
    why: Text
    start: Text
    sure: Text
    goes: Text
    workbooks: Text = fills("count")
    answers: Text = fills("count")
    asides: Text = fills("count")
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
