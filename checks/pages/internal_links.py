"""Links from page to page: each leads to a page that is there, and to a place on it."""

import posixpath
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from markdown.extensions.toc import slugify

from macros.counts import count
from macros.guide import Guide
from macros.mistakes import Mistake, Place, WrongCallError, unknown
from macros.parsed_page import ParsedPage, parsed_pages
from macros.settings import place_of, source_of

from .external_links import SCHEME
from .prose import clean

WEB = re.compile(r"(?:www\.|[\w-]+\.(?:uk|org|com|net|eu|int)(?:/|$)|[\w-]+(?:\.[\w-]+)+/)")
COUNT = re.compile(r"\{\{\s*count\((.*?)\)\s*\}\}")
GIVEN_TO = re.compile(r"[\"']([^\"']*)[\"']")
GIVEN = re.compile(r"\{ *[^}]*#([\w-]+)[^}]*\}")


def broken_links(docs: Path, guide: Guide) -> Iterator[Mistake]:
    """Links whose page or place is not there."""
    pages = parsed_pages(docs)
    places = {path: _places(page, guide) for path, page in pages.items()}
    for path, here in pages.items():
        for line, target in here.links:
            file, _, anchor = target.partition("#")
            page = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
            if SCHEME.match(target):
                continue
            place = Place(here.path, line)
            if file and not file.endswith(".md"):
                yield from (Mistake(place, what) for what in _no_page(docs, path, file, pages))
            elif page not in pages:
                yield Mistake(place, unknown("page", page, pages, "write it first"))
            elif anchor and anchor not in places[page]:
                yield Mistake(place, unknown(f"place on docs/{page} called", anchor, places[page], "add a heading for it"))


def unplaced(project: Path, guide: Guide) -> Iterator[Mistake]:
    """Places on pages that mkdocs.yml names and that are not there; pages that are not there stop the build."""
    source, pages = source_of(project), parsed_pages(project / "docs")
    extra = source.data.get("extra") if isinstance(source.data, dict) else None
    for name, target in ((extra or {}).get("pages") or {}).items():
        page, _, anchor = str(target or "").partition("#")
        if anchor and page in pages and anchor not in (known := _places(pages[page], guide)):
            what = unknown(f"place on docs/{page} called", anchor, known, "add a heading for it")
            yield Mistake(place_of(source, "extra", "pages", name), what)


def _no_page(docs: Path, path: str, target: str, pages: Collection[str]) -> Iterator[str]:
    """What to write in place of a target that is neither a page's file nor another file beside the pages."""
    here = posixpath.dirname(path)
    way = posixpath.normpath(posixpath.join("" if target.startswith("/") else here, target.strip("/")))
    near = [posixpath.normpath(f"{one}{end}") for one in (way, target.strip("/") or ".") for end in (".md", "/index.md")]
    meant = [page for page in near if page in pages]
    if meant:
        yield f"'{target}' is the address of a page; name its file: '{posixpath.relpath(meant[0], here)}'"
    elif "@" in target:
        yield f"'{target}' is no page; to let people write to an address, put 'mailto:' before it"
    elif WEB.match(target):
        yield f"'{target}' is no page; if it is a web address, write it whole, from https:// on"
    elif target.startswith("/") or not (docs / way).is_file():
        yield f"'{target}' is no file below docs/; put it there, or correct the link"


def _places(page: ParsedPage, guide: Guide) -> set[str]:
    """The ids on a page: of its headings, those that its author gave, and those that macros make."""
    found = {slugify(clean(_counted(heading.words, guide)), "-") for heading in page.headings} | set(GIVEN.findall(page.prose))
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
