"""`python -m checks.pages`: name every mistake. With `due`: overdue pages. With `links`: links that leave the site."""

import datetime
import sys
from pathlib import Path

from . import checks


def main(arguments: list[str], project: Path = Path()) -> int:
    """Print what was asked for; 1 where a mistake was found or a page is overdue."""
    if arguments == ["links"]:
        print(*checks.external(project), sep="\n")
        return 0
    found = checks.overdue(project, datetime.datetime.now(datetime.UTC).date()) if arguments == ["due"] else checks.mistakes(project)
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
