"""Links from page to page: each leads to a page that is there, and to a place on it."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from macros.guide import Guide
from macros.lookalikes import lookalike
from macros.mistakes import Mistake, Place, unknown
from macros.parsed_page import parsed_pages

from .external_links import SCHEME, home_made
from .places import places_on
from .ways import Ways, either, exact, meant, nearest

WEB = re.compile(r"(?:https?:?/|www\.|[\w-]+\.(?:uk|org|com|net|eu|int)(?:/|$)|[\w-]+(?:\.[\w-]+)+/)")


def broken_links(docs: Path, guide: Guide, site_url: str = "") -> Iterator[Mistake]:
    """Links whose page or place is not there, or that lead out and back; `site_url` is where this guide lives, if it is known."""
    pages = parsed_pages(docs)
    places = {path: places_on(page, guide) for path, page in pages.items()}
    theme = docs.parent / "overrides"
    beside = {file.relative_to(root).as_posix() for root in (docs, theme) for file in root.rglob("*") if file.is_file()} - set(pages)
    for path, here in pages.items():
        for line, target in here.links:
            yield from (Mistake(Place(here.path, line), what) for what in _wrong(target, Ways(path, places), beside, site_url))


def _wrong(target: str, ways: Ways, beside: set[str], site_url: str) -> Iterator[str]:
    """What is wrong with one link, and what to write in its place."""
    if (way := home_made(target, site_url)) is not None:
        what = f"'{target}' leads to {way.whose}"
        if found := exact(way.path, "", ways.places) or next(iter(nearest(way.path, ways.places)), "") * way.private:
            yield f"{what}; name the page's file: '{ways.to(found, way.anchor)}'"
        elif way.private:
            yield f"{what}, where no reader gets; name the file of a page, or a public address"
        return
    if SCHEME.match(target) or target.startswith("//") or re.search("[“”‘’«]", target):  # dialect.py names quotes
        return
    file, _, anchor = target.partition("#")
    file, _, query = file.partition("?")
    page = ways.arrives(unquote(file))
    if file and not file.endswith(".md"):
        yield from _no_page(file, anchor, ways, beside)
    elif page not in ways.places:
        yield _no_such_page(unquote(file), anchor, ways, beside)
    elif query or ":~:" in anchor:
        left = f"?{query}" if query else f"#{anchor}"
        yield f"'{left}' was left in the address by a search; write '{ways.to(page, anchor)}'"
    elif anchor and unquote(anchor) not in ways.places[page]:
        yield _no_place(page, anchor, ways)


def _no_such_page(file: str, anchor: str, ways: Ways, beside: set[str]) -> str:
    if ways.arrives(file) in beside:
        return f"'{file}' is not published: 'exclude_docs' or 'draft_docs' in mkdocs.yml leaves it out; link to another page"
    if found := exact(file, ways.path, ways.places):
        return f"'{file}' leads to no page from here; write '{ways.to(found, anchor)}'"
    if same := next(filter(None, (lookalike(file, ways.to(one)) for one in ways.places)), ""):
        return f"there is no page '{file}'; {same}"
    found_near = either([ways.to(one, anchor) for one in nearest(file, ways.places)])
    return f"there is no page '{file}'; " + (f"did you mean {found_near}?" if found_near else "write it first, or correct the link")


def _no_place(page: str, anchor: str, ways: Ways) -> str:
    elsewhere = either([ways.to(one, anchor) for one, places in ways.places.items() if anchor in places])
    if elsewhere:
        return f"there is no place on docs/{page} called '{anchor}'; did you mean {elsewhere}?"
    return unknown(f"place on docs/{page} called", anchor, ways.places[page], "add a heading for it")


def _no_page(target: str, anchor: str, ways: Ways, beside: set[str]) -> Iterator[str]:
    """What to write in place of a target that does not name a page's file."""
    file = unquote(target)
    if not file.startswith("/") and ways.arrives(file) in beside:
        return
    if found := exact(file, ways.path, ways.places):
        yield f"'{target}' is the address of a page; name its file: '{ways.to(found, anchor)}'"
    elif "@" in target:
        yield f"'{target}' is no page; to let people write to an address, put 'mailto:' before it"
    elif WEB.match(target):
        yield f"'{target}' is no page; if it is a web address, write it whole, from https:// on"
    elif near := either([ways.to(one) for one in meant(file, ways.path, beside)]):
        yield f"'{target}' is no file from here; did you mean {near}?"
    else:
        yield f"'{target}' is no file below docs/; put it there, or correct the link"
