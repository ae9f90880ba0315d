"""Characters that nobody can see, as word processors, mail and other systems leave them: named with their place."""

import re
import unicodedata
from collections.abc import Iterator

from .mistakes import Mistake, Place

SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000"  # as wide as a space, and none
# Controls, soft hyphens, signs that only one font has, joints without width, marks of direction, what stands for a lost
# character. Joiners belong between signs of other scripts, and tags behind a black flag (they make those of some countries).
NEVER = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u180b-\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\u2800\u3164\ufeff\uffa0\ufff9-\ufffd\ue000-\uf8ff]"
    "|(?<=[ -~\n])[\u200c\u200d]|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]"
)
# There a special space hides what the mark means: at the start of a line, and behind the marks that a line starts with.
BETWEEN_MARKS = re.compile(f"^[ \t]*(?:(?:- )?[a-z_]+:|#+|[-*+]|\\d+\\.|>|!!!(?: \\w+)?)?[ \t]*([{SPACES}])", re.MULTILINE)
MARKED = re.compile("[^\\W\\d_][\u0300-\u036f]+")  # a letter, and accents that stand behind it
BREAKS = {ord(sign): None for sign in "\n\r\t"}
SPECIAL = "there is a special space here, as word processors write it; type ordinary spaces"


def unseen(text: str, path: str) -> Iterator[Mistake]:
    """Each such character, and each special space where Markdown or YAML would not know its mark; in running text one does no harm."""
    if text.isascii() and text.translate(BREAKS).isprintable():
        return  # as most of what stands above a page: that is seen at once
    for found in NEVER.finditer(text):
        called = unicodedata.name(found[0], "").lower() or f"U+{ord(found[0]):04X}"
        what = f"there is a character here that nobody can see ({called}); take it out"
        if found[0] == "\ufffd":
            what = "a character was lost here, and a mark stands in its place; write it again"
        yield Mistake(_place(text, path, found.start()), what)
    for found in MARKED.finditer(text):
        if (right := unicodedata.normalize("NFC", found[0])) != found[0]:
            what = f"the accent of '{right}' is a sign of its own here, and no search finds the word; type '{right}' anew"
            yield Mistake(_place(text, path, found.start()), what)
    for found in BETWEEN_MARKS.finditer(text):
        yield Mistake(_place(text, path, found.start(1)), SPECIAL)


def _place(text: str, path: str, start: int) -> Place:
    return Place(path, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
