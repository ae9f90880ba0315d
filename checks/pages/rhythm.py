"""Monotony, measured: many short sentences in a row sound like a drum, however plain each of them is."""

from collections.abc import Iterator
from itertools import pairwise

from macros.mistakes import Mistake, Place
from macros.parsed_page import ParsedPage

from .prose import START, Text, blocks, count, sentences

SHORT = 9  # words: a sentence with fewer is short
IN_A_ROW = 4  # short sentences that may follow each other


def monotony(page: ParsedPage) -> Iterator[Mistake]:
    """Each run of short sentences that is too long, at its first one.

    A run goes on from one paragraph to the next. A heading ends it, and each item of a list begins a new one: lists are
    meant to be short. What stands in tables does not count.
    """
    for run in _runs(page.prose):
        if len(run) > IN_A_ROW:
            start = " ".join(run[0].words.split()[:5])
            what = f"{len(run)} sentences in a row, from '{start} …' on, have fewer than {SHORT} words, and {IN_A_ROW} is the limit"
            yield Mistake(Place(page.path, run[0].line), f"{what}; join those whose thoughts join")


def _runs(prose: str) -> Iterator[list[Text]]:
    """Short sentences that follow each other, run by run."""
    lines = prose.splitlines()
    found = list(blocks(prose))
    run: list[Text] = []
    for before, block in pairwise([Text(0, ""), *found]):
        between = lines[before.line : block.line]
        if any(line.startswith("#") or _begins(line) for line in between):
            yield run
            run = []
        if lines[block.line - 1].lstrip().startswith("|"):
            continue
        for sentence in sentences(block):
            if count(sentence.words) < SHORT:
                run.append(sentence)
            else:
                yield run
                run = []
    yield run


def _begins(line: str) -> bool:
    """Whether a list item, a quote, a box or a row of a table begins here."""
    mark = START.match(line)
    return line.lstrip().startswith("|") or bool(mark and mark[0].strip())
