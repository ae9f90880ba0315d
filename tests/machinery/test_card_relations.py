"""What keeps a tool's card from being whole: each mistake is named at its place, with what to do."""

from pathlib import Path

import pytest

from macros.loader import load
from tests.conftest import Change

CARD = """    time: 1 hour
    owner:
      name: The atlas
      url: https://e.org/atlas
    card:
      stuck: We go round in circles.
      use_when: You have a map.
      not_when: You have none.
      group: Pairs
      steps: [Sit down., Look., Point., Go.]
      sheet:
        columns: [Where, Why]
        blank: 3
      example:
        situation: Two hospices.
        filled: [[North, Cold]]
        outcome: They went south.
"""
HERE = "data/tools.yml"


@pytest.fixture
def tools(data: Path, change: Change) -> Path:
    """The data file of tools, with one whole card."""
    change(data / "tools.yml", "", CARD)
    assert load(data).mistakes == ()
    return data / "tools.yml"


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        ("    owner:\n      name: The atlas\n      url: https://e.org/atlas\n", "", "12:7", "a card leads to the tool itself"),
        ("    time: 1 hour\n", "", "14:7", "'time' is missing; write what the owners state"),
        ("      group: Pairs\n", "", "15:7", "'group' is missing; write what the owners state"),
        ("      group: Pairs\n", "      group: Pairs\n      time: 2 hours\n", "19:13", "the tool's owners state its 'time' already"),
        ("    time: 1 hour\n", "    time: 1 hour\n    idea: true\n", "16:7", "an idea has nothing to run"),
        ("        blank: 3\n", "", "21:9", "a sheet either names its rows under 'rows' or has empty ones"),
        ("blank: 3", "blank: 3\n        rows: [Here]", "21:9", "a sheet either names its rows under 'rows' or has empty ones"),
        ("[[North, Cold]]", "[[North]]", "25:18", "this row has 1 cells to be filled in, and the sheet has 2"),
        ("blank: 3", "rows: [North]", "25:18", "this row has 2 cells to be filled in, and the sheet has 1"),
        ("[[North, Cold]]", "[[a, b], [a, b], [a, b], [a, b]]", "25:42", "the blank sheet has 3 rows, and this is one more"),
        ("blank: 3", "blank: 9", "22:16", "'9' is not known under 'blank'; use one of: 0, 3, 4, 5 or 6"),
        ("[Sit down., Look., Point., Go.]", "[Sit down., Look., Point.]", "19:14", "'steps' must have 4 to 6 entries; add what is missing"),
        ("columns: [Where, Why]", "columns: [Where]", "21:18", "'columns' must have 2 to 5 entries"),
        ("stuck: We go round in circles.", "stock: We go.", "15:7", "'stock' is not a field here; did you mean 'stuck'?"),
        ("https://e.org/atlas", "e.org/atlas", "13:12", "'e.org/atlas' is not a web address"),
    ],
)
def test_a_mistake_in_a_card_is_named(tools: Path, change: Change, old: str, new: str, place: str, said: str) -> None:
    change(tools, old, new)
    found = [str(mistake) for mistake in load(tools.parent).mistakes]
    assert any(line.startswith(f"{HERE}:{place}: {said}") for line in found), found
