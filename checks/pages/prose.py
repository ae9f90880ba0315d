"""The sentences of a page as a reader meets them, without its Markdown and with the line where each stands."""

import re
from collections.abc import Iterator
from typing import NamedTuple

START = re.compile(r"\s*(?:>\s*)*(?:[-*+]\s+|\d+\.\s+|(?:!!!|\?\?\?\+?|===)\s+(?:\w+\s*)?)?")  # of a quote, list item, box or tab
END = re.compile(r"(?<=[.!?])(?<!\bp\.)(?<!\bpp\.)(?<!\bno\.)[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])")
INLINE = (
    (re.compile(r"\{%.*?%\}"), ""),
    (re.compile(r"\{\{\s*term\(.*?\}\}"), "term"),  # one plain word: what a glossary explains does not count as hard
    (re.compile(r"\{\{\s*count\(.*?\}\}"), "ten"),  # as long as most numbers
    (re.compile(r"\{\{.*?\}\}"), ""),
    (re.compile(r"\{ *[.#:][^}]*\}"), ""),
    (re.compile(r"!?\[([^]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"<(?:https?|mailto):[^>]*>"), "address"),
    (re.compile(r"[*_`]+"), ""),
)


class Text(NamedTuple):
    """Some words and the line where they begin."""

    line: int
    words: str


def blocks(prose: str) -> Iterator[Text]:
    """Of a page's prose its paragraphs, list items and table cells; headings and macros that stand alone are none."""
    held: list[Text] = []
    for number, line in enumerate([*prose.splitlines(), ""], 1):
        body = START.sub("", line, count=1)
        new = not body.strip() or body.startswith(("#", "|")) or START.match(line)[0].strip()  # type: ignore[index] # it matches nothing too
        if new and held:
            yield Text(held[0].line, "\n".join(part.words for part in held))
            held = []
        if body.startswith("|"):
            yield from (Text(number, cell) for cell in map(clean, body.strip("| ").split("|")) if re.search(r"\w", cell))
        elif not body.startswith("#") and clean(body):
            held.append(Text(number, clean(body)))


def clean(line: str) -> str:
    """One line without Markdown."""
    for mark, plainly in INLINE:
        line = mark.sub(plainly, line)
    return line.strip()


def sentences(block: Text) -> Iterator[Text]:
    """The sentences of a block, each with its own line."""
    begin = 0
    for stop in [*(found.end() for found in END.finditer(block.words)), len(block.words)]:
        yield Text(block.line + block.words.count("\n", 0, begin), " ".join(block.words[begin:stop].split()))
        begin = stop


def count(words: str) -> int:
    """How many words there are; figures and words with hyphens are one each."""
    return len(re.findall(r"\w+(?:[-'’.,]\w+)*", words))
