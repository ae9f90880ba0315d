"""Links that leave the site, followed."""

import http.server
import io
import threading
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from unittest.mock import Mock
from urllib.error import HTTPError

import pytest

from checks.follow import answer_of, main


class Answers(http.server.BaseHTTPRequestHandler):
    """Answers each path with the number in it; /shy does so only to those who want the page."""

    def do_HEAD(self) -> None:
        """Say no more than a number."""
        self.send_response(405 if self.path == "/shy" else int(self.path[1:4]))
        self.end_headers()

    def do_GET(self) -> None:
        """The same for those who want the page."""
        self.send_response(200 if self.path == "/shy" else int(self.path[1:4]))
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Nothing: pytest shows what matters."""


@pytest.fixture
def host() -> Iterator[str]:
    """A host that gives each answer."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def said(project: Path, text: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    """What is said about the links of one page."""
    (project / "docs").mkdir()
    (project / "docs" / "x.md").write_text(text, encoding="utf-8")
    return main(project), capsys.readouterr().out.splitlines()


def test_links_that_lead_nowhere_are_named_with_their_place(tmp_path: Path, host: str, capsys: pytest.CaptureFixture[str]) -> None:
    page = f"[a]({host}/404)\n[b]({host}/200)\n\n[c]({host}/410#part) [d]({host}/404)\n"
    assert said(tmp_path, page, capsys) == (
        1,
        [
            "These links lead nowhere:",
            f"docs/x.md:1: {host}/404 answers 404; find where it moved, or take the link out",
            f"docs/x.md:4: {host}/404 answers 404; find where it moved, or take the link out",
            f"docs/x.md:4: {host}/410#part answers 410; find where it moved, or take the link out",
            "3 addresses were asked, 3 links lead nowhere.",
        ],
    )


def test_what_a_program_may_not_see_is_left_to_a_person(tmp_path: Path, host: str, capsys: pytest.CaptureFixture[str]) -> None:
    page = f"[a]({host}/403) [b]({host}/shy) [c](mailto:a@example.org)\n"
    assert said(tmp_path, page, capsys) == (
        0,
        [
            "These may be fine, but did not say so to a program:",
            f"docs/x.md:1: {host}/403 answers 403; open it in a browser to see for yourself",
            "2 addresses were asked, 0 links lead nowhere.",
        ],
    )


def test_the_line_of_a_refusal_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    line = io.BytesIO()
    refusal = HTTPError("https://example.org/", 404, "Not Found", Message(), line)
    monkeypatch.setattr("urllib.request.urlopen", Mock(side_effect=refusal))
    assert answer_of("https://example.org/") == ("answers 404", True)
    assert line.closed


def test_a_machine_without_a_network_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(tmp_path, "[a](http://127.0.0.1:9/)\n", capsys) == (2, ["No address answered at all. Is this machine online?"])


def test_nothing_to_follow_is_fine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(tmp_path, "[a](x.md)\n", capsys) == (0, ["0 addresses were asked, 0 links lead nowhere."])
