"""Read the data folder: YAML, shape, relations. Every mistake is kept with its place; none is raised."""

from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from .agenda_relations import agenda_relations
from .agendas import Agendas
from .counts import counted
from .duplicates import duplicates
from .folders import hidden
from .guide import Guide
from .ids import register_relations, was_relations
from .library import Reports, Tools
from .library_relations import library_relations
from .mistakes import Mistake, Place, otherwise_called
from .models import Checklist, Glossary, Principles, Register
from .relations import misnamed_principles, relations
from .shape import explain
from .source import Source, read
from .words import Interface, read_words

Entry = tuple[str, str]  # a kind and an id
AnyModel = TypeVar("AnyModel", bound=BaseModel)
FILES = ("glossary.yml", "principles.yml", "interface.yml", "published-ids.yml", "tools.yml", "reports.yml")
OPTIONAL = ("agendas.yml",)  # a guide without a workshop has none


def files(folder: Path) -> tuple[Path, ...]:
    """The data files of a data folder, in a fixed order."""
    there = [folder / name for name in OPTIONAL if (folder / name).exists()]
    return (*_checklists(folder), *(folder / name for name in FILES), *there)


def _checklists(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / "checklists").glob("*.yml") if not hidden(path.name))


def load(folder: Path) -> Guide:
    """Read all data files below `folder`; paths in mistakes start with the folder's own name."""
    mistakes: list[Mistake] = []
    sources: dict[str, Source] = {}
    unread: list[str] = []

    strays = sorted(path for path in folder.rglob("*.yaml") if not hidden(path.name))
    for stray in strays:
        mistakes.append(otherwise_called("file", Place(f"{folder.name}/{stray.relative_to(folder).as_posix()}"), stray, ".yml"))
        unread.append(mistakes[-1].place.path)

    def shaped(path: Path, model: type[AnyModel]) -> AnyModel | None:
        name = path.relative_to(folder).as_posix()
        if path.with_suffix(".yaml") in strays:
            sources[name.removesuffix(".yml")] = Source(name)
            return None
        source = sources[name.removesuffix(".yml")] = read(path, f"{folder.name}/{name}")
        mistakes.extend(source.mistakes)
        try:
            if not source.mistakes:
                return model.model_validate(source.data)
        except ValidationError as error:
            mistakes.extend(explain(error, source, model))
        unread.append(source.name)
        return None

    paths = _checklists(folder)
    checklists = {path.stem: checklist for path in paths if (checklist := shaped(path, Checklist))}
    glossary = shaped(folder / "glossary.yml", Glossary)
    principles = shaped(folder / "principles.yml", Principles)
    register = shaped(folder / "published-ids.yml", Register)
    tools = shaped(folder / "tools.yml", Tools)
    reports = shaped(folder / "reports.yml", Reports)
    agendas = shaped(folder / "agendas.yml", Agendas) if folder / "agendas.yml" in files(folder) else None
    words, unprinted = read_words(shaped(folder / "interface.yml", Interface), sources["interface"])
    mistakes.extend(unprinted)
    guide = Guide(
        checklists=checklists,
        terms={term.id: term for term in (glossary.terms if glossary else ())},
        principles=principles.principles if principles else (),
        register=register,
        tools={tool.id: tool for tool in (tools.tools if tools else ())},
        reports={report.id: report for report in (reports.reports if reports else ())},
        groups=reports.groups if reports else (),
        agendas={agenda.id: agenda for agenda in (agendas.agendas if agendas else ())},
        rounds={way.id: way for way in (agendas.rounds if agendas else ())},
        sizes=agendas.sizes if agendas else (),
        rules=agendas.rules if agendas else (),
        places=_places(glossary, principles, tools, reports, sources),
        words=words,
    )
    guide = replace(guide, checklists=counted(guide))
    if misnamed := tuple(misnamed_principles(guide, sources)):  # all that names them would be a mistake too
        mistakes.extend(misnamed)
        unread.append(sources["principles"].name)
        guide = replace(guide, principles=())
    mistakes.extend(relations(guide, glossary, sources))
    mistakes.extend(library_relations(guide, tools, reports, sources))
    mistakes.extend(agenda_relations(agendas, guide.tools if tools else None, sources))
    mistakes.extend(duplicates(guide, sources))
    mistakes.extend(was_relations(guide, glossary, sources))
    if register and glossary and len(checklists) == len(paths) and not strays:  # a file that cannot be read has lost none of its ids
        mistakes.extend(register_relations(guide, glossary, register, sources))
    return replace(guide, mistakes=tuple(sorted(set(mistakes))), unread=tuple(unread))


def _places(
    glossary: Glossary | None, principles: Principles | None, tools: Tools | None, reports: Reports | None, sources: dict[str, Source]
) -> dict[Entry, Place]:
    """Where the entries stand that a page may use or leave unused, by kind and id."""
    found = {("term", term.id): sources["glossary"].at("terms", n) for n, term in enumerate(glossary.terms if glossary else ())}
    slugs = principles.principles if principles else ()
    found |= {("principle", one.slug): sources["principles"].at("principles", n, "slug") for n, one in enumerate(slugs)}
    found |= {("tool", tool.id): sources["tools"].at("tools", n) for n, tool in enumerate(tools.tools if tools else ())}
    found |= {("report", one.id): sources["reports"].at("reports", n) for n, one in enumerate(reports.reports if reports else ())}
    return found
