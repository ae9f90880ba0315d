"""What no single field of data/agendas.yml can show: minutes that do not add up, and parts that are missing."""

from collections.abc import Collection, Iterator

from .agendas import Agenda, Agendas, Size
from .mistakes import Mistake, Place, unknown
from .relations import Sources, duplicate_id, unknown_or_repeated
from .source import Path_, Source

NEEDED = {  # a workshop without one of these ends with nothing that holds
    "welcome": "says who is here and how you work",
    "decide": "decides anything",
    "actions": "says who does what by when",
    "close": "closes the session",
}


def agenda_relations(agendas: Agendas | None, tools: Collection[str] | None, sources: Sources) -> Iterator[Mistake]:
    """Mistakes between the parts of a workshop and its length; `tools` is None where they could not be read."""
    if not agendas:
        return
    source = sources["agendas"]
    seen: dict[str, Place] = {}
    for n, way in enumerate(agendas.rounds):
        yield from duplicate_id(seen, way.id, source.at("rounds", n, "id"))
        yield from _sum("these rounds", [step.minutes for step in way.steps], agendas.question, source, ("rounds", n, "steps"))
    named: dict[str, Place] = {}
    for n, size in enumerate(agendas.sizes):
        yield from duplicate_id(named, size.id, source.at("sizes", n, "id"))
        yield from _room(agendas, size, source, ("sizes", n))
    placed: dict[str, Place] = {}
    for n, agenda in enumerate(agendas.agendas):
        yield from duplicate_id(placed, agenda.id, source.at("agendas", n, "id"))
        yield from _sum("the parts", [part.minutes for part in agenda.parts], agenda.minutes, source, ("agendas", n, "minutes"))
        yield from _parts(agenda, agendas.question + agendas.change, tools, source, ("agendas", n, "parts"))


def _parts(agenda: Agenda, each: int, tools: Collection[str] | None, source: Source, path: Path_) -> Iterator[Mistake]:
    for n, part in enumerate(agenda.parts):
        yield from unknown_or_repeated("tool", part.tools, tools, source, (*path, n, "tools"))
        if (part.kind == "questions") != bool(part.questions):
            what = "a part has `questions` and the kind 'questions', or neither; correct one of the two"
            yield Mistake(source.at(*path, n, "kind"), what)
        elif part.questions and part.minutes != part.questions * each:
            needs = part.questions * each
            what = f"{part.questions} of {each} minutes, with the change to each, are {needs}, not {part.minutes}; correct one"
            yield Mistake(source.at(*path, n, "minutes"), what)
    for kind, does in NEEDED.items():
        if kind not in {part.kind for part in agenda.parts}:
            yield Mistake(source.at(*path), f"no part of this agenda {does}; add one of the kind '{kind}'")


def _room(agendas: Agendas, size: Size, source: Source, path: Path_) -> Iterator[Mistake]:
    """Turns for which some agenda, or the last round of a question, has no room."""
    rounds = {one.id: one for one in agendas.rounds}
    if size.rounds not in rounds:
        yield Mistake(source.at(*path, "rounds"), unknown("set of rounds", size.rounds, rounds))
    elif size.hear.minutes > (last := rounds[size.rounds].steps[-1].minutes):
        yield Mistake(source.at(*path, "hear"), _too_long(size.hear.minutes, f"the last round of '{size.rounds}' has {last}"))
    for agenda in agendas.agendas:
        for kind, turns, first in (("welcome", size.names, agendas.opening), ("close", size.close, agendas.ending)):
            minutes = sum(part.minutes for part in agenda.parts if part.kind == kind)
            if minutes and first + turns.minutes > minutes:
                name = "names" if kind == "welcome" else "close"
                left = f"the part '{kind}' of '{agenda.id}' has {minutes}, {first} of them for what comes first"
                yield Mistake(source.at(*path, name), _too_long(turns.minutes, left))


def _too_long(minutes: int, room: str) -> str:
    return f"so many turns take {minutes} minutes, and {room}; let fewer speak, or make them shorter"


def _sum(what: str, minutes: list[int], wanted: int, source: Source, path: Path_) -> Iterator[Mistake]:
    if sum(minutes) != wanted:
        yield Mistake(source.at(*path), f"{what} add up to {sum(minutes)} minutes, not to {wanted}; change one of them")
