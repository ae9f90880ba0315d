"""The places on pages: which there are, and whether those are there that the settings and the register of addresses name."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from markdown.extensions.toc import slugify

from macros.addresses import address, final, read_addresses
from macros.counts import count
from macros.guide import Guide
from macros.mistakes import Mistake, Place, WrongCallError, unknown
from macros.parsed_page import ParsedPage, parsed_pages
from macros.settings import part, place_of, source_of

from .prose import clean

COUNT = re.compile(r"\{\{\s*count\((.*?)\)\s*\}\}")
GIVEN_TO = re.compile(r"[\"']([^\"']*)[\"']")
GIVEN = re.compile(r"\{ *[^}]*#([\w-]+)[^}]*\}")


def unplaced(project: Path, guide: Guide) -> Iterator[Mistake]:
    """Places on pages that mkdocs.yml names and that are not there; pages that are not there stop the build."""
    source, pages = source_of(project), parsed_pages(project / "docs")
    for name, target in part(source, "extra", "pages").items():
        page, _, anchor = str(target or "").partition("#")
        if anchor and page in pages and anchor not in (known := places_on(pages[page], guide)):
            what = unknown(f"place on docs/{page} called", anchor, known, "add a heading for it")
            yield Mistake(place_of(source, "extra", "pages", name), what)


def moved_away(project: Path, guide: Guide) -> Iterator[Mistake]:
    """Places to which the register of addresses leads on and that are not there: whoever comes would stand at the top of the page."""
    pages = {address(path): page for path, page in parsed_pages(project / "docs").items()}
    register, source, _ = read_addresses(project / "data")
    moved = {one.address: one.to for one in register.moved} if register else {}
    for number, to in enumerate(moved.values()):
        page, mark, place = (final(to, moved) or "").partition("#")
        if mark and "#" in to and page in pages and place not in (known := places_on(pages[page], guide)):
            what = unknown(f"place on {pages[page].path} called", place, known, "add a heading for it")
            yield Mistake(source.at("moved", number, "to"), what)


def places_on(page: ParsedPage, guide: Guide) -> set[str]:
    """The ids on a page: of its headings, those that its author gave, and those that macros make."""
    slugs = Counter(slugify(clean(_counted(heading.words, guide)), "-") for heading in page.headings)
    found = {slug if not n else f"{slug}_{n}" for slug, times in slugs.items() for n in range(times)} | set(GIVEN.findall(page.prose))
    for macro, name in page.calls:
        if macro == "checklist" and name in guide.checklists:
            found.update(question.id for question in guide.checklists[name].questions)
        found.update(f"tool-{tool.id}" for tool in guide.tools.values() if (macro, name) == (tool.shown_by, ""))
    if "{{ glossary()" in page.prose:
        found.update(f"term-{name}" for term in guide.terms.values() for name in (term.id, *term.was))
    return found


def _counted(words: str, guide: Guide) -> str:
    """The words of a heading with the numbers that count() gives there."""

    def number(found: re.Match[str]) -> str:
        try:
            return count(guide, Place(""), *GIVEN_TO.findall(found[1]))
        except (WrongCallError, TypeError):  # the build says what is wrong with it
            return ""

    return COUNT.sub(number, words)
