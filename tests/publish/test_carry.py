"""What earlier releases had stays beside a new one for a stated time, so that a page that is open finds it."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from publish.bundle import FaultError
from publish.carry import DAYS, NOTE, carry, former, main, note

DAY = date(2026, 11, 25)


def release(folder: Path, *names: str) -> Path:
    """A release with these scripts."""
    for name in names:
        file = folder / "assets" / "javascripts" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name, encoding="utf-8")
    note(folder)
    return folder


def scripts(site: Path) -> set[str]:
    """The scripts that a site has."""
    return {file.name for file in site.glob("assets/javascripts/*")}


def test_what_a_release_replaces_stays_beside_it(tmp_path: Path) -> None:
    old = release(tmp_path / "old", "site-AAAAAAAA.js", "same-SSSSSSSS.js", "plain.js")
    new = release(tmp_path / "new", "site-BBBBBBBB.js", "same-SSSSSSSS.js")
    assert carry(new, str(old), DAY) == ["assets/javascripts/site-AAAAAAAA.js"]
    assert scripts(new) == {"site-AAAAAAAA.js", "site-BBBBBBBB.js", "same-SSSSSSSS.js"}, "and nothing without its content in its name"
    assert former(new) == {"assets/javascripts/site-AAAAAAAA.js"}
    assert json.loads((new / NOTE).read_text(encoding="utf-8"))["now"] == [
        "assets/javascripts/same-SSSSSSSS.js",
        "assets/javascripts/site-BBBBBBBB.js",
    ]


@pytest.mark.parametrize(("days", "stays"), [(0, True), (1, True), (DAYS, True), (DAYS + 1, False), (400, False)])
def test_it_goes_when_its_time_is_over(tmp_path: Path, days: int, stays: bool) -> None:
    first = release(tmp_path / "1", "site-AAAAAAAA.js")
    second = release(tmp_path / "2", "site-BBBBBBBB.js")
    carry(second, str(first), DAY)
    third = release(tmp_path / "3", "site-CCCCCCCC.js")
    carry(third, str(second), DAY + timedelta(days=days))
    assert ("site-AAAAAAAA.js" in scripts(third)) == stays
    assert "site-BBBBBBBB.js" in scripts(third), "its time begins with the release that replaces it"


def test_a_file_that_comes_back_is_former_no_more(tmp_path: Path) -> None:
    first = release(tmp_path / "1", "site-AAAAAAAA.js")
    second = release(tmp_path / "2", "site-BBBBBBBB.js")
    carry(second, str(first), DAY)
    third = release(tmp_path / "3", "site-AAAAAAAA.js")
    assert carry(third, str(second), DAY) == ["assets/javascripts/site-BBBBBBBB.js"]
    assert carry(third, str(second), DAY) == ["assets/javascripts/site-BBBBBBBB.js"], "a second time is the same"
    note(third)
    assert former(third) == {"assets/javascripts/site-BBBBBBBB.js"}


def test_a_first_release_has_nothing_to_carry_over_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = release(tmp_path / "new", "site-BBBBBBBB.js")
    assert main([str(new), str(tmp_path)]) == 0
    assert f"{tmp_path}: no earlier release is there" in capsys.readouterr().out


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(release(tmp_path / "new", "site-BBBBBBBB.js")), str(tmp_path / "nowhere")]) == 1
    assert f"{tmp_path / 'nowhere'}: there is no such folder" in capsys.readouterr().out


def test_a_note_leads_nowhere_else(tmp_path: Path) -> None:
    old = release(tmp_path / "old", "site-AAAAAAAA.js")
    for path in ("../secret-AAAAAAAA.js", "assets/../../secret-AAAAAAAA.js", "assets/plain.js", "/etc/x-AAAAAAAA.js"):
        (old / NOTE).write_text(json.dumps({"now": [path], "former": {}}), encoding="utf-8")
        assert carry(release(tmp_path / "new", "site-BBBBBBBB.js"), str(old), DAY) == []


def test_a_published_site_that_lacks_a_file_stops_the_release(tmp_path: Path) -> None:
    old = release(tmp_path / "old", "site-AAAAAAAA.js")
    (old / "assets/javascripts/site-AAAAAAAA.js").unlink()
    with pytest.raises(FaultError, match=r"site-AAAAAAAA.js stands in assets/releases.json and is not there"):
        carry(release(tmp_path / "new", "site-BBBBBBBB.js"), str(old), DAY)


def test_nobody_answering_is_said_in_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = release(tmp_path / "new", "site-BBBBBBBB.js")
    assert main([str(new), "http://127.0.0.1:9/guide/"]) == 1
    assert "assets/releases.json could not be read (" in capsys.readouterr().out
