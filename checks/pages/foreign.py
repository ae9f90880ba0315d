"""Marks of other systems that people bring along, each a line of a table: wikis, forums, Jira, LaTeX, reStructuredText, word processors.

Only what nobody writes in prose is named, each with what to write instead: our engine prints it as it stands.
"""

import re
from collections.abc import Callable, Iterator

from macros.mistakes import Mistake, Place
from macros.parsed_page import ParsedPage

Table = dict[str, tuple[str, str]]
STRONG = "'{0}' is strong only in {1}; write '**' before and after the words"
LEANING = "'{0}' leans only in {1}; write '*' before and after the words"
LINK = "'{0}' is a link only in {1}; write '[words](address)'"
HEADING = "'{0}' is a heading only in {1}; write '## ' before its words"
CODE = "'{0}' holds code only in {1}; write a line '```text' before it and '```' behind it"
BOX = "'{0}' is a box only in {1}; write '!!! note', and its text below with four spaces before it"
PLAINLY = "'{0}' means something only in {1}; say it in words"
QUOTE = "'{0}' is a quote only in {1}; write '> ' before each line of it"
LOST = "'{0}' is what {1} left of a link; write where it should lead, as '[words](address)'"
WIKI, FORUM, JIRA, LATEX, REST, WORD = "wikis", "forums", "Jira and Confluence", "LaTeX", "reStructuredText", "word processors"
TEXTILE, ASCIIDOC = "Textile", "AsciiDoc"
BOXES = r"code|info|note|panel|noformat|quote|tip|toc|warning|expand|col\w{1,2}r|column|section|excerpt"
DIRECTIVES = (
    "attention|caution|code|code-block|contents|csv-table|danger|error|figure|hint|image|important|include|list-table|literalinclude"
    "|math|note|raw|seealso|tip|toctree|topic|versionadded|warning"
)

