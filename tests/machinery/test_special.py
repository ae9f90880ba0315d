"""Pages that are linked to from everywhere are there, and show what is looked for on them."""

from pathlib import Path

import pytest

from macros.define import NAMES
from macros.reading import Reading, reading
from macros.settings import read_settings, source_of
from tests.conftest import Change, copy_whole


def read(project: Path) -> Reading:
    """The small guide with the settings that stand in its mkdocs.yml."""
    source = source_of(project)
    return reading(project, NAMES[0], NAMES[1], read_settings(source.data["extra"], source), {})


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """The small guide with its settings."""
    return copy_whole(tmp_path / "whole")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "    glossary: glossary.md",
            "    glossary: glosary.md",
            "mkdocs.yml:13: there is no page 'glosary.md'; did you mean 'glossary.md'?",
        ),
        ("    glossary: glossary.md", "    glossary: glossary", "mkdocs.yml:13: 'glossary' names no page's file; write 'glossary.md'"),
        (
            "    feedback: feedback.md",
            "    feedback: index.md",
            "docs/index.md: this page stands as 'feedback' in mkdocs.yml; call feedback() on it",
        ),
        ("    workshop:\n", "    workshop: feedback.md#agendas\n", ""),  # checks.pages knows the places of a page
    ],
)
def test_a_page_that_is_not_there_or_is_another_is_named(whole: Path, change: Change, old: str, new: str, says: str) -> None:
    assert read(whole).mistakes == ()
    change(whole / "mkdocs.yml", old, new)
    found = [str(mistake) for mistake in read(whole).mistakes]
    assert len(found) == bool(says)
    assert "".join(found).startswith(says)


def test_the_folder_of_the_principles_is_a_setting(whole: Path, change: Change) -> None:
    (whole / "docs" / "principles").rename(whole / "docs" / "themes")
    assert [str(one.place) for one in read(whole).mistakes] == ["data/principles.yml:3:11", "data/principles.yml:7:11"]
    change(whole / "mkdocs.yml", "  pages:\n", "  pages:\n    principles: themes\n")
    lost = [str(one) for one in read(whole).mistakes]
    assert ["was published" in one for one in lost] == [True, True], lost  # readers still come to where the pages were
    for page in ("benefit", "learning"):
        change(whole / "data" / "published-addresses.yml", "", f"  - address: /principles/{page}/\n    to: /themes/{page}/\n")
    assert read(whole).mistakes == ()
