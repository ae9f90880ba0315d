"""Claims: each figure of data/claims.yml still stands on its page, and the page names where it comes from."""

import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from macros.claims import Claim, Claims
from macros.guide import Guide
from macros.mistakes import Mistake, unknown
from macros.parsed_page import ParsedPage, parsed_pages
from macros.shape import explain
from macros.source import read

from .prose import clean

FILE = "data/claims.yml"
TERM = re.compile(r'\{\{\s*term\("([^"]+)"(?:,\s*"([^"]+)")?\)\s*\}\}')
LISTS = {"glossary()": "terms", "reports()": "reports", "tools()": "tools"}  # macros that print a whole file, and what of the guide


def claims(project: Path, guide: Guide) -> Iterator[Mistake]:
    """Claims whose words or source a page has lost; the place is the claim's own."""
    source = read(project / FILE, FILE)
    yield from source.mistakes
    if source.mistakes:
        return
    try:
        found = Claims.model_validate(source.data).claims
    except ValidationError as error:
        yield from explain(error, source, Claims)
        return
    if {"data/reports.yml", "data/tools.yml", "data/glossary.yml"} & set(guide.unread):  # whoever mends that file sees the rest then
        return
    pages = parsed_pages(project / "docs")
    words = {page: words_of(pages[page], guide) for page in {claim.page for claim in found} & set(pages)}
    for number, claim in enumerate(found):
        place = source.at("claims", number)
        if claim.page not in pages:
            yield Mistake(place, unknown("page", claim.page, pages))
        elif " ".join(claim.says.split()) not in words[claim.page]:
            what = f"docs/{claim.page} no longer says '{claim.says}'"
            yield Mistake(place, f"{what}; correct the page, or hold its new words against the source and change this claim")
        else:
            yield from (Mistake(place, what) for what in _unsourced(claim, pages[claim.page], guide))


def words_of(page: ParsedPage, guide: Guide) -> str:
    """A page's words in one line, as a reader meets them: terms by name, and what its lists print."""
    named = TERM.sub(lambda term: term[2] or (guide.terms[term[1]].name if term[1] in guide.terms else ""), page.prose)
    parts = [clean(line) for line in named.splitlines()]
    for macro, kind in LISTS.items():
        if f"{{{{ {macro}" in page.text:
            entries = getattr(guide, kind).values()
            parts += [value for entry in entries for value in entry.model_dump().values() if isinstance(value, str)]
    return " ".join(" ".join(parts).split())


def _unsourced(claim: Claim, page: ParsedPage, guide: Guide) -> Iterator[str]:
    """What is wrong with a claim's source on its page."""
    if "://" in claim.source:
        owned = "{{ tools()" in page.text and any(tool.owner and claim.source == tool.owner.url for tool in guide.tools.values())
        if not (owned or claim.source in page.text):
            yield f"docs/{claim.page} does not link to {claim.source}; link to it beside '{claim.says}'"
        return
    if claim.source not in guide.reports:
        yield unknown("report", claim.source, guide.reports)
        return
    listed = guide.reports[claim.source].list and "{{ reports()" in page.text
    by_tool = "{{ tools()" in page.text and any(claim.source in tool.references for tool in guide.tools.values())
    if not (listed or by_tool or ("references", claim.source) in page.calls):
        yield f"docs/{claim.page} does not name the source of '{claim.says}'; add \"{claim.source}\" to references() on that page"
