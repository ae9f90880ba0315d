"""Which page uses which term, tool or report, and what nothing uses."""

from collections.abc import Collection, Iterator

from .given import Call
from .guide import Guide
from .mistakes import Mistake, Place
from .pages import Page


def used_on(guide: Guide, term: str) -> tuple[Page, ...]:
    """The pages that use a glossary term, in their text or in a question of their checklist."""
    calls: set[Call] = {("term", term)}
    for name, checklist in guide.checklists.items():
        if any(term in question.terms for question in checklist.questions):
            calls.add(("checklist", name))
    return tuple(page for page in guide.pages if calls & page.calls)


def unshown(guide: Guide) -> Iterator[Mistake]:
    """Checklists that no reader meets: somebody has written them for one."""
    calls = _calls(guide)
    for name in () if _has_unknown_name(guide, calls) else guide.checklists:
        if ("checklist", name) not in calls:
            what = f'no page shows this checklist; write checklist("{name}") in double braces on a page, or take the file out'
            yield Mistake(Place(f"data/checklists/{name}.yml"), what)


def unused(guide: Guide) -> Iterator[Mistake]:
    """Entries of the data that no page uses, each with what to do about it."""
    calls = _calls(guide)
    if _has_unknown_name(guide, calls):
        return
    by_tools = {report for tool in guide.tools.values() for report in tool.references}
    for term in guide.terms.values():
        if not used_on(guide, term.id):
            what = f"no page uses the term '{term.id}'; use it with term(\"{term.id}\") or in a question, or take it out"
            yield Mistake(guide.places["term", term.id], what)
    for tool in guide.tools.values():
        if not calls & {("tool", tool.id), *(("tools", slug) for slug in (*tool.main, *tool.also)), (tool.shown_by, "")}:
            what = f"no page shows the tool '{tool.id}'; call {tool.shown_by}() on one, or take it out"
            yield Mistake(guide.places["tool", tool.id], what)
    for report in guide.reports.values():
        if not (report.list or report.id in by_tools or ("references", report.id) in calls):
            what = f"nothing cites the report '{report.id}'; cite it with references(\"{report.id}\"), list it, or take it out"
            yield Mistake(guide.places["report", report.id], what)


def _calls(guide: Guide) -> set[Call]:
    return {call for page in guide.pages for call in page.calls}


def _has_unknown_name(guide: Guide, calls: Collection[Call]) -> bool:
    """Whether a page has a name that the data does not: misspelt, it may be the only use of an entry that seems unused."""
    known: dict[str, Collection[str]] = {
        "checklist": guide.checklists,
        "term": guide.terms,
        "tool": guide.tools,
        "references": guide.reports,
    }
    return any(name not in known.get(macro, {name}) for macro, name in calls)
