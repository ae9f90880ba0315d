"""No question asks what another one asks already."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from .guide import Guide
from .mistakes import Mistake, Place
from .relations import Sources

TOO_ALIKE = 0.85  # the share of two wordings that is the same; the closest pair of the first seventy questions had 0.62


def twins(guide: Guide, sources: Sources) -> Iterator[Mistake]:
    """Name each question that says almost the same as an earlier one, in the order of the checklists."""
    asked: list[tuple[Place, str, str]] = [
        (sources[f"checklists/{name}"].at("questions", n, "text"), question.id, " ".join(re.findall(r"\w+", question.text.casefold())))
        for name, checklist in guide.checklists.items()
        for n, question in enumerate(checklist.questions)
    ]
    for (_, first, one), (here, second, other) in combinations(asked, 2):
        likeness = SequenceMatcher(None, one, other, autojunk=False)
        # The quick estimates are never too low: they spare the slow answer for nearly all pairs.
        if likeness.real_quick_ratio() > TOO_ALIKE and likeness.quick_ratio() > TOO_ALIKE and likeness.ratio() > TOO_ALIKE:
            yield Mistake(here, f"'{second}' asks almost the same as '{first}'; ask something else, or remove one of the two")
