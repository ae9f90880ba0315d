"""The handouts page: the panel where a reader chooses, and the sheets as they will be printed."""

from typing import Any

from .counts import in_words
from .guide import Guide
from .mistakes import Place
from .models import Principle
from .paper import paper, terms_in
from .render import html
from .reviews import review
from .where import up_from_url, url

PACK, WHOLE = "workshop-pack.pdf", "whole-guide.pdf"
LINES = 4  # ruled lines under a question; the styles show as many as the reader chose
ROWS = 9  # actions that a sheet has room for


def handout(guide: Guide, place: Place) -> str:
    """Panel and sheets, for a line of their own at the top level of a page. Without scripts: blank sheets."""
    home, build = up_from_url(place), guide.publisher.build
    return html(
        "handout.html",
        agenda=guide.special.url("workshop") and home + guide.special.url("workshop"),
        glossary=guide.special.url("glossary") and home + guide.special.url("glossary"),
        guide=guide,
        sheets=[sheet(guide, home, number, principle) for number, principle in enumerate(guide.principles, 1)],
        first=paper(guide, "", ()),
        pack=PACK,
        total=in_words(guide, len(guide.principles)),
        many=len(guide.principles) > 1,
        whole=WHOLE,
        lines=LINES,
        rows=ROWS,
        words=guide.words,
        copy=" · ".join(filter(None, [guide.site_name, build and guide.words.paper.version.format(build=build)])),
    )


def sheet(guide: Guide, home: str, number: int, principle: Principle) -> dict[str, Any]:
    """What sheet.html prints for one principle; `home` leads from the page to the site's first page."""
    found = guide.checklists.get(principle.slug)
    questions = found.questions if found else ()
    path = url(guide.special.principle(principle.slug))
    page = guide.front_matters.get(guide.special.principle(principle.slug))
    return {
        "number": number,
        "slug": principle.slug,
        "name": principle.name,
        "title": found.title if found else principle.name,
        "introduction": found.introduction if found else principle.headline,
        "eyebrow": guide.words.page.principle.format(number=number, total=len(guide.principles), name=principle.name),
        "headline": principle.headline,
        "source": home + path,
        "questions": questions,
        "paper": paper(
            guide,
            path + (f"#{principle.slug}-questions" if found else ""),
            (guide.terms[term] for term in terms_in(questions) if term in guide.terms),
        ),
        "reviewed": review(page, guide.words).reviewed if page else "",
        "file": f"{principle.slug}.pdf",
    }


def ready(guide: Guide, place: Place) -> str:
    """A link to the ready-made workshop pack, which appears once `make pdf` has made it.

    Raises WrongCallError where no page makes handouts.
    """
    target = up_from_url(place) + url(guide.special.file("handout")) + PACK
    return html(
        "ready.html", target=target, total=in_words(guide, len(guide.principles)), many=len(guide.principles) > 1, words=guide.words
    )
