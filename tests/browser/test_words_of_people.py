"""What people write, at its worst: an address without an end, another direction, sixty lines; and acts that leave the page still."""

import json

import pytest
from playwright.sync_api import Page, expect

from .printed import printing, settle
from .test_removal import PREFIX, keep

pytestmark = pytest.mark.theme("none")

BENEFIT = "principles/benefit/"
LONG = "https://example.org/" + "a" * 280
ARABIC = "ساعة لكل ممرضة (HEAT) كل يوم."


def write(page: Page, text: str, lines: str = "") -> None:
    """One text in each place where people write."""
    page.goto("workbook/", wait_until="networkidle")
    for label in ("Title (the innovation)", "Setting", "People", "Facilitator"):
        page.get_by_role("textbox", name=label, exact=True).fill(text)
    page.goto(BENEFIT, wait_until="networkidle")
    page.locator("#benefit-worth-spreading summary").click()
    row = page.locator("#benefit-worth-spreading")
    row.get_by_label("What did you say?").fill(lines or text)
    row.get_by_role("button", name="Add an action").click()
    row.get_by_role("textbox", name="Action, action 1").fill(text)
    row.get_by_label("Who, action 1").fill(text)
    page.locator("#benefit-communicate-why summary").click()
    page.locator("#benefit-communicate-why").get_by_label("Not relevant here").check()
    page.locator("#benefit-communicate-why").get_by_label("Why not here?").fill(text)


def across(page: Page, selector: str = "html") -> bool:
    """Whether something scrolls sideways."""
    found: bool = page.locator(selector).first.evaluate("(one) => one.scrollWidth > one.clientWidth + 1")
    return found


