"""The whole afternoon: prepare, hand over by code, three groups in three browsers, side by side, decide, joint minutes, next round."""

from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp
from playwright.sync_api import BrowserContext, Page, expect

from .printed import QR, settle, shot
from .test_share import made, part
from .test_sort import MARKS, ask, back, begin, follow, give, rows
from .test_sort import part as silent
from .test_together import save, side_by_side

pytestmark = pytest.mark.theme("none")

WORTH, EVIDENCE = "benefit-worth-spreading", "benefit-evidence"
GROUPS = ["Table 1", "Table 2", "Night staff"]
REASON = "We all know why."


def write(page: Page, question: str, *, tick: bool = False, note: str = "", action: str = "") -> None:
    """On the checklist: a tick, a note, an action."""
    card = page.locator(f'[data-question="{question}"]')
    if tick:
        page.locator(f"#{question}-tick").check()
    if not (note or action):
        return
    card.locator("summary").first.click()
    if note:
        card.get_by_label("What did you say?").fill(note)
    if action:
        card.get_by_role("button", name="Add an action").click()
        card.get_by_role("textbox", name="Action, action 1").fill(action)
    page.keyboard.press("Tab")


def prepare(page: Page, context_with: Callable[..., BrowserContext]) -> list[str]:
    """A workbook is prepared. Three people sort on their phones, and what divides them is picked for today: those questions."""
    begin(page)
    page.locator('[data-part="fields"] > summary').click()
    page.get_by_role("textbox", name="Group (").fill("")
    page.get_by_label("What you want to have decided").fill("Whether we start in January")
    page.keyboard.press("Tab")
    invitation = ask(page)
    for n in range(3):
        phone = context_with(viewport={"width": 390, "height": 844}).new_page()
        phone.goto(invitation)
        give(phone, [MARKS[n if question in (0, 3) else 1] for question in range(10)])
        follow(page, back(phone)).get_by_role("button", name="Add these marks").press("Enter")
        expect(silent(page)).to_contain_text(f"People who marked: {n + 1}.")
    divided = [line[0] for line in rows(page)[:2]]
    for text in divided:
        silent(page).get_by_role("checkbox", name=f"For today: {text}").press("Space")
    expect(page.locator('[data-part="today-list"] [data-part="asked"]')).to_have_text(divided)
    return divided


def hand_over(page: Page, context_with: Callable[..., BrowserContext], divided: list[str]) -> list[Page]:
    """It goes to three tables by a code on the screen; each opens it in a browser of its own, and writes."""
    made(page, "Link to what is prepared")
    [code] = zxingcpp.read_barcodes(shot(part(page).get_by_role("img")), formats=QR)
    tables = [context_with().new_page() for _ in GROUPS]
    for table, group in zip(tables, GROUPS, strict=True):
        table.goto(code.text)
        prepared = table.get_by_role("dialog", name="What somebody prepared for you")
        expect(prepared.locator('[data-part="preview-questions"] li')).to_have_text(divided)
        prepared.get_by_role("button", name="Add as a new workbook").press("Enter")
        expect(table.locator('[data-part="happened"]')).to_contain_text("A new workbook with what was prepared is open now.")
        table.locator('[data-part="fields"] > summary').click()
        table.get_by_role("textbox", name="Group (").fill(group)
        table.keyboard.press("Tab")
        table.goto("principles/benefit/")
        settle(table)
    one, two, night = tables
    write(one, WORTH, tick=True, note="Fewer falls on the wards.", action="Ask the wards")
    write(two, WORTH, tick=True, action="Ask the wards")
    night.locator(f'[data-question="{WORTH}"] summary').first.click()
    night.locator(f'[data-question="{WORTH}"]').get_by_label("Not relevant here").check()
    night.locator(f'[data-question="{WORTH}"]').get_by_label("Why not here?").fill(REASON)
    night.keyboard.press("Tab")
    for table in tables:
        write(table, EVIDENCE, tick=True)
    return tables


