"""The cases that are told at length have one shape, so that readers can compare them."""

import re

import pytest
from markdown.extensions.toc import slugify

from tests.conftest import ROOT

PAGE = (ROOT / "docs/case-examples.md").read_text(encoding="utf-8")
PARTS = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
TOLD = {name: text for name, text in PARTS.items() if "**What was spread.**" in text}
SHAPE = ["What was spread", "How far", "What happened", "What it cost", "What the tellers would do otherwise", "What it shows"]


def test_there_are_six_and_the_table_leads_to_each() -> None:
    table = next(text for name, text in PARTS.items() if name.startswith("Start with"))
    assert len(TOLD) >= 6
    assert [slugify(name, "-") for name in TOLD] == re.findall(r"\]\(#([^)]+)\)", table)


@pytest.mark.parametrize("name", TOLD)
def test_a_case_says_what_was_spread_how_far_what_came_of_it_what_it_cost_and_what_it_shows(name: str) -> None:
    labels = [one for one in re.findall(r"^\*\*(.+?)\.\*\*", TOLD[name], re.MULTILINE) if one in SHAPE]
    assert labels == SHAPE


@pytest.mark.parametrize("name", TOLD)
def test_a_case_leads_to_the_principle_that_it_shows(name: str) -> None:
    shown = TOLD[name].split("**What it shows.**")[1]
    assert "(principles/" in shown or "principles }}" in shown or 'count("principles")' in shown


@pytest.mark.parametrize("name", TOLD)
def test_a_case_names_who_told_it(name: str) -> None:
    assert re.search(r"\([^()]*(?:(?:19|20)\d\d|[A-Z])[^()]*\)", TOLD[name])
