"""`make lint`: every linter runs, finds what is wrong, and is missed where it is not there."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from checks import lint
from publish.npm import installed
from tests.conftest import ROOT


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Pretend that npm works or does not, and that every linter is content but those that are named."""

    def tell(*found: str, works: bool = True) -> None:
        monkeypatch.setattr(lint, "installed", lambda _: works)
        monkeypatch.setattr(lint, "run", lambda commands, **_: [name for name in commands if name in found])

    return tell


def test_nothing_found_is_well(told: Callable[..., None], capsys: pytest.CaptureFixture[str]) -> None:
    told()
    before = set(os.environ)
    assert lint.main() == 0
    assert capsys.readouterr().out == "All is well.\n"
    assert not (set(os.environ) - before) & set(lint.PUBLISHER), "whatever is built later would be built with it"


def test_linters_that_npm_cannot_install_are_no_success(told: Callable[..., None], capsys: pytest.CaptureFixture[str]) -> None:
    told(works=False)
    assert lint.main() == 1
    assert capsys.readouterr().out == f"{lint.SORRY}\nNot ready yet: npm.\n"


def test_what_a_linter_finds_fails(told: Callable[..., None], capsys: pytest.CaptureFixture[str]) -> None:
    told("Styles")
    assert lint.main() == 1
    assert capsys.readouterr().out == "Not ready yet: Styles.\n"


@pytest.fixture(scope="module")
def linters() -> None:
    """The linters that come as npm packages, installed as `make lint` does."""
    assert installed(lint.LINTERS)


ALL = [
    *("Building the site", "Reading the pages", "Spelling", "Markdown", "Published ids and addresses"),
    *("What is about to go live", "Schemas for editors", "Issue forms"),
    *("Python", "How Python is laid out", "Types in Python", "Workflows: safety"),
    *("Types in scripts", "Browsers that we promise", "Styles", "HTML", "Workflows"),
]


