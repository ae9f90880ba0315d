"""Which page uses which term, tool or report, and what nothing uses."""

from collections.abc import Iterator

from .guide import Guide
from .mistakes import Mistake
from .pages import Call, Page


def used_on(guide: Guide, term: str) -> tuple[Page, ...]:
    """The pages that use a glossary term, in their text or in a question of their checklist."""
    calls: set[Call] = {("term", term)}
    for name, checklist in guide.checklists.items():
        if any(term in question.terms for question in checklist.questions):
            calls.add(("checklist", name))
    return tuple(page for page in guide.pages if calls & page.calls)


def unused(guide: Guide) -> Iterator[Mistake]:
    """Entries of the data that no reader meets, each with what to do about it."""
    calls = {call for page in guide.pages for call in page.calls}
    by_tools = {report for tool in guide.tools.values() for report in tool.references}
    for term in guide.terms.values():
        if not used_on(guide, term.id):
            what = f"no page uses the term '{term.id}'; use it with term(\"{term.id}\") or in a question, or take it out"
            yield Mistake(guide.places["term", term.id], what)
    for tool in guide.tools.values():
        if not calls & {("tool", tool.id), *(("tools", slug) for slug in ("", *tool.main, *tool.also))}:
            what = f"no page shows the tool '{tool.id}'; call tools() on one, or take it out"
            yield Mistake(guide.places["tool", tool.id], what)
    for report in guide.reports.values():
        if not (report.list or report.id in by_tools or ("references", report.id) in calls):
            what = f"nothing cites the report '{report.id}'; cite it with references(\"{report.id}\"), list it, or take it out"
            yield Mistake(guide.places["report", report.id], what)
