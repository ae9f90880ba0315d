"""The words of the files that a group takes away, and what the site says of a file that is brought back."""

from .models import Text
from .said import Said, fills


class MinutesWords(Said):
    """What stands in minutes, spreadsheet, page and calendar. `language` is a code of BCP 47."""

    language: Text
    untitled: Text
    workbook: Text
    setting: Text
    date: Text
    people: Text
    facilitator: Text
    count: Text = fills("discussed", "not_relevant", "open")
    discussed: Text
    not_relevant: Text
    open: Text
    still_open: Text
    note: Text
    note_from: Text = fills("from")
    reason: Text
    actions: Text
    action: Text
    who: Text
    by: Text
    by_day: Text = fills("date")
    to_do: Text
    done: Text
    done_action: Text = fills("what")
    overdue: Text
    late: Text
    retired: Text
    kind: Text
    checklist: Text
    question: Text
    status: Text
    answered: Text
    link: Text
    made: Text = fills("date", "build")


class ImportProblemsWords(Said):
    """What is wrong with a file that a reader brings back, one sentence for each problem that files/import.js names."""

    empty: Text
    too_large: Text = fills("size", "limit")
    not_ours: Text
    broken: Text
    cut: Text
    newer: Text
    nothing: Text
    damaged: Text = fills("count")
    unknown: Text = fills("count")
