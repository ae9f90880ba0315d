"""What the engine is given, and what is said on the way."""

import logging
import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
import pytest

from macros.define import BLOCKS, INLINE, define
from macros.loader import load
from tests.conftest import PAGES, Change


class Engine:
    """As much of an engine as a macro module may use."""

    def __init__(self, project: Path, **publisher: str) -> None:
        self.project_dir = str(project)
        self.variables: dict[str, Any] = {"config": {"extra": {"publisher": publisher, "pages": PAGES}}, "page": None}
        self.page = SimpleNamespace(path="index.md", meta={})
        self.markdown = ""
        self.macros: dict[str, Any] = {}

    def macro(self, function: object, name: str) -> None:
        """Register a macro."""
        self.macros[name] = function


def later(file: Path) -> None:
    """Let a file look saved again, whatever the clock's resolution."""
    os.utime(file, ns=(0, file.stat().st_mtime_ns + 1_000_000_000))


def said(caplog: pytest.LogCaptureFixture, level: int = logging.ERROR) -> list[str]:
    """What was logged since the last look."""
    found = [record.getMessage() for record in caplog.records if record.levelno == level]
    caplog.clear()
    return found


def test_every_macro_is_registered_by_its_name(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    engine = Engine(project)
    define(engine, {})
    assert set(engine.macros) == {macro.__name__ for macro in (*INLINE, *BLOCKS)} >= {"checklist", "term", "glossary"}
    assert engine.macros["term"]("pull").startswith("[pull](glossary.md#term-pull ")
    assert said(caplog) == []


def test_the_theme_is_given_what_it_prints_on_every_page_and_on_each(project: Path) -> None:
    engine, cache = Engine(project, edit_uri="https://example.org/{path}"), dict[str, Any]()
    define(engine, cache)
    assert engine.variables["config"]["extra"]["guide"]["words"]["page"]["top"] == "Back to top"
    assert cache["page data"]("principles/benefit.md")["principle"]["slug"] == "benefit"
    assert cache["page data"]("index.md")["edit"] == "https://example.org/index.md"


def test_the_theme_is_given_each_question_that_had_earlier_ids(project: Path) -> None:
    engine = Engine(project)
    define(engine, {})
    moved = [f"{question.id}:{':'.join(question.was)}" for question in load(project / "data").questions() if question.was]
    assert moved
    assert engine.variables["config"]["extra"]["guide"]["moves"].split(" ") == moved


def test_mistakes_in_data_pages_and_calls_are_all_logged(project: Path, change: Change, caplog: pytest.LogCaptureFixture) -> None:
    change(project / "data" / "tools.yml", "also: [learning]", "also: [earning]")
    change(project / "docs" / "feedback.md", "title: Feedback\n", "")
    change(project / "docs" / "index.md", "", "\n{{ nope() }} {{ page }}\n")
    engine = Engine(project)
    define(engine, {})
    assert [message.split(": ")[0] for message in said(caplog)] == [
        "data/tools.yml:7:12",
        "docs/feedback.md:2:1",
        "docs/index.md:14",
        "docs/index.md:14",
    ]
    assert "there is no macro" in str(engine.macros["nope"])
    assert "page" not in engine.macros  # the engine's own


def test_a_macro_is_not_replaced_by_what_is_said_about_its_name(project: Path, change: Change) -> None:
    change(project / "docs" / "index.md", "", "\n{{ term(glossary) }} {{ term(term) }}\n")
    engine = Engine(project)
    define(engine, {})
    assert engine.macros["glossary"]().startswith("[B]")
    assert engine.macros["term"]("pull").startswith("[pull]")


def test_a_misplaced_block_is_not_printed(project: Path, change: Change, caplog: pytest.LogCaptureFixture) -> None:
    change(project / "docs" / "index.md", "{{ wheel() }}", "- {{ wheel() }}")
    engine = Engine(project)
    define(engine, {})
    [message] = said(caplog)
    assert message.startswith("docs/index.md:12: wheel must stand on a line of its own")
    page = (project / "docs" / "index.md").read_text(encoding="utf-8")
    shown = jinja2.Environment(autoescape=False).from_string(page).render(engine.macros)  # noqa: S701 # as the engine does
    assert "docs/index.md:12" in shown
    assert "app-wheel" not in shown
    assert said(caplog) == []


def test_what_nothing_uses_is_said_once_and_stops_nothing(project: Path, change: Change, caplog: pytest.LogCaptureFixture) -> None:
    change(project / "docs" / "index.md", ' and {{ term("weak-tie", "weak ties") }}', "")
    caplog.set_level(logging.INFO)
    cache: dict[str, Any] = {}
    define(Engine(project), cache)
    assert [message for message in said(caplog, logging.INFO) if "weak-tie" in message]
    define(Engine(project), cache)
    assert said(caplog, logging.INFO) == []


def test_an_empty_setting_is_said_once(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    cache: dict[str, Any] = {}
    engine = Engine(project, site_url="", feedback="mailto:a@b.org")
    define(engine, cache)
    assert "(mailto:a@b.org)" in engine.macros["feedback"]()
    assert said(caplog, logging.INFO) == ["mkdocs.yml: extra.publisher.site_url is empty: what needs it is left out of the site"]
    define(Engine(project, site_url=""), cache)
    assert said(caplog, logging.INFO) == []


def test_a_site_without_a_publisher_is_built(project: Path) -> None:
    engine = Engine(project)
    engine.variables["config"]["extra"] = {"publisher": None, "pages": PAGES}
    define(engine, {})
    assert engine.macros["feedback"]()


def test_data_and_pages_are_read_again_only_when_they_changed(
    project: Path, change: Change, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache: dict[str, Any] = {}
    define(Engine(project), cache)
    with monkeypatch.context() as patched:
        for name in ("load", "front_matters", "parsed_pages", "read_pages", "wrong_calls"):
            patched.delattr(f"macros.reading.{name}")
        define(Engine(project), cache)
    change(project / "data" / "tools.yml", "also: [learning]", "also: [earning]")
    change(project / "docs" / "index.md", "", "\n{{ nope() }}\n")
    for file in ("data/tools.yml", "docs/index.md"):
        later(project / file)
    define(Engine(project), cache)
    assert len(said(caplog)) == 2
    (project / "data" / "tools.yml").unlink()
    define(Engine(project), cache)
    assert "the file is missing" in said(caplog)[0]


def test_mistakes_are_said_at_every_build_until_they_are_gone(project: Path, change: Change, caplog: pytest.LogCaptureFixture) -> None:
    change(project / "data" / "tools.yml", "also: [learning]", "also: [earning]")
    cache: dict[str, Any] = {}
    for _ in range(2):
        define(Engine(project), cache)
        assert len(said(caplog)) == 1
    change(project / "data" / "tools.yml", "also: [earning]", "also: [learning]")
    later(project / "data" / "tools.yml")
    define(Engine(project), cache)
    assert said(caplog) == []
