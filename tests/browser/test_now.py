"""The top of the workbook page: what one comes for stands there without scrolling, and nothing moves as it arrives."""

import json
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from .test_overview import ANSWERS, PREFIX

FACTS = {"title": "Falls sensor", "setting": "North", "today": ["benefit-worth-spreading", "individual-gains-least"], "edits": {}}
SHIFTS = """() => {
    window.shifts = [];
    new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: "layout-shift", buffered: true });
}"""


def workbook(page: Page) -> Page:
    """The workbook page of a group that has answered, and picked two questions for today."""
    page.add_init_script(f"({SHIFTS})()")
    page.goto("workbook/")
    stored = {f"{PREFIX}answer:first:{question}": json.dumps(answer) for question, answer in ANSWERS.items()}
    page.evaluate(
        "(all) => Object.entries(all).forEach(([key, text]) => localStorage.setItem(key, text))",
        {**stored, f"{PREFIX}current": "first", f"{PREFIX}workbook:first": json.dumps(FACTS)},
    )
    page.reload()
    expect(page.locator('[data-part="page"]')).to_be_visible()
    return page


def test_what_one_comes_for_is_in_view_at_once(context_with: Callable[..., BrowserContext]) -> None:
    page = workbook(context_with(viewport={"width": 1280, "height": 720}).new_page())
    card = page.locator('[data-part="about"]')
    for text in ("Falls sensor", "1 of 2 today · 1 of 70 discussed, 1 not relevant here", "Actions: 3 open, 1 overdue"):
        expect(card.get_by_text(text, exact=True)).to_be_in_viewport(ratio=1)
    expect(card.locator('[data-part="now-next"]')).to_have_text(
        "Next: Who stands to gain least from this, and what would change that? (Individual)"
    )
    expect(card.locator('[data-part="now-tasks"] li')).to_have_text(
        ["Overdue Long ago (Yan, by 2 January 2020)", "Later (Zoe, by 2 January 2126)", "Some day (Ana)"], use_inner_text=True
    )
    for name in ("Show in large type", "Copy it all for an email", "All workbooks"):
        expect(card.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)
    assert page.evaluate("scrollY") == 0


def test_nothing_moves_as_the_page_arrives(context_with: Callable[..., BrowserContext]) -> None:
    for size in ((1280, 720), (390, 844)):
        page = workbook(context_with(viewport={"width": size[0], "height": size[1]}).new_page())
        page.wait_for_timeout(500)
        assert sum(page.evaluate("shifts")) < 0.02, size


def test_the_table_of_contents_lists_the_parts_and_each_leads_there(context_with: Callable[..., BrowserContext]) -> None:
    page = workbook(context_with(viewport={"width": 1280, "height": 720}).new_page())
    links = page.locator(".md-sidebar--secondary").get_by_role("link")
    parts = [
        "Today’s questions",
        "Silent sort",
        "Run the workshop",
        "Actions",
        "What you said",
        "Where you stand",
        "Several groups",
        "Share",
        "Export",
        "Import",
        "Shared computer?",
        "Keep a backup",
    ]
    expect(links).to_have_text(parts)
    for name in parts:
        links.get_by_text(name, exact=True).click()
        expect(page.get_by_role("heading", name=name).first).to_be_in_viewport()


def test_only_principles_in_use_are_spread_out(page: Page) -> None:
    workbook(page)
    expect(page.locator('[data-part="used-list"] .app-progress__name')).to_have_text(["Complexity", "Benefit"])
    expect(page.locator('[data-part="unused-list"] .app-progress__name').first).to_be_hidden()
    page.get_by_text("Principles with no answers yet").click()
    expect(page.locator('[data-part="unused-list"] .app-progress__name').first).to_be_visible()
    expect(page.locator('[data-part="unused-list"] .app-progress__name')).to_have_count(5)
