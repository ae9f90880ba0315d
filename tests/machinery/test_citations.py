"""Which page calls what, which page uses a term, and what nothing uses."""

from dataclasses import replace

import pytest

from macros.citations import unshown, unused, used_on
from macros.given import Call
from macros.guide import Guide
from macros.pages import Page

ALL = frozenset({("term", "benefit"), ("tools", ""), ("references", "smith-2001")})


@pytest.fixture
def guide(guide: Guide) -> Guide:
    """The small guide with a single term."""
    return replace(guide, terms={"benefit": guide.terms["benefit"]})


def test_a_term_is_used_where_a_page_calls_it_or_shows_a_question_with_it(guide: Guide) -> None:
    by_call = Page("about.md", "About", frozenset({("term", "benefit")}))
    by_question = Page("principles/benefit.md", "Benefit", frozenset({("checklist", "benefit")}))
    neither = Page("privacy.md", "Privacy", frozenset({("term", "pull"), ("checklist", "learning")}))
    known = replace(guide, pages=(by_call, by_question, neither))
    assert used_on(known, "benefit") == (by_call, by_question)


def test_nothing_is_left_over_where_pages_use_everything(guide: Guide) -> None:
    assert list(unused(replace(guide, pages=(Page("about.md", "About", ALL),)))) == []


def test_what_no_page_uses_is_named_with_its_place_and_what_to_do(guide: Guide) -> None:
    smith = guide.reports["smith-2001"].model_copy(update={"list": False})
    alone = replace(guide, reports={"smith-2001": smith}, tools={"map": guide.tools["map"].model_copy(update={"references": ()})})
    assert [str(one) for one in unused(alone)] == [
        "data/glossary.yml:3:5: no page uses the term 'benefit'; use it with term(\"benefit\") or in a question, or take it out",
        "data/tools.yml:3:5: no page shows the tool 'map'; call tools() on one, or take it out",
        "data/reports.yml:6:5: nothing cites the report 'smith-2001'; cite it with references(\"smith-2001\"), list it, or take it out",
    ]


def test_a_checklist_that_no_page_shows_is_named(guide: Guide) -> None:
    one = replace(guide, pages=(Page("about.md", "About", frozenset({("checklist", "benefit")})),))
    assert [str(mistake) for mistake in unshown(one)] == [
        'data/checklists/learning.yml: no page shows this checklist; write checklist("learning") in double braces on a page, or take the file out'
    ]


@pytest.mark.parametrize("call", [("checklist", "earning"), ("term", "pul"), ("tool", "mab"), ("references", "smith"), ("checklist", "")])
def test_nothing_is_left_over_while_a_page_names_what_is_not_there(guide: Guide, call: Call) -> None:
    astray = replace(guide, pages=(Page("about.md", "About", frozenset({call})),))
    assert list(unshown(astray)) == list(unused(astray)) == []


def test_a_tool_is_used_by_a_link_or_by_the_list_of_a_principle_it_helps(guide: Guide) -> None:
    for call in (("tool", "map"), ("tools", "benefit"), ("tools", "learning"), ("tools", "")):
        pages = (Page("about.md", "About", ALL - {("tools", "")} | {call}),)
        assert list(unused(replace(guide, pages=pages))) == []


def test_a_report_is_cited_by_a_list_by_a_tool_or_by_a_page(guide: Guide) -> None:
    listed, smith = guide.reports["smith-2001"], guide.reports["smith-2001"].model_copy(update={"list": False})
    bare = guide.tools["map"].model_copy(update={"references": ()})
    uncited = (Page("about.md", "About", ALL - {("references", "smith-2001")}),)
    cited = (Page("about.md", "About", ALL),)
    for report, tool, pages in ((listed, bare, uncited), (smith, guide.tools["map"], uncited), (smith, bare, cited)):
        known = replace(guide, reports={"smith-2001": report}, tools={"map": tool}, pages=pages)
        assert list(unused(known)) == []
