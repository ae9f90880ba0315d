"""Tools that a group can run from the page: which one to try first, and a card for each."""

from .guide import Guide
from .library import Sheet, Texts
from .mistakes import Place
from .render import html
from .tools import origin


def tools_choice(guide: Guide, place: Place) -> str:
    """Where a group is stuck, and the tool to try first with its time and people, in the order of data/tools.yml."""
    return html("tools-choice.html", rows=_cards(guide), words=guide.words)


def tools_cards(guide: Guide, place: Place) -> str:
    """Each tool that has a card: when to use it, the steps, a blank sheet and an example; in the order of data/tools.yml."""
    return html("tools-cards.html", cards=_cards(guide), words=guide.words)


def _cards(guide: Guide) -> list[dict[str, object]]:
    words = guide.words
    whose = {
        (True, True): words.card.ours_both,
        (True, False): words.card.ours_time,
        (False, True): words.card.ours_group,
        (False, False): "",
    }
    return [
        {
            "tool": tool,
            "card": card,
            "origin": origin(tool),
            "time": tool.time or card.time,
            "group": tool.group or card.group,
            "ours": whose[bool(card.time), bool(card.group)],
            "blank": _blank(card.sheet),
            "filled": _filled(card.sheet, card.example.filled),
        }
        for tool in guide.tools.values()
        if (card := tool.card)
    ]


def _blank(sheet: Sheet) -> list[Texts]:
    """The rows of a sheet before anybody has written on it: what it names, and empty cells."""
    width = len(sheet.columns)
    return [(row, *[""] * (width - 1)) for row in sheet.rows] or [("",) * width] * sheet.blank


def _filled(sheet: Sheet, filled: tuple[Texts, ...]) -> list[Texts]:
    """The rows of an example, each with what the sheet names first."""
    return [(*sheet.rows[n : n + 1], *cells) for n, cells in enumerate(filled)]
