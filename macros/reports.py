"""The list of further resources: what is worth reading, in groups, each with what it is good for."""

from .guide import Guide
from .library import Report
from .mistakes import Place
from .references import cited
from .render import escaped


def reports(guide: Guide, place: Place) -> str:
    """All listed reports under a heading for each group, in the order of data/reports.yml."""
    parts = []
    for group in guide.groups:
        listed = [report for report in guide.reports.values() if report.list and report.group == group.id]
        if listed:
            parts.append(f"### {escaped(group.title)}")
            parts.append("\n\n".join(_item(guide, report) for report in listed))
    return "\n\n".join(parts)


def _item(guide: Guide, report: Report) -> str:
    """One entry as three paragraphs: what it gives the reader, the source in full, its kind and principles."""
    words = guide.words
    kind = {
        "book": words.reports.book,
        "guide": words.reports.guide,
        "paper": words.reports.paper,
        "report": words.reports.report,
        "web": words.reports.web,
    }[report.kind]
    known = {principle.slug: principle.name for principle in guide.principles}
    principles = ", ".join(known[slug] for slug in report.principles if slug in known)
    speaks = f" {words.reports.principles}: {principles}." if principles else ""
    return "\n\n    ".join(
        [
            f"- {cited(report)}",
            f"{escaped(report.about or '')}\n    {{ .app-reports__about }}",
            f"{kind}.{speaks}\n    {{ .app-reports__kind }}",
        ]
    )
