"""A whole workshop without a mouse: from the home page to the files that the group takes away."""

import re
from pathlib import Path

from playwright.sync_api import ElementHandle, Locator, Page, expect

from tests.scripts.files.test_csv import rows
from tests.scripts.files.test_minutes import read, texts

TITLE = "Falls clinic: <b>round</b> 1"
NOTE = "An hour back for every nurse & carer."
LARGE_NOTE = "* not measured yet"
REASON = "Set nationally."
STOPS = 150  # more than any page of the guide has before what is looked for
# What a reader can see and use now: where it is the page itself, the next key would go nowhere. And whether it is what is looked for.
FOCUS = """(target) => {
    const { activeElement: at } = document;
    return { seen: at && at !== document.body && at !== document.documentElement && at.checkVisibility({ visibilityProperty: true }), there: at === target };
}"""


def has_focus(page: Page, target: ElementHandle | None = None) -> bool:
    """Something that can be seen has the focus. Says whether it is the target."""
    found = page.evaluate(FOCUS, target)
    assert found["seen"], f"the focus is lost on {page.url}"
    return bool(found["there"])


def tab_to(page: Page, target: Locator, key: str = "Tab") -> None:
    """Walk the order of the page to a control. A page begins without a focus; from the first stop on it is never lost."""
    expect(target).to_have_count(1)
    there = target.element_handle()
    for _ in range(STOPS):
        page.keyboard.press(key)
        if has_focus(page, there):
            return
    raise AssertionError(f"{STOPS} times {key} never reached {target}")


def press(page: Page, key: str) -> None:
    """One key, after which the focus is still somewhere."""
    page.keyboard.press(key)
    has_focus(page)


def write(page: Page, target: Locator, text: str, key: str = "Tab") -> None:
    """Go to a field and type."""
    tab_to(page, target, key)
    page.keyboard.type(text)
    has_focus(page)


def follow(page: Page, link: Locator, address: str) -> None:
    """Go to a link and open it."""
    tab_to(page, link)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/guide/{address}")


def save(page: Page, button: str) -> tuple[str, str]:
    """Name and text of the file that a button makes, which is reached and pressed by keyboard."""
    tab_to(page, page.get_by_role("button", name=button, exact=True))
    with page.expect_download() as download:
        press(page, "Enter")
    expect(page.locator('[data-part="made"]')).to_have_text(f"Look for {download.value.suggested_filename} in your downloads.")
    has_focus(page)
    return download.value.suggested_filename, Path(download.value.path()).read_bytes().decode()


def prepare(page: Page) -> None:
    """From the home page to a checklist, from there to its workbook, which gets a name, and back."""
    page.goto("")
    follow(page, page.get_by_role("main").get_by_role("link", name=re.compile("^Benefit")).first, "principles/benefit/")
    expect(page.locator('.app-checklist [data-part="count"]')).to_have_text("0 of 10 discussed")
    follow(page, page.locator('a[data-part="workbook-name"]'), "workbook/")
    expect(page.locator('[data-part="page"]')).to_be_visible()
    write(page, page.get_by_label("Title (the innovation)"), TITLE)
    expect(page.locator("#this-workbook")).to_have_text(TITLE)
    follow(page, page.locator('[data-list="benefit"] a'), "principles/benefit/")
    expect(page.locator('a[data-part="workbook-name"]')).to_have_text(TITLE)


def discuss(page: Page) -> None:
    """On the checklist: a tick, a note, an action, and a question that is not relevant."""
    first, second = page.locator("#benefit-worth-spreading"), page.locator("[data-question]").nth(1)
    tab_to(page, first.get_by_role("checkbox").first)
    press(page, "Space")
    expect(page.locator('.app-checklist [data-part="count"]')).to_have_text("1 of 10 discussed")
    tab_to(page, first.locator("summary"))
    press(page, "Enter")
    expect(first.get_by_label("What did you say?")).to_be_focused()
    page.keyboard.type(NOTE)
    tab_to(page, first.get_by_role("button", name="Add an action"))
    press(page, "Enter")
    expect(first.get_by_role("textbox", name="Action, action 1")).to_be_focused()
    page.keyboard.type("Ask three nurses")
    write(page, first.get_by_label("Who, action 1"), "Ana")
    write(page, first.get_by_label("By when"), "12/24/2126")
    tab_to(page, first.locator("summary"), "Shift+Tab")
    press(page, "Enter")
    expect(first.get_by_label("What did you say?")).to_be_hidden()
    tab_to(page, second.locator("summary"))
    press(page, "Enter")
    tab_to(page, second.get_by_label("Not relevant here"))
    press(page, "Space")
    write(page, second.get_by_label("Why not here?"), REASON)
    expect(page.locator('.app-checklist [data-part="count"]')).to_have_text("1 discussed, 1 not relevant here, 8 open")


