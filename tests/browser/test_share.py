"""Hand over by link or code: made on the workbook page, copied, sent, shown as a code, printed, or as a file where it is too much."""

from collections.abc import Callable
from typing import Any

import pytest
import zxingcpp
from playwright.sync_api import BrowserContext, Locator, Page, Request, expect

from .conftest import Server, Watch
from .printed import QR, printing, settle, shot
from .reused import PLAIN
from .test_handout import LISTS, SLUGS
from .test_imports import HOSTILE, PREFIX
from .test_pages import violations
from .until import until

pytestmark = pytest.mark.theme("none")

ABOUT = {
    "title": "Remote monitoring of heart failure",
    "purpose": "Decide whether we start in January",
    "setting": "Ward 4",
    "date": "2026-12-03",
}
STORE = """([prefix, all]) => {
    for (const [key, value] of Object.entries(all)) localStorage.setItem(prefix + key, typeof value === "string" ? value : JSON.stringify(value));
}"""
IDS = [question.id for slug in SLUGS for question in LISTS[slug].questions]


def workshop(page: Page) -> list[str]:
    """A workbook of a group, with five questions for today; their ids."""
    today = [IDS[n] for n in (0, 11, 23, 35, 44)]
    about: dict[str, Any] = {**ABOUT, "group": "Table 2", "people": "Ana", "today": today, "created": "2026-11-02T09:00:00Z"}
    said = {"status": "discussed", "note": HOSTILE, "edits": {"status": [1, "ta"], "note": [2, "ta"]}}
    workbook = {**about, "edits": {name: [1, "ta"] for name in about}}
    records = {"current": "wours", "workbook:wours": workbook, f"answer:wours:{IDS[0]}": said}
    page.goto(PLAIN)
    page.evaluate(STORE, [PREFIX, records])
    page.goto("workbook/")
    settle(page)
    return today


def part(page: Page) -> Locator:
    """Where links are made."""
    return page.locator('[data-part="share"]')


def made(page: Page, name: str) -> str:
    """The link that a button makes."""
    part(page).get_by_role("button", name=name).press("Enter")
    expect(part(page).locator('[data-part="link-said"]')).to_contain_text("The link is below.")
    return part(page).get_by_label("The link", exact=True).input_value()


def test_the_code_on_the_screen_and_on_paper_leads_to_the_link(page: Page) -> None:
    workshop(page)
    fetched: list[str] = []

    def note(request: Request) -> None:
        fetched.append(request.url)

    page.on("request", note)
    link = made(page, "Link to what is prepared")
    assert [one for one in fetched if "code-" in one], "what draws a code comes with the press that asks for one"
    code = part(page).get_by_role("img", name="Code of the link to “Remote monitoring of heart failure · Table 2”")
    [there] = zxingcpp.read_barcodes(shot(code), formats=QR)
    assert there.text == link
    assert violations(page) == []
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme, forced_colors="active")
        assert zxingcpp.read_barcodes(shot(code), formats=QR)[0].text == link
    page.emulate_media(color_scheme="light", forced_colors="none")
    paper = printing(page)
    assert link in [text for n in range(len(paper.sheets)) for text in paper.codes(n)]
    assert "Scan this to open" in paper.body
    assert "Copy the link" not in paper.body
    assert "Hand this workbook over" not in paper.body


def test_a_part_without_a_code_is_not_printed(page: Page) -> None:
    workshop(page)
    assert "Share" not in printing(page).body


def test_what_is_too_much_for_a_code_is_offered_as_a_file(page: Page) -> None:
    workshop(page)
    page.evaluate(
        "([key, text]) => localStorage.setItem(key, text)",
        [f"{PREFIX}answer:wours:benefit-evidence", f'{{"note": "{" ".join(map(str, range(900)))}", "edits": {{"note": [1, "ta"]}}}}'],
    )
    page.reload()
    settle(page)
    made(page, "Link with our answers")
    expect(part(page)).to_contain_text("too much for a code")
    expect(part(page).get_by_role("img")).to_have_count(0)
    with page.expect_download() as download:
        part(page).get_by_role("button", name="This workbook as a file").press("Enter")
    expect(part(page)).to_contain_text(f"Look for {download.value.suggested_filename}")
    page.evaluate(
        """(key) => {
            const noise = Array.from({ length: 120_000 }, () => String.fromCharCode(33 + Math.random() * 90)).join("");
            localStorage.setItem(key, JSON.stringify({ note: noise, edits: { note: [1, "ta"] } }));
        }""",
        f"{PREFIX}answer:wours:benefit-evidence",
    )
    page.reload()
    settle(page)
    part(page).get_by_role("button", name="Link with our answers").press("Enter")
    expect(part(page).get_by_text("This is too much for a link.")).to_be_visible()
    expect(part(page).get_by_label("The link", exact=True)).to_be_hidden()


def test_with_nothing_to_hand_over_a_sentence_says_so(page: Page) -> None:
    page.goto("workbook/")
    settle(page)
    part(page).get_by_role("button", name="Link to what is prepared").press("Enter")
    expect(part(page)).to_contain_text("Nothing is prepared yet.")
    part(page).get_by_role("button", name="Link with our answers").press("Enter")
    expect(part(page)).to_contain_text("There are no answers in this workbook yet.")
    expect(part(page).get_by_label("The link", exact=True)).to_be_hidden()


def test_the_link_is_copied_or_selected_or_shared(page: Page, context_with: Callable[..., BrowserContext]) -> None:
    able = context_with(permissions=["clipboard-read", "clipboard-write"]).new_page()
    able.add_init_script("navigator.share = async ({ url }) => { window.shared = url; }")
    workshop(able)
    link = made(able, "Link to what is prepared")
    part(able).get_by_role("button", name="Copy the link").press("Enter")
    expect(part(able)).to_contain_text("The link is on the clipboard.")
    assert able.evaluate("() => navigator.clipboard.readText()") == link
    part(able).get_by_role("button", name="Send the link").press("Enter")
    until(able, "(link) => window.shared === link", link)

    page.add_init_script(
        'Clipboard.prototype.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError")); delete Navigator.prototype.share'
    )
    workshop(page)
    link = made(page, "Link to what is prepared")
    expect(part(page).get_by_role("button", name="Send the link")).to_have_count(0)
    part(page).get_by_role("button", name="Copy the link").press("Enter")
    expect(part(page)).to_contain_text("The link is selected below")
    field = part(page).get_by_label("The link", exact=True)
    expect(field).to_be_focused()
    assert field.evaluate("(one) => one.value.slice(one.selectionStart, one.selectionEnd)") == link


def test_where_the_code_does_not_come_the_link_works_without_it(page: Page, watch: Watch) -> None:
    page.route("**/code-*.js", lambda route: route.abort())
    workshop(page)
    made(page, "Link to what is prepared")
    expect(part(page)).to_contain_text("The part that draws the code could not be fetched.")
    watch.seen.clear()


@pytest.mark.parametrize("size", [{"width": 320, "height": 568}, {"width": 390, "height": 844}])
def test_on_a_phone_nothing_is_wider_than_the_screen(context_with: Callable[..., BrowserContext], site: Server, size: Any) -> None:
    page = context_with(viewport=size).new_page()
    workshop(page)
    link = made(page, "Link with our answers")
    assert link.startswith(site.url)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= size["width"]
    [there] = zxingcpp.read_barcodes(shot(part(page).get_by_role("img")), formats=QR)
    assert there.text == link
    assert violations(page) == []
