"""Opening a link that carries a workbook: it shows what is in it and asks. A link never does anything."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from .conftest import Watch
from .printed import settle
from .test_imports import HOSTILE, PREFIX, mine, notes, stored
from .test_pages import violations
from .test_share import made, part, workshop

pytestmark = pytest.mark.theme("none")


def dialog(page: Page, name: str) -> Locator:
    """The dialog that shows what is in a link."""
    return page.get_by_role("dialog", name=name)


def test_what_is_prepared_is_handed_to_another_browser_as_a_workbook_of_its_own(
    page: Page, context_with: Callable[..., BrowserContext]
) -> None:
    today = workshop(page)
    link = made(page, "Link to what is prepared")
    address, _, behind = link.partition("#")
    assert address == page.url
    assert len(behind) <= 400
    assert len(stored(page)) and "origin" not in stored(page)[f"{PREFIX}workbook:wours"]

    other = context_with().new_page()
    asked: list[str] = []
    other.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    mine(other)
    before = stored(other)
    other.goto("about:blank")
    other.goto(link)
    box = dialog(other, "What somebody prepared for you")
    expect(box).to_contain_text("Remote monitoring of heart failure")
    expect(box).to_contain_text("3 December 2026")
    expect(box).to_contain_text("Ward 4")
    expect(box).to_contain_text("Decide whether we start in January")
    expect(box.locator('[data-part="preview-questions"] li')).to_have_count(5)
    expect(box).not_to_contain_text("Ana")
    expect(box.get_by_role("button")).to_have_text(["Add as a new workbook", "Cancel"])
    assert other.url == address
    assert stored(other) == before
    assert violations(other) == []
    box.get_by_role("button", name="Add as a new workbook").press("Enter")
    expect(other.locator('[data-part="happened"]')).to_have_text("A new workbook with what was prepared is open now. You can undo it.")
    expect(other.locator("#this-workbook")).to_have_text("Remote monitoring of heart failure")
    after = stored(other)
    current = after[f"{PREFIX}current"]
    about = other.evaluate("(text) => JSON.parse(text)", after[f"{PREFIX}workbook:{current}"])
    assert current not in {"wme", "wours"}
    assert about["from"] == "wours"
    assert about["today"] == today
    assert about.keys().isdisjoint({"origin", "people", "group"})
    assert not [key for key in after if f":answer:{current}:" in key]
    assert before.items() - {(f"{PREFIX}current", "wme")} <= after.items()
    assert not [one for one in asked if behind[10:40] in one], "what is behind # is sent nowhere"


def test_what_a_group_said_names_its_group_and_its_day_and_comes_up_to_date_later(
    page: Page, context_with: Callable[..., BrowserContext]
) -> None:
    workshop(page)
    link = made(page, "Link with our answers")
    other = context_with().new_page()
    mine(other)
    other.goto("about:blank")
    other.goto(link)
    box = dialog(other, "What is in the link")
    for text in ("Remote monitoring of heart failure", "Table 2", "Ana", "3 December 2026", "1 discussed, 1 with a note"):
        expect(box).to_contain_text(text)
    box.get_by_role("button", name="Add as a new workbook").press("Enter")
    expect(other.locator('[data-part="happened"]')).to_have_text("The workbook from the link is open now. You can undo it.")
    expect(notes(other)).to_have_text([HOSTILE])

    page.locator('[data-part="fields"] > summary').click()
    page.get_by_role("textbox", name="Setting").fill("Ward 9")
    expect(part(page).get_by_text("You have changed something since.")).to_be_visible()
    other.evaluate("(hash) => { location.hash = hash; }", made(page, "Link with our answers").partition("#")[2])
    expect(box).to_contain_text("is here already as “Remote monitoring of heart failure · Table 2”")
    box.get_by_role("button", name="Bring up to date what is here already").press("Enter")
    expect(other.locator('[data-part="meta"]')).to_contain_text("Ward 9")
    other.locator('[data-part="undo-file"]').press("Enter")
    expect(other.locator('[data-part="meta"]')).to_contain_text("Ward 4")


def test_no_and_a_reload_do_nothing(page: Page, context_with: Callable[..., BrowserContext]) -> None:
    workshop(page)
    link = made(page, "Link with our answers")
    other = context_with().new_page()
    mine(other)
    before = stored(other)
    other.evaluate("(hash) => { location.hash = hash; }", link.partition("#")[2])
    box = dialog(other, "What is in the link")
    expect(box).to_be_visible()
    assert other.url == link.partition("#")[0]
    other.keyboard.press("Escape")
    expect(box).to_be_hidden()
    assert stored(other) == before
    other.reload()
    settle(other)
    expect(other.locator("#this-workbook")).to_have_text("Ours")
    expect(other.locator('dialog[data-part="preview"]')).to_be_hidden()
    assert stored(other) == before


def test_what_is_wrong_with_a_link_is_said_in_one_sentence_at_the_top(page: Page) -> None:
    workshop(page)
    behind = made(page, "Link to what is prepared").partition("#")[2]
    said = page.locator('[data-part="happened"]')
    for wrong, text in (
        (behind[:40] + ("A" if behind[40] != "A" else "B") + behind[41:], "This link is damaged"),
        ("share=", "There is nothing in this link."),
        ("share=1z" + "A" * 1_000_000, "longer than any that is made here"),
    ):
        page.evaluate("(hash) => { location.hash = hash; }", wrong)
        expect(said).to_contain_text(text)
        assert "#" not in page.url
        expect(page.locator('dialog[data-part="preview"]')).to_be_hidden()


def test_on_other_pages_a_link_does_nothing_and_movement_stays_what_it_was(page: Page, watch: Watch) -> None:
    workshop(page)
    behind = made(page, "Link to what is prepared").partition("#")[2]
    before = stored(page)
    page.goto(f"principles/benefit/#{behind}")
    page.locator('[data-question] input[type="checkbox"]').first.wait_for()
    assert page.locator("dialog[open]").count() == 0
    assert stored(page) == before
    page.get_by_role("link", name="Workbook").first.click()
    settle(page)
    expect(page.locator('dialog[data-part="preview"]')).to_be_hidden()
    page.go_back()
    page.locator('[data-question] input[type="checkbox"]').first.wait_for()
    assert watch.seen == []


def test_where_nothing_may_be_stored_a_link_is_shown_and_nothing_is_claimed(
    page: Page, context_with: Callable[..., BrowserContext]
) -> None:
    workshop(page)
    link = made(page, "Link with our answers")
    other = context_with().new_page()
    other.add_init_script('Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } })')
    other.goto(link)
    box = dialog(other, "What is in the link")
    expect(box).to_contain_text("Table 2")
    box.get_by_role("button", name="Add as a new workbook").press("Enter")
    expect(box.get_by_role("status")).not_to_be_empty()
    expect(box).to_be_visible()
    box.get_by_role("button", name="Cancel").press("Enter")
    other.locator('[data-part="fields"]').evaluate("(one) => { one.open = true; }")
    other.get_by_label("Title (the innovation)").fill("Only in memory")
    other.keyboard.press("Tab")
    behind = made(other, "Link to what is prepared").partition("#")[2]
    other.evaluate("(hash) => { location.hash = hash; }", behind)
    expect(dialog(other, "What somebody prepared for you")).to_contain_text("Only in memory")
