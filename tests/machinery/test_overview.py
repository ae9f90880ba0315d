"""The workbook page before any script runs."""

import re

from macros.guide import Guide
from macros.mistakes import Place
from macros.overview import overview
from tests.conftest import ROOT


def page(guide: Guide) -> str:
    """What stands on the page."""
    return overview(guide, Place("docs/workbook.md", 9))


def test_questions_that_left_the_guide_wait_with_their_last_wording(guide: Guide) -> None:
    found = re.findall(r'<li class="app-notes__question" data-retired="(.*?)" hidden>.*?<span data-part="asked">(.*?)</span>', page(guide))
    assert found == [("benefit-old", "Is it new?")]
    assert guide.words.overview.retired in page(guide)


def test_every_question_of_the_guide_is_listed_once_with_its_link(guide: Guide) -> None:
    found = re.findall(r'<li data-asked="(.*?)".*?><a href="(.*?)">', page(guide))
    asked = [(one.slug, question.id) for one in guide.principles for question in guide.checklists[one.slug].questions]
    assert found == [(question, f"../principles/{slug}/#{question}") for slug, question in asked]


def test_changes_of_meaning_reach_the_browser(guide: Guide) -> None:
    revised = {question.id: str(question.revised) for question in guide.questions() if question.revised}
    assert revised
    assert dict(re.findall(r'<li data-asked="([^"]*)"[^>]* data-revised="([^"]*)"', page(guide))) == revised


def test_the_facts_of_a_workbook_have_the_same_names_in_scripts_templates_and_words(guide: Guide) -> None:
    found = re.search(r"FACTS = .*?\[(.*?)\]", (ROOT / "overrides/assets/javascripts/answers/about.js").read_text(encoding="utf-8"))
    assert found
    facts = set(re.findall(r"\w+", found[1]))
    card = page(guide).split('data-part="about"')[1].split("</section>")[0]
    assert set(re.findall(r'data-field="(\w+)"', card)) == facts
    assert all(getattr(part, fact) for part in (guide.words.about, guide.words.minutes) for fact in facts - {"title"})
    sheets = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "macros/templates").glob("*.html"))
    assert set(re.findall(r'data-about="(\w+)"', sheets)) <= facts


def test_without_scripts_a_sentence_says_what_the_page_would_show(guide: Guide) -> None:
    assert f'data-part="failed" data-early data-search-exclude>{guide.words.overview.failed} <a href="?published"' in page(guide)
    assert '<div data-part="page" hidden>' in page(guide)


def test_search_does_not_find_the_questions_a_second_time(guide: Guide) -> None:
    parts = re.findall(r"<(section|dialog) [^>]*data-search-exclude", page(guide))
    assert sorted(parts) == ["dialog"] * 6 + ["section"] * 8
    assert len(re.findall(r"<(?:section|dialog)\b", page(guide))) == len(parts), "one inside another would end what is passed over"
