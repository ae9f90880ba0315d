"""`python -m checks.dry`: every mistake in data, above pages and in macro calls, without a build. Quick enough for each commit."""

import logging
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2

from macros.answer import log
from macros.define import define
from macros.parsed_page import parsed_pages
from macros.settings import part, source_of


class Engine:
    """As much of an engine as the macros need."""

    def __init__(self, project: Path) -> None:
        self.project_dir = str(project)
        self.variables: dict[str, Any] = {"config": {"extra": part(source_of(project), "extra")}}
        self.page = SimpleNamespace(path="")
        self.macros: dict[str, Any] = {}

    def macro(self, function: object, name: str) -> None:
        """Take a macro."""
        self.macros[name] = function


class Listener(logging.Handler):
    """Keeps what is logged."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: dict[str, None] = {}  # each sentence once, in order

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one sentence."""
        self.messages[record.getMessage()] = None


def mistakes(project: Path) -> list[str]:
    """Each mistake as the line that an author reads."""
    listener, engine = Listener(), Engine(project)
    log.addHandler(listener)
    try:
        define(engine, {})
        for path, page in parsed_pages(project / "docs").items():
            engine.page.path = path
            try:
                jinja2.Environment(autoescape=True).from_string(page.body).render(engine.macros)
            except Exception:  # of braces that define has named, or a fault of ours
                if not any(one.startswith(f"docs/{path}:") for one in listener.messages):
                    raise
    finally:
        log.removeHandler(listener)
    return list(listener.messages)


def main(project: Path = Path()) -> int:
    """Print them; 1 where there is one."""
    found = mistakes(project)
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
