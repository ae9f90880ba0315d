"""The shape of data/interface.yml: every word that the site itself says, a model for each part of the page."""

from .keeping_words import ExportsWords, ImportedWords, ImportsWords, PreviewWords, RemovalWords
from .library_words import FeedbackWords, GlossaryWords, ReportsWords, ToolsWords, WheelWords
from .minutes_words import ImportProblemsWords, MinutesWords
from .models import Model, Text
from .page_words import PageWords
from .paper_words import HandoutWords, PaperWords
from .said import Said, fills
from .workbook_words import AboutWords, OverviewWords, PresenterWords, SwitcherWords


class ChecklistWords(Said):
    """What a checklist says."""

    questions: Text = fills("total")
    count: Text = fills("discussed", "total")
    counts: Text = fills("discussed", "not_relevant", "open")
    locale: Text
    add: Text
    edit: Text
    close: Text
    not_relevant: Text
    note: Text
    note_from: Text = fills("from")
    action: Text
    done: Text
    who_by: Text = fills("who", "by")
    who_only: Text = fills("who")
    by_only: Text = fills("by")
    ask_note: Text
    no_patients: Text
    ask_what: Text
    ask_who: Text
    ask_by: Text
    no_day: Text = fills("first", "last")
    ask_done: Text
    add_action: Text
    remove_action: Text
    removed: Text
    ask_reason: Text
    more: Text
    more_about: Text = fills("number")
    terms: Text
    link: Text
    improve: Text
    copied: Text
    revised: Text
    before: Text = fills("text")
    seen: Text
    clear: Text
    cleared: Text
    unticked: Text
    failed: Text


class StatusWords(Said):
    """What the site says about where answers are kept."""

    kept: Text
    saved: Text = fills("time")
    not_kept: Text
    no_scripts: Text
    old_browser: Text
    blocked: Text
    full: Text
    low: Text
    newer: Text
    take_copy: Text
    undo: Text
    undo_last: Text
    tools: Text
    tools_short: Text
    undone: Text
    quarantine: Text
    quarantine_download: Text
    persist: Text
    backup: Text
    file: Text
    quarantine_file: Text


class Words(Model):
    """data/interface.yml: every word of the interface."""

    checklist: ChecklistWords
    status: StatusWords
    overview: OverviewWords
    minutes: MinutesWords
    import_problems: ImportProblemsWords
    about: AboutWords
    switcher: SwitcherWords
    presenter: PresenterWords
    exports: ExportsWords
    imports: ImportsWords
    preview: PreviewWords
    imported: ImportedWords
    removal: RemovalWords
    page: PageWords
    paper: PaperWords
    handout: HandoutWords
    glossary: GlossaryWords
    tools: ToolsWords
    reports: ReportsWords
    wheel: WheelWords
    feedback: FeedbackWords


def unwritten() -> Words:
    """What stands in for words that could not be read: each field says its own name, so that the site is still built."""
    parts = {name: field.annotation for name, field in Words.model_fields.items()}
    named = {name: part.model_construct(**{field: f"({field})" for field in part.model_fields}) for name, part in parts.items() if part}
    return Words.model_construct(**named)
