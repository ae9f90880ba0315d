"""Give the engine the macros; log what is wrong instead of raising it, so that `serve` stays alive."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from . import checklist, feedback, glossary, handout, overview, references, reports, tools, wheel
from .answer import Macro, Told, answering, log
from .calls import Wrong, wrong_calls
from .citations import unused
from .front_matter import front_matters
from .guide import Guide
from .loader import files, load
from .mistakes import Mistake
from .pages import read_pages
from .paper import papers

INLINE: tuple[Macro, ...] = (glossary.term, tools.tool)  # stand anywhere in a page
BLOCKS: tuple[Macro, ...] = (  # stand on a line of their own
    checklist.checklist,
    feedback.feedback,
    glossary.glossary,
    handout.handout,
    handout.ready,
    overview.overview,
    references.references,
    reports.reports,
    tools.tools,
    tools.tools_matrix,
    wheel.wheel,
)
NAMES = tuple({macro.__name__ for macro in kind} for kind in (INLINE, BLOCKS))


def define(env: Any, cache: dict[str, Any]) -> None:
    """Load the data and read the pages once per state of their files, name the mistakes, register the macros."""
    settings = env.variables["config"]["extra"]
    publisher = settings.get("publisher") or {}
    known = {name: publisher.get(name) or "" for name in ("build", "feedback", "issues", "site_url")}
    known["site_name"] = env.variables["config"].get("site_name") or ""
    guide, calls = _read(Path(env.project_dir), known, cache)
    for name, value in publisher.items():
        if not value and not cache.get("told"):
            log.info("mkdocs.yml: extra.publisher.%s is empty: what needs it is left out of the site", name)
    cache["told"] = True
    settings["guide"] = {"words": guide.words, "principles": guide.principles, "papers": papers(guide)}  # for overrides/
    for macro in INLINE:
        env.macro(answering(env, guide, macro, {}), macro.__name__)
    misplaced = {wrong.mistake.place: wrong.mistake.what for wrong in calls if not wrong.name}
    for macro in BLOCKS:
        env.macro(answering(env, guide, macro, misplaced), macro.__name__)
    for wrong in calls:
        if wrong.name and wrong.name not in {*NAMES[0], *NAMES[1], *env.variables}:
            env.macro(Told(env, wrong.mistake.what), wrong.name)


def _read(project: Path, publisher: dict[str, Any], cache: dict[str, Any]) -> tuple[Guide, tuple[Wrong, ...]]:
    """The guide and the calls on its pages that are wrong; every mistake is logged."""
    data, docs = project / "data", project / "docs"
    pages = tuple(docs.rglob("*.md"))
    known: Guide = _kept(cache, "guide", files(data), lambda: load(data))
    fronts, untitled = _kept(cache, "front matter", pages, lambda: front_matters(docs))
    guide = replace(known, pages=_kept(cache, "pages", pages, lambda: read_pages(docs, fronts)), **publisher)
    calls: tuple[Wrong, ...] = _kept(cache, "calls", pages, lambda: tuple(wrong_calls(docs, *NAMES)))
    for mistake in (*guide.mistakes, *untitled, *(wrong.mistake for wrong in calls)):
        log.error("%s", mistake)
    _kept(cache, "unused", (*files(data), *pages), lambda: _tell(unused(guide)))
    return guide, calls


def _kept(cache: dict[str, Any], name: str, paths: Iterable[Path], make: Callable[[], Any]) -> Any:
    """What `make` gave when the files were last as they are now."""
    state = tuple((str(path), path.stat().st_mtime_ns) for path in sorted(paths) if path.exists())
    if cache.get(name, ("", None))[0] != state:
        cache[name] = (state, make())
    return cache[name][1]


def _tell(found: Iterable[Mistake]) -> None:
    """Say what is left over: it harms no reader, so it stops no build."""
    for one in found:
        log.info("%s", one)
