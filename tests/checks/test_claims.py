"""The claims list: what counts as said on a page, and as its source. Wrong claims stand in tests/fixtures/planted.yml."""

from pathlib import Path

import pytest

from checks.pages.claims import claims, words_of
from macros.guide import Guide
from macros.library import Owner
from macros.loader import load
from macros.parsed_page import ParsedPage
from tests.conftest import SMALL, copy

GUIDE = load(SMALL / "data")
CLAIM = """claims:
  - page: index.md
    says: {says}
    source: {source}
    checked: abstract
"""


def found(folder: Path, page: str, says: str, source: str = "smith-2001", guide: Guide = GUIDE) -> list[str]:
    """What is wrong with one claim about a home page of these words."""
    project = copy(folder / "project")
    (project / "docs/index.md").write_text(page, encoding="utf-8")
    (project / "data/claims.yml").write_text(CLAIM.format(says=says, source=source), encoding="utf-8")
    return [mistake.what for mistake in claims(project, guide)]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("About **19\nteams** [took part](x.md).", "About 19 teams took part."),
        ('Of {{ term("pull", "pulling") }} and {{ term("weak-tie") }}.', "Of pulling and weak tie."),
        ("| Rate | 3.7 |\n|---|---|\n", "Rate | 3.7"),
        ("{{ glossary() }}", "The opposite of push."),
        ("{{ tools() }}", "See who knows whom."),
        ("{{ reports() }}", "Shows how."),
    ],
)
def test_a_page_says_what_a_reader_meets_there(page: str, words: str) -> None:
    assert words in words_of(ParsedPage("docs/x.md", page), GUIDE)


def test_what_only_code_or_front_matter_says_is_not_said() -> None:
    assert "19" not in words_of(ParsedPage("docs/x.md", "---\ntitle: 19 teams\n---\n\n```\n19 teams\n```\n"), GUIDE)


@pytest.mark.parametrize(
    ("page", "source"),
    [
        ('It was 4%.\n\n{{ references("smith-2001") }}\n', "smith-2001"),
        ("It was 4%.\n\n{{ reports() }}\n", "smith-2001"),
        ("It was 4%.\n\n{{ tools() }}\n", "smith-2001"),
        ("It was [4%](https://example.org/).\n", "https://example.org/"),
    ],
)
def test_a_source_is_cited_listed_behind_a_tool_or_linked(page: str, source: str, tmp_path: Path) -> None:
    assert found(tmp_path, page, "It was 4%.", source) == []
    assert len(found(tmp_path / "other", "It was 4%.", "It was 4%.", source)) == 1


def test_the_address_of_a_tool_counts_where_the_tools_are_listed(tmp_path: Path) -> None:
    tool = GUIDE.tools["map"].model_copy(update={"time": "Two hours", "owner": Owner(name="Its owner", url="https://example.org/map")})
    guide = Guide(**{**vars(GUIDE), "tools": {"map": tool}})
    address = "https://example.org/map"
    assert found(tmp_path, "{{ tools() }}", "Two hours", address, guide) == []
    assert len(found(tmp_path / "other", "Two hours", "Two hours", address, guide)) == 1


def test_a_figure_that_changed_is_missed(tmp_path: Path) -> None:
    assert found(tmp_path, 'It was 5%. {{ references("smith-2001") }}', "It was 4%.") == [
        "docs/index.md no longer says 'It was 4%.'; correct the page, or hold its new words against the source and change this claim"
    ]
