"""Numbers that the data knows: typed into a page, they stay behind when a question or a tool comes or goes."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from macros.counts import EACH, sizes
from macros.given import Call
from macros.guide import Guide
from macros.mistakes import Mistake, Place

from .prose import Text

OTHERS = r"(?<!['’]s )(?<!\btheir )"  # what somebody else counted stays as it is
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def typed(guide: Guide, calls: Collection[Call], nouns: Mapping[str, str]) -> dict[str, str]:
    """What nobody should type on a page that makes these calls, as patterns, each with the call that says it."""
    lists = sizes(guide)
    shows = sorted(name for macro, name in calls if macro == "checklist" and name in lists)
    numbers: list[tuple[tuple[str, ...], int]] = [(("questions", name), lists[name]) for name in shows]
    if len(set(lists.values())) == 1:
        numbers.append((("questions", EACH), next(iter(lists.values()))))
    numbers += [(("principles",), len(guide.principles)), (("questions",), sum(lists.values()))]
    numbers += [(("terms",), len(guide.terms)), (("tools",), len(guide.tools))]
    found: dict[str, str] = {}
    for names, number in numbers:
        call = f"count({', '.join(map(json.dumps, names))})"
        found.setdefault(rf"{OTHERS}\b(?:{'|'.join(sorted(spelled(guide, number)))})\s+(?:{nouns[names[0]]})\b", call)
    return found


def spelled(guide: Guide, number: int) -> set[str]:
    """How a number may be written: in figures, and in words."""
    words = guide.words.numbers.words.split()
    found = {str(number), words[number - 1] if 0 < number <= len(words) else str(number)}
    if number in range(20, 100, 10):
        found.add(TENS[number // 10 - 2])
    return found


def known(path: str, text: Text, patterns: Mapping[str, str]) -> Iterator[Mistake]:
    """Numbers in a piece of a page that the data knows."""
    for pattern, call in patterns.items():
        for line, said in _said(text.words, pattern):
            how = "leave it out, or write {total} where that is filled in" if path.startswith("data/") else f"write {{{{ {call} }}}} for it"
            yield Mistake(Place(path, text.line + line), f"the data knows the number in '{said}'; {how}, so that it stays right")


@lru_cache(maxsize=16384)
def _said(words: str, pattern: str) -> tuple[tuple[int, str], ...]:
    found = re.finditer(pattern, words, re.IGNORECASE)
    return tuple((words.count("\n", 0, one.start()), " ".join(one[0].split())) for one in found)
