"""The workbook page: what a group keeps in this browser, whole, and all that can be done with it."""

from markupsafe import Markup

from .agendas import Agenda
from .counts import in_words
from .guide import Guide
from .mistakes import Place
from .render import html
from .wheel import wheel
from .where import up_from_url, url


def parts(guide: Guide) -> list[dict[str, str]]:
    """What stands on the workbook page, in its order, for whoever lists it: the id of each part and its title."""
    words = guide.words
    titles = {
        "today": words.today.title,
        "silent-sort": words.sort.title,
        **({"run": words.plan.title} if guide.agendas else {}),
        "actions": words.overview.actions,
        "what-you-said": words.overview.written,
        "where-you-stand": words.overview.stands,
        "several-groups": words.together.title,
        "share": words.share.title,
        "export": words.exports.title,
        "import": words.imports.title,
        "shared-computer": words.removal.title,
    }
    return [{"id": name, "title": title} for name, title in titles.items()]


def overview(guide: Guide, place: Place) -> str:
    """The workbook, for a line of its own at the top level of its page."""
    home = up_from_url(place)
    lists = [
        {
            "number": number,
            "slug": one.slug,
            "name": one.name,
            "url": home + url(guide.special.principle(one.slug)),
            "questions": guide.checklists[one.slug].questions,
        }
        for number, one in enumerate(guide.principles, 1)
        if one.slug in guide.checklists
    ]
    return html(
        "overview.html",
        lists=lists,
        retired=guide.retired,
        wheel=Markup(wheel(guide, place)),  # noqa: S704 (our own template made and escaped it)
        words=guide.words,
        parts=parts(guide),
        agendas=[{"id": one.id, "title": _title(guide, one), "parts": one.parts} for one in guide.agendas.values()],
        rounds=list(guide.rounds.values()),
        sizes=guide.sizes,
        rules=guide.rules,
        total=in_words(guide, len(lists)),
        many=len(lists) > 1,
        home=home,
    )


def _title(guide: Guide, agenda: Agenda) -> str:
    return guide.words.agenda.title.format(minutes=agenda.minutes, questions=agenda.questions)
