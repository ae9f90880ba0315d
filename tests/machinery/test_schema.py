"""The schemas that editors read are those of the models, and every data file names its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from macros.loader import files
from macros.schema import SHAPES, main, schema
from macros.source import read
from tests.conftest import ROOT, Change

FOLDER = ROOT / "data" / "schema"


def test_the_committed_schemas_are_what_the_models_say() -> None:
    assert main(["--check"], FOLDER) == 0, "run make schema and commit the files"


def test_there_is_no_schema_without_a_model() -> None:
    assert {file.stem for file in FOLDER.glob("*.json")} == set(SHAPES)


def test_all_schemas_are_written(tmp_path: Path) -> None:
    assert main([], tmp_path / "schema") == 0
    assert main([], tmp_path / "schema") == 0
    assert {file.name: file.read_text(encoding="utf-8") for file in (tmp_path / "schema").iterdir()} == {
        f"{name}.json": schema(name) for name in SHAPES
    }


def test_a_stale_or_missing_schema_is_named_and_left_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([], tmp_path)
    (tmp_path / "tools.json").unlink()
    (tmp_path / "reports.json").write_text("{}", encoding="utf-8")
    (tmp_path / "glossary.json").write_text("", encoding="utf-8")
    assert main(["--check"], tmp_path) == 1
    assert capsys.readouterr().out == "".join(
        f"{tmp_path / name}.json: is not what the models say; run make schema and commit the file\n"
        for name in ("glossary", "reports", "tools")
    )
    assert (tmp_path / "reports.json").read_text(encoding="utf-8") == "{}"
    main([], tmp_path)
    assert main(["--check"], tmp_path) == 0
    assert capsys.readouterr().out == ""


def test_a_schema_says_what_it_is_and_what_a_field_means() -> None:
    found = json.loads(schema("checklist"))
    assert next(iter(found)) == "$schema"
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "Permanent name" in found["$defs"]["Question"]["properties"]["id"]["description"]
    assert found["additionalProperties"] is False


def test_it_is_a_command(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    command = [sys.executable, "-m", "macros.schema"]
    codes = [
        subprocess.run([*command, *arguments], cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}).returncode
        for arguments in (["--check"], [], ["--check"])
    ]
    assert codes == [1, 0, 0]


def complaints(file: Path) -> list[str]:
    """What an editor would underline in a data file."""
    name = "checklist" if file.parent.name == "checklists" else file.stem
    said = json.loads(json.dumps(read(file, file.name).data, default=str))  # days as editors read them
    return [error.message for error in Draft202012Validator(json.loads(schema(name))).iter_errors(said)]


@pytest.mark.parametrize("file", files(ROOT / "data"), ids=lambda file: file.stem)
def test_a_data_file_is_what_its_schema_says(file: Path) -> None:
    assert complaints(file) == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("checklists/benefit.yml", "    terms: [benefit]", "    term: [benefit]"),
        ("checklists/benefit.yml", "    terms: [benefit]", "    terms: benefit"),
        ("checklists/benefit.yml", "id: benefit-what-next", "id: What next"),
        ("tools.yml", "year: 1999", "year: long ago"),
        ("reports.yml", "kind: paper", "kind: article"),
        ("published-ids.yml", "terms:\n", "term:\n"),
    ],
)
def test_an_editor_underlines_what_is_wrong(data: Path, change: Change, file: str, old: str, new: str) -> None:
    assert complaints(data / file) == []
    change(data / file, old, new)
    assert complaints(data / file)


@pytest.mark.parametrize("file", files(ROOT / "data"), ids=lambda file: file.stem)
def test_the_first_line_of_a_data_file_names_its_schema(file: Path) -> None:
    name = "checklist" if file.parent.name == "checklists" else file.stem
    way = "../schema" if file.parent.name == "checklists" else "schema"
    assert file.read_text(encoding="utf-8").splitlines()[0] == f"# yaml-language-server: $schema={way}/{name}.json"