def bring_together(page: Page, tables: list[Page]) -> None:
    """What they said comes back by links, and lies side by side."""
    for table, group in zip(tables, GROUPS, strict=True):
        table.goto("workbook/")
        settle(table)
        link = made(table, "Link with our answers")
        page.goto("about:blank")
        page.goto(link)
        box = page.get_by_role("dialog", name="What is in the link")
        expect(box).to_contain_text(group)
        box.get_by_role("button", name="Add as a new workbook").press("Enter")
        expect(page.locator('[data-part="meta"]')).to_contain_text(group)
    view = side_by_side(page)
    assert [text.split("\n")[0] for text in view.get_by_role("columnheader").all_inner_texts()][2:] == [
        "Night staff",
        "Table 1",
        "Table 2",
    ]
    row = view.get_by_role("row").filter(has_text="Fewer falls on the wards.")
    expect(row).to_contain_text("groups differ")
    expect(row).to_contain_text(REASON)
    expect(page.locator('[data-part="together-summary"]')).to_contain_text("1 discussed by all; 1 where groups differ; 0 discussed by some")


def decide(page: Page) -> None:
    """The joint record is open where they differ, until the meeting decides."""
    page.get_by_role("button", name="Make one joint record").press("Enter")
    expect(page.locator('[data-part="happened"]')).to_contain_text("The joint record is open now.")
    expect(page.locator('[data-part="sources"]')).to_contain_text(
        "Falls clinic · Night staff; Falls clinic · Table 1; Falls clinic · Table 2"
    )
    expect(page.locator('[data-part="notes"]').get_by_text("Open, groups differ").first).to_be_visible()
    page.get_by_role("button", name="Make one action of “Ask the wards”").press("Enter")
    expect(page.locator('[data-part="todo"] [data-part="actions"] > li')).to_have_count(1)
    page.goto("principles/benefit/")
    card = page.locator(f'[data-question="{WORTH}"]')
    card.locator("summary").first.click()
    card.get_by_role("button", name="Decide this").press("Enter")
    card.get_by_label("What was decided?").fill("We start with two wards.")
    page.keyboard.press("Tab")
    expect(page.locator('[data-part="status"]')).to_contain_text("Saved in this browser at")


def read_minutes(page: Page, to: Path) -> None:
    """The joint minutes say what was decided, and who said what."""
    page.goto("workbook/")
    settle(page)
    minutes = save(page, page.get_by_role("button", name="Minutes", exact=True), to)
    for text in (
        "We start with two wards.",
        "Night staff",
        REASON.rstrip("."),
        "Fewer falls on the wards",
        "Ask the wards",
        "Table 1, Table 2",
    ):
        assert text in minutes, text
    assert "groups differ" not in minutes


def begin_again(page: Page) -> None:
    """The next round has the action, which is done by then; both rounds lie side by side."""
    page.get_by_role("button", name="Start the next round").press("Enter")
    expect(page.locator('[data-part="happened"]')).to_contain_text("The next round is open now")
    tasks = page.locator('[data-part="todo"] [data-part="actions"] > li')
    expect(tasks.locator('[data-part="what"]')).to_have_text(["Ask the wards"])
    tasks.get_by_role("checkbox").press("Space")
    expect(tasks).to_have_attribute("data-done", "true")
    books = page.locator('[data-part="together-books"]')
    table = side_by_side(page)
    for box in books.get_by_role("checkbox").all():
        box.set_checked(False)
    for box in books.locator("label").filter(has_text="All groups").get_by_role("checkbox").all():
        box.check()
    expect(table.get_by_role("columnheader")).to_have_count(4)
    row = table.get_by_role("row").filter(has_text="Ask the wards")
    expect(row).to_contain_text("Action: Ask the wards")
    expect(row).to_contain_text("Done: Ask the wards")
    expect(row).to_contain_text("We start with two wards.")


def test_the_whole_afternoon(page: Page, context_with: Callable[..., BrowserContext], tmp_path: Path) -> None:
    divided = prepare(page, context_with)
    bring_together(page, hand_over(page, context_with, divided))
    decide(page)
    read_minutes(page, tmp_path / "minutes.md")
    begin_again(page)
