"""The handouts page: the panel where a reader chooses, and the sheets as they will be printed."""

from typing import Any

from .guide import Guide
from .mistakes import Place
from .models import Principle
from .paper import paper, terms_in
from .render import html
from .reviews import review
from .where import up_from_url

PACK, WHOLE = "workshop-pack.pdf", "whole-guide.pdf"
LINES = 4  # ruled lines under a question; the styles show as many as the reader chose
ROWS = 11  # actions that a sheet has room for


def handout(guide: Guide, place: Place) -> str:
    """Panel and sheets, for a line of their own at the top level of a page. Without scripts: seven blank sheets."""
    home = up_from_url(place)
    return html(
        "handout.html",
        home=home,
        guide=guide,
        sheets=[sheet(guide, home, number, principle) for number, principle in enumerate(guide.principles, 1)],
        first=paper(guide, "", ()),
        pack=PACK,
        whole=WHOLE,
        lines=LINES,
        rows=ROWS,
        words=guide.words,
        copy=" · ".join(filter(None, [guide.site_name, guide.build and guide.words.paper.version.format(build=guide.build)])),
    )


def sheet(guide: Guide, home: str, number: int, principle: Principle) -> dict[str, Any]:
    """What sheet.html prints for one principle; `home` leads from the page to the site's first page."""
    found = guide.checklists.get(principle.slug)
    questions = found.questions if found else ()
    path = f"principles/{principle.slug}/"
    page = guide.front_matters.get(f"principles/{principle.slug}.md")
    return {
        "slug": principle.slug,
        "name": principle.name,
        "title": found.title if found else principle.name,
        "introduction": found.introduction if found else principle.headline,
        "eyebrow": guide.words.page.principle.format(number=number, total=len(guide.principles), name=principle.name),
        "headline": principle.headline,
        "source": home + path,
        "questions": questions,
        "paper": paper(guide, path, (guide.terms[term] for term in terms_in(questions) if term in guide.terms)),
        "reviewed": review(page, guide.words).reviewed if page else "",
        "file": f"{principle.slug}.pdf",
    }


def ready(guide: Guide, place: Place) -> str:
    """A link to the ready-made workshop pack, which appears once `make pdf` has made it."""
    return html("ready.html", target=f"{up_from_url(place)}handout/{PACK}", words=guide.words)