def present(page: Page) -> None:
    """The large-type view: on and back, a note, and out again to where one was."""
    opener = page.get_by_role("button", name="Show in large type")
    tab_to(page, opener)
    press(page, "Enter")
    view = page.locator(".app-presenter")
    following = view.get_by_role("button", name="Next")
    expect(following).to_be_focused()
    tab_to(page, view.get_by_label("Checklist"), "Shift+Tab")
    expect(view.get_by_text("Benefit · question 3 of 10")).to_be_visible()  # the first that is open where the group was last
    for key, place in (("I", "Individual · question 1 of 10"), ("ArrowDown", "Benefit · question 1 of 10")):
        press(page, key)  # as in any list: the first that begins so, and the one after
        expect(view.get_by_text(place)).to_be_visible()
    tab_to(page, following)
    for number in (2, 3, 4):
        press(page, "Enter")
        expect(view.get_by_text(f"Benefit · question {number} of 10")).to_be_visible()
    tab_to(page, view.get_by_role("button", name="Previous"), "Shift+Tab")
    press(page, "Space")
    expect(view.get_by_text("Benefit · question 3 of 10")).to_be_visible()
    write(page, view.get_by_label("What did you say?"), LARGE_NOTE, "Shift+Tab")
    press(page, "Escape")
    expect(view).to_be_hidden()
    expect(opener).to_be_focused()
    expect(page.locator('[data-part="notes"]')).to_contain_text(LARGE_NOTE)


def test_a_whole_workshop_by_keyboard_alone(page: Page) -> None:
    """After the first address no locator is clicked or filled: each control is reached in the order of the page."""
    prepare(page)
    discuss(page)
    listed = page.locator("[data-question]").all()
    asked = [row.locator(".app-question__text").inner_text().strip() for row in listed]
    hints = [" ".join(row.locator(".app-question__prompt").all_inner_texts()).strip() for row in listed]
    follow(page, page.locator('a[data-part="workbook-name"]'), "workbook/")
    expect(page.locator('[data-list="benefit"] [data-part="counts"]')).to_have_text("1 discussed, 1 not relevant here, 8 open")
    present(page)

    name, source = save(page, "Minutes")
    assert re.fullmatch(r"Falls clinic b round b 1 \d{4}-\d\d-\d\d\.md", name), name
    tokens = read(source)
    headings = texts(tokens, "heading")
    benefit = headings.index("Benefit")
    assert headings[:2] == [TITLE, "Actions"]
    assert headings[benefit + 1 : benefit + 5] == [*asked[:3], "Still open"]
    assert len(headings) == 2 + 1 + 4  # a checklist in which nothing was said is left out
    assert texts(tokens, "blockquote") == [NOTE, LARGE_NOTE]
    assert f"Not relevant here: {REASON}" in texts(tokens, "paragraph")
    assert texts(tokens, "list_item") == ["[ ] Ask three nurses (Ana, by 24 December 2126)"] * 2 + [
        f"{text} {hint}".strip() for text, hint in zip(asked[3:], hints[3:], strict=True)
    ]
    assert "html_inline" not in {child.type for token in tokens for child in token.children or []}

    _, sheet = save(page, "Spreadsheet")
    written = [row for row in rows(sheet) if row["status"] != "Open" or row["note"]]
    assert {row["workbook"] for row in written} == {TITLE}
    assert [[row[name] for name in ("kind", "question", "status", "reason", "note", "action", "who", "by")] for row in written] == [
        ["Question", asked[0], "Discussed", "", NOTE, "", "", ""],
        ["Action", asked[0], "To do", "", "", "Ask three nurses", "Ana", "2126-12-24"],
        ["Question", asked[1], "Not relevant here", REASON, "", "", "", ""],
        ["Question", asked[2], "Open", "", LARGE_NOTE, "", "", ""],
    ]
