"""Glossary terms in running text, and the glossary page."""

import re
from dataclasses import replace

import pytest

from macros.glossary import glossary, term
from macros.guide import Guide
from macros.mistakes import Place, WrongCallError
from macros.models import Term
from macros.pages import Page

PAGE = Place("docs/glossary.md")


def entry(found: str, name: str) -> str:
    """The part of the page that belongs to one term."""
    return re.split(r"\n#", found[found.index(f"### {name} ") :])[0]


def test_a_term_is_a_link_to_its_entry_that_shows_its_short_meaning(guide: Guide) -> None:
    assert term(guide, Place("docs/principles/benefit.md"), "pull") == (
        '[pull](../glossary.md#term-pull "People ask for it themselves."){ .app-term }'
    )


def test_a_term_can_be_called_by_other_words(guide: Guide) -> None:
    assert term(guide, Place("docs/about.md"), "pull", "asking for it").startswith("[asking for it](glossary.md#term-pull ")


def test_an_unknown_term_is_a_wrong_call_that_names_the_nearest(guide: Guide) -> None:
    with pytest.raises(WrongCallError, match="there is no glossary term 'pul'; did you mean 'pull'"):
        term(guide, PAGE, "pul")


def test_the_page_starts_with_a_link_to_each_letter_that_has_a_term(guide: Guide) -> None:
    found = glossary(replace(guide, terms={name: guide.terms[name] for name in ("pull", "benefit")}), PAGE)
    assert found.splitlines()[:2] == ["[B](#letter-b) [P](#letter-p)", "{ .app-glossary__letters }"]
    assert re.findall(r"^## (\w) \{ #letter-(\w) \.app-glossary__letter \}$", found, re.MULTILINE) == [("B", "b"), ("P", "p")]


def test_terms_stand_from_a_to_z_whatever_their_first_letter_looks_like(guide: Guide) -> None:
    more = Term(id="adopter", name="Adopter", short="Who takes it up.", full="A person.")
    found = glossary(replace(guide, terms={"pull": guide.terms["pull"], "benefit": guide.terms["benefit"], "adopter": more}), PAGE)
    assert re.findall(r"^### (\w+) \{ #term-", found, re.MULTILINE) == ["Adopter", "Benefit", "Pull"]


def test_an_entry_has_both_meanings_and_related_terms(guide: Guide) -> None:
    found = entry(glossary(guide, PAGE), "Benefit")
    assert "Something that gets better for somebody.\n{ .app-glossary__short }\n\nSay for whom. Someone else may lose." in found
    assert f"{guide.words.glossary.see}: [pull](#term-pull).\n{{ .app-glossary__more }}" in found
    assert guide.words.glossary.see not in entry(glossary(guide, PAGE), "Pull")


def test_an_entry_names_the_pages_that_use_the_term_but_not_the_glossary_itself(guide: Guide) -> None:
    calls = frozenset({("term", "pull")})
    pages = (Page("principles/learning.md", "Learning", calls), Page("glossary.md", "Glossary", calls), Page("about.md", "About"))
    found = glossary(replace(guide, pages=pages), PAGE)
    assert f"{guide.words.glossary.used_on}: [Learning](principles/learning.md).\n" in entry(found, "Pull")
    assert guide.words.glossary.used_on not in entry(found, "Benefit")


def test_links_to_an_earlier_id_still_arrive_at_the_entry(guide: Guide) -> None:
    assert '<span id="term-demand"></span>People ask for it themselves.' in entry(glossary(guide, PAGE), "Pull")


def test_a_related_term_that_is_missing_is_left_out(guide: Guide) -> None:
    alone = replace(guide, terms={"benefit": guide.terms["benefit"]})
    assert guide.words.glossary.see not in glossary(alone, PAGE)
