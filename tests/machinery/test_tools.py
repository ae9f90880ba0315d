"""Tools: a principle's own list, the table of all, the matrix, and a link to one."""

import re
from dataclasses import replace

import pytest

from macros.guide import Guide
from macros.library import Report, Tool
from macros.mistakes import Place, WrongCallError
from macros.tools import tool, tools, tools_ideas, tools_matrix
from tests.conftest import ROOT

PAGE = Place("docs/tools-and-methods.md")
PRINCIPLE = Place("docs/principles/benefit.md")


def with_tools(guide: Guide, *more: Tool) -> Guide:
    return replace(guide, tools={**guide.tools, **{one.id: one for one in more}})


def make(name: str, *main: str, **fields: object) -> Tool:
    return Tool.model_validate({"id": name.lower(), "name": name, "purpose": f"Use {name}.", "main": main, **fields})


def test_a_principle_lists_the_tools_that_help_it_most_with_what_they_are_for(guide: Guide) -> None:
    found = tools(with_tools(guide, make("Atlas", "benefit", time="12 minutes", group="Any size")), PRINCIPLE, "benefit")
    assert found == (
        "- [Atlas](../tools-and-methods.md#tool-atlas): Use Atlas (12 minutes; any size).\n"
        "- [Map of people](../tools-and-methods.md#tool-map): See who knows whom."
    )


def test_tools_that_also_help_follow_in_one_sentence(guide: Guide) -> None:
    found = tools(with_tools(guide, make("Atlas", "learning")), PRINCIPLE, "learning")
    assert found.splitlines()[0].startswith("- [Atlas]")
    assert found.splitlines()[2].endswith("[Map of people](../tools-and-methods.md#tool-map).")


def test_a_principle_that_no_tool_helps_most_still_names_those_that_also_help(guide: Guide) -> None:
    assert tools(guide, PRINCIPLE, "learning").startswith(guide.words.tools.too)


def test_a_principle_that_is_unknown_or_has_no_tools_is_a_wrong_call(guide: Guide) -> None:
    with pytest.raises(WrongCallError, match="no principle 'benefits'; did you mean 'benefit'"):
        tools(guide, PRINCIPLE, "benefits")
    with pytest.raises(WrongCallError, match=r"no tool helps 'learning' yet; name it in the `main`"):
        tools(replace(guide, tools={}), PRINCIPLE, "learning")


def test_a_link_to_a_tool_says_its_name_or_the_given_words(guide: Guide) -> None:
    assert tool(guide, PRINCIPLE, "map") == "[Map of people](../tools-and-methods.md#tool-map)"
    assert tool(guide, PAGE, "map", "a map") == "[a map](tools-and-methods.md#tool-map)"


def test_a_link_to_an_unknown_tool_is_a_wrong_call(guide: Guide) -> None:
    with pytest.raises(WrongCallError, match="there is no tool 'maps'; did you mean 'map'"):
        tool(guide, PAGE, "maps")


def test_the_table_has_a_row_for_each_tool_in_the_order_of_their_names(guide: Guide) -> None:
    found = tools(with_tools(guide, make("atlas", "learning"), make("Zebra", "learning")), PAGE)
    assert re.findall(r'id="tool-(\w+)"', found) == ["atlas", "map", "zebra"]
    assert 'data-main="benefit" data-also="learning"' in found
    assert 'data-main="learning" data-also=""' in found


def test_a_row_says_what_is_known_and_nothing_else(guide: Guide) -> None:
    atlas = make("Atlas", "learning", time="12 minutes", group="Pairs", originator="A. Smith", year=2001)
    words = guide.words.tools
    row, other = tools(with_tools(guide, atlas), PAGE).split('<tr class="app-tools__row"')[1:]
    assert f"{words.time} 12 minutes. {words.group} Pairs." in row
    assert f"{words.origin} A. Smith, 2001." in row
    assert words.also not in row
    assert words.time not in other
    assert f"{words.origin} 1999." in other
    bare, _ = tools(with_tools(guide, make("Atlas", "learning")), PAGE).split('id="tool-map"')
    assert words.origin not in bare


