"""The navigation in mkdocs.yml: it names every page, and only pages that are there."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from macros.mistakes import Mistake, Place
from macros.parsed_page import parsed_pages
from macros.published import left_out
from macros.settings import FILE
from macros.source import Source

from .external_links import SCHEME
from .site import entries
from .strays import UNREAD, misnamed
from .ways import either, exact, meant

# How an entry may not be written, and what to write.
WRITTEN = {
    r"\[([^\]]+)\]\(([^)]+)\)": "a link of a page leads nowhere here; write '{0}: {1}'",
    r".* -\s+([\w./-]+\.md)": "the line with '{0}' is indented further than the one above; start both in the same column",
    r"([^/:]+):([\w./-]+\.md)": "a space is missing behind '{0}:'; write it",
}


def navigation(project: Path, source: Source) -> Iterator[Mistake]:
    """What is wrong with the settings as YAML, or else with the navigation in them."""
    yield from source.mistakes
    if not isinstance(source.data, dict) or not isinstance(source.data.get("nav"), list):
        return
    yield from _sections(source)
    pages = set(parsed_pages(project / "docs"))
    named = {path: PurePosixPath(entry).as_posix() for path, entry in entries(source.data["nav"]) if "://" not in entry}
    without = left_out(project / "docs", "not_in_nav")
    out = left_out(project / "docs", "exclude_docs", "draft_docs")
    missing = {page for page in pages - set(named.values()) if not without.match_file(page) and not misnamed(project / "docs" / page)}
    for path, entry in named.items():
        if (line := next(one for one, other in named.items() if other == entry)) != path:
            what = f"'{entry}' stands twice in the navigation, first on line {source.at(*line).line}; take one out"
            yield Mistake(Place(FILE, source.at(*path).line), what)
        elif what := _written(entry, path, pages):
            missing -= set(re.findall(r"[\w./-]+\.md", f"{entry} {what}"))
            yield Mistake(Place(FILE, source.at(*path).line), what)
        elif out.match_file(entry):
            what = f"'{entry}' is not published: a line below 'exclude_docs:' or 'draft_docs:' leaves it out; take one of the two out"
            yield Mistake(Place(FILE, source.at(*path).line), what)
        elif entry not in pages and entry.endswith(".md") and not _otherwise_called(project / "docs" / entry):
            near = either([page for page in meant(entry, "", pages) if page in missing])
            hint = f"did you mean {near}?" if near else "write it first, or take the line out"
            missing -= set(re.findall("'([^']+)'", near))  # named here already
            yield Mistake(Place(FILE, source.at(*path).line), f"there is no page '{entry}'; {hint}")
    for page in sorted(missing):
        what = f"the page '{page}' is not in the navigation; add a line '- {page}' below 'nav:', where readers would look for it"
        yield Mistake(Place(FILE, max(source.at("nav").line - 1, 1)), what)


def _otherwise_called(file: Path) -> bool:
    """Whether the page of an entry lies there under a name that is complained of for itself."""
    return any(one.name.startswith(f"{file.name}.") or UNREAD.fullmatch(one.name) for one in file.parent.glob(f"{file.stem}.*"))


def _sections(source: Source) -> Iterator[Mistake]:
    """Sections without a page."""

    def empty(value: object, path: tuple[str | int, ...]) -> Iterator[Mistake]:
        for key, child in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
            place = Place(FILE, source.at(*path, key).line)
            if not child and isinstance(key, str):
                yield Mistake(place, f"'{key}' has no page below it; add one, or take the line out")
            elif child is None:
                yield Mistake(place, "nothing stands behind this '-'; name a page (a title with '#' needs quotes), or take the line out")
            elif isinstance(child, dict) and len(child) > 1:
                yield Mistake(place, f"{len(child)} entries stand in one here; start each with '- '")
            yield from empty(child, (*path, key))

    yield from empty(source.data["nav"], ("nav",))


def _written(entry: str, path: tuple[str | int, ...], pages: set[str]) -> str:
    """What is wrong with how an entry is written, and how to write it; '' where nothing is."""
    if entry in pages:
        return ""
    for pattern, what in WRITTEN.items():
        if found := re.fullmatch(pattern, entry):
            return what.format(*found.groups())
    if isinstance(path[-1], str) and path[-1] in pages:
        return f"the page comes last; write '{entry}: {path[-1]}'"
    file, mark, _ = entry.partition("#")
    if mark and file in pages:
        return f"the navigation leads to pages, and not to places on them; write '{file}'"
    return "" if entry.endswith(".md") or SCHEME.match(entry) else _neither(entry, pages)


def _neither(entry: str, pages: set[str]) -> str:
    """What to write for an entry that is no page's file and no whole address."""
    if near := exact(entry, "", pages):
        return f"'{entry}' names no page's file; write '{near}'"
    near = either(meant(entry, "", pages))
    return f"'{entry}' is no page's file and no whole address; " + (f"did you mean {near}?" if near else "write one of the two")
