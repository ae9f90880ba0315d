"""A participant's way: scan, see the question, mark, send back by link; and what the facilitator sees of it."""

import json
from collections.abc import Callable
from typing import Any

import pytest
import zxingcpp
from playwright.sync_api import BrowserContext, Page, expect

from .conftest import Watch
from .printed import QR, settle, shot
from .test_imports import PREFIX, stored
from .test_pages import violations
from .test_sort import LATER, MARKS, NOW, ask, back, begin, follow, give, part, rows, sorting
from .until import until

pytestmark = pytest.mark.theme("none")

SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}  # bytes a second: poor reception
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
BLOCKED = 'Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } })'


def test_from_the_code_to_the_first_mark_in_four_presses_on_a_slow_phone_and_back(
    page: Page, context_with: Callable[..., BrowserContext]
) -> None:
    begin(page)
    link = ask(page)
    [there] = zxingcpp.read_barcodes(shot(part(page).get_by_role("img")), formats=QR)
    assert there.text == link
    phone = context_with(**PHONE).new_page()
    phone.add_init_script("navigator.share = async ({ url }) => { window.shared = url; }")
    phone.context.new_cdp_session(phone).send("Network.emulateNetworkConditions", SLOW)
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    presses = 1  # on what the camera shows
    phone.goto(there.text)
    expect(sorting(phone)).to_contain_text("For “Falls clinic · Night staff”")
    assert not [key for key in stored(phone) if ":marks:" in key], "nothing happens by itself"
    assert violations(phone) == []
    presses += 1
    sorting(phone).get_by_role("button", name="Start", exact=True).tap()
    question = sorting(phone).get_by_role("heading", level=2)
    expect(question).to_be_focused()
    expect(question).to_have_text(page.locator('[data-open-in="benefit"] [data-asked] a').first.text_content() or "")
    assert violations(phone, "dialog[open]") == []
    presses += 1
    sorting(phone).get_by_role("button", name=NOW).tap()
    expect(sorting(phone).get_by_text("Question 2 of 10", exact=True)).to_be_visible()
    assert presses <= 4
    [sheet] = [json.loads(text) for key, text in stored(phone).items() if ":marks:wone:p" in key]
    assert [mark for mark, _ in sheet["marks"].values()] == ["now"]
    for n in range(1, 10):
        expect(sorting(phone).get_by_text(f"Question {n + 1} of 10", exact=True)).to_be_visible()
        sorting(phone).get_by_role("button", name=MARKS[n % 5]).tap()
    expect(sorting(phone).get_by_role("heading", name="You marked 10 of 10.")).to_be_focused()
    link = back(phone)
    assert len(link.partition("#")[2]) <= 400
    assert zxingcpp.read_barcodes(shot(sorting(phone).get_by_role("img")), formats=QR)[0].text == link
    sorting(phone).get_by_role("button", name="Send the link").tap()
    until(phone, "(link) => window.shared === link", link)
    assert violations(phone, "dialog[open]") == []
    assert phone.evaluate("() => document.documentElement.scrollWidth") <= 390
    assert not [one for one in asked if link[-30:] in one or there.text[-30:] in one], "what is behind # is sent nowhere"
    assert not [key for key in stored(phone) if ":answer:" in key]


def test_marks_that_come_back_are_shown_first_and_whoever_sends_again_is_brought_up_to_date(
    page: Page, context_with: Callable[..., BrowserContext]
) -> None:
    begin(page)
    phone = context_with(**PHONE).new_page()
    phone.goto(ask(page))
    give(phone, [MARKS[n % 5] for n in range(10)])
    link = back(phone)
    before = stored(page)

    box = follow(page, link)
    expect(box).to_contain_text("For “Falls clinic · Night staff”: people 1, questions 10.")
    expect(box).to_contain_text("New: 1. Brought up to date: 0.")
    assert stored(page) == before
    assert violations(page, "dialog[open]") == []
    box.get_by_role("button", name="Add these marks").press("Enter")
    expect(page.locator('[data-part="happened"]')).to_contain_text("The marks are in the silent sort below.")
    expect(part(page)).to_contain_text("People who marked: 1. Questions with marks: 10.")
    assert not [key for key in stored(page) if ":answer:" in key], "marks are no answers"

    sorting(phone).get_by_role("button", name="Look at them again").tap()  # the same person, later
    expect(sorting(phone).get_by_role("button", name=NOW)).to_have_attribute("aria-pressed", "true")
    sorting(phone).get_by_role("button", name=LATER).tap()
    sorting(phone).get_by_role("button", name="Stop here").tap()
    until(phone, "(old) => document.querySelector('dialog[open] [data-part=\"link-text\"]').value !== old", link)
    box = follow(page, back(phone))
    expect(box).to_contain_text("New: 0. Brought up to date: 1.")
    box.get_by_role("button", name="Add these marks").press("Enter")
    expect(part(page)).to_contain_text("People who marked: 1. Questions with marks: 10.")
    assert rows(page)[0][1:] == ["0", "0", "1", "0", "0"]
    page.locator('[data-part="undo-file"]').press("Enter")
    expect(page.locator('[data-part="happened"]')).to_have_text("The marks are what they were before.")
    assert rows(page)[0][1:] == ["1", "0", "0", "0", "0"]
    box = follow(page, link)
    expect(box).to_contain_text("All of this is here already.")
    expect(box.get_by_role("button")).to_have_text(["Cancel"])


