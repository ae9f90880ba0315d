"""What docs/contributing.md tells people to do, as steps that a test can carry out to the letter."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from checks.pages.checks import mistakes
from macros.parsed_page import FENCE
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "contributing.md"
TEXT = PAGE.read_text(encoding="utf-8")
BLOCK = re.compile(
    r"^(?P<say>[^\n]*, (?:write|take out):)\n\n(?:\{% raw %\}\n\n)?```(?:yaml|markdown)\n(?P<lines>.*?)^```$", re.DOTALL | re.MULTILINE
)
SAYS = re.compile(
    r"(?:.*\b)?(?P<how>at the end of|in a new file|in) `(?P<file>[^`]+)`(?:, below the line `(?P<line>[^`]+)`)?, (?P<do>write|take out):",
    re.IGNORECASE,
)
SHELL = re.compile(r"^```sh\n(.*?)^```$", re.DOTALL | re.MULTILINE)
MOVE = re.compile(r"git mv (\S+) (\S+)")


class Step(NamedTuple):
    """Lines to write or take out, and where."""

    do: str
    how: str
    file: str
    below: str | None
    lines: str

    def carry_out(self, project: Path) -> None:
        """Do what the page says."""
        file = project / self.file
        if self.how == "in a new file":
            assert not file.exists()
            file.write_text(self.lines, encoding="utf-8")
            return
        text = file.read_text(encoding="utf-8")
        if self.do == "take out":
            assert text.count(self.lines) == 1
            file.write_text(text.replace(self.lines, ""), encoding="utf-8")
            return
        if self.how == "at the end of":
            file.write_text(text + self.lines, encoding="utf-8")
            return
        [found] = [line for line in text.splitlines(keepends=True) if line.strip() == self.below]
        file.write_text(text.replace(found, found + self.lines), encoding="utf-8")


def heading_at(place: int) -> str:
    """The heading below which something stands on the page."""
    headings = re.finditer(r"^## (.*)$", FENCE.sub(lambda found: " " * len(found[0]), TEXT), re.MULTILINE)
    return [one[1] for one in headings if one.start() < place][-1]


def recipes() -> dict[str, list[Step]]:
    """The steps below each heading of the page."""
    found: dict[str, list[Step]] = {}
    for block in BLOCK.finditer(TEXT):
        said = SAYS.fullmatch(block["say"])
        assert said, block["say"]
        step = Step(said["do"], said["how"].lower(), said["file"], said["line"], block["lines"])
        found.setdefault(heading_at(block.start()), []).append(step)
    return found


def shell() -> dict[str, list[str]]:
    """The lines for a terminal, below each heading."""
    found: dict[str, list[str]] = {}
    for block in SHELL.finditer(TEXT):
        found.setdefault(heading_at(block.start()), []).append(block[1])
    return found


RECIPES: Mapping[str, list[Step]] = recipes()
LINES: Mapping[str, list[str]] = shell()


def carry_out(recipe: str, project: Path) -> None:
    """A whole recipe: what it moves, what it writes, and the old names that `make check` finds then."""
    if recipe == "Add a picture":
        (project / "docs" / "images").mkdir()
        shutil.copy(ROOT / "overrides" / "assets" / "images" / "mark.svg", project / "docs" / "images" / "ward-map.png")
    moves = [move for block in LINES.get(recipe, ()) for move in MOVE.findall(block)]
    for old, new in moves:
        (project / old).rename(project / new)
    for step in RECIPES[recipe]:
        step.carry_out(project)
    for old, new in moves:
        rename(project, Path(old).name, Path(new).name)


def rename(project: Path, old: str, new: str) -> None:
    """Write a page's new name on each line that the checks name for its old one, from whatever folder."""
    named = re.compile(rf"'(?:[^' ]*/)?{re.escape(old)}")
    for place in {one.place for one in mistakes(project) if named.search(one.what)}:
        lines = (project / place.path).read_text(encoding="utf-8").splitlines(keepends=True)
        assert old in lines[place.line - 1], f"{place} does not name {old}"
        lines[place.line - 1] = lines[place.line - 1].replace(old, new)
        (project / place.path).write_text("".join(lines), encoding="utf-8")
