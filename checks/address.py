"""`python -m checks.address HOST:PORT`: whether the site can be shown there, before a server tries and fails in its own words."""

import errno
import socket
import sys

FORM = "write a name or a number, a colon, and a port: make serve ADDRESS=127.0.0.1:8001"


def problem(address: str) -> str:
    """What is wrong with an address and what to do, in one sentence; '' where it is free."""
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal() or not 0 < int(port) < 65536:
        return f"'{address}' is no address to show the site at; {FORM}"
    other = f"{host}:{int(port) + 1 if int(port) < 65535 else 8001}"
    try:
        family, kind, _, _, where = socket.getaddrinfo(host.strip("[]"), int(port), type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as servers do: a port that was just left is free
            trial.bind(where)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return f"{address} is in use, perhaps by another `make serve`; stop that one, or take another port: make serve ADDRESS={other}"
        if error.errno == errno.EACCES:
            return f"this machine lets only its administrator use port {port}; take a higher one: make serve ADDRESS={host}:8000"
        return f"the site cannot be shown at {address}, because this machine has no such address; {FORM}"
    return ""


def main(arguments: list[str]) -> int:
    """Say what is wrong with the address; 1 where something is."""
    said = problem(arguments[0])
    print(said, end="\n" if said else "")
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
