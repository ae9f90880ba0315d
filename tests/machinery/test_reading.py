"""A project is read whole, and again only when a file changed. What is said about it: test_define.py."""

from pathlib import Path
from typing import Any

from macros.define import NAMES
from macros.reading import cached, reading
from macros.settings import read_settings
from macros.source import Source
from tests.conftest import PAGES, Change


def test_data_pages_and_calls_are_one_reading(project: Path, change: Change) -> None:
    change(project / "data" / "tools.yml", "also: [learning]", "also: [earning]")
    change(project / "docs" / "feedback.md", "title: Feedback\n", "")
    change(project / "docs" / "index.md", "", "\n{{ nope() }}\n")
    found = reading(
        project, NAMES[0], NAMES[1], read_settings({"publisher": {"feedback": "mailto:a@b.org"}, "pages": PAGES}, Source("mkdocs.yml")), {}
    )
    assert [str(mistake.place) for mistake in found.mistakes] == ["data/tools.yml:7:12", "docs/feedback.md:2:1", "docs/index.md:14"]
    assert found.guide.publisher.feedback == "mailto:a@b.org"
    assert len(found.guide.pages) == 6
    assert len(found.guide.front_matters) == 5
    assert [wrong.name for wrong in found.calls] == ["nope"]


def test_what_was_made_is_kept_until_a_file_changes_comes_or_goes(tmp_path: Path) -> None:
    cache: dict[str, Any] = {}
    file, made = tmp_path / "x", iter(range(9))
    assert [cached(cache, "n", [file], lambda: next(made)) for _ in range(2)] == [0, 0]
    file.write_text("", encoding="utf-8")
    assert [cached(cache, "n", [file], lambda: next(made)) for _ in range(2)] == [1, 1]
    assert cached(cache, "other", [file], lambda: next(made)) == 2
    file.unlink()
    assert cached(cache, "n", [file], lambda: next(made)) == 3
