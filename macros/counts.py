"""How many there are of what the data knows. A number that is typed into a page is wrong after the next addition."""

from collections.abc import Collection, Mapping

from .guide import Guide
from .mistakes import Place, WrongCallError, unknown
from .models import Checklist
from .render import capital

EACH = "each"  # asks for the questions of any one checklist


def count(guide: Guide, place: Place, what: str, of: str = "") -> str:
    """How many there are: "questions", "questions" of "each" checklist or of the one named, "principles", "tools", "terms", "reports".

    Raises WrongCallError where that is nothing that is counted.
    """
    known = {
        "principles": len(guide.principles),
        "questions": sum(sizes(guide).values()),
        "reports": sum(report.list for report in guide.reports.values()),
        "terms": len(guide.terms),
        "tools": len(guide.tools),
    }
    if what not in known:
        raise WrongCallError(unknown("number of", what, known))
    if not of:
        return in_words(guide, known[what])
    if what != "questions":
        raise WrongCallError(f'only questions are counted by checklist; write count("{what}")')
    if of == EACH:
        return between(guide, sizes(guide).values() or [0])
    if of not in guide.checklists:
        raise WrongCallError(unknown("checklist", of, guide.checklists))
    return in_words(guide, sizes(guide)[of])


def sizes(guide: Guide) -> Mapping[str, int]:
    """How many questions each checklist has."""
    return {name: len(checklist.questions) for name, checklist in guide.checklists.items()}


def between(guide: Guide, numbers: Collection[int]) -> str:
    """One number, or the lowest and the highest."""
    low, high = min(numbers), max(numbers)
    if low == high:
        return in_words(guide, low)
    return guide.words.numbers.between.format(low=in_words(guide, low), high=in_words(guide, high))


def in_words(guide: Guide, number: int) -> str:
    """A number as running text has it: the first few in words, the others in figures."""
    words = guide.words.numbers.words.split()
    return words[number - 1] if 0 < number <= len(words) else str(number)


def counted(guide: Guide) -> dict[str, Checklist]:
    """The checklists, each with the number of its questions filled into its title."""

    def title(one: Checklist) -> str:
        return capital(one.title.replace("{total}", in_words(guide, len(one.questions))))

    return {name: one.model_copy(update={"title": title(one)}) for name, one in guide.checklists.items()}
