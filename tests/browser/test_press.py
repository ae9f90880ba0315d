"""A press works wherever in a control it lands: translators, the search and extensions put elements around its text."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

pytestmark = pytest.mark.theme("none")

BENEFIT = "principles/benefit/"
# What they put around a text, or beside it, in every control that is there or comes later: translators, the search and extensions one
# in the other, so that a press lands as deep in the control as any of them leaves it.
WRAPS = {
    "words": """(text) => { let inner; for (const name of ["font", "font", "mark", "span"]) {
        const one = document.createElement(name);
        if (inner) inner.append(one); else text.replaceWith(one);
        inner = one;
    } inner.append(text); return inner; }""",
    "icon": """(text) => { const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg'), line = icon.appendChild(document.createElementNS(icon.namespaceURI, 'rect'));
        for (const one of [icon, line]) { one.setAttribute('width', 12); one.setAttribute('height', 12); }
        text.replaceWith(icon); icon.before(text); return line; }""",
}
WRAP = """(wrap) => {
    const seen = new WeakSet();
    const all = () => {
        for (const control of document.querySelectorAll("button, summary, label, a")) {
            const walk = document.createTreeWalker(control, NodeFilter.SHOW_TEXT), found = [];
            while (walk.nextNode()) if (walk.currentNode.data.trim() && !seen.has(walk.currentNode) && !walk.currentNode.parentElement.closest("option, textarea, svg")) found.push(walk.currentNode);
            for (const text of found) { seen.add(text); wrap(text).setAttribute("data-wrapped", ""); }
        }
    };
    all();
    new MutationObserver(all).observe(document.body, { childList: true, subtree: true });
}"""


@pytest.fixture(params=WRAPS)
def wrapped(request: pytest.FixtureRequest, context: BrowserContext) -> Callable[[str], Page]:
    """Open a page of which every control's text is wrapped."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()

    def open_page(path: str) -> Page:
        page.goto(path, wait_until="networkidle")
        page.evaluate(f"({WRAP})({WRAPS[request.param]})")
        return page

    return open_page


def press(control: Locator) -> None:
    """Press what stands inside a control."""
    control.locator("[data-wrapped]").first.click()


def test_everything_on_a_checklist_can_be_pressed(wrapped: Callable[[str], Page]) -> None:
    page = wrapped(BENEFIT)
    row = page.locator("#benefit-worth-spreading")
    press(row.locator("h3 label"))
    expect(row.locator("> input")).to_be_checked()
    press(row.locator("summary"))
    expect(row.get_by_label("What did you say?")).to_be_focused()
    press(row.get_by_role("button", name="Add an action"))
    expect(row.get_by_role("textbox", name="Action, action 1")).to_be_focused()
    press(row.locator("label", has_text="Done"))
    expect(row.get_by_label("Done")).to_be_checked()
    press(row.get_by_role("button", name="Remove this action"))
    expect(row.get_by_role("textbox", name="Action, action 1")).to_have_count(0)
    press(row.get_by_role("link", name="Link to this question"))
    expect(page.locator('[data-part="announcer"]')).to_have_text("Link copied")
    assert page.evaluate("navigator.clipboard.readText()").endswith("/principles/benefit/#benefit-worth-spreading")
    press(page.get_by_role("button", name="Undo", exact=True))
    expect(row.get_by_role("textbox", name="Action, action 1")).to_have_count(1)
    press(page.locator(".app-status summary"))
    with page.expect_download():
        press(page.get_by_role("button", name="Download a backup"))
    press(page.get_by_role("button", name="Clear these ticks"))
    expect(row.locator("> input")).not_to_be_checked()
    off = page.get_by_role("button", name="Clear these ticks")
    expect(off).to_be_disabled()
    off.locator("[data-wrapped]").first.click(force=True)
    expect(page.get_by_text("You cleared these ticks.")).to_be_visible()  # no later step covers it


def test_everything_on_the_workbook_page_can_be_pressed(wrapped: Callable[[str], Page]) -> None:
    page = wrapped("workbook/")
    press(page.get_by_role("button", name="Show in large type"))
    view = page.locator(".app-presenter")
    press(view.get_by_role("button", name="Next"))
    expect(view.get_by_text("question 2 of 10")).to_be_visible()
    press(view.get_by_role("button", name="Previous"))
    expect(view.get_by_text("question 1 of 10")).to_be_visible()
    press(view.get_by_role("button", name="Add an action"))
    view.get_by_role("textbox", name="Action, action 1").fill("Ask")
    press(view.get_by_role("button", name="Close"))
    expect(view).to_be_hidden()
    press(page.get_by_role("button", name="Copy the action list"))
    expect(page.get_by_text("The action list is on the clipboard.")).to_be_visible()
    for name in ("Minutes", "Web page", "Spreadsheet", "This workbook as a file", "Backup of everything"):
        with page.expect_download():
            press(page.get_by_role("button", name=name, exact=True))
    press(page.get_by_role("button", name="Calendar"))
    expect(page.get_by_text("No action has a date yet")).to_be_visible()
    press(page.locator("summary", has_text="Paste the text of a file"))
    press(page.get_by_role("button", name="Read this text"))
    expect(page.get_by_text("There is nothing in it.")).to_be_visible()
    press(page.get_by_role("button", name="Remove everything this site keeps"))
    press(page.get_by_role("button", name="Cancel"))
    press(page.get_by_role("button", name="All workbooks"))
    dialog = page.get_by_role("dialog", name="Your workbooks")
    press(dialog.get_by_role("button", name="Delete"))
    expect(dialog.get_by_text("is deleted")).to_be_visible()
    press(dialog.locator("summary", has_text="Deleted workbooks"))
    press(dialog.get_by_role("button", name="Remove for good"))
    press(dialog.get_by_role("button", name="Keep it"))
    press(dialog.get_by_role("button", name="Bring back"))
    expect(dialog.get_by_text("is back.")).to_be_visible()
    press(dialog.get_by_role("button", name="Open"))
    expect(dialog).to_be_hidden()
