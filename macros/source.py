"""A YAML file as data, with the line and column of every value and key."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from .encoding import misread, text_of
from .mistakes import Mistake, Place

Path_ = tuple[str | int, ...]
KEY = "\0key"  # ends the path of a key's own mark; no YAML key can hold it
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
    "expected ':'": "a colon is missing after this name; write it, or indent the line further",
}
CUT = "what stands behind ' #' is left out; put quotes round the whole text, or give a remark a line of its own"
SPECIAL = re.compile("^ *([\u00a0\u2000-\u200b\u202f\u3000\ufeff])", re.MULTILINE)  # spaces that word processors write
TOGETHER = re.compile(r"(?<=\S) {2,}(- \w+):")  # an entry pasted behind a last line that had no end
FROM_THE_START = ("end of stream", "expected ',' or", "expected ':'")  # what is wrong begins before libyaml notices


@dataclass
class Source:
    """One file: its data, a mark for each path into them, and what is wrong with it as YAML."""

    name: str
    data: Any = None
    marks: dict[Path_, tuple[int, int]] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    def at(self, *path: str | int) -> Place:
        """The place of a value, or of what holds it where the value is missing."""
        while path and path not in self.marks:
            path = path[:-1]
        return Place(self.name, *self.marks.get(path, (1, 1)))


def read(path: Path, name: str) -> Source:
    """Read one YAML file; `name` is how mistakes call it."""
    if not path.exists():
        return _wrong(Source(name), Place(name), "the file is missing; put it back, or restore it from the history")
    if wrong := misread(path, name):
        return Source(name, mistakes=[wrong])
    return parse(text_of(path), name)


def parse(text: str, name: str) -> Source:
    """Read YAML from a text whose first line is the file's first line."""
    source = Source(name, lines=text.split("\n"))
    if found := SPECIAL.search(text):
        place = Place(name, text.count("\n", 0, found.start()) + 1, found.start(1) - found.start() + 1)
        return _wrong(source, place, "there is a special space here, as word processors write it; type ordinary spaces")
    loader = yaml.CSafeLoader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return _wrong(source, Place(name, 1, 1), "there is nothing here; restore it from the history")
        source.data = _walk(source, loader, node, ())
    except yaml.MarkedYAMLError as error:
        problem = str(error.problem)
        mark = error.context_mark if any(phrase in problem for phrase in FROM_THE_START) else error.problem_mark
        place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
        line = error.problem_mark.line if error.problem_mark else 0
        if run := TOGETHER.search("".join(source.lines[line : line + 1])):
            place = Place(name, line + 1, run.start(1) + 1)
            return _wrong(source, place, f"two lines have run together here; start a new line before '{run[1]}'")
        plainly = next((words for phrase, words in PLAINLY.items() if phrase in problem), f"{problem}; look at this line and the one above")
        return _wrong(source, place, f"this is not YAML: {plainly}")
    except yaml.YAMLError as error:  # a character that YAML forbids has no mark
        return _wrong(source, Place(name), f"this is not YAML: {str(error).splitlines()[0]}; take the character out")
    finally:
        loader.dispose()
    return source


def _wrong(source: Source, place: Place, what: str) -> Source:
    source.mistakes.append(Mistake(place, what))
    return source


def _cut(source: Source, node: yaml.Node) -> bool:
    """Whether a text without quotes ends at a ' #': YAML drops the rest of its line."""
    end = node.end_mark
    return not getattr(node, "style", "") and source.lines[end.line][end.column :].lstrip().startswith("#")


def _walk(source: Source, loader: yaml.CSafeLoader, node: yaml.Node, path: Path_) -> Any:
    """Build the data below a node and note where each part stands."""
    mark = (node.start_mark.line + 1, node.start_mark.column + 1)
    source.marks[path] = mark
    if isinstance(node, yaml.SequenceNode):
        return [_walk(source, loader, child, (*path, n)) for n, child in enumerate(node.value)]
    if not isinstance(node, yaml.MappingNode):
        try:
            value = loader.construct_object(node)
            if isinstance(value, str) and _cut(source, node):
                source.mistakes.append(Mistake(Place(source.name, *mark), CUT))
            return value
        except ValueError:  # a day such as 2026-02-30
            source.mistakes.append(Mistake(Place(source.name, *mark), f"'{node.value}' is not a day of the calendar; correct it"))
            return None
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        here = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
        if key in found:
            first = source.marks[(*path, key, KEY)][0]
            what = f"'{key}' stands twice here, first on line {first}; keep one of the two"
            source.mistakes.append(Mistake(Place(source.name, *here), what))
            continue
        found[key] = _walk(source, loader, value_node, (*path, key))
        source.marks[(*path, key, KEY)] = here
    return found
