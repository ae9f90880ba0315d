"""A checklist, as a reader uses it: tick, leave, come back."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, BrowserType, Page, Route, expect

from .conftest import Server
from .find import find
from .instant import arrive
from .until import until

pytestmark = pytest.mark.theme("none")

BENEFIT = "principles/benefit/"
FIRST = "#benefit-worth-spreading-tick"
SECOND = "#benefit-communicate-why-tick"
SOURCE = (
    "Why is the innovation worth spreading and adopting?",
    "Can you communicate clearly this ‘why’ with others?",
    "Who and how will this innovation provide advantage? And who will lose something?",
    "How and in what way will this innovation meet a local strategic need?",
    "How well understood and agreed are your local needs?",
    "What is the local expectation of benefit from this innovation in your context?",
    "Do you need to reframe the expected benefits for your context?",
    "How will the actual benefit, intended and unintended, be measured?",
    "What evidence is needed to gain commitment?",
    "How will spread and adoption be recognised?",
)


def count(page: Page) -> str:
    """What the checklist says of itself."""
    return page.locator('[data-part="count"]').inner_text()


def test_the_ten_questions_stand_word_for_word_and_in_order_as_names_of_their_boxes(page: Page) -> None:
    page.goto(BENEFIT)
    boxes = page.get_by_role("group", name="Ten questions on benefit").get_by_role("checkbox")
    assert boxes.count() == len(SOURCE)
    for n, question in enumerate(SOURCE):
        expect(boxes.nth(n)).to_have_accessible_name(question)


def test_ticks_are_there_again_after_a_reload(page: Page) -> None:
    page.goto(BENEFIT)
    page.locator(FIRST).check()
    assert count(page) == "1 of 10 discussed"
    page.reload()
    expect(page.locator(FIRST)).to_be_checked()
    expect(page.locator(SECOND)).not_to_be_checked()
    assert count(page) == "1 of 10 discussed"


def test_a_tick_is_stored_even_if_the_reader_leaves_at_once(page: Page) -> None:
    page.goto(BENEFIT)
    page.evaluate(f"""async () => {{
        document.querySelector("{FIRST}").click();
        location.reload();
    }}""")
    page.wait_for_load_state()
    expect(page.locator(FIRST)).to_be_checked()


def test_an_unticked_box_stays_unticked(page: Page) -> None:
    page.goto(BENEFIT)
    page.locator(FIRST).check()
    page.locator(FIRST).uncheck()
    page.reload()
    expect(page.locator(FIRST)).not_to_be_checked()


@pytest.mark.theme("whole")
def test_ticks_survive_instant_navigation_and_the_back_button(page: Page) -> None:
    arrive(page, BENEFIT)
    page.evaluate("window.same = true")
    page.locator(FIRST).check()
    page.get_by_role("link", name="Next: Adaptation").click()
    page.wait_for_url("**/adaptation/")
    assert page.evaluate("window.same"), "the page was loaded anew: instant navigation is off"
    expect(page.locator("#adaptation-questions")).to_be_attached()  # the address changes before the page does
    page.locator("[data-question] > input").first.check()
    assert count(page) == "1 of 10 discussed"
    page.go_back()
    page.wait_for_url("**/benefit/")
    expect(page.locator(FIRST)).to_be_checked()
    page.locator(SECOND).check()
    assert count(page) == "2 of 10 discussed"


def test_two_tabs_show_the_same_ticks_without_a_reload(context: BrowserContext) -> None:
    one, two = context.new_page(), context.new_page()
    for tab in (one, two):
        tab.goto(BENEFIT)
    one.locator(FIRST).check()
    expect(two.locator(FIRST)).to_be_checked()
    two.locator(SECOND).check()
    expect(one.locator(SECOND)).to_be_checked()
    two.locator(FIRST).uncheck()
    expect(one.locator(FIRST)).not_to_be_checked()
    assert count(one) == count(two) == "1 of 10 discussed"


def test_ticks_are_up_to_date_after_the_back_forward_cache(browser_type: BrowserType, site: Server) -> None:
    # Playwright switches this cache off; a reader's browser has it.
    browser = browser_type.launch(executable_path=find(windows=True), ignore_default_args=["--disable-back-forward-cache"])
    # The worker of a first visit takes over the pages that are open, and those in this cache are dropped then.
    context = browser.new_context(base_url=site.url, service_workers="block")
    page, other = context.new_page(), context.new_page()
    page.goto(BENEFIT)
    page.evaluate("window.left = true")
    page.evaluate("location.href = '../../search/search_index.json'")
    page.wait_for_url("**/search_index.json")
    other.goto(BENEFIT)
    other.locator(FIRST).check()
    page.evaluate("history.back()")
    page.wait_for_url("**/benefit/", wait_until="commit")
    expect(page.locator(FIRST)).to_be_checked()
    until(page, "window.left === undefined")  # it came anew, as it would where the browser does not keep pages
    browser.close()


def test_the_whole_checklist_works_from_the_keyboard(page: Page) -> None:
    page.goto(BENEFIT)
    page.locator(FIRST).focus()
    page.keyboard.press("Space")
    expect(page.locator(FIRST)).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#benefit-worth-spreading details")).to_have_attribute("open", "")
    expect(page.locator("#benefit-worth-spreading").get_by_label("What did you say?")).to_be_focused()
    link = page.locator('#benefit-worth-spreading [data-part="link"]')
    stops = 0
    while not link.evaluate("(element) => element === document.activeElement") and stops < 12:
        page.keyboard.press("Tab")
        stops += 1
    assert stops == 8  # the decision's fold, "add an action", "not relevant here", "ask this today", three terms, the link
    page.keyboard.press("Tab")
    expect(page.locator('#benefit-worth-spreading [data-part="improve"]')).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(SECOND)).to_be_focused()


def test_the_count_is_announced_after_a_tick_and_not_before(page: Page) -> None:
    page.goto(BENEFIT)
    announcer = page.locator('[data-part="announcer"]')
    expect(announcer).to_have_attribute("role", "status")
    expect(announcer).to_be_empty()
    page.locator(FIRST).check()
    expect(announcer).to_have_text("1 of 10 discussed")


def test_the_whole_row_ticks_and_is_44_pixels_high(context_with: Callable[..., BrowserContext]) -> None:
    page = context_with(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True).new_page()
    page.goto(BENEFIT)
    for row in page.locator(".app-question__text").all():
        box = row.bounding_box()
        assert box and box["height"] >= 44
    label = page.locator(f'label[for="{FIRST[1:]}"]')
    box = label.bounding_box()
    assert box
    label.tap(position={"x": 5, "y": box["height"] - 5})
    expect(page.locator(FIRST)).to_be_checked()


def test_a_link_leads_to_its_question_and_can_be_copied(context_with: Callable[..., BrowserContext]) -> None:
    page = context_with(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto(f"{BENEFIT}#benefit-evidence")
    expect(page.locator("#benefit-evidence")).to_be_in_viewport()
    page.locator("#benefit-reframe summary").click()
    page.locator("#benefit-reframe").get_by_role("link", name="Link to this question").click()
    expect(page.locator('[data-part="announcer"]')).to_have_text("Link copied")
    assert page.url.endswith("#benefit-reframe")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_without_scripts_the_page_reads_ticks_and_says_that_it_will_not_remember(context_with: Callable[..., BrowserContext]) -> None:
    page = context_with(java_script_enabled=False).new_page()
    page.goto(BENEFIT)
    page.locator(FIRST).check()
    expect(page.locator(FIRST)).to_be_checked()
    assert count(page) == "10 questions"
    expect(page.locator('.app-status [data-part="failed"]')).to_contain_text("nothing stays unless the page calls it saved")
    expect(page.locator('.app-status [data-part="failed"]')).to_be_visible()
    expect(page.locator('[data-part="status"]')).to_be_hidden()
    expect(page.get_by_role("button", name="Clear these ticks")).to_be_hidden()


def test_the_time_is_written_as_the_words_of_the_interface_say(page: Page) -> None:
    def american(route: Route) -> None:
        route.fulfill(body=route.fetch().text().replace('data-locale="en-GB"', 'data-locale="en-US"'), content_type="text/html")

    page.route(f"**/{BENEFIT}", american)
    page.goto(BENEFIT)
    page.locator(FIRST).check()
    expect(page.locator('[data-part="status"]')).to_have_text(re.compile(r"Saved in this browser at \d{1,2}:\d\d\s[AP]M"))
