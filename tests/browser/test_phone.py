"""On a phone: which page it is, the questions, the workbook and one question at a time are each one press away."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .test_pages import violations


@pytest.fixture
def phone(context_with: Callable[..., BrowserContext]) -> Page:
    """A phone that shows a principle."""
    page = context_with(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True).new_page()
    page.goto("principles/benefit/")
    return page


def test_the_header_says_which_page_it_is_and_leads_to_the_workbook(phone: Page) -> None:
    header = phone.get_by_role("banner")
    expect(header.get_by_text("Benefit", exact=True)).to_be_in_viewport(ratio=1)
    assert header.get_by_text("Benefit", exact=True).locator("..").evaluate("(one) => getComputedStyle(one).opacity") == "1"
    header.get_by_role("link", name="Workbook").tap()
    phone.wait_for_url("**/workbook/")
    expect(phone.locator('[data-part="page"]')).to_be_visible()
    assert violations(phone) == []


def test_the_questions_are_one_press_from_the_top(phone: Page) -> None:
    phone.get_by_role("link", name="Go to the questions").tap()
    expect(phone.locator("#benefit-questions")).to_be_in_viewport()
    phone.goto("principles/benefit/#benefit-questions")  # where the printed code leads
    expect(phone.locator("#benefit-worth-spreading-tick")).to_be_in_viewport()


def test_the_card_leads_to_one_question_at_a_time(phone: Page) -> None:
    phone.locator("#benefit-worth-spreading-tick").tap()
    expect(phone.locator('[data-part="status"]')).to_contain_text("Saved in this browser at")
    phone.get_by_role("link", name="One question at a time, in large type").tap()
    view = phone.locator(".app-presenter")
    expect(view.get_by_text("Benefit · question 2 of 10")).to_be_visible()
    assert violations(phone) == []
    view.get_by_role("button", name="Next").tap()
    expect(view.get_by_text("Benefit · question 3 of 10")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_wheel_says_each_principle_in_one_line_where_it_is_pointed_at_or_has_the_focus(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("")
    segment = page.locator('[data-principle="benefit"]')
    says = segment.locator(".app-wheel__says")
    opacity = "(one) => getComputedStyle(one).opacity"
    assert says.evaluate(opacity) == "0"
    segment.get_by_role("link").focus()
    assert says.evaluate(opacity) == "1"
    assert " ".join(says.inner_html().split()).count("<tspan") >= 2
    assert " ".join((says.text_content() or "").split()) == "Start with the benefit, then bring in the innovation"


def test_a_wide_screen_that_only_knows_touch_says_each_principle_in_one_line(context_with: Callable[..., BrowserContext]) -> None:
    page = context_with(viewport={"width": 1024, "height": 768}, is_mobile=True, has_touch=True).new_page()
    page.goto("")
    expect(page.locator('[data-principle="benefit"]')).to_be_visible()
    expect(page.locator(".app-wheel__headline").nth(3)).to_have_text("Start with the benefit, then bring in the innovation")
    expect(page.locator(".app-wheel__headline").nth(3)).to_be_visible()
