"""A checklist as HTML, before any script runs."""

import datetime
import re
from dataclasses import replace

import pytest

from macros.checklist import checklist, question
from macros.guide import Guide
from macros.mistakes import Place, WrongCallError
from macros.models import Checklist, Question
from tests.conftest import published

PAGE = Place("docs/principles/benefit.md", 9)


def made(guide: Guide, **fields: object) -> str:
    """A checklist of one question with these fields."""
    question = Question.model_validate({"id": "one", "text": "One?", **fields})
    one = Checklist(title="T", introduction="I", questions=(question,))
    return checklist(replace(guide, checklists={"x": one}), PAGE, "x")


def test_each_question_is_a_box_whose_label_is_its_text_and_nothing_else(guide: Guide) -> None:
    found = checklist(guide, PAGE, "benefit")
    assert re.findall(r'<label [^>]*for="(.*?)">(.*?)</label>', found) == [
        ("benefit-who-gains-tick", "Who gains, and who loses?"),
        ("benefit-how-known-tick", "How will you know that it worked?"),
        ("benefit-what-next-tick", "What happens after the first year?"),
    ]
    assert re.findall(r'<input [^>]*type="checkbox" id="(.*?)"', found) == re.findall(r'<label [^>]*for="(.*?)"', found)


def test_a_question_has_the_id_of_the_data_file(guide: Guide) -> None:
    assert re.findall(r'<li [^>]*id="(.*?)" data-question="(.*?)"', checklist(guide, PAGE, "learning")) == [
        ("learning-surprise", "learning-surprise"),
        ("learning-visit", "learning-visit"),
    ]


def test_no_id_stands_twice(guide: Guide) -> None:
    ids = re.findall(r'\sid="(.*?)"', checklist(guide, PAGE, "benefit"))
    assert len(ids) == len(set(ids)) > 3


def test_title_introduction_and_number_of_questions_are_said(guide: Guide) -> None:
    found = checklist(guide, PAGE, "benefit")
    assert re.search(r"<legend [^>]*>Questions on benefit</legend>", found)
    assert "Choose one." in found
    assert guide.words.checklist.questions.format(total=3) in found
    assert 'data-total="3"' in found


def test_the_questions_are_numbered_for_assistive_technology(guide: Guide) -> None:
    found = checklist(guide, PAGE, "learning")
    numbers = [guide.words.checklist.more_about.format(number=n) in found for n in range(4)]
    assert numbers == [False, True, True, False]


def test_a_question_leads_to_the_form_for_a_better_wording_with_its_id(guide: Guide) -> None:
    found = checklist(published(guide, issues="https://example.org/ours/guide/issues/new"), PAGE, "learning")
    assert re.findall(r'<a href="(.*?)" data-part="improve"[^>]*>(.*?)</a>', found) == [
        (f"https://example.org/ours/guide/issues/new?template=question.yml&amp;question={name}", guide.words.checklist.improve)
        for name in ("learning-surprise", "learning-visit")
    ]


def test_where_no_issues_are_taken_no_question_leads_there(guide: Guide) -> None:
    assert 'data-part="improve"' not in checklist(guide, PAGE, "learning")


def test_terms_stand_beside_the_question_with_their_meaning(guide: Guide) -> None:
    found = made(guide, terms=["pull", "benefit"])
    assert '<a class="app-term" href="../../glossary/#term-pull" title="People ask for it themselves.">pull</a>, <a' in found
    assert guide.words.checklist.terms not in made(guide)


def test_a_term_that_is_not_there_is_left_to_the_loader(guide: Guide) -> None:
    assert "app-term" not in made(guide, terms=["nothing"])


def test_the_past_of_a_question_reaches_the_browser(guide: Guide) -> None:
    found = made(guide, revised=datetime.date(2026, 3, 1), before="Once?")
    assert 'data-revised="2026-03-01"' in found
    assert guide.words.checklist.before.format(text="Once?") in found


def test_a_question_without_a_past_says_nothing_of_it(guide: Guide) -> None:
    found = made(guide)
    assert not re.search("data-revised|data-part=.revised", found)
    assert guide.words.checklist.before.split("{", maxsplit=1)[0] not in made(guide, revised=datetime.date(2026, 3, 1))


def test_text_is_text_and_never_html(guide: Guide) -> None:
    found = made(guide, text='<b> & "x" {{ y }}?')
    assert "&lt;b&gt; &amp; &#34;x&#34; {{ y }}?</label>" in found


def test_markdown_passes_it_through_untouched(guide: Guide) -> None:
    lines = checklist(guide, PAGE, "benefit").split("\n")
    assert all(line.strip() == line != "" for line in lines)
    assert lines[0].startswith("<section ")
    assert lines[-1] == "</section>"


def test_an_unknown_checklist_is_said_with_the_nearest_one(guide: Guide) -> None:
    with pytest.raises(WrongCallError, match=r"^there is no checklist 'benefits'; did you mean 'benefit'\?$"):
        checklist(guide, PAGE, "benefits")


def test_a_prompt_stands_beneath_the_question_and_outside_its_label(guide: Guide) -> None:
    found = made(guide, prompt="Take two rounds.", when="review")
    assert re.findall(r'<label [^>]*for=".*?">(.*?)</label>', found) == ["One?"]
    [prompt] = re.findall(r'<p class="app-question__prompt" id="one-prompt">(.*?)</p>', found)
    assert re.sub("<.*?>", "", prompt) == f"{guide.words.checklist.at_review} Take two rounds."
    assert 'aria-describedby="one-prompt one-written"' in found


def test_a_question_without_a_prompt_has_no_empty_line(guide: Guide) -> None:
    found = made(guide)
    assert "app-question__prompt" not in found
    assert 'aria-describedby="one-written"' in found


def test_a_page_can_ask_a_question_in_its_own_words(guide: Guide) -> None:
    [first, *_] = guide.checklists["benefit"].questions
    assert question(guide, Place("docs/index.md", 9), first.id) == f"[{first.text}](principles/benefit.md#{first.id})"
    assert question(guide, PAGE, first.id) == f"[{first.text}](../principles/benefit.md#{first.id})"


def test_a_page_may_know_a_question_by_an_id_that_it_had_before(guide: Guide) -> None:
    _, known, last = guide.checklists["benefit"].questions
    assert known.was == ("benefit-known",)
    assert question(guide, PAGE, "benefit-known") == question(guide, PAGE, known.id)
    split = (known, last.model_copy(update={"was": known.was}))
    lists = {"benefit": guide.checklists["benefit"].model_copy(update={"questions": split})}
    assert question(replace(guide, checklists=lists), PAGE, "benefit-known") == question(guide, PAGE, known.id)


def test_a_question_that_nobody_asks_is_said_with_the_nearest_one(guide: Guide) -> None:
    with pytest.raises(WrongCallError, match="there is no question 'benefit-who-gain'; did you mean 'benefit-who-gains'"):
        question(guide, PAGE, "benefit-who-gain")
