"""A YAML file as data, with the line and column of every value and key."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from .encoding import misread, no_file, text_of
from .mistakes import Mistake, Place
from .unseen import unseen
from .yaml_slips import NOT_YAML, OTHERWISE, PLAINLY, lost, slip

Path_ = tuple[str | int, ...]
KEY = "\0key"  # ends the path of a key's own mark; no YAML key can hold it
FIRST_COLON = re.compile(r"\s*(?:- +)?[\w-]+")
FROM_THE_START = ("end of stream", "expected ',' or", "expected ':'")  # what is wrong begins before libyaml notices


@dataclass
class Source:
    """One file: its data, a mark for each path into them, and what is wrong with it as YAML."""

    name: str
    data: Any = None
    marks: dict[Path_, tuple[int, int]] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    prose: bool = True  # whether its texts are for people to read

    def at(self, *path: str | int) -> Place:
        """The place of a value, or of what holds it where the value is missing."""
        while path and path not in self.marks:
            path = path[:-1]
        return Place(self.name, *self.marks.get(path, (1, 1)))


def read(path: Path, name: str) -> Source:
    """Read one YAML file; `name` is how mistakes call it."""
    if wrong := no_file(path, name) or misread(path, name):
        return Source(name, mistakes=[wrong])
    return parse(text_of(path), name)


@lru_cache(maxsize=1024)  # a text that several ask for is read once; nobody changes what they are given
def parse(text: str, name: str, *, prose: bool = True) -> Source:
    """Read YAML from a text whose first line is the file's first line; in `prose` nothing that people wrote may be lost unseen."""
    source = Source(name, mistakes=list(unseen(text, name)), lines=text.split("\n"), prose=prose)
    if source.mistakes:
        return source
    loader = yaml.CSafeLoader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return _wrong(source, Place(name, 1, 1), "there is nothing here; restore it from the history")
        source.data = _walk(source, loader, node, ())
    except yaml.MarkedYAMLError as error:
        return _not_yaml(source, error)
    finally:
        loader.dispose()
    return source


def _not_yaml(source: Source, error: yaml.MarkedYAMLError) -> Source:
    """Say in our words what YAML stumbled over, at the line of the slip; its own words never reach a reader."""
    problem = str(error.problem)
    late = any(phrase in problem for phrase in FROM_THE_START)
    mark = (error.context_mark if late else None) or error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if found := slip(source.lines, error.problem_mark.line if error.problem_mark and not late else line):
        return _wrong(source, Place(source.name, found.line + 1, found.column + 1), found.what)
    what = next((words for phrase, words in PLAINLY.items() if phrase in problem), OTHERWISE)
    if what == PLAINLY["document start"] and "..." not in map(str.rstrip, source.lines[:line]):
        what = "this line starts further left than those above; start all of them in the first column"
    if what == PLAINLY["mapping values are not allowed"] and FIRST_COLON.fullmatch(source.lines[line][:column]):
        what = "this line is indented further than its neighbours; start it in the same column"
    return _wrong(source, Place(source.name, line + 1, column + 1), NOT_YAML + what)


def _wrong(source: Source, place: Place, what: str) -> Source:
    source.mistakes.append(Mistake(place, what))
    return source


def _walk(source: Source, loader: yaml.CSafeLoader, node: yaml.Node, path: Path_, above: tuple[yaml.Node, ...] = ()) -> Any:
    """Build the data below a node and note where each part stands."""
    mark = (node.start_mark.line + 1, node.start_mark.column + 1)
    if node in above:
        _wrong(source, source.at(*path), "a '*' here repeats what it stands in; write the entries out")
        return None
    source.marks[path] = mark
    if isinstance(node, yaml.SequenceNode):
        return [_walk(source, loader, child, (*path, n), (*above, node)) for n, child in enumerate(node.value)]
    if not isinstance(node, yaml.MappingNode):
        try:
            value = loader.construct_object(node)
        except ValueError:  # a day such as 2026-02-30
            _wrong(source, Place(source.name, *mark), f"'{node.value}' is not a day of the calendar; correct it")
            return None
        if source.prose and isinstance(node, yaml.ScalarNode) and (value is None or isinstance(value, str)):
            for what in lost(source.lines, node):
                _wrong(source, Place(source.name, *mark), what)
        return value
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        here = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
        if not isinstance(key_node, yaml.ScalarNode):
            _wrong(source, Place(source.name, *here), "the name of a field must be plain text; write a word and a colon")
            continue
        if key in found:
            first = source.marks[(*path, key, KEY)][0]
            _wrong(source, Place(source.name, *here), f"'{key}' stands twice here, first on line {first}; keep one of the two")
            continue
        found[key] = _walk(source, loader, value_node, (*path, key), (*above, node))
        source.marks[(*path, key, KEY)] = here
    return found
