"""The recipes of docs/contributing.md do what they say: each is carried out to the letter, on a copy of the project."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from checks.pages.__main__ import main
from macros.parsed_page import FENCE
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "contributing.md"
BLOCK = re.compile(
    r"^(?P<say>[^\n]*, (?:write|take out):)\n\n(?:\{% raw %\}\n\n)?```(?:yaml|markdown)\n(?P<lines>.*?)^```$", re.DOTALL | re.MULTILINE
)
SAYS = re.compile(
    r"(?:.*\b)?(?P<how>at the end of|in a new file|in) `(?P<file>[^`]+)`(?:, below the line `(?P<line>[^`]+)`)?, (?P<do>write|take out):",
    re.IGNORECASE,
)

# What stands on the site afterwards, by the heading of the recipe.
SHOWN = {
    "Add a question": ("principles/networks/index.html", 'id="networks-night-shift"'),
    "Add a term": ("glossary/index.html", 'id="term-local-champion"'),
    "Add a tool": ("tools-and-methods/index.html", 'id="tool-coffee-pairs"'),
    "Add a report": ("further-resources/index.html", "https://example.org/ten-wards"),
    "Add a page": ("first-hour/index.html", "Settle three things in the first hour"),
    "Change a question": ("principles/networks/index.html", 'data-revised="2026-12-01"'),
    "Take a question out": ("workbook/index.html", 'data-retired="networks-idea-reaches-all"'),
}


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


def recipes() -> dict[str, list[Step]]:
    """The steps below each heading of the page."""
    text = PAGE.read_text(encoding="utf-8")
    headings = list(re.finditer(r"^## (.*)$", FENCE.sub(lambda found: " " * len(found[0]), text), re.MULTILINE))
    found: dict[str, list[Step]] = {}
    for block in BLOCK.finditer(text):
        said = SAYS.fullmatch(block["say"])
        assert said, block["say"]
        heading = [one[1] for one in headings if one.start() < block.start()][-1]
        found.setdefault(heading, []).append(Step(said["do"], said["how"].lower(), said["file"], said["line"], block["lines"]))
    return found


RECIPES = recipes()
CALLS = re.findall(r"\{% raw %\}`(\{\{.*?\}\})`\{% endraw %\}", PAGE.read_text(encoding="utf-8"))


def project(folder: Path) -> Path:
    """A copy of what recipes change."""
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def run(*command: str, at: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run a module of this environment."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run([sys.executable, "-m", *command], cwd=at, env=environment, capture_output=True, text=True)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, int, str]]:
    """A copy for each recipe, the exit code of its strict build, and what was said. All builds run in one process, to be fast."""
    copies = {recipe: project(tmp_path_factory.mktemp("alone")) for recipe in RECIPES}
    for recipe, steps in RECIPES.items():
        for step in steps:
            if (copies[recipe] / step.file).parent != copies[recipe]:  # these builds have settings of their own
                step.carry_out(copies[recipe])
    done = run("tests.build", *map(str, copies.values()))
    assert done.returncode == 0, done.stderr
    return {recipe: (copies[recipe], *json.loads(line)) for recipe, line in zip(copies, done.stdout.splitlines(), strict=True)}


@pytest.fixture(scope="module")
def together(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site, built strictly after all recipes were carried out; the new page makes the calls that the recipes name."""
    whole = project(tmp_path_factory.mktemp("together"))
    for name in ("macros", "overrides"):
        shutil.copytree(ROOT / name, whole / name, ignore=shutil.ignore_patterns("__pycache__"))
    for step in (step for steps in RECIPES.values() for step in steps):
        step.carry_out(whole)
    with (whole / "docs" / "first-hour.md").open("a", encoding="utf-8") as page:
        page.writelines(f"\n{call}\n" for call in CALLS)
    done = run("mkdocs", "build", "--strict", at=whole)
    assert done.returncode == 0, done.stderr
    return whole


def test_every_recipe_is_known_here() -> None:
    assert list(RECIPES) == list(SHOWN)
    asked = re.findall(r", (?:write|take out):\n", PAGE.read_text(encoding="utf-8"))
    assert len(asked) == sum(map(len, RECIPES.values()))


@pytest.mark.parametrize("recipe", RECIPES)
def test_a_recipe_works_to_the_letter(alone: dict[str, tuple[Path, int, str]], recipe: str) -> None:
    _, code, said = alone[recipe]
    assert code == 0, said


def test_the_recipes_are_written_as_we_ask_others_to_write(together: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], together) == 0, capsys.readouterr().out


@pytest.mark.parametrize("recipe", RECIPES)
def test_what_a_recipe_adds_stands_on_the_site(together: Path, alone: dict[str, tuple[Path, int, str]], recipe: str) -> None:
    page, shown = SHOWN[recipe]
    assert shown in (together / "site" / page).read_text(encoding="utf-8")
    other = next(copy for name, (copy, _, _) in alone.items() if name != recipe)
    without = other / "site" / page
    assert not without.exists() or shown not in without.read_text(encoding="utf-8")


def test_the_new_page_is_in_the_navigation(together: Path) -> None:
    text = (together / "site" / "workshop" / "index.html").read_text(encoding="utf-8")
    assert 'href="../first-hour/"' in text


def test_the_calls_that_the_recipes_name_lead_to_what_was_added(together: Path) -> None:
    text = (together / "site" / "first-hour" / "index.html").read_text(encoding="utf-8")
    assert re.findall(r'<a class="app-term" href="../glossary/#term-local-champion".*?>(.*?)</a>', text) == ["local champion", "champions"]
    assert '<a href="https://example.org/ten-wards">' in text
    assert 'href="../principles/networks/#networks-members-run"' in text
    assert len(CALLS) == 4


def test_the_lines_about_mutants_name_a_module_and_its_test() -> None:
    text = PAGE.read_text(encoding="utf-8")
    [toml] = re.findall(r"^```toml\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    settings = tomllib.loads(toml)["cosmic-ray"]
    module = ROOT / settings["module-path"]
    assert module.exists()
    assert (ROOT / settings["test-command"].split()[-1]).exists()
    assert text.count(f".cache/{module.stem}.toml") == 3


def test_the_mistake_that_the_page_shows_is_what_one_reads(tmp_path: Path) -> None:
    [said] = re.findall(r"^(data/\S+: .*)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    file, line, *_ = said.split(":")
    wrong = project(tmp_path) / file
    text = wrong.read_text(encoding="utf-8").splitlines()
    assert "[network]" in text[int(line) - 1]
    text[int(line) - 1] = text[int(line) - 1].replace("[network]", "[networks]")
    wrong.write_text("\n".join(text) + "\n", encoding="utf-8")
    assert f"ERROR   -  {said}\n" in json.loads(run("tests.build", str(tmp_path)).stdout)[1]
