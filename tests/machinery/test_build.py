"""The site builds strictly, with MkDocs and with its successor, to the same files."""

import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.browser.conftest import NOWHERE, plain
from tests.browser.conftest import build as build_whole
from tests.conftest import copy_whole

ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://example.org/guide/"}


def build(project: Path, site: Path) -> subprocess.CompletedProcess[str]:
    """Build a small guide strictly with the real theme."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(site)]
    return subprocess.run(command, cwd=project, env=ENVIRONMENT, capture_output=True, text=True)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, built with MkDocs."""
    return plain(tmp_path_factory)


def contents(site: Path) -> dict[str, bytes]:
    """Every file of a site, without the one line in which engines name themselves."""
    files = {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}
    return {path: re.sub(rb'<meta name="generator"[^>]*>', b"", text) for path, text in files.items() if not path.endswith(".gz")}


def test_properdocs_builds_the_same_site(site: Path, tmp_path: Path) -> None:
    build_whole(tmp_path, NOWHERE, finished=False, engine="properdocs")
    ours, theirs = contents(site), contents(tmp_path)
    assert sorted(ours) == sorted(theirs)
    assert [path for path in ours if ours[path] != theirs[path]] == []


def test_no_macro_is_left_in_a_page(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = re.sub(r"<code.*?</code>", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert "{{" not in text, page
        assert "app-mistake" not in text, page


def test_every_id_of_a_page_stands_once(site: Path) -> None:
    for page in site.rglob("*.html"):
        ids = re.findall(r'\sid="([^"]+)"', page.read_text(encoding="utf-8"))
        assert len(ids) == len(set(ids)), page


class Told(HTMLParser):
    """What a page tells a browser: the text of its elements and of attributes that hold text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.tags: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the texts of one element's attributes."""
        self.tags.append(tag)
        self.texts += [value or "" for name, value in attrs if name in {"content", "aria-label", "title", "data-title"}]

    def handle_data(self, data: str) -> None:
        """Keep one text."""
        self.texts.append(data.strip())


def test_what_stands_above_a_page_or_in_the_navigation_reaches_readers_as_written(tmp_path: Path) -> None:
    project = copy_whole(tmp_path / "project")
    title, section = "R&D <blink> \"yours\" & 'mine'", 'A & B <blink> "c"'
    description = 'Say "yes" to R&D <blink>, and tell the people whom it concerns what will change for them.'
    page, settings = project / "docs" / "feedback.md", project / "mkdocs.yml"
    text = page.read_text(encoding="utf-8").replace("title: Feedback", f"title: {title}")
    page.write_text(re.sub("description: .*", f"description: {json.dumps(description)}", text), encoding="utf-8")
    settings.write_text(settings.read_text(encoding="utf-8").replace("Principles:", f"{json.dumps(section)}:"), encoding="utf-8")
    done = build(project, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    told = Told((tmp_path / "site" / "feedback" / "index.html").read_text(encoding="utf-8"))
    assert "blink" not in told.tags
    assert "benefit-who-gains" in (tmp_path / "site" / "principles" / "benefit" / "index.html").read_text(encoding="utf-8")
    assert told.texts.count(description) == 2
    assert told.texts.count(title) >= 4  # in the head, the header, the navigation and on paper
    assert [one for one in told.texts if one.startswith(f"{title} - ")]
    assert section in told.texts


ABOVE = {  # page: what stands above it and what should not; the mistake
    "docs/feedback.md": ("title: Feedback", "title: 2026", "2:8: 'title' must be text"),
    "docs/glossary.md": ("reviewed: 2026-01-01", "reviewed: 22 November 2026", "4:11: 'reviewed' must be a day"),
    "docs/index.md": ("review_by: 2027-01-01", "review_by: 22/11/2027", "5:12: 'review_by' must be a day"),
    "docs/principles/benefit.md": ("review_by: 2027-01-01\n", "template: none.html\n", "2:1: the field 'review_by' is missing"),
    "docs/principles/learning.md": ("reviewed: 2026-01-01", "reviewed: 2026", "4:11: 'reviewed' must be a day"),
}


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_no_mistake_above_a_page_and_no_encoding_stops_the_engine(tmp_path: Path, encoding: str) -> None:
    project = copy_whole(tmp_path / "project")
    for file, (old, new, _) in ABOVE.items():
        page = project / file
        page.write_text(page.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    for file, written in {"tools-and-methods.md": encoding, "index.md": "utf-8"}.items():
        page = project / "docs" / file
        page.write_text(page.read_text(encoding="utf-8") + "\nA “café”.\n", encoding=written)
    done = build(project, tmp_path / "site")
    said = [line for line in done.stderr.splitlines() if line.startswith(("ERROR", "WARNING"))]
    assert "Traceback" not in done.stderr
    assert done.returncode == 1
    for file, (_, _, what) in ABOVE.items():
        assert any(f"ERROR   -  {file}:{what}" in line for line in said), said
    assert len(said) == len(ABOVE) + 2, said  # "template" is named as well, and the encoding
    assert (tmp_path / "site" / "principles" / "benefit" / "index.html").exists()


def test_a_guide_whose_words_cannot_be_read_is_built_with_one_mistake(tmp_path: Path) -> None:
    project = copy_whole(tmp_path / "project")
    (project / "data" / "interface.yml").write_text("checklist: [a", encoding="utf-8")
    done = build(project, tmp_path / "site")
    assert done.returncode == 1
    assert [line for line in done.stderr.splitlines() if line.startswith(("ERROR", "WARNING"))] == [
        "ERROR   -  data/interface.yml:1:12: this is not YAML: the bracket that opens here is not closed, or a comma is missing after it; add what is missing"
    ]
    assert "(count)" in (tmp_path / "site" / "principles" / "benefit" / "index.html").read_text(encoding="utf-8")