def test_every_check_and_every_linter_is_run(told: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    told()
    names: list[str] = []

    def content(commands: dict[str, list[str]], **_: object) -> list[str]:
        names.extend(commands)
        return []

    monkeypatch.setattr(lint, "run", content)
    assert lint.main() == 0
    assert names == ALL


MODULE = '"""A module."""\n\n\ndef half(number: int) -> int:\n    """Half of a number."""\n    return number // 2\n'


@pytest.mark.parametrize(
    ("linter", "mistake", "says"),
    [
        ("Python", "\n\nimport os\n", "macros/x.py:9:8: F401"),
        ("Python", "\n\ndef third(number: int) -> int:\n    return number // 3\n", "macros/x.py:9:5: D103"),
        ("How Python is laid out", "x  = 1\n", "macros/x.py"),
        ("Types in Python", '\n\nhalf("a")\n', 'macros/x.py:9: error: Argument 1 to "half" has incompatible type'),
        ("Types in Python", "\n\ndef third(number):\n    return number\n", "macros/x.py:9: error: Function is missing a type annotation"),
    ],
)
def test_a_mistake_in_python_is_found_and_nothing_else(tmp_path: Path, linter: str, mistake: str, says: str) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for folder in ("checks", "macros", "publish", "tests"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.py").write_text(MODULE, encoding="utf-8")
    command = lint.python()[linter]
    clean = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert clean.returncode == 0, clean.stdout + clean.stderr
    with (tmp_path / "macros" / "x.py").open("a", encoding="utf-8") as module:
        module.write(mistake)
    assert any(says in line for line in finds(command, tmp_path))


@pytest.mark.usefixtures("linters")
def test_each_linter_is_there() -> None:
    for name, command in lint.python().items():
        assert Path(command[0]).exists(), name
    for name, command in lint.node("").items():
        assert Path(command[0]).exists(), name
        assert Path(command[1]).exists(), name


def test_the_lock_of_the_linters_names_no_address() -> None:
    assert "resolved" not in (lint.LINTERS / "package-lock.json").read_text(encoding="utf-8")


def finds(command: list[str], folder: Path = ROOT) -> list[str]:
    """What a linter says when it fails."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode
    return (done.stdout + done.stderr).splitlines()


@pytest.mark.usefixtures("linters")
def test_a_wrong_type_in_a_script_is_found(tmp_path: Path) -> None:
    script = '/** @param {number} n */\nexport const half = (n) => n / 2;\nhalf("a");\n'
    (tmp_path / "x.js").write_text(script, encoding="utf-8")
    (tmp_path / "tsconfig.json").write_text(
        f'{{"extends": "{lint.LINTERS.as_posix()}/tsconfig.json", "include": ["x.js"]}}', encoding="utf-8"
    )
    [line] = finds([*lint.node("")["Types in scripts"][:2], "--project", ".", "--pretty", "false"], tmp_path)
    assert line.startswith("x.js(3,6): error TS2345")


@pytest.mark.usefixtures("linters")
def test_a_colour_that_is_no_token_and_a_physical_side_are_found(tmp_path: Path) -> None:
    (tmp_path / "x.css").write_text(".app-x { color: #123456; margin-left: 1rem; }\n", encoding="utf-8")
    command = lint.node("")["Styles"]
    said = "\n".join(finds([*command[:-1], str(tmp_path / "x.css")]))
    assert "color-no-hex" in said
    assert "margin-left is physical" in said


@pytest.mark.usefixtures("linters")
def test_html_that_is_not_valid_is_found(tmp_path: Path) -> None:
    page = '<!doctype html>\n<html lang="en"><head><title>x</title></head><body>\n<p><section>x</section></p>\n<img src="x.png">\n</body></html>\n'
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    said = finds(lint.node(str(tmp_path))["HTML"])
    assert any(line.startswith("index.html:3:") for line in said)
    assert any(line.startswith("index.html:4:") and "alt" in line for line in said)
    assert any("nothing needs the excuse" in line for line in said)


@pytest.mark.usefixtures("linters")
def test_a_folder_without_pages_is_no_success(tmp_path: Path) -> None:
    assert any("there is no page" in line for line in finds(lint.node(str(tmp_path))["HTML"]))


@pytest.mark.usefixtures("linters")
def test_a_workflow_that_cannot_run_is_found(tmp_path: Path) -> None:
    text = (ROOT / ".github" / "workflows" / "deploy.yml").read_text(encoding="utf-8").replace("needs: check", "needs: chek")
    (tmp_path / "x.yml").write_text(text, encoding="utf-8")
    [line] = finds([*lint.node("")["Workflows"][:2], str(tmp_path / "x.yml")])
    assert 'job "build" needs job "chek"' in line


def test_a_workflow_that_is_not_safe_is_found(tmp_path: Path) -> None:
    text = (ROOT / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8")
    (tmp_path / "x.yml").write_text(text.replace("persist-credentials: false", "").replace("permissions: {}", ""), encoding="utf-8")
    said = "\n".join(finds([lint.python()["Workflows: safety"][0], "--offline", "--quiet", str(tmp_path / "x.yml")]))
    assert "artipacked" in said


@pytest.mark.usefixtures("linters")
def test_what_an_older_browser_lacks_is_found_unless_a_script_asks_first(tmp_path: Path) -> None:
    lines = [
        "[].toSorted();",
        "link?.checkVisibility();",
        'row.querySelector(":has(input)");',
        "row.ariaBusy = 1;",
        "link.checkVisibility?.();",
        "[].at(-1);",
    ]
    (tmp_path / "x.js").write_text("\n".join(lines), encoding="utf-8")
    said = finds([*lint.node("")["Browsers that we promise"][:2], str(tmp_path)])
    assert [re.search(r'x\.js:(\d): "(\w+)"', line).groups() for line in said] == [  # type: ignore[union-attr]
        ("1", "toSorted"),
        ("2", "checkVisibility"),
        ("3", "has"),
        ("4", "ariaBusy"),
    ]


@pytest.mark.usefixtures("linters")
def test_a_style_that_an_older_browser_lacks_stands_behind_one_that_it_has(tmp_path: Path) -> None:
    lines = [
        "a { float: inline-end; }",
        "b { float: right; float: inline-end; }",
        "c { interpolate-size: allow-keywords; }",
        "p { text-wrap: pretty; }",
    ]
    (tmp_path / "x.css").write_text("\n".join(lines), encoding="utf-8")
    said = finds([*lint.node("")["Browsers that we promise"][:2], str(tmp_path)])
    assert [re.search(r'x\.css:(\d): "([^"]+)"', line).groups() for line in said] == [  # type: ignore[union-attr]
        ("1", "float: inline-end"),
        ("3", "interpolate-size"),
        ("3", "interpolate-size: allow-keywords"),
    ]
