"""What earlier releases had stays beside a new one for a stated time, so that a page that is open finds it."""

import io
import json
import re
import threading
from collections.abc import Iterator
from datetime import date, timedelta
from email.message import Message
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from unittest.mock import Mock
from urllib.error import HTTPError

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
    assert main([str(tmp_path), str(new)]) == 0
    assert f"{tmp_path}: no earlier release is there" in capsys.readouterr().out


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nowhere"), str(release(tmp_path / "new", "site-BBBBBBBB.js"))]) == 1
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
    for asked in ([], [str(new)]):
        assert main(["http://127.0.0.1:9/guide/", *asked]) == 1
        assert re.search(r"assets/releases.json could not be read \(.*\); try again; if nothing .* FROM=none$", capsys.readouterr().out)


class Host(BaseHTTPRequestHandler):
    """A host that answers everything in one way."""

    answer: tuple[str, bytes] = ("", b"")
    whole = True

    def do_GET(self) -> None:
        """Say that, or hang up in the middle of it."""
        kind, body = self.answer
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) if self.whole else len(body) + 1))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def host() -> Iterator[str]:
    """Its address."""
    server = HTTPServer(("127.0.0.1", 0), Host)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/guide/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("answer", "whole", "said"),
    [
        (
            ("text/html", b"<h1>This domain is for sale</h1>"),
            True,
            "is not what a release writes; look whether this is the guide's address",
        ),
        (("application/json", b'{"now": 3, "former": {}}'), True, "is not what a release writes"),
        (("application/json", b"[]"), True, "is not what a release writes"),
        (("application/json", b'{"now": ['), False, "could not be read ("),
    ],
)
def test_a_host_that_answers_something_else_stops_a_release_in_one_sentence(
    host: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], answer: tuple[str, bytes], whole: bool, said: str
) -> None:
    monkeypatch.setattr(Host, "answer", answer)
    monkeypatch.setattr(Host, "whole", whole)
    assert main([host]) == 1
    [line] = capsys.readouterr().out.splitlines()
    assert line.startswith(f"{host}: {NOTE} ")
    assert said in line
    assert line.endswith("make release FROM=none")


@pytest.mark.parametrize(("code", "failed"), [(404, 0), (503, 1)])
def test_the_line_of_a_refusal_is_let_go(code: int, failed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    line = io.BytesIO()
    refusal = HTTPError("https://example.org/guide/", code, "No", Message(), line)
    monkeypatch.setattr("urllib.request.urlopen", Mock(side_effect=refusal))
    assert main(["https://example.org/guide/"]) == failed
    assert line.closed


def test_a_page_in_place_of_a_script_is_not_carried_over(host: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some hosts give out a page, and not an error, for what they do not have."""
    monkeypatch.setattr(Host, "answer", ("text/html", b"<h1>Not here</h1>"))
    monkeypatch.setattr("publish.carry.published", lambda _: {"now": ["assets/javascripts/site-AAAAAAAA.js"], "former": {}})
    with pytest.raises(FaultError, match=r"site-AAAAAAAA.js stands in assets/releases.json and is not there"):
        carry(release(tmp_path / "new", "site-BBBBBBBB.js"), host, DAY)


def test_before_a_release_it_is_asked_whether_there_is_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = release(tmp_path / "old", "site-AAAAAAAA.js")
    assert main([str(old)], tmp_path) == 0
    assert capsys.readouterr().out == f"{old}: its files will be carried over\n"
    for asked in ([], [str(release(tmp_path / "new", "site-BBBBBBBB.js"))]):
        assert main(["none", *asked], tmp_path) == 0
        assert "the first time that is as it should be" in capsys.readouterr().out
    assert scripts(tmp_path / "new") == {"site-BBBBBBBB.js"}


@pytest.mark.parametrize("written", ["'ADDRESS'", '&site_url !ENV [SITE_URL, "ADDRESS"]'])
def test_where_nobody_names_the_site_the_settings_do(tmp_path: Path, capsys: pytest.CaptureFixture[str], written: str) -> None:
    assert main([""], tmp_path) == 1
    assert capsys.readouterr().out.startswith("Which site does this release replace? make release FROM=")
    old = release(tmp_path / "old", "site-AAAAAAAA.js")
    settings = f"extra:\n  publisher:\n    site_url: {written.replace('ADDRESS', str(old))}\n"
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    assert main([""], tmp_path) == 0
    assert capsys.readouterr().out == f"{old}: its files will be carried over\n"
