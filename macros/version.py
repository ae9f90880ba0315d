"""`python -m macros.version`: which content this is, as the last line of each page says it. Only a commit is called a commit."""

import datetime
import hashlib
import os
import subprocess
from pathlib import Path

from .loader import load
from .words import Words

WHAT = ("mkdocs.yml", "data", "docs", "macros", "overrides", "publish")  # all that a reader's page is made of
LEFT = {"__pycache__", "node_modules"}


def version(project: Path, words: Words) -> str:
    """GUIDE_BUILD where that is set; else the commit, what was changed since then, or the content itself where no commit is known."""
    if given := os.environ.get("GUIDE_BUILD"):
        return given
    if not _git(project, "ls-files", "mkdocs.yml"):  # no repository, or another one around this folder
        mark, date = _content(project)
        return words.version.content.format(date=date, mark=mark)
    commit = _git(project, "log", "-1", "--format=%cs %h")
    changed = _git(project, "status", "--porcelain", "--", *WHAT)
    return words.version.changed.format(commit=commit) if changed else commit


def _git(project: Path, *arguments: str) -> str:
    """What git says in a folder; '' where there is no git, or where it refuses."""
    try:
        return subprocess.run(["git", *arguments], cwd=project, capture_output=True, encoding="utf-8").stdout.strip()
    except OSError:
        return ""


def _content(project: Path) -> tuple[str, str]:
    """A mark that is the same for the same content, and the day of its newest file."""
    found = [path for name in WHAT for path in (project / name, *(project / name).rglob("*")) if path.is_file()]
    files = sorted(path for path in found if not LEFT.intersection(path.parts))
    mark = hashlib.sha256()
    for path in files:
        mark.update(f"{path.relative_to(project).as_posix()}\0".encode() + path.read_bytes() + b"\0")
    newest = max(path.stat().st_mtime for path in files)
    return mark.hexdigest()[:7], datetime.datetime.fromtimestamp(newest, datetime.UTC).date().isoformat()


if __name__ == "__main__":
    print(version(Path(), load(Path("data")).words))
