"""What the theme prints around a page, as plain data: an engine may hand it to templates of another language."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from .guide import Guide
from .mistakes import Mistake
from .overview import parts
from .paper import paper, terms_of
from .reviews import review
from .where import url
from .words import plain


def site_data(guide: Guide, mistakes: Iterable[Mistake], project: Path) -> dict[str, Any]:
    """What overrides/ prints on every page: mappings, lists and text alone."""
    return {
        "words": plain(guide.words),
        "mistakes": [{"place": str(one.place), "what": one.what} for one in mistakes],
        "page_of_pages": guide.words.paper.page.format(page="{page}", pages="{pages}"),  # paper.js fills it in
        "modules": _modules(project),
        "publisher": {**guide.publisher.model_dump(mode="json"), "credit": guide.publisher.credit},
        "pages": {name: guide.special.url(name) for name in ("feedback", "glossary", "workbook")},
        "moves": " ".join(":".join((question.id, *question.was)) for question in guide.questions() if question.was),
    }


def page_data(guide: Guide, path: str) -> dict[str, Any]:
    """What it prints on the page at `path` below docs/."""
    page = guide.page_at.get(path)
    front = guide.front_matters.get(path)
    principle = _principle(guide, path)
    questions = f"#{principle['slug']}-questions" if principle and principle["slug"] in guide.checklists else ""
    printed = paper(guide, url(path) + questions, terms_of(guide, page) if page else ())
    return {
        "edit": guide.publisher.edit_uri.replace("{path}", quote(path)),
        "paper": {
            "address": printed.address,
            "code": printed.code._asdict() if printed.code else "",
            "terms": [{"name": term.name, "short": term.short} for term in printed.terms],
        },
        "parts": parts(guide) if path == guide.special.workbook.partition("#")[0] else [],
        "principle": principle,
        "review": review(front, guide.words)._asdict() if front else "",
    }


def _principle(guide: Guide, path: str) -> dict[str, str | int]:
    """Which principle a page is about, with the line that says so; nothing for other pages."""
    for number, one in enumerate(guide.principles, 1):
        if path == guide.special.principle(one.slug):
            eyebrow = guide.words.page.principle.format(number=number, total=len(guide.principles), name=one.name)
            return {"number": number, "slug": one.slug, "eyebrow": eyebrow}
    return {}


def _modules(project: Path) -> list[str]:
    """The scripts that stand in a room, as the import map names them: "answers/merge"."""
    scripts = project / "overrides" / "assets" / "javascripts"
    return sorted(path.relative_to(scripts).with_suffix("").as_posix() for path in scripts.glob("*/*.js") if path.is_file())
