"""What paper needs and a screen does not: a page's address to scan and to type, and its terms explained."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import segno

from .guide import Guide
from .models import Question, Term
from .pages import Page

QUIET = 2  # modules of white inside the picture; the styles keep as many again around it


class Code(NamedTuple):
    """A QR code: its width in modules, and its dark modules as SVG path data of lines that are one module thick."""

    size: int
    path: str


class Paper(NamedTuple):
    """What one page says on paper: its address without "https://" and as a code, where it is known; and its terms."""

    address: str
    code: Code | None
    terms: tuple[Term, ...]


def paper(guide: Guide, path: str, terms: Iterable[Term]) -> Paper:
    """The paper of what is at `path` below the site's address, with these terms from A to Z. A place on a page is in the code alone."""
    whole = f"{guide.publisher.site_url.rstrip('/')}/{path}" if guide.publisher.site_url else ""
    spelled = sorted(terms, key=lambda term: term.name.casefold())
    return Paper(whole.partition("://")[2].partition("#")[0], code(whole) if whole else None, tuple(spelled))


def terms_of(guide: Guide, page: Page) -> set[Term]:
    """The terms that a page uses, in its text or in a question of its checklist."""
    used = {name for macro, name in page.calls if macro == "term"}
    for macro, name in page.calls:
        if macro == "checklist" and name in guide.checklists:
            used.update(terms_in(guide.checklists[name].questions))
    return {guide.terms[name] for name in used if name in guide.terms}


def terms_in(questions: Iterable[Question]) -> set[str]:
    """The ids of the terms that some questions use."""
    return {term for question in questions for term in question.terms}


@lru_cache(maxsize=256)
def code(address: str) -> Code:
    """An address as a QR code that still reads when a sixth of it is smudged."""
    rows = segno.make(address, micro=False, error="m").matrix
    lines = [f"M{start + QUIET} {y + QUIET}.5h{length}" for y, row in enumerate(rows) for start, length in _runs(row)]
    return Code(len(rows) + 2 * QUIET, "".join(lines))


def _runs(row: bytearray) -> Iterable[tuple[int, int]]:
    """Where dark modules begin in a row, and how many follow."""
    start = 0
    for part in bytes(row).split(b"\x00"):
        if part:
            yield start, len(part)
        start += len(part) + 1
