"""Code by its indent, as the engine finds it: lines with four spaces before them, below an empty line, in no list and no box."""

import re

HOLDS = re.compile(r" {0,3}(?:[-*+]\s|\d+\.\s|!!! ?\w)")  # what follows with four spaces belongs to a list item or a box
HEADING = re.compile(r"#{1,6}\s*\S")


def indented_code(text: str) -> list[int]:
    """The numbers of its lines in a text, from 0. Within lists and boxes an indent says where a line belongs."""
    found: list[int] = []
    held = code = False
    after = True  # what stands below an empty line, a heading or more code may be code
    for number, line in enumerate(text.expandtabs(4).split("\n")):
        if not line.strip():
            after = True
            continue
        if line.startswith("    "):
            code = not held and after
            if code:
                found.append(number)
        else:
            held = bool(HOLDS.match(line)) or (held and (not after or line.startswith(" ")))
            code = False
        after = code or bool(HEADING.match(line))
    return found


def without(text: str, lines: list[int]) -> str:
    """A text with nothing in some of its lines."""
    gone = set(lines)
    return "\n".join("" if number in gone else line for number, line in enumerate(text.split("\n"))) if gone else text
