"""The workbook page before any script runs."""

import re

from macros.guide import Guide
from macros.mistakes import Place
from macros.overview import overview


def test_questions_that_left_the_guide_wait_with_their_last_wording(guide: Guide) -> None:
    found = overview(guide, Place("docs/workbook.md", 9))
    assert re.findall(r'<li data-retired="(.*?)" hidden>(.*?) <', found) == [("benefit-old", "Is it new?")]
    assert guide.words.overview.retired in found
