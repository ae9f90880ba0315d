"""The words of the workbook page: one model for each of its parts."""

from .models import Text
from .said import Said, fills


class OverviewWords(Said):
    """What the workbook page says about the answers of a group."""

    no_scripts: Text
    failed: Text
    loading: Text
    parts: Text
    stands: Text
    checklists: Text
    next: Text
    next_of: Text = fills("list")
    none_open: Text
    not_started: Text
    actions: Text
    actions_none: Text
    sort: Text
    sort_date: Text
    sort_person: Text
    overdue: Text
    about_question: Text
    written: Text
    written_none: Text
    reason: Text
    discussed: Text
    open: Text
    open_count: Text = fills("count")
    changed: Text
    changed_why: Text
    retired: Text
    retired_why: Text


class AboutWords(Said):
    """What the page says about the workbook itself, and its five fields."""

    eyebrow: Text
    fields: Text
    title: Text
    setting: Text
    date: Text
    people: Text
    facilitator: Text
    led_by: Text = fills("name")
    hint: Text
    large: Text
    all: Text
    here: Text
    deleted: Text = fills("name")


class SwitcherWords(Said):
    """The dialog in which workbooks are opened, made, copied and deleted."""

    title: Text
    choose: Text
    count: Text = fills("discussed", "notes")
    made: Text = fills("date")
    opened: Text
    open: Text
    new: Text
    copy_one: Text
    copy_of: Text = fills("name")
    delete: Text
    deleted: Text = fills("name")
    undo: Text
    back: Text = fills("name")
    bin: Text
    bin_why: Text
    bring_back: Text
    purge: Text
    purge_sure: Text = fills("name")
    purge_yes: Text
    purged: Text = fills("name")
    keep: Text
    failed: Text
    unsaved: Text
    save_first: Text
    safe: Text = fills("file")
    close: Text


class PresenterWords(Said):
    """The large-type view: one question at a time."""

    list: Text
    previous: Text
    next: Text
    position: Text = fills("list", "number", "total")
    discussed: Text
    more: Text
    close: Text
