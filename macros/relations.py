"""What no single field can show: duplicate ids and names, and ids that nothing has."""

import re
from collections.abc import Collection, Iterator, Sequence

from .guide import Guide
from .mistakes import Mistake, Place, unknown
from .models import ID, Glossary
from .source import Path_, Source

Sources = dict[str, Source]  # by path below data/, without the ending: "checklists/<name>"


def misnamed_principles(guide: Guide, sources: Sources) -> Iterator[Mistake]:
    """Principles that have no checklist and that nothing else names: one letter here would be a mistake everywhere else."""
    files = {name.removeprefix("checklists/") for name in sources if name.startswith("checklists/")}
    used = {slug for principle in guide.principles for slug in principle.links}
    used |= {slug for tool in guide.tools.values() for slug in (*tool.main, *tool.also)}
    used |= {slug for report in guide.reports.values() for slug in report.principles}
    for n, principle in enumerate(guide.principles):
        if principle.slug not in files | used:
            yield Mistake(sources["principles"].at("principles", n, "slug"), unknown("checklist", principle.slug, files))


def relations(guide: Guide, glossary: Glossary | None, sources: Sources) -> Iterator[Mistake]:
    """Mistakes between entries; a file that could not be read is not held against the others."""
    seen: dict[str, Place] = {}
    terms = guide.terms if glossary else None
    for name, checklist in guide.checklists.items():
        source = sources[f"checklists/{name}"]
        if not re.fullmatch(ID, name):
            yield Mistake(Place(source.name), "a checklist's file name is lower-case words joined by hyphens; rename the file")
            continue
        for n, question in enumerate(checklist.questions):
            if guide.register and not question.id.startswith(f"{name}-") and question.id not in {*guide.register.questions, *seen}:
                what = f"a new id starts with the name of its page; write '{name}-' and a few words of the question"
                yield Mistake(source.at("questions", n, "id"), what)
            yield from duplicate_id(seen, question.id, source.at("questions", n, "id"))
            yield from unknown_or_repeated("glossary term", question.terms, terms, source, ("questions", n, "terms"))
    placed: dict[str, Place] = {}
    named: dict[str, Place] = {}
    for n, term in enumerate(glossary.terms if glossary else ()):
        yield from duplicate_id(placed, term.id, sources["glossary"].at("terms", n, "id"))
        yield from duplicate_name(named, term.name, sources["glossary"].at("terms", n, "name"))
        yield from unknown_or_repeated("glossary term", term.see, guide.terms, sources["glossary"], ("terms", n, "see"))
        if term.id in term.see:
            place = sources["glossary"].at("terms", n, "see", term.see.index(term.id))
            yield Mistake(place, f"'{term.id}' leads to itself; take it out of 'see'")
    slugs = {principle.slug for principle in guide.principles}
    first: dict[str, Place] = {}
    for n, principle in enumerate(guide.principles):
        yield from duplicate_id(first, principle.slug, sources["principles"].at("principles", n, "slug"))
        yield from unknown_or_repeated("principle", principle.links, slugs, sources["principles"], ("principles", n, "links"))


def duplicate_id(seen: dict[str, Place], name: str, here: Place) -> Iterator[Mistake]:
    """Name an id that an earlier entry has already; that one keeps it."""
    if name in seen:
        yield Mistake(here, f"the id '{name}' is taken: it stands at {seen[name]}; give this one an id of its own")
    seen.setdefault(name, here)


def duplicate_name(seen: dict[str, Place], name: str, here: Place) -> Iterator[Mistake]:
    """Name a name that an earlier entry has already: readers could not tell the two apart."""
    if name.casefold() in seen:
        yield Mistake(here, f"the name '{name}' is taken: it stands at {seen[name.casefold()]}; give this one a name of its own")
    seen.setdefault(name.casefold(), here)


def unknown_or_repeated(kind: str, used: Sequence[str], known: Collection[str] | None, source: Source, path: Path_) -> Iterator[Mistake]:
    """Name each id in a list that no entry has, or that the list repeats; `known` is None where the entries could not be read."""
    for n, name in enumerate(used):
        if name in used[:n]:
            yield Mistake(source.at(*path, n), f"'{name}' stands twice in this list; take one out")
        elif known is not None and name not in known:
            yield Mistake(source.at(*path, n), unknown(kind, name, known))
