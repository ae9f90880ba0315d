"""The recipes of docs/contributing.md do what they say: each is carried out to the letter, on a copy of the project."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from checks.pages.__main__ import main
from checks.pages.terms import unexplained
from macros import register
from macros.loader import load
from macros.parsed_page import parsed_pages
from tests.conftest import ROOT

from .recipes import RECIPES, TEXT, carry_out

# What stands on the site afterwards, by the heading of the recipe.
SHOWN = {
    "Add a question": ("principles/networks/index.html", 'id="networks-night-shift"'),
    "Add a term": ("glossary/index.html", 'id="term-local-champion"'),
    "Add a tool": ("tools-and-methods/index.html", 'id="tool-coffee-pairs"'),
    "Add a report": ("further-resources/index.html", "https://example.org/ten-wards"),
    "Add a page": ("first-hour/index.html", "Settle three things in the first hour"),
    "Move or rename a page": ("convening/index.html", "Systems convening"),
    "Add a picture": ("workshop/index.html", 'src="../images/ward-map.png"'),
    "Change a question": ("principles/networks/index.html", 'data-revised="2026-11-20"'),
    "Take a question out": ("workbook/index.html", 'data-retired="networks-idea-reaches-all"'),
}


CALLS = re.findall(r"\{% raw %\}`(\{\{.*?\}\})`\{% endraw %\}", TEXT)


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


[MISTAKE] = re.findall(r"^(data/\S+: .*)$", TEXT, re.MULTILINE)


def mistaken(copy: Path) -> None:
    """Make the mistake that the page shows."""
    file, line, *_ = MISTAKE.split(":")
    text = (copy / file).read_text(encoding="utf-8").splitlines()
    assert "[network]" in text[int(line) - 1]
    text[int(line) - 1] = text[int(line) - 1].replace("[network]", "[networks]")
    (copy / file).write_text("\n".join(text) + "\n", encoding="utf-8")


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, int, str]]:
    """A copy for each recipe, and for the mistake, the exit code of its strict build, and what was said. One process builds all, to be fast."""
    copies = {one: project(tmp_path_factory.mktemp("alone")) for one in (*RECIPES, MISTAKE)}
    for one, copy in copies.items():
        mistaken(copy) if one == MISTAKE else carry_out(one, copy)
    done = run("tests.build", *map(str, copies.values()))
    assert done.returncode == 0, done.stderr
    return {one: (copies[one], *json.loads(line)) for one, line in zip(copies, done.stdout.splitlines(), strict=True)}


@pytest.fixture(scope="module")
def together(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site, built strictly after all recipes were carried out; the new page makes the calls that the recipes name."""
    whole = project(tmp_path_factory.mktemp("together"))
    for name in ("macros", "overrides"):
        shutil.copytree(ROOT / name, whole / name, ignore=shutil.ignore_patterns("__pycache__"))
    for recipe in RECIPES:
        carry_out(recipe, whole)
    with (whole / "docs" / "first-hour.md").open("a", encoding="utf-8") as page:
        page.writelines(f"\n{call}\n" for call in CALLS)
    done = run("mkdocs", "build", "--strict", at=whole)
    assert done.returncode == 0, done.stderr
    return whole


def test_every_recipe_is_known_here() -> None:
    assert list(RECIPES) == list(SHOWN)
    asked = re.findall(r", (?:write|take out):\n", TEXT)
    assert len(asked) == sum(map(len, RECIPES.values()))


@pytest.mark.parametrize("recipe", RECIPES)
def test_a_recipe_works_to_the_letter(alone: dict[str, tuple[Path, int, str]], recipe: str) -> None:
    _, code, said = alone[recipe]
    assert code == 0, said


@pytest.mark.parametrize("recipe", RECIPES)
def test_after_make_ids_it_may_go_live(alone: dict[str, tuple[Path, int, str]], recipe: str, capsys: pytest.CaptureFixture[str]) -> None:
    data = alone[recipe][0] / "data"
    assert register.main([], data) == 0
    capsys.readouterr()
    assert register.main(["--deployed"], data) == 0, capsys.readouterr().out


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


def test_a_term_that_other_pages_use_already_is_settled_in_either_way_that_the_recipe_gives(tmp_path: Path) -> None:
    copy = project(tmp_path)
    [step] = RECIPES["Add a term"]
    assert "local-champion" in step.lines
    step._replace(lines=step.lines.replace("local-champion", "ward").replace("local champion", "ward")).carry_out(copy)
    guide = load(copy / "data")

    def named(everyday: tuple[str, ...] = ()) -> list[str]:
        pages = parsed_pages(copy / "docs").values()
        return [str(one) for page in pages for one in unexplained(page, guide, everyday) if "'ward'" in one.what]

    assert len(named()) >= 5
    assert all('write {{ term("ward") }} here' in one or "add 'ward' to its terms" in one for one in named())
    assert named(("ward",)) == []
    for path in {one.split(":")[0] for one in named()}:
        with (copy / path).open("a", encoding="utf-8") as page:
            page.write('\nA {{ term("ward") }}.\n')
    assert named() == []
    [recipe] = re.findall(r"^## Add a term$(.*?)^## ", TEXT, re.DOTALL | re.MULTILINE)
    assert "once on each page" in recipe
    assert "the list `everyday` in `pyproject.toml`" in recipe


def test_the_mistake_that_the_page_shows_is_what_one_reads(alone: dict[str, tuple[Path, int, str]]) -> None:
    assert f"ERROR   -  {MISTAKE}\n" in alone[MISTAKE][2]
