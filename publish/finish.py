"""`python -m publish.finish [SITE]`: all that a built site needs before it can go on a host, in the order in which one needs another."""

import sys
from pathlib import Path

from . import carry, hosts, lines, offline
from .bundle import bundle, report
from .policy import seal


def finish(site: Path) -> None:
    """Make a built site ready for any static host. Doing it twice changes nothing. Raises FaultError."""
    lines.trim(site)
    if bundle(site):
        offline.connect(site)
    carry.note(site)
    offline.manifest(site)
    seal(site)
    offline.write(site, carry.former(site))
    hosts.write(site, carry.former(site))


def main(arguments: list[str]) -> int:
    """Finish the site in the folder that is named, or in site/, and say so."""
    site = Path(arguments[0] if arguments else "site")

    def act() -> str:
        finish(site)
        return f"{site}: ready for a host"

    return report(act)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
