"""What those who collect holes say of the locks is told apart from nobody having looked."""

import json
from pathlib import Path

import pytest

from checks import audit
from tests.conftest import ROOT

HOLE = {"name": "one", "version": "1.0", "vulns": [{"id": "CVE-2026-1"}]}
SOUND = {"name": "two", "version": "2.0", "vulns": []}
UNKNOWN = {"name": "three", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("packages", "found"),
    [([SOUND], []), ([SOUND, HOLE], ["one 1.0: CVE-2026-1"]), ([SOUND, UNKNOWN], []), ([UNKNOWN, UNKNOWN], None)],
)
def test_of_python_a_package_that_nobody_knows_is_not_a_sound_one(packages: list[dict[str, object]], found: list[str] | None) -> None:
    assert audit.of_python(json.dumps({"dependencies": packages})) == found


def test_of_node_each_package_with_a_hole_is_named() -> None:
    assert audit.of_node(json.dumps({"vulnerabilities": {}})) == []
    assert audit.of_node(json.dumps({"vulnerabilities": {"one": {"range": "<2", "severity": "high"}}})) == ["one <2: high"]


@pytest.mark.parametrize("answer", ["", "{", "[]", "null", '{"message": "405 Method Not Allowed"}'])
def test_an_answer_that_is_none_is_no_good_news(answer: str) -> None:
    assert audit.of_python(answer) is None
    assert audit.of_node(answer) is None


@pytest.mark.parametrize(
    ("answers", "code"), [(([], []), 0), (([], None), 2), ((None, ["one 1.0: CVE-2026-1"]), 1), ((["one 1.0: CVE-2026-1"], None), 1)]
)
def test_a_known_hole_fails_before_an_unknown_one(
    answers: tuple[list[str] | None, ...], code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(audit, "asked", lambda _: zip(("a.lock", "b.lock"), answers, strict=True))
    assert audit.main(Path()) == code
    said = capsys.readouterr().out
    assert ("nobody could be asked" in said) == (None in answers)


def test_every_lock_of_the_project_is_asked_about() -> None:
    locks = {str(file.parent.relative_to(ROOT)) for file in ROOT.glob("*/*/package-lock.json")}
    assert locks <= set(audit.FOLDERS)
    assert {file.name for file in ROOT.glob("*.lock")} == set(audit.LOCKS)
