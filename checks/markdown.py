"""`python -m checks.markdown [FILE ...]`: what the Markdown linter finds, in our words, with its place and what to do.

Long because each rule of the linter is a line of one table: whoever switches one on reads here how to name it.
"""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from macros.encoding import CHOOSE, misread, text_of
from macros.mistakes import Mistake, Place
from macros.parsed_page import ParsedPage, parsed_page

from .pages.dialect import dialect
from .pages.lists import lists
from .pages.marks import marks
from .pages.pasted import pasted
from .pages.structure import structure

RUMDL = str(Path(sys.executable).parent / "rumdl")
SPACES = "more spaces than one stand here; take the others out"
ENTRY = "this entry of a list is indented by {2} spaces and belongs at {1}; correct that"
FOOTNOTE = "there are no footnotes here; put the words into the text"
OTHERS = "'{2}' stands here and '{1}' elsewhere on this page; write '{1}'"
# What each rule of the linter finds, and what to do.
PLAINLY = {
    "MD003": "this heading is written in another way than others; write '#' before its words alone, and no line below them",
    "MD009": "spaces stand at the end of this line, and two of them would break it; take them out",
    "MD010": "there is a tab here; write four spaces for it",
    "MD011": "the brackets of this link stand the wrong way round; write '[words](address)'",
    "MD012": "one empty line is enough here; take the others out",
    "MD014": "'$' stands before each of these commands, and whoever copies them copies it; take it out",
    "MD019": SPACES,
    "MD020": "the '#' at the end of this heading is shown to nobody; write '\\#', or take it out",
    "MD021": SPACES,
    "MD023": "spaces stand before this heading; start it at the beginning of its line",
    "MD025": "a page has one heading of the first level; write '##' here",
    "MD027": SPACES,
    "MD028": "this empty line makes two quotes of one; start it with '>', or write words between the two",
    "MD030": "more spaces than one stand behind the mark of this entry; take the others out",
    "MD038": "a space stands inside the backquotes; take it out",
    "MD039": "a space stands inside the square brackets of a link; take it out",
    "MD040": "nothing says what kind of code this is; write it behind the opening marks, for example '```text'",
    "MD041": "the text does not start with its heading; write a line '# …' first",
    "MD045": "the picture has no words for people who cannot see it; write them between the square brackets",
    "MD046": "the indent makes code of this line; take the spaces before it out, or put code between lines of '```'",
    "MD047": "the last line has no end, or empty ones stand below it; end the file with one line break",
    "MD055": "the rows of this page's tables do not begin and end alike; write '|' at both ends of each row",
    "MD059": "the words of this link do not say where it leads; write what readers find there",
    "MD062": "a space stands beside the address of this link; take it out",
    "MD064": SPACES,
    "MD066": FOOTNOTE,
    "MD067": FOOTNOTE,
    "MD068": FOOTNOTE,
    "MD071": "an empty line is missing between the '---' above the page and its text; add it",
    "MD075": "this row belongs to no table; take the empty line above it out, or give it a head and a line '|---|---|'",
    "MD086": "what '<!--' opens here is never closed; take it out",
    "MD092": CHOOSE,
    "MD094": "the file is not UTF-8 text; save it again with the encoding UTF-8",
}
# The same where it needs to know what was found: {1} is what the first bracket of the pattern holds.
FILLED = {
    "MD001": (r"level (\d), but found heading level (\d)", "the heading skips a level; write {1} '#' before it, not {2}"),
    "MD004": (r"'(.)' does not match expected style '(.)'", "'{1}' makes a list here and '{2}' elsewhere on this page; write '{2}'"),
    "MD005": (r"(\d+) spaces, found (\d+)", ENTRY),
    "MD007": (r"(\d+) spaces for indent depth \d+, found (\d+)", ENTRY),
    "MD018": (r"after (#+)", "'{1}' without a space makes a heading; write the space, or '\\#' where none is meant"),
    "MD022": ("(above|below)", "an empty line is missing {1} this heading; add it"),
    "MD024": ("'(.*)'", "another heading on this page reads '{1}' as well; give each words of its own"),
    "MD026": ("punctuation '(.*)'", "the heading ends with '{1}'; take it out"),
    "MD029": (r"number (\d+) .*expected (\d+)", "'{1}.' is out of its order; write '{2}.'"),
    "MD031": ("(before|after)", "an empty line is missing {1} this block of code; add it"),
    "MD032": ("(preceded|followed)", "an empty line is missing {1} this list; add it"),
    "MD033": ("found: (.*)", "'{1}' is HTML; write Markdown"),
    "MD034": ("'(.*)'", "'{1}' is no link for everybody; write '<{1}>', or words in square brackets and this in round ones"),
    "MD035": ('"(.*)"', "a line across the page is '{1}' elsewhere on this page; write it so here"),
    "MD036": ("heading: '(.*)'", "'{1}' stands alone like a heading and is none; write '## ' and no marks, or make a sentence of it"),
    "MD037": ('markers: "(.*)"', "'{1}' has spaces inside its marks, so readers would meet the marks; take the spaces out"),
    "MD042": (r"found: (.*)", "'{1}' leads nowhere; write an address between the round brackets"),
    "MD048": (r"use (\S+) instead of (\S+)", OTHERS),
    "MD049": (r"use (\S+) instead of (\S+)", OTHERS),
    "MD050": (r"use (\S+) instead of (\S+)", OTHERS),
    "MD051": ("'(.*?)'", "no heading is called '{1}'; correct what stands behind '#'"),
    "MD052": ("'(.*)'", "nothing says where '[{1}]' leads; write the address in round brackets instead"),
    "MD053": (r"(\[.*\])", "no link uses '{1}'; take the line out, or link to it"),
    "MD056": (r"has (\d+) cells, but expected (\d+)", "cells in this row: {1}, in the head of its table: {2}; give it as many"),
    "MD057": ("'(.*)'", "there is no file '{1}'; correct the link"),
    "MD058": ("(before|after)", "an empty line is missing {1} this table; add it"),
    "MD065": ("(before|after)", "an empty line is missing {1} this line across the page; add it"),
    "MD069": ("'(.*)'", "'{1}' begins an entry twice; take one of the two marks out"),
    "MD076": ("(Missing|Unexpected)", "empty lines stand between some entries of this list, and not between others; {1} here"),
    "MD077": (r"needs (\d+) .*found (\d+)", "this belongs to the entry above only with {1} spaces before it, and has {2}; write {1}"),
}
WORDS = {"before": "above", "after": "below", "preceded": "above", "followed": "below", "Missing": "add one", "Unexpected": "take it out"}
UNKNOWN = "this is no sound Markdown by the rule {rule}; read https://rumdl.dev/{rule}/"
# What does no harm, by the same words: a star between figures, or alone.
HARMLESS = {"MD037": r'"([*_]) .* \1"'}
# What our own checks of a page say of the same line is the cause, and this only its echo.
ECHOES: dict[str, Callable[[ParsedPage], Iterator[Mistake]]] = {
    **dict.fromkeys(("MD004", "MD011", "MD031", "MD066", "MD067", "MD068"), dialect),
    **dict.fromkeys(("MD005", "MD007", "MD029", "MD077"), lists),
    **dict.fromkeys(("MD052", "MD075"), marks),
    **dict.fromkeys(("MD036", "MD046", "MD069"), pasted),
    **dict.fromkeys(("MD003", "MD086"), structure),
}


