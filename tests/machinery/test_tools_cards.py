"""Cards of tools: what a group needs to run one, and the table that leads to it."""

import re
from dataclasses import replace

import pytest

from macros.citations import unused
from macros.guide import Guide
from macros.library import Tool
from macros.mistakes import Place
from macros.pages import Page
from macros.tools import tool, tools
from macros.tools_cards import tools_cards, tools_choice

PAGE = Place("docs/tools-and-methods.md")
CARD = {
    "stuck": "We go round in circles.",
    "use_when": "You have a map.",
    "not_when": "You have none.",
    "steps": ["Sit down.", "Look.", "Point.", "Go."],
    "sheet": {"columns": ["Where", "Why"], "blank": 3},
    "example": {"situation": "Two hospices.", "filled": [["North", "It is cold."]], "outcome": "They went south."},
}
OWNER = {"name": "The atlas", "url": "https://e.org/atlas"}
NAMED = {"sheet": {"columns": ["Where", "Why"], "rows": ["North", "South"]}, "example": {**CARD["example"], "filled": [["Cold"]]}}  # type: ignore[dict-item]


def make(card: dict[str, object] | None = None, **fields: object) -> Tool:
    given = {"id": "atlas", "name": "Atlas", "purpose": "Find the way.", "main": ["benefit"], "owner": OWNER, **fields}
    return Tool.model_validate({**given, "card": {**CARD, "time": "1 hour", "group": "Pairs", **(card or {})}})


def with_card(guide: Guide, one: Tool) -> Guide:
    return replace(guide, tools={**guide.tools, one.id: one})


def rows(found: str, label: str) -> list[list[str]]:
    """The cells of the table with a label, row by row, without its head."""
    table = re.search(rf'<table[^>]*aria-label="{label}[^"]*".*?</table>', found, re.DOTALL)
    assert table
    return [re.findall(r"<(?:td|th)[^>]*>([^<]*)</", row) for row in re.findall(r"<tr.*?</tr>", table[0])[1:]]


def test_a_card_says_all_that_a_group_needs(guide: Guide) -> None:
    found = tools_cards(with_card(guide, make(originator="A. Smith", year=2001)), PAGE)
    for said in ("Find the way.", "You have a map.", "You have none.", "Sit down.", "Two hospices.", "They went south.", "A. Smith, 2001"):
        assert said in found
    assert '<a href="https://e.org/atlas">The atlas</a>' in found
    assert guide.words.card.example in found


def test_a_link_to_a_tool_leads_to_its_card_and_the_table_of_all_has_no_second_place(guide: Guide) -> None:
    known = with_card(guide, make())
    assert tool(known, PAGE, "atlas").endswith("(tools-and-methods.md#tool-atlas)")
    assert tools_cards(known, PAGE).count('id="tool-atlas"') == 1
    assert 'id="tool-atlas"' not in tools(known, PAGE)
    assert '<a href="#tool-atlas">Atlas</a>' in tools(known, PAGE)


def test_a_blank_sheet_has_empty_rows_or_those_that_it_names(guide: Guide) -> None:
    sheet, example = guide.words.card.sheet, guide.words.card.example
    found = tools_cards(with_card(guide, make()), PAGE)
    assert rows(found, sheet) == [["", ""]] * 3
    assert rows(found, example) == [["North", "It is cold."]]
    found = tools_cards(with_card(guide, make(NAMED)), PAGE)
    assert rows(found, sheet) == [["North", ""], ["South", ""]]
    assert rows(found, example) == [["North", "Cold"]]


@pytest.mark.parametrize(
    ("stated", "said"),
    [({}, "ours_both"), ({"group": "Any"}, "ours_time"), ({"time": "1 day"}, "ours_group"), ({"group": "Any", "time": "1 day"}, "")],
)
def test_a_card_says_which_of_time_and_people_its_owners_do_not_state(guide: Guide, stated: dict[str, str], said: str) -> None:
    words = guide.words.card
    found = tools_cards(with_card(guide, make(dict.fromkeys(stated), **stated)), PAGE)
    sentences = {name: getattr(words, name) for name in ("ours_both", "ours_time", "ours_group")}
    assert [name for name, sentence in sentences.items() if sentence in found] == [name for name in [said] if name]


def test_the_choice_leads_into_each_card_with_its_time_and_people(guide: Guide) -> None:
    found = tools_choice(with_card(guide, make()), PAGE)
    assert "We go round in circles." in found
    assert '<a href="#run-atlas">Atlas</a>' in found
    assert "1 hour. Pairs." in found
    assert "map" not in found, "it has no card"


def test_a_card_that_no_page_shows_is_left_over(guide: Guide) -> None:
    pages = (Page("tools.md", "Tools", frozenset({("tools", "")})),)
    known = replace(with_card(guide, make()), pages=pages, places={**guide.places, ("tool", "atlas"): PAGE})
    [left] = [str(one) for one in unused(known) if "atlas" in str(one)]
    assert left == f"{PAGE}: no page shows the tool 'atlas'; call tools_cards() on one, or take it out"
