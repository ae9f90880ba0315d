"""What a person did where YAML gives up: the cause in plain words, at its own line, which is often not where YAML notices."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import yaml

# What libyaml says most, and what its authors would say to somebody beside them.
PLAINLY = {
    "end of stream": "the quote or bracket that opens here is never closed; close it",
    "expected ',' or": "the bracket that opens here is not closed, or a comma is missing after it; add what is missing",
    "mapping values are not allowed": "a colon with a space after it cannot stand in plain text; put quotes round the whole text",
    "tab character": "there is a tab here; use spaces",
    "cannot start any token": "there is a tab, or a text that starts with % @ or `; use spaces, or put quotes round the text",
    "did not find expected key": "this line does not fit the ones above; indent it as its neighbours are, and close every quote above it",
    "expected '-'": "this line does not fit the list above it; indent it as its neighbours are, or start a new entry with '- '",
    "block sequence entries are not allowed": "'- ' cannot stand here; give it a line of its own, indented as its neighbours are",
    "another document": "a line of hyphens starts another file here; take it out",
    "node content": "something is missing here, or is left over; look for a bracket or comma that has no partner",
    "document start": "'...' above ends the file, and nothing may stand behind it; take that line out",
    "expected ':'": "a colon is missing after this name; write it, or indent the line further",
    "escape": "a '\\' in double quotes stands for a special sign; put single quotes round the text instead",
}
NOT_YAML = "this is not YAML: "
OTHERWISE = "this line and the one above it do not go together; compare them with their neighbours"
CUT = "what stands behind ' #' is left out; put quotes round the whole text, or give a remark a line of its own"
QUOTED = {"'": re.compile(r"'(?:[^']|'')*'"), '"': re.compile(r'"(?:[^"\\]|\\.)*"')}
KEY = re.compile(r"\s*(?:- +)?[a-z_]+:(?:\s|$)")
VALUE = re.compile(r"(\s*(?:- +)?([\w-]+:\s+)?)(\S.*)")  # what stands before a value, its key, the value
TOGETHER = re.compile(r"(?<=\S) {2,}(- \w+):")  # an entry pasted behind a last line that had no end
NO_SPACE = re.compile(r"\s*(?:- +)?([a-z_]+:)(?=[^\s/])")
NO_SPACE_BEHIND_HYPHEN = re.compile(r"\s*-(?=[a-z_]+:\s)")
BULLETS = "•‣⁃◦▪▫●○·∙–—−‐‑→⇒➔➜➝➞➢➤►▶▸▹❖»›★☆✓✔✗✘✅❌☐☑☒■□◆◇◾◽🔹🔸"  # what people take for a list
SIGN = re.compile(
    r"[!*&%@`,\]}#]|[-?:](?= )|[|>](?=[+-]?\d?[+-]?(?:\s+[^\s#]|[^\s\d+-]))|\[(?=[^\]]*\]\s*[^\s#,\]])|\{(?=[^}]*\}\s*[^\s#,}])"
)

# How a line starts that YAML cannot read, and what is wrong with it: the part in brackets is where.
LINES = {
    rf"\s*([{BULLETS}*+])\s+\S": "'{0}' starts no entry here; write '- '",
    r"\s*(?:- +)?([a-z_]+ ?= ?)(?=\S)": "'{0}' gives no field its value; write a colon and a space",
    r"\s*(?:- +)?(\"[\w-]+\" ?: .*,)\s*$": "this is written as in JSON; take the quotes round the name and the comma at the end out",
    r"\s*-(?=([A-Za-z][\w./-]*)\s*$)": "a space is missing between '-' and '{0}'; write it",
    r"\s+([\w./-]+\.md)\s*$": "'{0}' stands without '- '; write it before the name",
}


class Slip(NamedTuple):
    """A slip with its line and column, both from 0."""

    line: int
    column: int
    what: str


def slip(lines: Sequence[str], at: int) -> Slip | None:
    """The slip that made YAML stumble in line `at`: there, in the line before, or at a quote above that was never closed."""
    for number in range(min(at + 1, len(lines))):
        if number < at and _open(lines[number]) and KEY.match(lines[number + 1]):
            start = VALUE.match(lines[number])
            return Slip(number, start.end(1) if start else 0, NOT_YAML + PLAINLY["end of stream"])
    for number in (at - 1, at):
        line = lines[number] if 0 <= number < len(lines) else ""
        if together := TOGETHER.search(line):
            return Slip(number, together.start(1), f"two lines have run together here; start a new line before '{together[1]}'")
        if found := _without_space(line) or _start(line) or _in_value(line):
            return Slip(number, found[0], NOT_YAML + found[1])
    return None


def _open(line: str) -> bool:
    """Whether a quote opens at the start of a value and stays open to the end of the line."""
    value = VALUE.match(line)
    return bool(value and value[2] and value[3][0] in QUOTED and not QUOTED[value[3][0]].match(value[3]))


def _without_space(line: str) -> tuple[int, str] | None:
    if found := NO_SPACE_BEHIND_HYPHEN.match(line):
        return found.end() - 1, "a space is missing behind '-'; write it"
    if found := NO_SPACE.match(line):
        return found.start(1), f"a space is missing behind '{found[1]}'; write it"
    return None


def _start(line: str) -> tuple[int, str] | None:
    for pattern, what in LINES.items():
        if found := re.match(pattern, line):
            return found.start(1), what.format(found[1].strip())
    return None


def _in_value(line: str) -> tuple[int, str] | None:
    value = VALUE.match(line)
    if not value:
        return None
    text, column = value[3], value.end(1)
    if text[0] in QUOTED:
        return _behind_quote(text, column)
    if sign := SIGN.match(text):
        return column, f"a text that starts with '{sign[0]}' needs quotes; put them round the whole text"
    if not value[2] or text[0] in "[{|>" or not (colon := re.search(r":(?=\s|$)", text)):
        return None
    if text[0] in "“”„‘’«":
        return column, "curly quotes hold no text together; put straight ones round the whole text"
    return column + colon.start(), PLAINLY["mapping values are not allowed"]


def _behind_quote(text: str, column: int) -> tuple[int, str] | None:
    """A text that goes on where its quote has ended."""
    quoted = QUOTED[text[0]].match(text)
    rest = text[quoted.end() :] if quoted else ""
    if not rest.strip() or rest.lstrip()[0] in "#,:]}":
        return None
    if text[0] == "'" and rest[0].isalnum():
        return column, "an apostrophe ends this text early; put double quotes round the whole text"
    other = "single" if text[0] == '"' else "double"
    return column, f"the text goes on behind its closing quote; put {other} quotes round the whole text"


def lost(lines: Sequence[str], node: yaml.ScalarNode) -> Iterator[str]:
    """What YAML leaves out of a text, or turns into something else, without a word."""
    start, end = node.start_mark, node.end_mark
    written = lines[start.line][start.column : end.column if end.line == start.line else None]
    if not node.style and lines[end.line][end.column :].lstrip().startswith("#"):
        yield CUT
    elif not node.style and written[:1] in {"&", "!"}:
        yield f"a text that starts with '{written[0]}' needs quotes; put them round the whole text"
    elif not node.style and written.endswith(",") and start.line == end.line:
        yield "this text ends with a comma; take it out, or put quotes round the whole text"
    elif node.style == '"' and re.search(r"(?<!\\)(?:\\\\)*\\[^\"\\/ux]", written):
        yield NOT_YAML + PLAINLY["escape"]
