"""No question asks what another one asks already."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from .guide import Guide
from .mistakes import Mistake, Place
from .relations import Sources

TOO_ALIKE = 0.85  # the share of two wordings that is the same; the closest pair that was asked on purpose had 0.62


def duplicates(guide: Guide, sources: Sources) -> Iterator[Mistake]:
    """Name each question that says almost the same as an earlier one, in the order of the checklists."""
    asked: list[tuple[Place, str, str]] = [
        (sources[f"checklists/{name}"].at("questions", n, "text"), question.id, " ".join(re.findall(r"\w+", question.text.casefold())))
        for name, checklist in guide.checklists.items()
        for n, question in enumerate(checklist.questions)
    ]
    for earlier, later in alike([wording for _, _, wording in asked]):
        here, second, _ = asked[later]
        yield Mistake(here, f"'{second}' asks almost the same as '{asked[earlier][1]}'; ask something else, or remove one of the two")


def alike(texts: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs that are too alike, by their places in the sequence, first the earlier text.

    The exact comparison is slow, so pairs that share too few runs of three letters are left out before it: where m letters of t
    in both texts match, at most t - 2m letters lie between the matches, and each of them breaks two of the m - 2 runs that both share.
    """
    runs = _runs(texts)
    by_length: dict[int, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        by_length[len(text)].append(place)
    near: list[tuple[int, int]] = []
    for length, places in by_length.items():
        for other, others in by_length.items():
            if 2.0 * min(length, other) > TOO_ALIKE * (length + other) or length == other:
                least = _fewest_runs(length + other)
                near += [(one, two) for one in places for two in others if one < two and (runs[one] & runs[two]).bit_count() >= least]
    return [(one, two) for one, two in sorted(near) if _too_alike(texts[one], texts[two])]


def _too_alike(one: str, other: str) -> bool:
    likeness = SequenceMatcher(None, one, other, autojunk=False)
    return likeness.quick_ratio() > TOO_ALIKE and likeness.ratio() > TOO_ALIKE  # the first is quick, and never too low


def _runs(texts: Sequence[str]) -> list[int]:
    """Each text's runs of three letters as the bits of a number; the second time that a run stands in a text has a bit of its own."""
    known: dict[tuple[str, int], int] = {}
    found = []
    for text in texts:
        seen: Counter[str] = Counter()
        bits = 0
        for run in (text[n : n + 3] for n in range(len(text) - 2)):
            seen[run] += 1
            bits |= 1 << known.setdefault((run, seen[run]), len(known))
        found.append(bits)
    return found


def _fewest_runs(total: int) -> int:
    """How many runs two texts of `total` letters together share at least, where they are too alike."""
    matching = next((m for m in range(total // 2 + 1) if 2.0 * m > TOO_ALIKE * total), 0)
    return matching - 2 - 2 * (total - 2 * matching)
