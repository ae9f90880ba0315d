"""What is right or does no harm, from tests/fixtures/innocent.yml: no check says a word, and the engine builds it."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from checks import dry, markdown
from checks.pages.checks import mistakes
from tests.checks.test_planted import CASES
from tests.conftest import ROOT, SMALL, Change, copy

INNOCENT: dict[str, list[Any]] = yaml.safe_load((SMALL.parent / "innocent.yml").read_text(encoding="utf-8"))
BESIDE = ("images/ward map.png", "images/map.svg", "images/board.webp", "plan.pdf")
OTHER = "---\ntitle: {title}\ndescription: '{number:02} is the number of a page that the tests of this project are made with.'\nreviewed: 2026-01-01\nreview_by: 2027-01-01\n---\n\n# A page\n"


def said(project: Path) -> list[str]:
    """All that the checks and the macros say of a project."""
    return [*map(str, mistakes(project)), *dry.mistakes(project)]


def built(project: Path) -> tuple[int, str]:
    """How a strict build goes."""
    command = [sys.executable, "-m", "tests.build", str(project)]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, check=True)
    code, output = json.loads(done.stdout)
    return code, output


def blamed(wrong: list[str], starts: list[int], inputs: list[Any]) -> dict[str, list[str]]:
    """What is said of each input, by the lines where they begin."""
    found: dict[str, list[str]] = {}
    for one in wrong:
        place = re.search(r":(\d+)", one)
        line = int(place[1]) if place else 0
        number = max((n for n, start in enumerate(starts) if start <= line), default=-1)
        found.setdefault(str(inputs[number]) if number >= 0 else "?", []).append(one)
    return found


def written(file: Path, inputs: list[Any], block: Callable[[int, Any], str]) -> list[int]:
    """Write all inputs at the end of a file; the line where each begins."""
    text, starts = file.read_text(encoding="utf-8"), []
    for number, one in enumerate(inputs):
        starts.append(text.count("\n") + 1)
        text += block(number, one)
    file.write_text(text, encoding="utf-8")
    return starts


def test_there_are_as_many_as_mistakes() -> None:
    assert sum(map(len, INNOCENT.values())) >= len(CASES)
    assert all(len({json.dumps(one) for one in inputs}) == len(inputs) for inputs in INNOCENT.values())


def test_what_stands_in_a_page_is_left_alone_and_built(project: Path) -> None:
    for file in BESIDE:
        (project / "docs" / file).parent.mkdir(exist_ok=True)
        (project / "docs" / file).write_text("what is in a picture", encoding="utf-8")
    (project / "docs" / "first hour.md").write_text(OTHER.format(title="One", number=1), encoding="utf-8")
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("nav:\n", "nav:\n  - first hour.md\n"), encoding="utf-8")
    starts = written(project / "docs" / "index.md", INNOCENT["pages"], lambda number, one: f"\n## Number {number}\n\n{one}\n")
    assert blamed(said(project), starts, INNOCENT["pages"]) == {}
    code, output = built(project)
    assert (code, [line for line in output.splitlines() if line.startswith(("WARNING", "ERROR"))]) == (0, [])


def test_the_markdown_of_a_page_is_left_alone_by_the_linter(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    for number, text in enumerate(INNOCENT["markdown"]):
        (tmp_path / "docs" / f"n{number}.md").write_text(f"{OTHER.format(title='One', number=number)}\n{text}\n", encoding="utf-8")
    found = list(markdown.findings(tmp_path, [], ROOT / "pyproject.toml"))
    assert {INNOCENT["markdown"][int(re.sub(r"\D", "", one.place.path))]: one.what for one in found} == {}


def test_the_text_of_a_question_is_left_alone(project: Path) -> None:
    file = project / "data" / "checklists" / "learning.yml"
    starts = written(file, INNOCENT["questions"], lambda number, one: f"  - id: learning-{number}\n    text: {one}\n")
    assert blamed(said(project), starts, INNOCENT["questions"]) == {}
    assert built(project)[0] == 0


def test_a_title_is_left_alone(project: Path) -> None:
    for number, title in enumerate(INNOCENT["titles"]):
        (project / "docs" / f"n{number}.md").write_text(OTHER.format(title=title, number=number), encoding="utf-8")
        settings = project / "mkdocs.yml"
        settings.write_text(settings.read_text(encoding="utf-8").replace("nav:\n", f"nav:\n  - n{number}.md\n"), encoding="utf-8")
    assert said(project) == []
    assert built(project)[0] == 0


@pytest.mark.parametrize("case", INNOCENT["above"], ids=[case["new"] for case in INNOCENT["above"]])
def test_the_lines_above_a_page_are_left_alone(project: Path, change: Change, case: dict[str, str]) -> None:
    change(project / "docs" / "feedback.md", case["old"], case["new"])
    assert said(project) == []


@pytest.mark.parametrize("entry", INNOCENT["navigation"])
def test_an_entry_of_the_navigation_is_left_alone(project: Path, change: Change, entry: str) -> None:
    change(project / "mkdocs.yml", "- feedback.md", entry)
    assert said(project) == []


@pytest.mark.parametrize("file", INNOCENT["files"])
def test_a_file_that_may_lie_there_is_left_alone(project: Path, file: str) -> None:
    (project / file).parent.mkdir(exist_ok=True)
    (project / file).write_bytes(b"\x00\xff")
    assert said(project) == []


@pytest.mark.parametrize("name", INNOCENT["names"])
def test_a_page_that_is_no_copy_may_be_called_like_one(project: Path, change: Change, name: str) -> None:
    (project / "docs" / name).write_text(OTHER.format(title="One", number=1), encoding="utf-8")
    change(project / "mkdocs.yml", "- feedback.md", f"- feedback.md\n  - {name}")
    assert said(project) == []


ENCODED: dict[str, Callable[[bytes], bytes]] = {
    "lines of Windows": lambda raw: raw.replace(b"\n", b"\r\n"),
    "lines of an old Mac": lambda raw: raw.replace(b"\n", b"\r"),
    "a byte order mark": lambda raw: b"\xef\xbb\xbf" + raw,
    "no end of the last line": lambda raw: raw.rstrip(),
    "empty lines at the end": lambda raw: raw + b"\n\n",
}


@pytest.mark.parametrize("case", INNOCENT["encodings"], ids=[f"{case['file']}: {case['as']}" for case in INNOCENT["encodings"]])
def test_how_a_file_is_written_down_does_no_harm(project: Path, case: dict[str, str]) -> None:
    file = project / case["file"]
    file.write_bytes(ENCODED[case["as"]](file.read_bytes()))
    assert said(project) == []


STRAYS = [
    case
    for case in CASES
    if case.get("by") == "pages" and ("link" in case or "text" in case) and not case["file"].endswith("index.md")
    if not case.get("text", "").startswith("---")  # a whole page under a bad name is a page
]


def test_a_stray_that_the_check_names_stops_no_build(tmp_path: Path) -> None:
    project = copy(tmp_path / "project")
    for case in STRAYS:
        file = project / case["file"]
        file.parent.mkdir(parents=True, exist_ok=True)
        if "link" in case:
            file.symlink_to(case["link"])
        else:
            file.write_text(case["text"], encoding="utf-8")
    code, output = built(project)
    assert len(STRAYS) > 15
    assert "Traceback" not in output
    assert [line for line in output.splitlines() if line.startswith("ERROR")] == []
    assert code == 0
