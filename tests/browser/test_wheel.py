"""The wheel on the first page: a way in first, a picture of progress second."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from .instant import arrive

NAMES = ["Complexity", "Leadership", "Individual", "Benefit", "Adaptation", "Networks", "Learning"]


def picture(page: Page) -> Locator:
    return page.get_by_role("group", name="The seven principles")


def test_before_anything_is_discussed_it_says_how_many_questions_there_are(page: Page) -> None:
    page.goto("")
    links = picture(page).get_by_role("listitem").get_by_role("link")
    assert links.count() == 7
    for name, link in zip(NAMES, links.all(), strict=True):
        expect(link).to_contain_text(name)
        expect(link).to_contain_text("10 questions")
    expect(picture(page)).to_contain_text("70 questions")


def test_it_shows_what_was_discussed_and_what_is_not_relevant(page: Page) -> None:
    page.goto("principles/benefit/")
    for box in page.locator("[data-question] > input").all()[:3]:
        box.check()
    page.goto("")
    expect(picture(page).get_by_role("link", name="Benefit")).to_contain_text("3 of 10")
    expect(picture(page).get_by_role("link", name="Learning")).to_contain_text("0 of 10")
    expect(picture(page)).to_contain_text("3 of 70 discussed")
    radius = picture(page).locator('[data-principle="benefit"] [data-part="discussed"]').get_attribute("r")
    inner, outer = (float(picture(page).get_attribute(f"data-{name}") or 0) for name in ("inner", "outer"))
    assert float(radius or 0) == pytest.approx(inner + 0.3 * (outer - inner), abs=0.1)


def test_what_is_not_relevant_grows_from_the_outside(page: Page) -> None:
    page.goto("")
    page.evaluate(
        """() => {
            const { questions } = document.querySelector('[data-principle="benefit"]').dataset;
            for (const id of questions.split(" ").slice(0, 5)) {
                localStorage.setItem(`${window.guide.prefix}answer:first:${id}`, JSON.stringify({ status: "not-relevant", edits: { status: [1, "a"] } }));
            }
        }"""
    )
    page.reload()
    segment = picture(page).locator('[data-principle="benefit"]')
    expect(segment).to_contain_text("0 of 5")
    ring = segment.locator('[data-part="not-relevant"]')
    inner, outer = (float(picture(page).get_attribute(f"data-{name}") or 0) for name in ("inner", "outer"))
    half = (outer - inner) / 2
    assert [float(ring.get_attribute(name) or 0) for name in ("r", "stroke-width")] == pytest.approx([outer - half / 2, half], abs=0.1)


def test_it_follows_what_another_tab_does(context: BrowserContext) -> None:
    home, other = context.new_page(), context.new_page()
    home.goto("")
    other.goto("principles/networks/")
    other.locator("[data-question] > input").first.check()
    expect(picture(home).get_by_role("link", name="Networks")).to_contain_text("1 of 10")
    other.locator("[data-question] > input").first.uncheck()
    expect(picture(home).get_by_role("link", name="Networks")).to_contain_text("10 questions")


def test_each_link_is_met_once_by_keyboard_and_leads_to_its_page(page: Page) -> None:
    page.goto("")
    met: list[str] = []
    for _ in range(60):
        page.keyboard.press("Tab")
        met += page.evaluate("[...document.querySelectorAll('.app-wheel a:focus .app-wheel__name')].map((name) => name.textContent)")
    assert met == NAMES
    picture(page).get_by_role("link", name="Benefit").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/principles/benefit/")


def test_on_a_phone_it_is_a_list_with_the_same_links_and_the_same_counts(context_with: Callable[..., BrowserContext]) -> None:
    page = context_with(viewport={"width": 320, "height": 640}).new_page()
    page.goto("principles/benefit/")
    page.locator("[data-question] > input").first.check()
    page.goto("")
    expect(picture(page)).to_be_hidden()
    entries = page.locator(".app-wheel__list").get_by_role("listitem")
    assert entries.get_by_role("link").all_inner_texts() == NAMES
    expect(entries.nth(3)).to_contain_text("1 of 10")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_scripts_it_is_a_picture_of_links(context_with: Callable[..., BrowserContext]) -> None:
    page = context_with(java_script_enabled=False).new_page()
    page.goto("")
    picture(page).get_by_role("link", name="Learning").click()
    page.wait_for_url("**/principles/learning/")


def test_instant_navigation_still_works_from_the_first_page(page: Page) -> None:
    arrive(page, "")
    page.evaluate("window.sameDocument = true")
    page.get_by_role("navigation", name="Navigation").get_by_role("link", name="About", exact=True).click()
    expect(page.get_by_role("heading", name="About this guide")).to_be_visible()
    page.go_back()
    expect(picture(page)).to_be_visible()
    assert page.evaluate("window.sameDocument") is True


def test_what_is_not_relevant_is_no_part_of_the_whole_and_all_of_it_is_not_none_of_it(page: Page) -> None:
    page.goto("workbook/")
    page.evaluate(
        """(prefix) => {
        localStorage.setItem(`${prefix}current`, "w1");
        for (const { dataset } of document.querySelectorAll('[data-open-in="benefit"] [data-asked], [data-open-in="networks"] li:first-child'))
            localStorage.setItem(`${prefix}answer:w1:${dataset.asked}`, '{"status":"not-relevant","edits":{"status":[1,"t1"]}}');
    }""",
        "spread-guide:/guide/:2:",
    )
    page.goto("")
    expect(picture(page).get_by_role("link", name="Benefit")).to_contain_text("not relevant")
    expect(picture(page).get_by_role("link", name="Networks")).to_contain_text("0 of 9")
    expect(picture(page)).to_contain_text("0 of 59 discussed")
