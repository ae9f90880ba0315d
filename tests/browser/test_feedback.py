"""Ways from a page to the people who keep it: the form for a question, and the address for feedback."""

from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from playwright.sync_api import BrowserContext, Page, expect

from tests.conftest import ROOT

from .conftest import Watch

ISSUES = "https://example.org/issues/new"


@pytest.mark.parametrize(
    ("path", "question"), [("principles/benefit/", "benefit-evidence"), ("principles/networks/", "networks-call-when-stuck")]
)
def test_a_question_leads_to_its_form_with_its_id_filled_in(page: Page, path: str, question: str) -> None:
    page.goto(path)
    row = page.locator(f"#{question}")
    link = row.get_by_role("link", name="Improve this question")
    expect(link).to_be_hidden()  # quiet: it is not in the way of somebody who only wants to tick
    row.locator("summary").click()
    expect(link).to_be_visible()
    address = urlsplit(link.get_attribute("href") or "")
    asked = {name: values[0] for name, values in parse_qs(address.query).items()}
    assert f"{address.scheme}://{address.netloc}{address.path}" == ISSUES
    assert asked["question"] == question
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE" / asked["template"]).read_text(encoding="utf-8"))
    assert "question" in [field.get("id") for field in form["body"]]


def test_the_way_to_the_form_works_from_the_keyboard(page: Page, context: BrowserContext, watch: Watch) -> None:
    context.route(f"{ISSUES}*", lambda route: route.fulfill(body="<title>The form</title>", content_type="text/html"))
    page.goto("principles/benefit/")
    page.locator("#benefit-evidence summary").focus()
    page.keyboard.press("Enter")
    link = page.locator("#benefit-evidence").get_by_role("link", name="Improve this question")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{ISSUES}?*")
    expect(page).to_have_title("The form")
    watch.seen.clear()  # the form is on another host, and the reader asked for it
