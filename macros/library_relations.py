"""What no single field of data/tools.yml and data/reports.yml can show: ids that stand twice or lead nowhere."""

from collections.abc import Collection, Iterator

from .guide import Guide
from .library import Reports, Tool, Tools
from .mistakes import Mistake, Place, unknown
from .relations import Sources, duplicate_id, duplicate_name, unknown_or_repeated
from .source import Source


def library_relations(guide: Guide, tools: Tools | None, reports: Reports | None, sources: Sources) -> Iterator[Mistake]:
    """Mistakes between tools, reports and principles; a file that could not be read is not held against the others."""
    slugs = [principle.slug for principle in guide.principles] or None
    yield from _tools(tools, slugs, guide.reports if reports else None, sources) if tools else ()
    yield from _reports(reports, slugs, sources) if reports else ()


def _tools(tools: Tools, slugs: list[str] | None, known: Collection[str] | None, sources: Sources) -> Iterator[Mistake]:
    source = sources["tools"]
    seen: dict[str, Place] = {}
    named: dict[str, Place] = {}
    for n, tool in enumerate(tools.tools):
        yield from duplicate_id(seen, tool.id, source.at("tools", n, "id"))
        yield from duplicate_name(named, tool.name, source.at("tools", n, "name"))
        yield from unknown_or_repeated("principle", tool.main, slugs, source, ("tools", n, "main"))
        yield from unknown_or_repeated("principle", tool.also, slugs, source, ("tools", n, "also"))
        yield from unknown_or_repeated("report", tool.references, known, source, ("tools", n, "references"))
        for m, slug in enumerate(tool.also):
            if slug in tool.main:
                yield Mistake(source.at("tools", n, "also", m), f"'{slug}' stands in `main` too; take it out of one of the two")
        yield from _card(tool, source, n)


def _card(tool: Tool, source: Source, n: int) -> Iterator[Mistake]:
    """What keeps a card from being whole, or from filling its sheet as the blank one is drawn."""
    if not tool.card:
        return
    here, sheet = ("tools", n, "card"), tool.card.sheet
    if tool.idea:
        yield Mistake(source.at(*here), "an idea has nothing to run; take out the card, or the line 'idea: true'")
    if not tool.owner:
        yield Mistake(source.at(*here), "a card leads to the tool itself; add 'owner:' with its 'name' and 'url' beside the card")
    for field in ("time", "group"):
        stated, suggested = getattr(tool, field), getattr(tool.card, field)
        if stated and suggested:
            yield Mistake(source.at(*here, field), f"the tool's owners state its '{field}' already; take our suggestion out")
        elif not (stated or suggested):
            what = f"'{field}' is missing; write what the owners state beside the card, or our suggestion in it"
            yield Mistake(source.at(*here), what)
    if bool(sheet.rows) == bool(sheet.blank):
        yield Mistake(
            source.at(*here, "sheet"), "a sheet either names its rows under 'rows' or has empty ones under 'blank'; write one of the two"
        )
        return
    cells, rows = len(sheet.columns) - bool(sheet.rows), len(sheet.rows) or sheet.blank
    for m, filled in enumerate(tool.card.example.filled):
        place = source.at(*here, "example", "filled", m)
        if m >= rows:
            yield Mistake(place, f"the blank sheet has {rows} rows, and this is one more; take it out")
        elif len(filled) != cells:
            yield Mistake(place, f"this row has {len(filled)} cells to be filled in, and the sheet has {cells}; make them the same")


def _reports(reports: Reports, slugs: list[str] | None, sources: Sources) -> Iterator[Mistake]:
    source = sources["reports"]
    groups = [group.id for group in reports.groups]
    seen: dict[str, Place] = {}
    placed: dict[str, Place] = {}
    found: dict[str, Place] = {}
    for n, group in enumerate(groups):
        yield from duplicate_id(placed, group, source.at("groups", n, "id"))
    for n, report in enumerate(reports.reports):
        yield from duplicate_id(seen, report.id, source.at("reports", n, "id"))
        if report.url in found:
            what = f"the report at this address stands at {found[report.url]} already; keep one of the two, and its id wherever it is named"
            yield Mistake(source.at("reports", n, "url"), what)
        found.setdefault(report.url, source.at("reports", n))
        yield from unknown_or_repeated("principle", report.principles, slugs, source, ("reports", n, "principles"))
        if report.group and report.group not in groups:
            yield Mistake(source.at("reports", n, "group"), unknown("group of reports", report.group, groups))
        for field in ("about", "group"):
            if report.list and not getattr(report, field):
                what = f"a report in the list needs '{field}'; add a line '{field}: …', or write 'list: false'"
                yield Mistake(source.at("reports", n, "list"), what)
