"""What word processors, mail, PDFs and hurry leave in a page: readers would meet it as it stands, or never see what was meant."""

import re
from collections.abc import Iterator
from itertools import pairwise

from macros.indented import indented_code
from macros.mistakes import Mistake, Place
from macros.parsed_page import ParsedPage

# What stands anywhere in a line, and what is wrong with it; {0} is what was found.
ANYWHERE = {
    r"(?<!!)\[ {0,2}\](?=\([^)\s])": "'{0}' has no words to press; write them between the square brackets",
    r"(?:â€|Ã[\u0080-\u00bf©ª¨¤¶¼´±§])\S?|Â(?=[\u00a0£°»«·])": (
        "'{0}' was read in a wrong encoding on its way here; write the sign itself again"
    ),
    r"[\ufb00-\ufb06]": "'{0}' is one sign, as PDFs hold it, and searches miss it; type its letters",
    r"&(?:shy|zwn?j|lrm|rlm|ZeroWidthSpace);|&#(?:173|820[3-7]|x200[b-f]|xad);": "'{0}' prints nothing that anybody can see; take it out",
    r"&amp;(?:\w+|#\d+);": "'{0}' was made safe twice, and readers would meet its signs; write the sign itself",
    r"\b(?:TODO|FIXME|TBC|TBD|XXX)\b|\b[Ll]orem ipsum\b": "'{0}' was left here for later; write what is missing, or take it out",
    r"\[(?:insert|add|enter|your|name of|date of)\b[^\]]*\](?![(\[:])": "'{0}' still waits for its words; write them, or take it out",
    r"(?<!\{)\{(?!\{)[^{}]*=[“”][^{}]*\}": "curly quotes in '{0}' give it no attribute; write straight ones",
    r"(?<=: )- \S.* - \S.* - \S.*": "'{0}' makes no list; start a line with each '- ', below an empty line",
}
# How a line starts.
STARTS = {
    r"\s*!!!(?=\w)": "'{0}' without a space makes no box; write '!!! ' and the kind of box",
    r"\s*!!! \w+ +[“”„‘’«]": "curly quotes give a box no title; write straight ones",
    r"\s*(?:o|[§Ø](?! *\w+ *[=(]))(?=\s+[A-Z])": "'{0}' makes no list; start each entry with '- '",
    r"\s*\((?:\d{1,2}|[a-z]|[ivx]{2,4})\)(?=\s)": "'{0}' makes no list; write '1.', which counts by itself, or '- '",
    r"\s*(?:[A-Z]|[IVX]{2,4})\)(?=\s)": "'{0}' makes no list; write '1.', which counts by itself, or '- '",
}
# An asterisk at the start of a line, with no other one in its paragraph but such.
STAR = re.compile(r"^[ \t]*\*(?=[A-Za-z][^*]*?(?:\n\s*\n|\n\s*\*[A-Za-z]|\Z))", re.MULTILINE)
PICTURE = re.compile(r"!\[([^\]]*)\]\(<?\s*([^)\s>]*)")
SAYS_NOTHING = re.compile(
    r"\S+\.(?:png|jpe?g|gif|svg|webp)"
    r"|(?:image|picture|photo|figure|fig\.|diagram|screenshot|graphic|alt(?: text)?|(?:IMG|DSC)_?)\s*\d*",
    re.IGNORECASE,
)
CUT = re.compile(r"(?<=[a-z]{2})-\n(?=[a-z]{2})")
SAYS = re.compile(r"[\"'“‘(*]*[A-Z].*(?:[.?!:]|\w)[\"'”’)*]*$")
_ANYWHERE = [(re.compile(pattern), what) for pattern, what in ANYWHERE.items()]
_STARTS = [(re.compile(pattern), what) for pattern, what in STARTS.items()]


def pasted(page: ParsedPage) -> Iterator[Mistake]:
    """Each slip of these kinds, in a page's text without its code."""
    for number, line in enumerate(page.lines, 1):
        found = [what.format(one[0].strip()) for pattern, what in _STARTS if (one := pattern.match(line))]
        found += [what.format(one[0]) for pattern, what in _ANYWHERE if (one := pattern.search(line))]
        yield from (Mistake(Place(page.path, number), what) for what in (*found, *_pictures(line)))
    for cut in CUT.finditer(page.plain):
        at = page.plain.count("\n", 0, cut.start()) + 1
        yield Mistake(Place(page.path, at), "a word is cut at the end of this line, and readers would meet its hyphen; join its halves")
    for star in STAR.finditer(page.plain):
        at = page.plain.count("\n", 0, star.start()) + 1
        yield Mistake(Place(page.path, at), "'*' without a space makes no list; write '- '")
    yield from _boxes(page)
    yield from _indented(page)
    yield from _unclosed(page)
    yield from _empty(page)


def left_over(text: str) -> Iterator[str]:
    """What is wrong with a text of the data that was pasted, or left for later."""
    for pattern, what in _ANYWHERE[1:3] + _ANYWHERE[5:7]:
        if found := pattern.search(text):
            yield what.format(found[0])


def _empty(page: ParsedPage) -> Iterator[Mistake]:
    """Headings with nothing below them."""
    lines = page.body.split("\n")
    for one, after in pairwise(page.headings):
        below = "\n".join(lines[one.line : after.line - 1])
        if after.level <= one.level and re.fullmatch(r"(?:=+|-+)?\s*", below):
            yield Mistake(Place(page.path, one.line), "nothing stands below this heading; write its text, or take it out")


def _pictures(line: str) -> Iterator[str]:
    for words, target in PICTURE.findall(line):
        if target.startswith("data:"):
            yield "a picture cannot stand in the text itself; save it as a file below docs/images/ and name that"
        elif re.match(r"(?:https?:)?//", target):
            yield f"a picture of another site is never shown here: '{target}'; put the picture below docs/images/, if its owner allows it"
        if SAYS_NOTHING.fullmatch(words):
            yield f"'{words}' says nothing of the picture; say in words what it shows"


def _boxes(page: ParsedPage) -> Iterator[Mistake]:
    """Boxes whose text stands outside of them."""
    lines = page.lines
    for number, (line, after) in enumerate(pairwise([*lines, ""]), 1):
        if re.match(r"!!! ?\w", line) and after.strip() and not after.startswith(("    ", "\t")):
            yield Mistake(Place(page.path, number + 1), "this stands outside its box; write four spaces before each line of the box")


def _indented(page: ParsedPage) -> Iterator[Mistake]:
    """Paragraphs that their indent makes to code."""
    lines = page.fenceless.split("\n")
    code = indented_code(page.fenceless)
    for number in code:
        words = lines[number].strip()
        if number - 1 not in code and len(words.split()) > 3 and SAYS.match(words):
            what = "the indent makes code of this line; take the spaces before it out, or put code between lines of '```'"
            yield Mistake(Place(page.path, number + 1), what)


def _unclosed(page: ParsedPage) -> Iterator[Mistake]:
    """Marks for strong words or code that open in a paragraph, and never close in it."""
    line = 1
    for part in re.split(r"(\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.)\s|\|))", page.plain):
        text = re.sub(r"\\.|\d\*\*\d", "    ", part)
        cells = [text] if not text.lstrip().startswith("|") else []
        for mark in ("**", "`"):
            if any(cell.count(mark) % 2 for cell in cells) and not re.search(r"\*{3}|`{3}", text):
                at = line + text.count("\n", 0, text.rindex(mark))
                yield Mistake(Place(page.path, at), f"a '{mark}' here has no partner in its paragraph; close it, or take it out")
        line += part.count("\n")
