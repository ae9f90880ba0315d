"""A file that our commands read and that nobody can use: each command ends, and the file is named, never a traceback.

Long because it is one list of files and of the ways in which each is spoilt.
"""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from checks import dry, launch, published, settings
from checks.pages.__main__ import main as pages
from checks.pages.language import Words, words
from checks.pages.toml import toml_mistakes
from macros import forms, register, schema
from macros.encoding import misread, text_of, written
from macros.forms import FORMS, MADE
from macros.settings import source_of
from tests.conftest import ROOT, copy, git

Spoil = Callable[[Path], object]


def instead(put: Spoil) -> Spoil:
    """Something else in place of a file."""

    def spoil(file: Path) -> None:
        file.unlink(missing_ok=True)
        put(file)

    return spoil


HOW: dict[str, Spoil] = {
    "empty": lambda file: file.write_bytes(b""),
    "a remark alone": lambda file: file.write_bytes(b"# nothing\n"),
    "a quote left open": lambda file: file.write_bytes(b'a: "b\nc: [d\n'),
    "words": lambda file: file.write_bytes(b"just words\n"),
    "a list": lambda file: file.write_bytes(b"- a\n- b\n"),
    "something else": lambda file: file.write_bytes(b"a: b\n"),
    "two documents": lambda file: file.write_bytes(b"a: b\n---\na: b\n"),
    "UTF-16": lambda file: file.write_text("a: b\n", encoding="utf-16"),
    "Windows-1252": lambda file: file.write_bytes("a: café\n".encode("cp1252")),
    "a folder": instead(lambda file: file.mkdir()),
    "a link to nothing": instead(lambda file: file.symlink_to("nowhere")),
}
YAML = ["mkdocs.yml", "data/glossary.yml", "data/published-ids.yml", "data/claims.yml", "data/checklists/benefit.yml", f"{FORMS}/tool.yml"]
COMMANDS: dict[str, Callable[[Path], int]] = {
    "settings": settings.main,
    "dry": dry.main,
    "pages": lambda project: pages([], project),
    "due": lambda project: pages(["due"], project),
    "links": lambda project: pages(["links"], project),
    "launch": launch.main,
    "published": published.main,
    "ids": lambda project: register.main([], project / "data"),
    "forms": lambda project: forms.main(["--check"], project),
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small guide with forms and registers, and nothing wrong."""
    project = copy(tmp_path_factory.mktemp("whole") / "project")
    shutil.copytree(ROOT / FORMS, project / FORMS)
    shutil.copy(ROOT / "pyproject.toml", project)
    assert forms.main([], project) == register.main([], project / "data") == 0
    return project


@pytest.mark.parametrize("how", HOW)
@pytest.mark.parametrize("file", YAML)
def test_no_command_ends_in_a_traceback_and_the_file_is_named(
    whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], file: str, how: str
) -> None:
    project = tmp_path / "project"
    shutil.copytree(whole, project)
    HOW[how](project / file)
    capsys.readouterr()
    codes = {name: command(project) for name, command in COMMANDS.items()}
    said = capsys.readouterr().out
    assert any(codes.values())
    assert any(line.startswith(f"{file}:") for line in said.splitlines()), said


@pytest.mark.parametrize("how", ["UTF-16", "Windows-1252", "a folder", "a link to nothing"])
def test_a_file_that_is_made_and_cannot_be_read_is_named_or_made_again(whole: Path, tmp_path: Path, how: str) -> None:
    project = tmp_path / "project"
    shutil.copytree(whole, project)
    schema.main([], project / "data" / "schema")
    HOW[how](project / MADE / "tool.yml")
    HOW[how](project / "data" / "schema" / "tools.json")
    assert forms.main(["--check"], project) == schema.main(["--check"], project / "data" / "schema") == 1
    assert schema.main([], project / "data" / "schema") == (1 if how == "a folder" else 0)


FORM = "name: A\ndescription: B\nbody:\n  - {}\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name: A\nbody: []\n", ":1:1: the field 'description' is missing; add a line 'description: …' here"),
        ("name: A\nbody: []\n", ":2:7: 'body' is empty; add at least one entry"),
        (FORM.format("{type: text, attributes: {}}"), ":4:12: 'text' is not known under 'type'; use one of: "),
        (FORM.format("{type: input, atributes: {}}"), ":4:19: 'atributes' is not a field here; did you mean 'attributes'?"),
        (FORM.format("words"), ":4:5: this entry of 'body' must have fields of its own, but is text; "),
        ("- name\n", ":1:1: the file must have fields of its own, but is a list; "),
    ],
)
def test_a_form_that_would_open_nowhere_is_named(project: Path, capsys: pytest.CaptureFixture[str], text: str, says: str) -> None:
    (project / FORMS).mkdir()
    (project / FORMS / "tool.yml").write_text(text, encoding="utf-8")
    assert forms.main([], project) == 1
    assert any(line.startswith(f"{FORMS}/tool.yml{says}") for line in capsys.readouterr().out.splitlines())


@pytest.mark.parametrize("text", ["- a\n", "words\n", "7\n", "- - a\n"])
def test_settings_that_are_none_are_named_once(tmp_path: Path, text: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    says = "mkdocs.yml:1: these are no settings; each line of them is a name, a colon and a value"
    assert list(map(str, source_of(tmp_path).mistakes)) == [says]


@pytest.mark.parametrize("extra", ["3", "[a]", "{publisher: [a], pages: [b]}", "{publisher: text, pages: text}"])
def test_settings_of_another_kind_stop_no_command(whole: Path, tmp_path: Path, extra: str) -> None:
    project = tmp_path / "project"
    shutil.copytree(whole, project)
    (project / "mkdocs.yml").write_text(f"extra: {extra}\n", encoding="utf-8")
    assert all(isinstance(command(project), int) for command in COMMANDS.values())


BAD_TOML = {
    "[tool.plain-englsh]\n": "pyproject.toml:1: there is no table [tool.plain-english]; 'plain-englsh' here should be 'plain-english'",
    "[tool.rumdle]\n": "pyproject.toml:1: there is no table [tool.rumdl]; 'rumdle' here should be 'rumdl'",
    "[tool.typo.default]\n": "pyproject.toml: there is no table [tool.typos]; 'typo' here should be 'typos'",
    "tool = 3\n": "pyproject.toml: there is no table [tool.plain-english]; put it back, or restore it from the history",
    "[tool\n": "pyproject.toml:1:6: this is not TOML; look here and in the line above for a quote or bracket without its partner",
    '[tool.plain-english]\neveryday = "x"\n': "pyproject.toml:2: 'everyday' must be a list, but is text; ",
    "[tool.plain-english]\ninsted-of = {}\n": "pyproject.toml:2: 'insted-of' is not a field here; did you mean 'instead-of'?",
    '[tool.plain-english.counted]\ntools = "("\n': "pyproject.toml:2: '(' cannot be read as a pattern; ",
    '[tool.plain-english.instead-of]\n"a" = 3\n': "pyproject.toml:2: 'a' must be text, but is a number; ",
}


@pytest.mark.parametrize("text", BAD_TOML)
def test_a_table_that_is_wrong_or_has_another_name_is_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text(text, encoding="utf-8")
    found, wrong = words(file)
    assert found == Words()
    said = [*map(str, wrong), *map(str, toml_mistakes(file))]
    assert any(line.startswith(BAD_TOML[text]) for line in said), said


@pytest.mark.parametrize("how", ["empty", "UTF-16", "Windows-1252", "a folder", "a link to nothing"])
def test_a_file_of_settings_that_cannot_be_read_is_named(tmp_path: Path, how: str) -> None:
    HOW[how](tmp_path / "pyproject.toml")
    assert words(tmp_path / "pyproject.toml")[1]


def test_a_register_that_was_damaged_in_the_commit_before_stops_nothing(whole: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(whole, project)
    file = project / "data" / "published-ids.yml"
    good = file.read_text(encoding="utf-8")
    for bad in ('a: "b\n', "- a\n", "questions: 3\n"):
        file.write_text(bad, encoding="utf-8")
        for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "Damage"]):
            git(project, *arguments)
        file.write_text(good, encoding="utf-8")
        assert published.main(project) == 0


def refuses(number: int) -> Callable[..., None]:
    """What a system says that does not let a file be written or read."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.EROFS, "x.yml: nothing can be written here; copy the project to a folder of your own, and try again"),
        (errno.EACCES, "x.yml: nothing can be written here; copy the project to a folder of your own, and try again"),
        (errno.ENOSPC, "x.yml: the disk is full; make room, and try again"),
    ],
)
def test_a_folder_where_nothing_can_be_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, says: str) -> None:
    monkeypatch.setattr(Path, "write_text", refuses(number))
    assert str(written(tmp_path / "x.yml", "x.yml", "")) == says


