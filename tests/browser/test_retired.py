"""What this guide itself has retired or revised so far, met by a group that had answered all of it."""

from playwright.sync_api import Page, expect

from macros.loader import load
from macros.models import Question
from tests.conftest import ROOT

from .conftest import UNDER

GUIDE = load(ROOT / "data")
REVISED: list[tuple[str, Question]] = [
    (slug, one) for slug, checklist in GUIDE.checklists.items() for one in checklist.questions if one.revised
]
ANSWER = '{"status":"discussed","note":"kept","answered":"2026-11-01T10:00:00Z","edits":{}}'


def test_answers_to_what_the_guide_has_retired_or_revised_are_still_shown(page: Page) -> None:
    assert GUIDE.retired and REVISED
    ids = [*(one.id for one in GUIDE.retired), *(one.id for _, one in REVISED)]
    page.goto("principles/benefit/")
    page.locator("#benefit-evidence-tick").check()
    page.evaluate(
        "([prefix, ids, answer]) => ids.forEach((id) => localStorage.setItem(prefix + id, answer))",
        [f"spread-guide:{UNDER}/:2:answer:first:", ids, ANSWER],
    )
    page.goto("workbook/")
    for retired in GUIDE.retired:
        row = page.locator(f'[data-retired="{retired.id}"]')
        expect(row).to_contain_text(retired.text)
        expect(row).to_contain_text("kept")
    for slug, question in REVISED:
        page.goto(f"principles/{slug}/")
        expect(page.locator(f"#{question.id} [data-part='revised']")).to_contain_text(f"“{question.before}”")
        expect(page.locator(f"#{question.id}-tick")).to_be_checked()