class Found(NamedTuple):
    """What the linter says of one place."""

    file: str
    line: int
    column: int
    rule: str
    message: str
    severity: str = ""
    fixable: bool = False


def said(rule: str, message: str) -> tuple[str, str]:
    """Our sentence for what the linter found, before and after it was filled in."""
    pattern, ours = FILLED.get(rule, ("", PLAINLY.get(rule, UNKNOWN)))
    found = re.search(pattern, message)
    if not found:
        return UNKNOWN, UNKNOWN.format(rule=rule.lower())
    return ours, ours.format(found[0], *(WORDS.get(one, one) for one in found.groups()), rule=rule.lower())


def findings(project: Path, files: list[str], settings: Path) -> Iterator[Mistake]:
    """What the linter finds in some files, or in all that the settings name; each sentence once for each line."""
    command = [RUMDL, "check", "--no-cache", "--config", str(settings.resolve()), "--output-format", "json-lines", *files]
    done = subprocess.run(command, cwd=project, capture_output=True, encoding="utf-8")
    if done.returncode not in {0, 1}:
        yield Mistake(Place(settings.name), "the Markdown linter cannot use what stands below [tool.rumdl]; undo the last change there")
    found = (Found(**json.loads(line)) for line in done.stdout.splitlines() if line.startswith("{"))
    seen: set[tuple[str, int, str]] = set()
    for one in sorted(found, key=lambda one: (one.file, one.line, one.column)):
        kind, what = said(one.rule, one.message)
        again = {(one.file, one.line, what), (one.file, one.line, f"{one.column} {kind}")}  # two rules found one thing
        if not (again & seen or harmless(one) or echo(project, one)):
            yield Mistake(Place(one.file, one.line, one.column), what)
        seen |= again


def harmless(one: Found) -> bool:
    """Whether readers see nothing wrong."""
    return bool(one.rule in HARMLESS and re.search(HARMLESS[one.rule], one.message))


def echo(project: Path, one: Found) -> bool:
    """Whether our own checks of a page say it already: of this line, or that nobody can read the page."""
    if not one.file.startswith("docs/"):
        return False
    if misread(project / one.file, one.file):
        return True
    if one.rule not in ECHOES:
        return False
    page = parsed_page(one.file, text_of(project / one.file))
    return any(mistake.place.line == one.line for mistake in ECHOES[one.rule](page))


def main(arguments: list[str], project: Path = Path(), settings: Path = Path("pyproject.toml")) -> int:
    """Print each mistake; 1 where there is one."""
    found = list(findings(project, arguments, settings))
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
