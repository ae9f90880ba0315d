"""Minutes that are sent: on the clipboard as rich and as plain text, by hand where it is refused, and as a Word document."""

import gzip
from collections.abc import Callable

import docx
import pytest
from playwright.sync_api import BrowserContext, Page, Response, expect

from .conftest import Watch

pytestmark = pytest.mark.theme("none")

CLIPBOARD = """async () => {
    const [item] = await navigator.clipboard.read();
    const text = async (type) => (await item.getType(type)).text();
    return { html: await text("text/html"), text: await text("text/plain") };
}"""


def workbook(page: Page) -> None:
    """A workbook with a title and one action."""
    page.goto("workbook/")
    page.get_by_label("Title (the innovation)").fill("Falls <clinic> & team")
    page.locator('[data-part="general"] > summary').click()
    page.locator('[data-part="general"]').get_by_role("button", name="Add an action").click()
    page.keyboard.type("Ask three nurses")


def test_rich_and_plain_text_are_on_the_clipboard(context_with: Callable[..., BrowserContext]) -> None:
    page = context_with(permissions=["clipboard-read", "clipboard-write"]).new_page()
    workbook(page)
    page.locator('[data-part="send"]').get_by_role("button", name="Copy for an email").press("Enter")
    expect(page.locator('[data-part="send"] [data-part="sent"]')).to_have_text(
        "The minutes are on the clipboard. Paste them into an email."
    )
    there = page.evaluate(CLIPBOARD)
    assert "Falls &lt;clinic&gt; &amp; team</h1>" in there["html"]
    assert "<table" in there["html"]
    assert there["text"].startswith("Falls <clinic> & team\n\nACTIONS\n\n• Ask three nurses (To do)\n")
    expect(page.get_by_label("Text for the email")).to_be_hidden()


def test_where_the_clipboard_is_refused_the_text_is_selected_in_a_field(page: Page) -> None:
    page.add_init_script('Clipboard.prototype.write = () => Promise.reject(new DOMException("no", "NotAllowedError"))')
    workbook(page)
    page.locator('[data-part="send"]').get_by_role("button", name="Copy for an email").press("Enter")
    field = page.get_by_label("Text for the email")
    expect(field).to_be_focused()
    expect(page.locator('[data-part="send"] [data-part="sent"]')).to_contain_text(
        "does not let the page use the clipboard. The text is selected below"
    )
    assert page.evaluate("getSelection().toString()").startswith("Falls <clinic> & team\n\nACTIONS")


def test_a_browser_that_copies_plain_text_alone_gets_that(context_with: Callable[..., BrowserContext]) -> None:
    page = context_with(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.add_init_script("delete window.ClipboardItem; delete Clipboard.prototype.write;")  # as in Firefox 115
    workbook(page)
    page.locator('[data-part="send"]').get_by_role("button", name="Copy for an email").press("Enter")
    expect(page.locator('[data-part="send"] [data-part="sent"]')).to_contain_text("The minutes are on the clipboard.")
    assert page.evaluate("navigator.clipboard.readText()").startswith("Falls <clinic> & team\n\nACTIONS")


def test_without_any_clipboard_nothing_is_claimed(page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")  # as where a page is not secure
    workbook(page)
    page.locator('[data-part="send"]').get_by_role("button", name="Copy for an email").press("Enter")
    expect(page.get_by_label("Text for the email")).to_be_focused()
    page.get_by_role("button", name="Copy the action list").press("Enter")
    expect(page.locator('[data-part="copied"]')).to_contain_text("does not let the page use the clipboard")


def test_a_word_document_is_made_by_a_part_that_is_fetched_on_the_press_alone(page: Page) -> None:
    got: dict[str, int] = {}

    def measure(one: Response) -> None:
        if one.url.endswith(".js"):
            got[one.url.rpartition("/")[2]] = len(gzip.compress(one.body(), 6))

    page.on("response", measure)
    workbook(page)
    assert not [name for name in got if name.startswith("word-")]
    before = set(got)
    with page.expect_download() as download:
        page.get_by_role("button", name="Word document").press("Enter")
    assert download.value.suggested_filename.startswith("Falls clinic team 20")
    assert download.value.suggested_filename.endswith(".docx")
    expect(page.locator('[data-part="send"] [data-part="sent"]')).to_have_text(
        f"Look for {download.value.suggested_filename} in your downloads."
    )
    document = docx.Document(str(download.value.path()))
    assert [one.text for one in document.paragraphs[:2]] == ["Falls <clinic> & team", "Actions"]
    assert document.tables[0].rows[1].cells[0].text == "Ask three nurses"
    assert sum(size for name, size in got.items() if name not in before) <= 150_000, got


def test_where_that_part_does_not_come_a_sentence_says_so_and_the_next_press_tries_again(page: Page, watch: Watch) -> None:
    page.route("**/word-*.js", lambda route: route.abort())
    workbook(page)
    page.get_by_role("button", name="Word document").press("Enter")
    expect(page.locator('[data-part="send"] [data-part="sent"]')).to_contain_text("could not be fetched, so nothing was made")
    watch.seen.clear()


def test_the_button_at_the_top_says_there_what_it_did(context_with: Callable[..., BrowserContext]) -> None:
    page = context_with(permissions=["clipboard-read", "clipboard-write"]).new_page()
    workbook(page)
    card = page.locator('[data-part="about"]')
    card.get_by_role("button", name="Copy it all for an email").click()
    expect(card.locator('[data-part="sent"]')).to_have_text("The minutes are on the clipboard. Paste them into an email.")
