"""The words of what readers look things up in: glossary, tools, further resources, and the wheel that leads to all."""

from .models import Text
from .said import Said, fills


class GlossaryWords(Said):
    """What the glossary page says around its entries."""

    see: Text
    used_on: Text


class ToolsWords(Said):
    """What the table of tools, the matrix and a principle's own list say."""

    filter: Text
    all: Text
    shown: Text = fills("shown", "total")
    caption: Text
    name: Text
    helps: Text
    sources: Text
    main: Text
    also: Text
    time: Text
    group: Text
    origin: Text
    too: Text
    matrix_caption: Text
    main_mark: Text
    also_mark: Text


class ReportsWords(Said):
    """What the list of further resources says: what each kind is called, and what an item speaks about."""

    book: Text
    guide: Text
    paper: Text
    report: Text
    web: Text
    principles: Text


class FeedbackWords(Said):
    """Where feedback goes, and what to do where nobody has said so."""

    send: Text
    none: Text


class WheelWords(Said):
    """What the wheel on the first page says, before and after something was discussed."""

    label: Text
    title: Text
    questions: Text = fills("total")
    count: Text = fills("discussed", "total")
    not_relevant: Text
    total: Text = fills("discussed", "total")
