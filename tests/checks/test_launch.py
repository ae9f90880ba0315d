"""Before launch a command says in one sentence each what is missing."""

from pathlib import Path

import pytest

from checks.launch import main
from macros import register
from tests.conftest import ROOT

SETTINGS = {
    "SITE_URL": "https://guide.example/",
    "GUIDE_LICENCE": "CC BY 4.0",
    "GUIDE_FEEDBACK": "mailto:us@guide.example",
    "GUIDE_FEEDBACK_READ": "within two weeks",
}


@pytest.fixture
def ready(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small guide with all that it needs."""
    (project / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    (project / "docs" / "privacy.md").touch()
    (project / "docs" / "privacy.md").write_text("---\ntitle: Privacy\n---\n\n# Privacy\n", encoding="utf-8")
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text('<link rel="canonical" href="https://guide.example/">', encoding="utf-8")
    for name, value in SETTINGS.items():
        monkeypatch.setenv(name, value)
    register.main([], project / "data")
    return project


def test_with_all_settled_it_says_what_only_a_person_can_see(ready: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(ready) == 0
    assert "as a reader would" in capsys.readouterr().out


def test_each_thing_that_is_missing_has_its_sentence(
    ready: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in SETTINGS:
        monkeypatch.delenv(name)
    (ready / "docs" / "about.md").write_text("The publisher still has to confirm the source's licence, before launch.\n", encoding="utf-8")
    (ready / "docs" / "privacy.md").unlink()
    (ready / "site" / "index.html").unlink()
    capsys.readouterr()
    assert main(ready) == 1
    starts = ["No licence", "docs/about.md", "No address that", "No address for feedback", "docs/privacy.md", "The registers", "No site"]
    assert [line[: len(start)] for line, start in zip(capsys.readouterr().out.splitlines(), starts, strict=True)] == starts


def test_an_address_for_feedback_says_how_soon_it_is_read(
    ready: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GUIDE_FEEDBACK_READ")
    capsys.readouterr()
    assert main(ready) == 1
    assert capsys.readouterr().out.startswith("Nothing says how soon feedback is read")


def test_a_site_for_another_address_is_named(ready: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://another.example/guide")
    capsys.readouterr()
    assert main(ready) == 1
    assert capsys.readouterr().out == "The site in site/ was built for https://guide.example/; run make release again.\n"


def test_without_settings_all_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "data").mkdir()
    assert main(tmp_path) == 1
    assert "No licence" in capsys.readouterr().out


def test_the_page_of_this_guide_still_says_what_the_command_looks_for() -> None:
    text = (ROOT / "docs" / "about.md").read_text(encoding="utf-8")
    assert "still has to confirm the source's licence" in text, "confirmed? then take this test and the look for it out"
