"""The workbook page: what a group keeps in this browser, whole, and all that can be done with it."""

from markupsafe import Markup

from .guide import Guide
from .mistakes import Place
from .render import html
from .wheel import wheel
from .where import up_from_url

EXPORTS = ("minutes", "page", "sheet", "calendar", "one", "all")  # the files that exports.js makes
KINDS = ("workbooks", "answers", "quarantine", "undo", "choices", "former", "other")  # what removal.js finds


def overview(guide: Guide, place: Place) -> str:
    """The workbook, for a line of its own at the top level of its page."""
    home = up_from_url(place)
    lists = [
        {"slug": one.slug, "name": one.name, "url": f"{home}principles/{one.slug}/", "questions": guide.checklists[one.slug].questions}
        for one in guide.principles
        if one.slug in guide.checklists
    ]
    words = guide.words
    return html(
        "overview.html",
        lists=lists,
        retired=guide.retired,
        wheel=Markup(wheel(guide, place)),  # noqa: S704 (our own template made and escaped it)
        exported=[(kind, getattr(words.exports, kind), getattr(words.exports, f"{kind}_why")) for kind in EXPORTS],
        kinds=[(kind, getattr(words.removal, kind)) for kind in KINDS],
        words=words,
        checklist=words.checklist,
        home=home,
    )