def test_a_link_that_is_damaged_newer_or_for_somebody_else_says_so_and_does_nothing(
    page: Page, context_with: Callable[..., BrowserContext]
) -> None:
    begin(page)
    link = ask(page)
    phone = context_with(**PHONE).new_page()
    phone.goto(link)
    sorting(phone).get_by_role("button", name="Not now").tap()
    expect(sorting(phone)).to_be_hidden()
    assert "#" not in phone.url
    phone.reload()
    settle(phone)
    expect(sorting(phone)).to_be_hidden()
    assert not [key for key in stored(phone) if ":marks:" in key]
    behind = link.partition("#")[2]
    said = phone.locator('[data-part="happened"]')
    for wrong, text in (
        (behind[:30] + ("A" if behind[30] != "A" else "B") + behind[31:], "This link is damaged"),
        ("share=1z" + "A" * 1_000_000, "longer than any"),
    ):
        phone.evaluate("(hash) => { location.hash = hash; }", wrong)
        expect(said).to_contain_text(text)
        expect(sorting(phone)).to_be_hidden()
    phone.evaluate("(hash) => { location.hash = hash; }", behind)
    give(phone, [NOW])
    sorting(phone).get_by_role("button", name="Stop here").tap()
    reply = back(phone)
    sorting(phone).get_by_role("button", name="Done").tap()
    expect(part(phone)).to_contain_text("1 of 10 marked")
    part(phone).get_by_role("button", name="Go on: Falls clinic · Night staff").tap()
    sorting(phone).get_by_role("button", name="Start", exact=True).tap()
    expect(sorting(phone)).to_contain_text("Question 2 of 10")

    stranger = context_with().new_page()
    box = follow(stranger, reply)
    expect(box).to_contain_text("whose workbook is not in this browser: people 1.")
    expect(box.get_by_role("button")).to_have_text(["Cancel"])


def test_where_nothing_may_be_stored_or_a_part_does_not_come_it_is_said(
    page: Page, context_with: Callable[..., BrowserContext], watch: Watch
) -> None:
    begin(page)
    link = ask(page)
    private = context_with().new_page()
    private.add_init_script(BLOCKED)
    private.goto(link)
    give(private, [NOW] * 10)
    expect(sorting(private)).to_contain_text("Send them, or take them away as a file, before you leave this page.")
    box = follow(page, back(private))
    expect(box).to_contain_text("people 1, questions 10.")

    poor = context_with().new_page()
    poor.route("**/sorting-*.js", lambda route: route.abort())
    poor.goto(link)
    expect(poor.locator('[data-part="happened"]')).to_contain_text("That could not be fetched.")
    watch.seen.clear()


def test_hostile_text_in_an_invitation_is_text(page: Page, context_with: Callable[..., BrowserContext]) -> None:
    begin(page)
    other = context_with().new_page()
    for hostile in ("<img src=x onerror=alert(1)>", "\u202eevil {name} {0}"):
        page.evaluate(
            "([key, title]) => localStorage.setItem(key, JSON.stringify({ title, edits: {} }))", [f"{PREFIX}workbook:wone", hostile]
        )
        page.reload()
        settle(page)
        link = ask(page)
        other.goto("about:blank")
        other.goto(link)
        expect(sorting(other)).to_contain_text(f"For “{hostile}”")
        assert other.locator("dialog img[src=x]").count() == 0