def test_a_row_names_its_principles_in_their_own_order(guide: Guide) -> None:
    found = tools(with_tools(guide, make("Atlas", "learning", "benefit")), PAGE)
    assert f"{guide.words.tools.main}</span> Benefit, Learning</p>" in found


def test_a_source_goes_by_its_authors_and_year_or_by_its_title(guide: Guide) -> None:
    page = Report(id="page", authors="NHS Horizons", title="Spread", url="https://e.org/s", kind="web", list=False)
    known = replace(guide, reports={**guide.reports, "page": page})
    found = tools(with_tools(known, make("Atlas", "learning", references=("page", "smith-2001", "unknown"))), PAGE)
    assert '<a href="https://e.org/s">Spread</a>' in found
    assert '<a href="https://doi.org/10.1000/1">Smith, 2001</a>' in found


def test_the_filter_is_hidden_until_a_script_makes_it_work(guide: Guide) -> None:
    found = tools(guide, PAGE)
    assert re.search(r'data-part="filter" hidden>', found)
    assert re.findall(r'<option value="(\w*)">', found) == ["", "benefit", "learning"]
    assert f'data-say-shown="{guide.words.tools.shown}"' in found


def test_the_matrix_follows_the_principles_and_says_each_mark_in_words(guide: Guide) -> None:
    found = tools_matrix(with_tools(guide, make("Atlas", "learning"), make("Bridge", "benefit")), PAGE)
    assert re.findall(r'href="#tool-(\w+)"', found) == ["bridge", "map", "atlas"]
    assert re.findall(r'href="\.\./principles/(\w+)/">(\w+)<', found) == [("benefit", "Benefit"), ("learning", "Learning")]
    row = found[found.index("#tool-map") : found.index("#tool-atlas")]
    assert re.findall(r'app-hidden">([^<]+)<', row) == [guide.words.tools.main_mark, guide.words.tools.also_mark]
    assert "<td></td>" in found


def test_the_matrix_is_left_out_of_the_search(guide: Guide) -> None:
    assert "data-search-exclude" in tools_matrix(guide, PAGE)


def test_an_idea_stands_among_ideas_and_not_among_tools(guide: Guide) -> None:
    known = with_tools(guide, make("Atlas", "benefit", idea=True, originator="A. Smith", year=2001, references=("smith-2001",)))
    assert "Atlas" not in tools(known, PAGE)
    assert "Atlas" not in tools_matrix(known, PAGE)
    assert tools_ideas(known, PAGE) == ("### Atlas { #tool-atlas }\n\nUse Atlas (A. Smith, 2001). [Smith, 2001](https://doi.org/10.1000/1)")
    listed = tools(known, PRINCIPLE, "benefit").splitlines()
    assert listed[0].startswith("- [Map of people]")
    assert listed[2] == f"{guide.words.tools.ideas} [Atlas](../tools-and-methods.md#tool-atlas)."


def test_a_row_leads_to_the_tool_itself_where_its_owners_keep_it(guide: Guide) -> None:
    known = with_tools(guide, make("Atlas", "benefit", owner={"name": "The atlas", "url": "https://e.org/a"}))
    assert f'{guide.words.tools.itself}</span> <a href="https://e.org/a">The atlas</a>' in tools(known, PAGE)


def test_words_that_run_upwards_are_never_broken_by_any_style() -> None:
    """WebKit breaks them after each letter."""
    rules = [rule for file in ROOT.joinpath("overrides").rglob("*.css") for rule in file.read_text(encoding="utf-8").split("}")]
    upwards = [rule for rule in rules if "writing-mode: vertical" in rule]
    assert upwards
    assert [rule for rule in upwards if "white-space: nowrap" not in rule] == []
