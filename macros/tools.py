"""Tools and methods: those of one principle, all as a table, which helps which principle, and ideas that are no tools."""

from .guide import Guide
from .library import Report, Tool
from .mistakes import Place, WrongCallError, unknown
from .references import short_name
from .render import escaped, html, link
from .where import up, up_from_url, url


def tool(guide: Guide, place: Place, name: str, text: str = "") -> str:
    """A link to a tool's card, or to its row in the table of all tools; `text` replaces the tool's own name.

    Raises WrongCallError where data/tools.yml has no such tool.
    """
    if name not in guide.tools:
        raise WrongCallError(unknown("tool", name, guide.tools))
    return _link(guide, place, guide.tools[name], text)


def tools(guide: Guide, place: Place, principle: str = "") -> str:
    """All tools as a table that can be filtered; with a principle's slug its own tools as a list, the main ones first.

    Raises WrongCallError where the principle is unknown or no tool helps it.
    """
    if not principle:
        return _table(guide)
    slugs = [one.slug for one in guide.principles]
    if principle not in slugs:
        raise WrongCallError(unknown("principle", principle, slugs))
    main = [one for one in _sorted(guide) if principle in one.main]
    also = [one for one in _sorted(guide) if principle in one.also]
    if not main + also:
        raise WrongCallError(f"no tool helps '{principle}' yet; name it in the `main` of one in data/tools.yml, or take the call out")
    words = guide.words
    items = [f"- {_link(guide, place, one)}: {escaped(_practical(one))}" for one in main if not one.idea]
    more = [
        (words.tools.too, [one for one in also if not one.idea]),
        (words.tools.ideas, [one for one in main + also if one.idea]),
    ]
    lines = [f"{label} {', '.join(_link(guide, place, one) for one in found)}.\n{{ .app-tools__too }}" for label, found in more if found]
    return "\n\n".join(part for part in ("\n".join(items), *lines) if part)


def tools_ideas(guide: Guide, place: Place) -> str:
    """Ideas that help to think and that nobody can run like a tool, from A to Z, with where to read about them."""
    found = []
    for idea in (one for one in _sorted(guide) if one.idea):
        read = ", ".join(link(label, url) for label, url in _sources(guide, idea))
        by = f" ({escaped(origin(idea))})" if origin(idea) else ""
        found += [f"### {escaped(idea.name)} {{ #tool-{idea.id} }}", f"{escaped(idea.purpose.removesuffix('.'))}{by}. {read}".strip()]
    return "\n\n".join(found)


def tools_matrix(guide: Guide, place: Place) -> str:
    """A table of tools and principles, in the order of the principle that a tool helps most."""
    order = [principle.slug for principle in guide.principles]
    marks = {"main": guide.words.tools.main_mark, "also": guide.words.tools.also_mark}
    rows = []
    for tool in sorted(_runnable(guide), key=lambda tool: [slug not in tool.main for slug in order]):
        helps = ["main" if slug in tool.main else "also" if slug in tool.also else "" for slug in order]
        cells = [(number, degree, marks.get(degree, "")) for number, degree in enumerate(helps, 1)]
        rows.append({"id": tool.id, "name": tool.name, "cells": cells})
    columns = [(principle.name, up_from_url(place) + url(guide.special.principle(principle.slug))) for principle in guide.principles]
    return html("tools-matrix.html", columns=columns, rows=rows, words=guide.words)


def _table(guide: Guide) -> str:
    words = guide.words
    names = {principle.slug: principle.name for principle in guide.principles}
    rows = [
        {
            "id": tool.id,
            "name": tool.name,
            "purpose": tool.purpose,
            "origin": origin(tool),
            "owner": tool.owner,
            "card": bool(tool.card),
            "time": tool.time,
            "group": tool.group,
            "main": " ".join(tool.main),
            "also": " ".join(tool.also),
            "helps": [
                (label, ", ".join(names[slug] for slug in names if slug in slugs))
                for label, slugs in ((words.tools.main, tool.main), (words.tools.also, tool.also))
                if slugs
            ],
            "sources": _sources(guide, tool),
        }
        for tool in _runnable(guide)
    ]
    return html("tools.html", rows=rows, principles=guide.principles, words=words)


def _link(guide: Guide, place: Place, tool: Tool, text: str = "") -> str:
    return link(text or tool.name, f"{up(place)}{guide.special.file('tools')}#tool-{tool.id}")


def origin(tool: Tool) -> str:
    """Who made a tool, and in which year, as far as it is known."""
    return ", ".join(str(part) for part in (tool.originator, tool.year) if part)


def _sources(guide: Guide, tool: Tool) -> list[tuple[str, str]]:
    """What to read about a tool: words for each source, and its address."""
    return [(_label(guide.reports[name]), guide.reports[name].url) for name in tool.references if name in guide.reports]


def _label(report: Report) -> str:
    """A source in a few words. Without a year its authors say too little: several pages are by the same body."""
    return short_name(report) if report.year else report.title


def _sorted(guide: Guide) -> list[Tool]:
    return sorted(guide.tools.values(), key=lambda tool: tool.name.casefold())


def _runnable(guide: Guide) -> list[Tool]:
    return [tool for tool in _sorted(guide) if not tool.idea]


def _practical(tool: Tool) -> str:
    """What a tool is for, with its time and people where they are known."""
    known = "; ".join(part[0].lower() + part[1:] for part in (tool.time, tool.group) if part)
    return f"{tool.purpose.removesuffix('.')} ({known})." if known else tool.purpose
