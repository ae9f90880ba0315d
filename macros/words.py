"""The words of data/interface.yml. Which there must be, and with which {names}, is what templates and macros print.

A new word is a line there and its use, `words.<part>.<word>`: macros/uses.py reads which names the use fills in or leaves open.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from pydantic import RootModel

from .mistakes import Mistake, Place
from .models import Text
from .source import KEY, Source
from .uses import Use, uses

BRACES = re.compile(r"\{\w*\}|[{}]")


class Interface(RootModel[dict[str, dict[str, Text]]]):
    """data/interface.yml: every word of the interface, by the part of the site that says it."""


@dataclass(frozen=True)
class Part:
    """The words of one part: `part.count` is a text; one that could not be read says its own name."""

    _texts: Mapping[str, str] = field(default_factory=dict)

    def __getattr__(self, word: str) -> str:
        if word.startswith("_"):  # Python's own questions
            raise AttributeError(word)
        return self._texts.get(word, f"({word})")


@dataclass(frozen=True)
class Words:
    """All words: `words.checklist.count`."""

    _parts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def __getattr__(self, part: str) -> Part:
        if part.startswith("_"):
            raise AttributeError(part)
        return Part(self._parts.get(part, {}))


def plain(words: Words) -> dict[str, dict[str, str]]:
    """Every word that is printed somewhere, as mappings of text alone: for the theme's templates."""
    found: dict[str, dict[str, str]] = {}
    for use in uses()[0]:
        found.setdefault(use.part, {})[use.word] = getattr(getattr(words, use.part), use.word)
    return found


def read_words(interface: Interface | None, source: Source) -> tuple[Words, list[Mistake]]:
    """The words as far as they can be printed, and what is wrong with the others; none are known where the file has no shape."""
    if interface is None:
        return Words(), []
    used, complete = uses()
    needed: dict[str, dict[str, Use]] = {}  # the first use of each word, with the names of all
    for use in used:
        words = needed.setdefault(use.part, {})
        words[use.word] = first._replace(names=first.names | use.names) if (first := words.get(use.word)) else use
    written = interface.root
    parts = {part: next(iter(words.values())).place for part, words in needed.items()}
    mistakes = list(_names(source, (), written, parts, complete=complete))
    known: dict[str, dict[str, str]] = {}
    for part in written.keys() & needed.keys():
        places = {word: use.place for word, use in needed[part].items()}
        mistakes += _names(source, (part,), written[part], places, complete=complete)
        known[part] = {}
        for word in written[part].keys() & places.keys():
            use = needed[part][word]
            if set(BRACES.findall(written[part][word])) == {f"{{{name}}}" for name in use.names}:
                known[part][word] = written[part][word]
            else:
                mistakes.append(Mistake(source.at(part, word), _braces(use)))
    return Words(known), mistakes


def _braces(use: Use) -> str:
    if not use.names:
        return f"'{use.word}' has something in braces, and {use.place} fills nothing in; take it out"
    names = " and ".join(f"{{{name}}}" for name in sorted(use.names))
    return f"'{use.word}' must have exactly {names} in braces, to be filled in; put back what is missing and take out what is not meant"


def _names(
    source: Source, path: tuple[str, ...], written: Iterable[str], printed: Mapping[str, Place], *, complete: bool
) -> Iterator[Mistake]:
    """Parts, or words of one part, that are missing or that nothing prints; a misspelt name is both, and named once."""
    kind = "word" if path else "part"
    missing = printed.keys() - set(written)
    for name in written:
        if name in printed:
            continue
        near = get_close_matches(name, sorted(missing), n=1, cutoff=0.5)
        missing.difference_update(near)
        hint = f"did you mean '{near[0]}'?" if near else "print it in a template, or take it out"
        if near or complete:
            yield Mistake(source.at(*path, name, KEY), f"nothing prints the {kind} '{name}'; {hint}")
    for name in sorted(missing):
        line = f"'{name}: …'" if path else f"'{name}:' and its words"
        what = f"the {kind} '{name}' is missing; add a line {line} here, or correct {printed[name]}, which prints it"
        yield Mistake(source.at(*path), what)
