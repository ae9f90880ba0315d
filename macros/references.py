"""What a page's sources are, and how a source is named."""

import re

from .guide import Guide
from .library import Report
from .mistakes import Place, WrongCallError, unknown
from .render import escaped, link

_INITIALS = re.compile(r" [A-Z]{1,3}(-[A-Z])?$")  # "Horton T", "Denis J-L", "Long JC"


def references(guide: Guide, place: Place, *names: str) -> str:
    """The sources of a page as a list, in the order of their authors and years.

    Raises WrongCallError where data/reports.yml has no such report, or where none is named.
    """
    for name in names:
        if name not in guide.reports:
            raise WrongCallError(unknown("report", name, guide.reports))
    if not names:
        raise WrongCallError("no report is named; write the id of at least one entry of data/reports.yml in the brackets")
    found = sorted((guide.reports[name] for name in dict.fromkeys(names)), key=lambda report: (short_name(report).casefold(), report.title))
    return "\n".join(f"- {cited(report)}\n  {{ .app-reports__source }}" for report in found)


def cited(report: Report) -> str:
    """A source in full, as Markdown: who, when, what (the link) and where."""
    year = f" ({report.year})" if report.year else ""
    title = link(report.title, report.url) + ("" if report.title.endswith("?") else ".")
    source = f" *{escaped(report.source)}*." if report.source else ""
    return f"{escaped(report.authors)}{year}. {title}{source}"


def short_name(report: Report) -> str:
    """A source in a few words: 'Snowden and Boone, 2007', 'Moore and others, 2021', 'A body of that name'."""
    people = [_INITIALS.sub("", name.strip()) for name in report.authors.split(",")]
    if len(people) == 1:
        who = people[0]
    elif len(people) == 2 and not people[1].startswith("and "):
        who = " and ".join(people)
    else:
        who = f"{people[0]} and others"
    return f"{who}, {report.year}" if report.year else who