@pytest.mark.parametrize("size", [(320, 568), (390, 844), (844, 390), (640, 360), (1280, 720)])
def test_a_word_without_an_end_never_scrolls_sideways_nor_hides_the_way_on(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    write(page, LONG, f"{LONG}\n" * 30)
    assert not across(page)
    page.locator("#benefit-worth-spreading summary").click()
    assert not across(page)
    for path in ("handout/", "workbook/"):
        page.goto(path, wait_until="networkidle")
        settle(page)
        assert not across(page)
    page.get_by_role("button", name="All workbooks").click()
    assert not across(page, 'dialog[data-part="switcher"]')
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Show in large type").click()
    view = page.locator(".app-presenter")
    view.get_by_label("Checklist").select_option("Benefit")
    for part in (".app-presenter", ".app-presenter__middle", ".app-presenter__bar", ".app-presenter__turn"):
        assert not across(page, part)
    for name in ("Next", "Previous", "Close"):
        expect(view.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)
    view.get_by_label("Who, action 1").scroll_into_view_if_needed()
    for name in ("Next", "Close"):
        expect(view.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)


def test_words_of_another_direction_stand_in_it(page: Page) -> None:
    write(page, ARABIC)
    ways = """(text) => [...document.querySelectorAll("input, textarea, main *")]
        .filter((one) => ((typeof one.value === "string" ? one.value : one.children.length ? "" : one.textContent)).trim() === text && getComputedStyle(one).direction !== "rtl").map((one) => one.outerHTML)"""
    for path in (BENEFIT, "workbook/", "handout/"):
        page.goto(path, wait_until="networkidle")
        settle(page)
        assert page.get_by_text(ARABIC).count() > 0
        assert page.evaluate(ways, ARABIC) == []
    page.goto(BENEFIT, wait_until="networkidle")
    page.locator("#benefit-worth-spreading summary").click()
    expect(page.locator("#benefit-worth-spreading").get_by_label("Who, action 1")).to_have_value(ARABIC)
    assert page.evaluate(ways, ARABIC) == []


def test_a_copied_link_is_the_clean_one(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for address in (f"{BENEFIT}?fbclid=IwAR0&h=spread#:~:text=innovation", f"{BENEFIT}index.html?utm_source=mail#benefit-communicate-why"):
        page.goto(address, wait_until="networkidle")
        page.locator("#benefit-communicate-why summary").click()
        page.locator("#benefit-communicate-why").get_by_role("link", name="Link to this question").click()
        expect(page.locator('[data-part="announcer"]')).to_have_text("Link copied")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.endswith(f"/guide/{BENEFIT}#benefit-communicate-why"), copied
    page.get_by_role("link", name="Next: Adaptation").click()
    page.wait_for_url("**/adaptation/**")
    row = page.locator("[data-question]").first
    row.locator("summary").click()
    row.get_by_role("link", name="Link to this question").click()
    expect(page.locator('[data-part="announcer"]')).to_have_text("Link copied")
    assert "/principles/adaptation/#adaptation-" in page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("sort", ["date", "person"])
def test_an_action_that_is_done_stays_where_it_is(page: Page, sort: str) -> None:
    page.goto(BENEFIT, wait_until="networkidle")
    page.locator("#benefit-worth-spreading summary").click()
    row = page.locator("#benefit-worth-spreading")
    for n in range(1, 9):
        row.get_by_role("button", name="Add an action").click()
        row.get_by_role("textbox", name=f"Action, action {n},").fill(f"Step {n}")
        row.get_by_label(f"Who, action {n},").fill("ABCDEFGH"[n - 1])
    page.goto("workbook/", wait_until="networkidle")
    page.get_by_label("Sort actions by").select_option(sort)
    box = page.get_by_role("checkbox", name="Done: Step 1")
    box.scroll_into_view_if_needed()
    before = box.bounding_box(), page.locator(".app-todo__item").all_inner_texts()
    for _ in range(2):
        box.press("Space")
        page.wait_for_timeout(300)
        assert (box.bounding_box(), page.locator(".app-todo__item").all_inner_texts()) == before
    box.check()
    page.reload(wait_until="networkidle")  # and sorted when the page is opened again
    expect(page.locator(".app-todo__item").last).to_contain_text("Step 1")


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("path", [BENEFIT, "workbook/"])
def test_a_long_answer_leaves_no_sheet_with_a_title_alone(page: Page, path: str, paper: str) -> None:
    write(page, "Falls clinic", "\n".join(f"Line {n} of what was said." for n in range(60)))
    page.goto(path, wait_until="networkidle")
    settle(page)
    sheets = printing(page, paper).sheets
    first = next(n for n, sheet in enumerate(sheets) if "Line 0 of" in sheet.body)
    asked = "Why is the innovation worth spreading and adopting?"
    assert asked in sheets[first].body
    for sheet in sheets[:-1]:  # a table that stays whole may leave a third of one free
        assert sheet.fill > 0.65, [round(one.fill, 2) for one in sheets]


def test_an_action_stays_under_the_hands_of_whoever_writes_in_it(page: Page) -> None:
    acts = [
        {"id": f"a{n}", "what": f"Call ward {n}", "who": who, "edits": {"what": [1, "t"]}}
        for n, who in enumerate(["Ana", "Ben", "Ana", ""])
    ]
    keep(page, {f"{PREFIX}current": "first", f"{PREFIX}answer:first:in-general": json.dumps({"actions": acts, "edits": {}})})
    page.get_by_label("Actions of").select_option("Ana")
    todo = page.locator(".app-todo__item")
    expect(todo).to_have_count(2)
    todo.nth(1).locator("summary").click()
    who = todo.nth(1).locator('[data-change="who"]')
    who.press("End")
    who.press_sequentially("bel")
    expect(who).to_be_focused()
    expect(who).to_have_value("Anabel")  # she is another person with the first letter
    assert page.get_by_label("Actions of").input_value() == "Ana"
    page.get_by_label("Actions of").select_option("")
    last = page.locator(".app-todo__item", has_text="Call ward 3")
    last.locator("summary").click()
    what = page.locator('.app-todo__item[data-id="a3"] [data-change="what"]')
    places = [one.get_attribute("data-id") for one in todo.all()]
    what.press("Control+A")
    what.press("Delete")  # now it says nothing at all
    what.press_sequentially("Ask the board")
    expect(what).to_have_value("Ask the board")
    assert [one.get_attribute("data-id") for one in todo.all()] == places
