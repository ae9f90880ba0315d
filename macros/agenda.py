"""What a workshop does when, as tables: an agenda with its clock, and the rounds of one question."""

from collections.abc import Sequence

from .agendas import Agenda, Part, Size, Turns
from .guide import Guide
from .mistakes import Place, WrongCallError, unknown
from .render import escaped
from .tools import tool


def agenda(guide: Guide, place: Place, name: str) -> str:
    """An agenda under a heading of its own: when each part begins, how long it takes and what happens.

    Raises WrongCallError where data/agendas.yml has no such agenda.
    """
    if name not in guide.agendas:
        raise WrongCallError(unknown("agenda", name, guide.agendas))
    found, words = guide.agendas[name], guide.words
    title = words.agenda.title.format(minutes=found.minutes, questions=found.questions)
    rows = [(_clock(start), part.minutes, _what(guide, place, part)) for start, part in _timed(found)]
    return f"### {escaped(title)}\n\n{_table((words.agenda.clock, words.agenda.minutes, words.agenda.happens), rows)}"


def ground_rules(guide: Guide, place: Place) -> str:
    """The ground rules, as a numbered list.

    Raises WrongCallError where data/agendas.yml has none.
    """
    if not guide.rules:
        raise WrongCallError("data/agendas.yml has no `rules`; write them there, or take this call out")
    return "\n".join(f"{number}. {escaped(rule)}" for number, rule in enumerate(guide.rules, 1))


def rounds(guide: Guide, place: Place, name: str) -> str:
    """The rounds of one question: how long each takes and what to say.

    Raises WrongCallError where data/agendas.yml has no such rounds.
    """
    if name not in guide.rounds:
        raise WrongCallError(unknown("set of rounds", name, guide.rounds))
    words = guide.words
    rows = [(step.minutes, escaped(step.name), f"“{escaped(step.say)}”") for step in guide.rounds[name].steps]
    return _table((words.agenda.minutes, words.agenda.round, words.agenda.say), rows)


def sizes(guide: Guide, place: Place) -> str:
    """What changes with the number of people, a column each; sizes for which the number does not matter are left out.

    Raises WrongCallError where data/agendas.yml has none.
    """
    found, words = [size for size in guide.sizes if size.people], guide.words
    if not found:
        raise WrongCallError("data/agendas.yml has no `sizes` with `people`; write them there, or take this call out")
    rows = [
        (words.agenda.tables, [size.tables for size in found]),
        (words.agenda.team, [size.team for size in found]),
        (words.agenda.names, [_turns(guide, size.names) for size in found]),
        (words.agenda.choosing, [size.sort for size in found]),
        (words.agenda.rounds, [_rounds(guide, size) for size in found]),
        (words.agenda.hearing, [_turns(guide, size.hear) for size in found]),
        (words.agenda.deciding, [size.decide for size in found]),
        (words.agenda.actions, [size.actions for size in found]),
        (words.agenda.close, [_turns(guide, size.close) for size in found]),
    ]
    head = (words.agenda.changes, *(words.agenda.people.format(people=size.people) for size in found))
    return _table(head, [(f"**{escaped(name)}**", *map(escaped, cells)) for name, cells in rows])


def _turns(guide: Guide, turns: Turns) -> str:
    """How it goes, and how long it takes."""
    word = guide.words.agenda.takes_one if turns.minutes == 1 else guide.words.agenda.takes.format(minutes=turns.minutes)
    return f"{turns.how} {word}"


def _rounds(guide: Guide, size: Size) -> str:
    """The rounds of a question by name, each with its minutes."""
    steps = guide.rounds[size.rounds].steps if size.rounds in guide.rounds else ()
    return ", ".join(guide.words.agenda.step.format(name=step.name, minutes=step.minutes) for step in steps)


def _timed(agenda: Agenda) -> list[tuple[int, Part]]:
    """Each part with the minute at which it begins."""
    lengths = [part.minutes for part in agenda.parts]
    return [(sum(lengths[:n]), part) for n, part in enumerate(agenda.parts)]


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


def _what(guide: Guide, place: Place, part: Part) -> str:
    links = " · ".join(tool(guide, place, one) for one in part.tools if one in guide.tools)
    return escaped(part.what) + (f" {links}" if links else "")


def _table(head: tuple[str, ...], rows: Sequence[tuple[object, ...]]) -> str:
    """A table in Markdown."""
    lines = [head, *rows]
    drawn = [f"| {' | '.join(str(cell) for cell in line)} |" for line in lines]
    return "\n".join([drawn[0], f"|{'---|' * len(head)}", *drawn[1:]])