# How a line starts, by what it is and where it comes from.
STARTS: Table = {
    r"={2,5}(?= ?\w)[^=\n]+?={2,5}(?=\s*$)": (HEADING, WIKI),
    r"\{\|.*|\|\}\s*$": ("'{0}' is part of a table only in {1}; write '| A | B |' and below it '|---|---|'", WIKI),
    r"h[1-6]\.(?= +\S)": (HEADING, JIRA),
    r"bq\.(?= +\S)": (QUOTE, JIRA),
    r"\|\|(?=[^|]+\|\|).*": ("'{0}' is the head of a table only in {1}; write '| A | B |' and below it '|---|---|'", JIRA),
    rf"\.\. (?:{DIRECTIVES})::": (
        "'{0}' means something only in {1}; write Markdown: '!!! note' for a box, '![words](file)' for a picture",
        REST,
    ),
    r"\.\. _[\w -]+:": (LINK, REST),
    r"\[(?:NOTE|TIP|WARNING|IMPORTANT|CAUTION)\](?=\s*$)": (BOX, ASCIIDOC),
}
# What stands anywhere in a line.
ANYWHERE: Table = {
    r"(?<!')'{5}(?=[^'\s])[^'\n]+'{5}(?!')|(?<!')'{3}(?=[^'\s])(?:[^'\n]|'(?!''))+?'{3}(?!')": (STRONG, WIKI),
    r"(?<![\w'])''(?=[^'\s])(?:[^'\n]|'(?!'))+?''(?![\w'])": (LEANING, WIKI),
    r"(?<![!\]])\[https?://[^\s\]]+ +[^\]]+\](?!\()": (LINK, WIKI),
    r"\[b\][^\[\n]*\[/b\]": (STRONG, FORUM),
    r"\[[iu]\][^\[\n]*\[/[iu]\]": (LEANING, FORUM),
    r"\[url(?:=[^\]]*)?\][^\[\n]*\[/url\]": (LINK, FORUM),
    r"\[quote(?:=[^\]]*)?\]|\[/quote\]": (QUOTE, FORUM),
    r"\[img(?:[= ][^\]]*)?\][^\[\n]*\[/img\]": ("'{0}' is a picture only in {1}; write '![what it shows](images/file.png)'", FORUM),
    r"\[/?list(?:=[^\]]*)?\](?!\()|\[/(?:size|col\w{1,2}r|code|cent\w{2})\]": (
        "'{0}' means something only in {1}; take it out, and write '- ' before each entry",
        FORUM,
    ),
    rf"(?<![{{\w])\{{(?:{BOXES})(?::[^{{}}\n]*)?\}}(?!\}})": (
        "'{0}' means something only in {1}; write '!!! note' for a box, '```text' before code and '```' behind it",
        JIRA,
    ),
    r"(?<![!\]])\[[^\]\[|\n]+\|(?:https?://|mailto:|[#^])[^\]\n]+\](?!\()": (LINK, JIRA),
    r"\\textbf\{[^{}\n]*\}": (STRONG, LATEX),
    r"\\(?:emph|textit|underline)\{[^{}\n]*\}": (LEANING, LATEX),
    r"\\(?:chapter|(?:sub)*section|paragraph)\*?\{[^{}\n]*\}": (HEADING, LATEX),
    r"\\(?:begin|end)\{\w+\*?\}|\\item\b": ("'{0}' means something only in {1}; write '- ' before each entry of a list", LATEX),
    r"\\(?:cite[pt]?|ref|label|footnote|pageref|autoref)\{[^{}\n]*\}": (
        "'{0}' means something only in {1}; write a link, or its source into references()",
        LATEX,
    ),
    r"\\href\{[^{}\n]*\}\{[^{}\n]*\}|\\url\{[^{}\n]*\}": (LINK, LATEX),
    r"(?<![\\$\w])\$(?=[^\s$])[^$\n]*(?:\\[a-zA-Z]+|[_^](?:\{|\w))[^$\n]*(?<=[^\s$])\$(?![\w$])|\\\([^\n]+?\\\)": (PLAINLY, LATEX),
    r"\\(?:frac|sqrt|sum|text|mathrm)\{[^{}\n]*\}(?:\{[^{}\n]*\})?": (PLAINLY, LATEX),
    r"(?<=\w)\]_(?=[\s.,;:)]|$)|\[(?:\d+|#\w*|\*)\]_(?=[\s.,;:)]|$)": (PLAINLY, REST),
    r"\{ *(?:HYPERLINK|PAGEREF|REF|TOC|SEQ|PAGE|NUMPAGES|INCLUDEPICTURE|MERGEFIELD|XE|FORMTEXT|STYLEREF|DATE)\b[^{}\n]*\}": (LOST, WORD),
    r"Error! (?:Reference source not found|Bookmark not defined|Hyperlink reference not valid|Filename not specified)\.?": (LOST, WORD),
    r"(?<![\w/])link:[\w./:#-]+\[[^\]\n]*\]": (LINK, ASCIIDOC),
    r"\"[^\"\n]+\":https?://\S+": (LINK, TEXTILE),
}
# With backquotes, which hold code for us: looked for where the code still stands, and only what no code of ours ends with.
QUOTED: Table = {
    r"(?<![`\w])`[^`\n]+`__?(?![\w_])": (LINK, REST),
}
Compiled = list[tuple[re.Pattern[str], tuple[str, str]]]
_STARTS, _ANYWHERE, _QUOTED = ([(re.compile(one), what) for one, what in table.items()] for table in (STARTS, ANYWHERE, QUOTED))


def foreign(page: ParsedPage) -> Iterator[Mistake]:
    """Each such mark in a page's text without its code."""
    for number, line in enumerate(page.lines, 1):
        found = (*_found(_STARTS, re.Pattern.match, line), *_found(_ANYWHERE, re.Pattern.search, line))
        yield from (Mistake(Place(page.path, number), what.format(mark, where)) for mark, what, where in found)
    for number, line in enumerate(page.prose.split("\n"), 1):
        found = tuple(_found(_QUOTED, re.Pattern.search, line))
        yield from (Mistake(Place(page.path, number), what.format(mark, where)) for mark, what, where in found)


def foreign_in(text: str) -> Iterator[str]:
    """What is wrong with such marks in a text of the data."""
    for mark, _, where in _found(_ANYWHERE, re.Pattern.search, text):
        yield f"'{mark}' is a mark of {where}; a data file holds plain text, so take it out"


def _found(table: Compiled, find: Callable[[re.Pattern[str], str], re.Match[str] | None], text: str) -> Iterator[tuple[str, str, str]]:
    for pattern, (what, where) in table:
        if found := find(pattern, text):
            yield found[0].strip(), what, where
