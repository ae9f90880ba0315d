"""Markdown of other engines, which ours prints as it stands: each kind with what to write instead.

Footnotes, boxes and crossed-out words could be switched on. We decided otherwise: sources have their own list, boxes are
questions (those of an engine have no name for a screen reader), and a page says what counts now.
"""

import re
from collections.abc import Iterator

from jinja2 import TemplateSyntaxError

from macros.encoding import blanked
from macros.mistakes import Mistake, Place
from macros.parsed_page import CODE, FENCE, ParsedPage
from macros.yaml_slips import BULLETS

BOX = "'!!! note', and its text below with four spaces before it"
# How a line starts, and what is wrong with it; {0} is what was found.
STARTS = {
    r"\s*[-*+] \[[ xX]\](?= )": "'{0}' makes no box to tick here; write a plain list, or a question in data/checklists/",
    rf"\s*(?:[{BULLETS}]|--|[-=]>|[0-9]\ufe0f?\u20e3)(?=\s)": "'{0}' makes no list; start each entry with '- '",
    r"\s*[-+](?=[A-Za-z])": "'{0}' without a space makes no list; write '- '",
    r"\s*\d+\)(?=\s)": "'{0}' makes no list; write a full stop behind the number, like '1.'",
    r"\s*\d+\.(?=[A-Za-z])": "'{0}' without a space makes no list; write a space behind the full stop",
    r"\s*(?:[a-z]|[ivx]{2,4})[.)](?=\s)": "'{0}' makes no list; write '1.', which counts by itself, or '- '",
    r"\s*> ?\[![A-Za-z]+\]": f"'{{0}}' makes no box here; write {BOX}",
    r"\s*\?\?\?\+?(?=\s)": f"'{{0}}' makes no box that opens; write {BOX}",
    r"\s*:::+": f"'{{0}}' makes no box here; write {BOX}",
    r'\s*===[!+]? (?=")': "'{0}' makes no tabs here; give each part a heading of its own",
    r"\s*--8<--": "'{0}' fetches nothing here; write the text itself",
    r" {0,3}\[\^[^\]]+\]:": "'{0}' makes no footnote; put its words into the text, or its source into references() at the end",
    r" {0,3}\*\[[^\]]+\]:": "'{0}' explains nothing here; write term() with a word of the glossary",
    r":(?= {1,3}\S)": "'{0}' explains no word here; write a list, or term() with a word of the glossary",
    r"\$\$|\\\[": "'{0}' makes no formula; say it in words",
}
# What stands anywhere in a line.
ANYWHERE = {
    r"\[\^[^\]]+\](?!:)": "'{0}' makes no footnote; put its words into the text, or its source into references() at the end",
    r"~~(?=\S)[^~]*(?<=\S)~~": "'{0}' crosses nothing out; say what counts now, and take out the rest",
    r"(?<!~)~(?=\S)[^~\s]+~(?!~)": "'{0}' stays as it is; write the small figure itself, like ₂, or say it in words",
    r"\^(?=\S)[^^\s]+\^": "'{0}' stays as it is; write the raised figure itself, like ², or say it in words",
    r"==(?=[^\s=])[^=]*(?<=\S)==": "'{0}' marks nothing; write '**' before and after the words",
    r"\+\+(?=[^\s+]).*?(?<=[^\s+])\+\+": "'{0}' stays as it is; take the signs out",
    r"(?<![\w:/]):(?=[\w+-]*[a-z])[\w+-]+:(?![\w:/])": "'{0}' makes no picture here; say it in words",
    r"(?<!!)\[\[(?!\s*\w+\()[^\]]+\]\]": "'{0}' makes no link; write '[words](file.md)'",
    r"!\[\[[^\]]+\]\]": "'{0}' shows no picture; write '![what it shows](images/file.png)'",
    r"(?<![(:])(?<![(:] )<(?![\w+.-]+:|[^<>]*@)[\w./#-]*\w\.\w[\w./#?=&%-]*>": "'{0}' is shown to nobody; write '[words](address)'",
    r"\(([^()\n]+)\)\[([^\]\s]*(?:\w\.\w|\w/|#\w)[^\]\s]*)\](?![(\[])": "'{0}' has its brackets the wrong way round; write '[{1}]({2})'",
    r"\]\{([^{}\s=]*(?:\w\.\w|\w/)[^{}\s=]*)\}": "an address stands in round brackets; write ']({1})'",
    r"\]\{(?!\{)(?![^{}\s=]*(?:\w\.\w|\w/)[^{}\s=]*\})": "'{0}' stays as it is; take the brackets and what stands in the braces out",
    r"\]\([^)\s]+\s+[“”‘’«][^)]*\)": "curly quotes cannot stand in a link; write straight ones",
    r"\\$": "'{0}' at the end of a line is printed; start a new paragraph, or end the line with two spaces",
    r"(?<!!)\[[^\]]*\{\{ *(term|tool|question)\([^}]*\}\}[^\]]*\](?=[(\[])": (
        "a {1} cannot stand in a link; put it before or behind the link"
    ),
    r"!\[[^\]]*\{\{ *(term|tool|question)\([^}]*\}\}[^\]]*\](?=[(\[])": "a {1} cannot stand in the words for a picture; write its words",
}
RAW = re.compile(r"\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\}", re.DOTALL)
CALL = re.compile(r"\{\{-?\s*\w+\s*\(")
OPEN = re.compile(r"^(`{3,}|~{3,})[^`\n]*$", re.MULTILINE)
_START = [(re.compile(pattern), what) for pattern, what in STARTS.items()]
_ANYWHERE = [(re.compile(pattern), what) for pattern, what in ANYWHERE.items()]


def dialect(page: ParsedPage) -> Iterator[Mistake]:
    """What readers would meet as it stands, in a page's text without its code."""
    for number, line in enumerate(page.lines, 1):
        place = Place(page.path, number)
        for start, what in _START:
            if found := start.match(line):
                yield Mistake(place, what.format(found[0].strip()))
        yield from (Mistake(place, what) for what in in_line(line))
    for found in OPEN.finditer(page.prose):
        place = Place(page.path, page.prose.count("\n", 0, found.start()) + 1)
        yield Mistake(place, f"the block of code that opens here is never closed; write a line '{found[1]}' at its end")
    for found in FENCE.finditer(page.body):
        if found[1]:
            place = Place(page.path, page.body.count("\n", 0, found.start()) + 1)
            yield Mistake(place, f"'{found[2]}' opens no block of code inside a list or a box; start it at the beginning of its line")
    yield from _called(page)


def _called(page: ParsedPage) -> Iterator[Mistake]:
    """Calls in code, which are carried out all the same."""
    if isinstance(page.braces, TemplateSyntaxError):  # that is named for itself
        return
    body = RAW.sub(lambda raw: re.sub(r"[^\n]", " ", raw[0]), page.body)
    for pattern, text in ((FENCE, body), (CODE, blanked(FENCE, body))):
        for code in pattern.finditer(text):
            if call := CALL.search(code[0]):
                what = "this call is carried out in code as well; write '{% raw %}' before the code and '{% endraw %}' behind it"
                yield Mistake(Place(page.path, text.count("\n", 0, code.start() + call.start()) + 1), what)


def in_line(line: str) -> Iterator[str]:
    """What is wrong with signs that may stand anywhere, in pages and in data."""
    for pattern, what in _ANYWHERE:
        if found := pattern.search(line):
            yield what.format(found[0], *found.groups())
