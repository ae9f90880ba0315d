"""No line of the registers is ever removed."""

from pathlib import Path

import pytest

from checks.published import REGISTERS, main, removed
from macros import addresses
from tests.conftest import ROOT, Change, git

FILE, ADDRESSES = REGISTERS


@pytest.fixture
def history(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small guide with one commit."""
    monkeypatch.delenv("BASE", raising=False)
    git(project, "init", "-q", "-b", "main")
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", "Start")
    return project


def test_the_guide_has_lost_no_published_id() -> None:
    assert main(ROOT) == 0


def test_a_removed_line_is_named(history: Path, change: Change, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(history) == 0
    change(history / FILE, "  - benefit-known\n", "")
    assert main(history) == 1
    assert capsys.readouterr().out == f"{FILE}: 'benefit-known' was published and its line is gone; put the line back\n"


def test_a_register_that_cannot_be_read_is_one_sentence(history: Path, change: Change, capsys: pytest.CaptureFixture[str]) -> None:
    change(history / FILE, "  - benefit-known\n", "  - benefit-known\n  x\n - y\n")
    assert main(history) == 1
    [said] = capsys.readouterr().out.splitlines()
    assert said.startswith(f"{FILE}:5:3: this is not YAML: ")


def test_what_counts_is_the_deployed_state(history: Path, change: Change, monkeypatch: pytest.MonkeyPatch) -> None:
    change(history / FILE, "  - benefit-known\n", "  - benefit-known\n  - benefit-new\n")
    git(history, "commit", "-q", "-a", "-m", "Add")
    git(history, "update-ref", "refs/remotes/origin/main", "HEAD~1")
    change(history / FILE, "  - benefit-new\n", "")
    assert main(history) == 0  # it was never deployed
    monkeypatch.setenv("BASE", "HEAD")
    assert main(history) == 1


def test_without_history_nothing_is_said(project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))
    assert main(project) == 0
    assert capsys.readouterr().out == ""


def test_without_git_nothing_is_said(history: Path, change: Change, monkeypatch: pytest.MonkeyPatch) -> None:
    change(history / FILE, "  - benefit-known\n", "")
    monkeypatch.setenv("PATH", "")
    assert main(history) == 0


def test_a_removed_address_is_named_also_where_its_page_went_with_it(
    history: Path, change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    change(history / ADDRESSES, "", "  - address: /x/\n    to: /\n")
    git(history, "add", ".")
    git(history, "commit", "-q", "-m", "Publish")
    change(history / ADDRESSES, "  - address: /x/\n    to: /\n", "")
    assert main(history) == 0  # a page may come back
    change(history / ADDRESSES, "  - /glossary/\n", "")
    assert main(history) == 1
    assert capsys.readouterr().out == f"{ADDRESSES}: '/glossary/' was published and its line is gone; put the line back\n"
    (history / ADDRESSES).unlink()
    assert main(history) == 1
    assert capsys.readouterr().out == f"{ADDRESSES}: the file is missing; put it back, or restore it from the history\n"


def test_a_project_in_a_folder_of_a_repository_is_compared_with_itself(
    project: Path, change: Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BASE", raising=False)
    for arguments in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "Start"]):
        git(project.parent, *arguments)
    change(project / FILE, "  - benefit-known\n", "")
    assert main(project) == 1


def test_ids_terms_and_retired_questions_all_stay() -> None:
    before, lists = "questions: [a, b]\nterms: [c]\nretired: [{id: b}]\n", REGISTERS[FILE]
    assert removed(before, "questions: [a, b, x]\nterms: [c]\nretired: [{id: b}]\n", lists) == []
    assert removed(before, "questions: [a]\nterms: []\n", lists) == ["b", "c", "b"]
    assert removed("questions: []\nterms: []\n", before, lists) == []
    assert removed("pages: [/, /a/]\nmoved:\n", "pages: [/]\n", REGISTERS[ADDRESSES]) == ["/a/"]


def test_the_registers_are_those_that_macros_read() -> None:
    assert [Path(file).name for file in REGISTERS] == ["published-ids.yml", addresses.NAME]


def test_a_register_under_a_wrong_name_is_named_and_stops_nothing(
    repository: Path, change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    change(repository / "data" / "published-ids.yml", "questions:", "question:")
    assert main(repository) == 1
    assert capsys.readouterr().out.splitlines() == [
        "data/published-ids.yml:2:1: the field 'questions' is missing; add a line 'questions: …' here",
        "data/published-ids.yml:2:1: 'question' is not a field here; did you mean 'questions'?",
    ]
    git(repository, "commit", "-aqm", "Lose a list")
    change(repository / "data" / "published-ids.yml", "question:", "questions:")
    assert main(repository) == 0
