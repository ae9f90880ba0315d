"""The pages that templates and macros link to: each is there, and shows what is looked for on it."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import PurePosixPath

from .guide import Guide
from .mistakes import Mistake, Place, unknown
from .settings import FILE, Settings, place_of

SHOWS = {"glossary": "glossary", "tools": "tools", "workbook": "overview", "handout": "handout", "feedback": "feedback"}  # by which macro


def missing(guide: Guide, settings: Settings, named: Iterable[Mistake]) -> Iterator[Mistake]:
    """Pages that the settings or the data name and that are not there; one whose file is `named` already is not missed."""
    paths = {page.path for page in guide.pages}
    known = {PurePosixPath(path).with_suffix("") for path in (*paths, *(one.place.path.removeprefix("docs/") for one in named))}
    for name in (*SHOWS, "workshop"):
        file = str(getattr(guide.special, name)).partition("#")[0]
        if file and not file.endswith(".md"):
            whole = f"write '{file}.md'" if f"{file}.md" in paths else "write it whole, with '.md' at its end"
            yield Mistake(place_of(settings.source, "extra", "pages", name), f"'{file}' names no page's file; {whole}")
        elif file and PurePosixPath(file).with_suffix("") not in known:
            what = unknown("page", file, paths, "write it first, or take the line out")
            yield Mistake(place_of(settings.source, "extra", "pages", name), what)
    wanted = {guide.special.principle(principle.slug) for principle in guide.principles}
    for principle in guide.principles:
        file = guide.special.principle(principle.slug)
        if PurePosixPath(file).with_suffix("") not in known:
            over = [path for path in paths - wanted if path.startswith(f"{guide.special.principles}/")]
            near = get_close_matches(file, over, n=1, cutoff=0.5)
            hint = f"call docs/{near[0]} so, or correct the slug" if near else "write it, or correct the slug"
            yield Mistake(guide.places["principle", principle.slug], f"the principle '{principle.slug}' has no page docs/{file}; {hint}")


def bare(guide: Guide) -> Iterator[Mistake]:
    """Pages that do not show what others link to: a link to a term would find no term. For a guide without other mistakes."""
    calls = {page.path: page.calls for page in guide.pages}
    for name, macro in SHOWS.items():
        file = getattr(guide.special, name)
        if file and (macro, "") not in calls.get(file.partition("#")[0], ()):
            what = f"this page stands as '{name}' in {FILE}; call {macro}() on it, or name the page that does"
            yield Mistake(Place(f"docs/{file}"), what)
