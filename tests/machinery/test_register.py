"""`make ids`, and the check before a release."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from macros.loader import load
from macros.register import added, main
from tests.conftest import ROOT, Change

NEW = ["benefit-how-known", "benefit-what-next", "learning-visit", "pull", "weak-tie"]


def test_new_ids_go_to_the_end_of_their_list_and_nothing_else_changes(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (data / "published-ids.yml").read_text(encoding="utf-8")
    assert main([], data) == 0
    after = (data / "published-ids.yml").read_text(encoding="utf-8")
    assert after == before.replace(
        "  - learning-surprise\n", "  - learning-surprise\n  - benefit-how-known\n  - benefit-what-next\n  - learning-visit\n"
    ).replace("  - demand\n", "  - demand\n  - pull\n  - weak-tie\n")
    assert (
        capsys.readouterr().out
        == "".join(f"added {name}\n" for name in NEW) + "5 new in data/published-ids.yml and data/published-addresses.yml\n"
    )


def test_a_second_run_adds_nothing(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([], data)
    before = (data / "published-ids.yml").read_text(encoding="utf-8")
    capsys.readouterr()
    assert main([], data) == 0
    assert capsys.readouterr().out == "0 new in data/published-ids.yml and data/published-addresses.yml\n"
    assert (data / "published-ids.yml").read_text(encoding="utf-8") == before
    assert load(data).mistakes == ()


def test_before_a_release_every_id_has_to_be_registered(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (data / "published-ids.yml").read_text(encoding="utf-8")
    assert main(["--deployed"], data) == 1
    assert capsys.readouterr().out == "".join(
        f"data/published-ids.yml: '{name}' is about to be published and is not in this file; run make ids and commit the file, or write it at the end of its list yourself\n"
        for name in NEW
    )
    assert (data / "published-ids.yml").read_text(encoding="utf-8") == before


def test_it_is_a_command(project: Path) -> None:
    command = [sys.executable, "-m", "macros.register", "--deployed"]
    done = subprocess.run(command, cwd=project, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True)
    assert (done.returncode, len(done.stdout.splitlines())) == (1, len(NEW))


def test_a_release_whose_ids_are_registered_may_go_out(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([], data)
    capsys.readouterr()
    assert main(["--deployed"], data) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("arguments", [[], ["--deployed"]])
def test_nothing_is_published_from_data_with_mistakes(
    data: Path, change: Change, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    change(data / "checklists" / "learning.yml", "id: learning-visit", "id: Visit")
    before = (data / "published-ids.yml").read_text(encoding="utf-8")
    assert main(arguments, data) == 1
    mistake, *last = capsys.readouterr().out.splitlines()
    assert mistake.startswith("data/checklists/learning.yml:7:9: 'Visit' is not a valid id")
    asked = "Nothing was added: correct this first, because what is published stays for good."
    assert last == ([] if arguments else [asked])
    assert (data / "published-ids.yml").read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    "text",
    [
        "questions: [a]\nterms:\n  - b\n",
        "questions:\n- a\nterms:\n  - b\n",
        "questions:\n  # first\n  - a\nterms:\n  - b\n",
    ],
)
def test_a_register_that_is_written_in_another_way_is_left_alone(text: str) -> None:
    with pytest.raises((ValueError, yaml.YAMLError)):
        added(text, {"questions": ["c"], "terms": []})


def test_the_author_reads_how_to_write_the_register(data: Path, change: Change, capsys: pytest.CaptureFixture[str]) -> None:
    change(data / "published-ids.yml", "terms:\n  - benefit\n  - demand\n", "terms: [benefit, demand]\n")
    before = (data / "published-ids.yml").read_text(encoding="utf-8")
    assert main([], data) == 1
    says = "data/published-ids.yml: nothing was added; write each list as one entry a line, with two spaces and '- ' before it\n"
    assert capsys.readouterr().out == says
    assert (data / "published-ids.yml").read_text(encoding="utf-8") == before


def test_a_list_at_the_end_of_the_file_grows_too() -> None:
    assert added("questions:\n  - a\nterms:\n  - b\n", {"questions": ["c"], "terms": ["d", "e"]}) == (
        "questions:\n  - a\n  - c\nterms:\n  - b\n  - d\n  - e\n"
    )