def test_a_file_in_place_of_a_folder_or_the_other_way_round_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    (tmp_path / "b.yml").mkdir()
    assert str(written(tmp_path / "a" / "x.yml", "a/x.yml", "")) == "a: a file stands here in place of a folder; give it another name"
    assert "this is a folder" in str(written(tmp_path / "b.yml", "b.yml", ""))
    assert written(tmp_path / "c" / "x.yml", "c/x.yml", "x") is None


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x.md").touch()
    monkeypatch.setattr(Path, "read_text", refuses(errno.EACCES))
    monkeypatch.setattr(Path, "read_bytes", refuses(errno.EACCES))
    assert text_of(tmp_path / "x.md") == ""
    assert str(misread(tmp_path / "x.md", "x.md")) == "x.md: this file may not be read; give yourself the right to read it"


def test_registers_and_forms_that_cannot_be_written_are_named(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / FORMS, project / FORMS)
    monkeypatch.setattr(Path, "write_text", refuses(errno.EROFS))
    assert register.main([], project / "data") == forms.main([], project) == schema.main([], project / "data" / "schema") == 1
    said = capsys.readouterr().out
    assert all(
        f"{name}: nothing can be written here" in said for name in ("data/published-ids.yml", f"{MADE}/tool.yml", "schema/tools.json")
    )
