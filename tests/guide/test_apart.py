"""The machinery knows nothing of this guide: another one is made from the same files."""

import re
from pathlib import Path

from macros.loader import load
from tests.conftest import ROOT

FOLDERS = ("macros", "overrides", "publish", "checks")
KINDS = {".py", ".html", ".js", ".mjs", ".css", ".ts", ".json"}
NAMES = r"NHS|England|Horizons|system leaders?"
COUNTED = r"(?:seven|ten|seventy|7|10|70) (?:\w+ )?(?:principles|questions|themes|checklists|sheets|segments|columns|hues|colours)"
# What stands in readers' browsers, backups and calendars already begins so; another guide says otherwise in its settings.
STORED = {
    "macros/settings.py",
    "overrides/assets/javascripts/files/calendar.js",
    "overrides/assets/javascripts/files/backup.js",
}


def machinery() -> list[Path]:
    """Every file of ours that builds, shows, publishes or checks a guide."""
    found = [path for folder in FOLDERS for path in ROOT.joinpath(folder).rglob("*") if path.suffix in KINDS]
    return [path for path in found if not {"node_modules", "__pycache__"} & set(path.parts) and path.name != "package-lock.json"]


def test_no_name_and_no_number_of_this_guide_stands_in_the_machinery() -> None:
    guide = load(ROOT / "data")
    slugs = {principle.slug for principle in guide.principles}
    files = {path.stem for path in (ROOT / "docs").glob("*.md") if "-" in path.stem}
    ids = {question.id for question in guide.questions()}
    ours = re.compile(rf"(?<![\w-])(?:{'|'.join([NAMES, *sorted(slugs | files | ids)])})(?![\w-])|\b{COUNTED}\b", re.IGNORECASE)
    found = {path.relative_to(ROOT).as_posix(): ours.findall(path.read_text(encoding="utf-8")) for path in machinery()}
    assert len(found) > 100
    assert {path: words for path, words in found.items() if words} == {}


def test_what_readers_have_stored_is_named_where_it_is_read() -> None:
    texts = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in machinery() if path.name != "package.json"}
    assert {path for path, text in texts.items() if "spread-" in text} == STORED
