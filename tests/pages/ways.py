"""Links from page to page: each leads to a page that is there, and to a place on it."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from markdown.extensions.toc import slugify

from macros.encoding import text_of
from macros.guide import Guide
from macros.mistakes import Mistake, Place, unknown
from macros.pages import calls_in

from .links import SCHEME, targets
from .prose import clean, plain

HEADING = re.compile(r"^#+\s+(.*)$", re.MULTILINE)
GIVEN = re.compile(r"\{ *[^}]*#([\w-]+)[^}]*\}")


def lost(docs: Path, guide: Guide) -> Iterator[Mistake]:
    """Links whose page or place is not there."""
    texts = {file.relative_to(docs).as_posix(): text_of(file) for file in sorted(docs.rglob("*.md"))}
    places = {path: _places(text, guide) for path, text in texts.items()}
    for path, text in texts.items():
        for line, target in targets(text):
            file, _, anchor = target.partition("#")
            page = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
            if SCHEME.match(target) or not (page.endswith(".md") or not file):
                continue
            if page not in texts:
                yield Mistake(Place(f"docs/{path}", line), unknown("page", page, texts))
            elif anchor and anchor not in places[page]:
                yield Mistake(Place(f"docs/{path}", line), unknown(f"place on docs/{page} called", anchor, places[page]))


def _places(text: str, guide: Guide) -> set[str]:
    """The ids on a page: of its headings, those that its author gave, and those that macros make."""
    body = plain(text)
    found = {slugify(clean(heading), "-") for heading in HEADING.findall(body)} | set(GIVEN.findall(body))
    for macro, name in calls_in(text):
        if macro == "checklist" and name in guide.checklists:
            found.update(question.id for question in guide.checklists[name].questions)
        if (macro, name) == ("tools", ""):
            found.update(f"tool-{tool}" for tool in guide.tools)
    if "{{ glossary()" in body:
        found.update(f"term-{name}" for term in guide.terms.values() for name in (term.id, *term.was))
    return found
