"""`make lint`: every linter runs, finds what is wrong, and is missed where it is not there."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from checks import lint
from tests.conftest import ROOT

needs_node = pytest.mark.skipif(not (lint.has_node() and lint.INSTALLED.exists()), reason="make lint installs the linters that need node")


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Pretend what is there; every linter that runs is content."""

    def tell(*, npm: bool = True, version: str = "v20.19.0", works: bool = True, ci: bool = False) -> None:
        monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}" if npm else None)
        monkeypatch.setattr(lint, "installed", lambda: works)
        monkeypatch.setattr(subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 0, stdout=f"{version}\n"))
        monkeypatch.setattr(lint, "run", lambda commands: [name for name in commands if name == "Styles" and version == "v99.0.0"])
        monkeypatch.setenv("CI", "true" if ci else "")

    return tell


@pytest.mark.parametrize("version", ["v20.19.0", "v22.1.0", "v20.20.1-nightly"])
def test_a_machine_that_has_all_is_linted_whole(told: Callable[..., None], version: str, capsys: pytest.CaptureFixture[str]) -> None:
    told(version=version, ci=True)
    assert lint.main() == 0
    assert capsys.readouterr().out == "All is well.\n"


@pytest.mark.parametrize("lacks", [{"npm": False}, {"version": "v18.20.4"}, {"version": "v20.9.0"}, {"works": False}])
def test_without_node_a_laptop_is_told_and_ci_fails(
    told: Callable[..., None], lacks: dict[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    told(**lacks)
    assert lint.main() == 0
    assert capsys.readouterr().out == f"{lint.SORRY}\nAll is well.\n"
    told(**lacks, ci=True)
    assert lint.main() == 1
    assert capsys.readouterr().out == f"{lint.SORRY}\nNot ready yet: node.\n"


def test_what_a_linter_finds_fails(told: Callable[..., None], capsys: pytest.CaptureFixture[str]) -> None:
    told(version="v99.0.0")
    assert lint.main() == 1
    assert capsys.readouterr().out == "Not ready yet: Styles.\n"


def test_linters_are_installed_once_for_each_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock, note = tmp_path / "lock", tmp_path / "note"
    codes, called = [1, 0], []
    monkeypatch.setattr(lint, "LOCK", lock)
    monkeypatch.setattr(lint, "INSTALLED", note)

    def npm(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        called.append(command[:2])
        return subprocess.CompletedProcess(command, codes[len(called) - 1])

    monkeypatch.setattr(subprocess, "run", npm)
    lock.touch()
    assert [lint.installed(), lint.installed(), lint.installed()] == [False, True, True]
    assert called == [["npm", "ci"], ["npm", "ci"]]


ALL = [
    *("Building the site", "Reading the pages", "Spelling", "Markdown", "Published ids", "Schemas for editors"),
    *("Python", "How Python is laid out", "Types in Python", "Workflows: safety"),
    *("Types in scripts", "Styles", "HTML", "Workflows"),
]


def test_every_check_and_every_linter_is_run(told: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    told()
    names: list[str] = []

    def content(commands: dict[str, list[str]]) -> list[str]:
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


def test_each_linter_is_there() -> None:
    for name, command in lint.python().items():
        assert Path(command[0]).exists(), name
    assert (lint.NODE / "package-lock.json").exists()


def test_the_lock_of_the_linters_names_no_address() -> None:
    assert "resolved" not in lint.LOCK.read_text(encoding="utf-8")


def finds(command: list[str], folder: Path = ROOT) -> list[str]:
    """What a linter says when it fails."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode
    return (done.stdout + done.stderr).splitlines()


@needs_node
def test_a_wrong_type_in_a_script_is_found(tmp_path: Path) -> None:
    script = '/** @param {number} n */\nexport const half = (n) => n / 2;\nhalf("a");\n'
    (tmp_path / "x.js").write_text(script, encoding="utf-8")
    (tmp_path / "tsconfig.json").write_text(f'{{"extends": "{lint.NODE.as_posix()}/tsconfig.json", "include": ["x.js"]}}', encoding="utf-8")
    tsc = lint.node("")["Types in scripts"][0]
    [line] = finds([tsc, "--project", ".", "--pretty", "false"], tmp_path)
    assert line.startswith("x.js(3,6): error TS2345")


@needs_node
def test_a_colour_that_is_no_token_and_a_physical_side_are_found(tmp_path: Path) -> None:
    (tmp_path / "x.css").write_text(".app-x { color: #123456; margin-left: 1rem; }\n", encoding="utf-8")
    command = lint.node("")["Styles"]
    said = "\n".join(finds([*command[:-1], str(tmp_path / "x.css")]))
    assert "color-no-hex" in said
    assert "margin-left is physical" in said


@needs_node
def test_html_that_is_not_valid_is_found(tmp_path: Path) -> None:
    page = '<!doctype html>\n<html lang="en"><head><title>x</title></head><body>\n<p><section>x</section></p>\n<img src="x.png">\n</body></html>\n'
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    said = finds(lint.node(str(tmp_path))["HTML"])
    assert any(line.startswith("index.html:3:") for line in said)
    assert any(line.startswith("index.html:4:") and "alt" in line for line in said)
    assert any("nothing needs the excuse" in line for line in said)


@needs_node
def test_a_folder_without_pages_is_no_success(tmp_path: Path) -> None:
    assert any("there is no page" in line for line in finds(lint.node(str(tmp_path))["HTML"]))


@needs_node
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
