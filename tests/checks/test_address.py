"""`make serve` says why it cannot show the site at an address, and what to write instead."""

import socket
from collections.abc import Iterator

import pytest

from checks.address import FORM, main, problem


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that a server has."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server.getsockname()[1]


def test_a_taken_port_is_named_with_the_next_one(taken: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([f"127.0.0.1:{taken}"]) == 1
    said = capsys.readouterr().out
    assert said.startswith(f"127.0.0.1:{taken} is in use, perhaps by another `make serve`; stop that one, or take another port: ")
    assert said.endswith(f"make serve ADDRESS=127.0.0.1:{taken + 1 if taken < 65535 else 8001}\n")


def test_a_free_port_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    assert main([f"127.0.0.1:{port}"]) == 0
    assert main([f"localhost:{port}"]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("address", ["8001", "127.0.0.1:", "127.0.0.1:x", ":8001", "127.0.0.1:70000", "127.0.0.1:0", ""])
def test_what_is_no_address_is_named(address: str) -> None:
    assert problem(address) == f"'{address}' is no address to show the site at; {FORM}"


@pytest.mark.parametrize("address", ["203.0.113.7:8000", "no-such-machine.invalid:8000"])
def test_an_address_of_another_machine_is_named(address: str) -> None:
    assert problem(address) == f"the site cannot be shown at {address}, because this machine has no such address; {FORM}"


def test_a_port_that_only_an_administrator_may_use_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(socket.socket, "bind", refuse)
    assert problem("127.0.0.1:80") == (
        "this machine lets only its administrator use port 80; take a higher one: make serve ADDRESS=127.0.0.1:8000"
    )
