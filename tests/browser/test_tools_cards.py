"""Cards of tools in a browser: they open for a link, need no script, and are one sheet of paper each."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.conftest import ROOT

from .conftest import Server
from .printed import SIZES, printing, settle, squeezed

PAGE = "tools-and-methods/"
TOOLS = yaml.safe_load(Path(ROOT / "data" / "tools.yml").read_text(encoding="utf-8"))["tools"]
CARDS = {one["id"]: one for one in TOOLS if "card" in one}


@pytest.fixture(scope="module")
def paper(browser: Browser, site: Server) -> Iterator[Page]:
    """One tab for all sheets."""
    context = browser.new_context(base_url=site.url)
    yield context.new_page()
    context.close()


def test_a_choice_opens_its_card_and_shows_the_name_above_it(page: Page) -> None:
    page.goto(PAGE)
    page.get_by_role("table").filter(has_text="Where you are stuck").get_by_role("link", name="Network map").click()
    card = page.get_by_role("article", name="Network map")
    expect(card.get_by_role("list")).to_be_visible()
    expect(card.get_by_role("heading", name="Network map")).to_be_in_viewport()
    expect(card.get_by_text("Use it when")).to_be_in_viewport()
    assert page.locator(".app-tools-card details[open]").count() == 1


def test_each_fold_says_which_tool_it_is_for(page: Page) -> None:
    page.goto(PAGE)
    names = page.locator(".app-tools-card summary").all_text_contents()
    assert names == [f"How to run it: {one['name']}" for one in CARDS.values()]


def test_without_scripts_a_choice_opens_its_card_too(context_with: Callable[..., BrowserContext]) -> None:
    page = context_with(java_script_enabled=False).new_page()
    page.goto(PAGE)
    page.locator('.app-tools-choice a[href$="#run-triz"]').click()
    expect(page.get_by_role("article", name="TRIZ").get_by_text("Take five minutes to name the worst result")).to_be_visible()


def test_on_a_phone_a_cell_says_its_head_and_an_empty_row_stands_once(context_with: Callable[..., BrowserContext]) -> None:
    page = context_with(viewport={"width": 320, "height": 640}).new_page()
    page.goto(f"{PAGE}#run-gains-and-risks")
    card = page.get_by_role("article", name="Who gains and who risks losing")
    assert card.get_by_role("table").first.get_by_role("row").count() == 2, "the head, and one row"
    said = "cell => getComputedStyle(cell, '::before').content"
    assert "May lose" in card.get_by_role("cell", name="Two buses each way").evaluate(said)
    page.evaluate("document.querySelectorAll('.app-tools-card details').forEach((fold) => { fold.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    too_wide = "[...document.querySelectorAll('.app-tools-card *')].filter((one) => one.getBoundingClientRect().right > 320 && !one.closest('.app-hidden, thead')).map((one) => one.outerHTML.slice(0, 90))"
    assert page.evaluate(too_wide) == []


def alone(page: Page, name: str) -> None:
    """Follow the link for one card alone."""
    page.goto("about:blank")  # so that the next address is a page of its own and not a move within one
    page.goto(f"{PAGE}#print-{name}")
    settle(page)


@pytest.mark.parametrize("name", CARDS)
def test_a_card_is_printed_alone_and_whole_on_one_sheet_with_room_to_spare(paper: Page, name: str) -> None:
    alone(paper, name)
    for size in SIZES:
        [sheet] = printing(paper, size).sheets
        tool = CARDS[name]
        card, example = tool["card"], tool["card"]["example"]
        for said in (
            tool["name"],
            card["use_when"],
            card["not_when"],
            *card["steps"],
            example["situation"],
            example["outcome"],
            "Open Government Licence",
        ):
            assert squeezed(said) in sheet.body
        assert tool["owner"]["url"].replace("-", "") in sheet.body.replace(" ", "").replace("-", ""), (
            "whoever holds the sheet can find the tool"
        )
        for other in CARDS.values():
            assert other is tool or other["card"]["use_when"] not in sheet.body
        assert sheet.fill < 0.93, "other browsers print up to 7 % larger"
        assert sheet.starts(card["steps"][0]).size > 9


def test_the_blank_sheet_has_room_for_a_hand(paper: Page) -> None:
    paper.goto(PAGE)
    paper.emulate_media(media="print")
    heights = paper.evaluate(
        "[...document.querySelectorAll('.app-tools-sheet td:empty')].map((cell) => cell.getBoundingClientRect().height * 25.4 / 96)"
    )
    paper.emulate_media(media="null")
    assert heights
    assert min(heights) >= 7


def test_with_the_whole_page_each_card_has_a_sheet_of_its_own(paper: Page) -> None:
    paper.goto("about:blank")
    paper.goto(PAGE)
    settle(paper)
    for size in SIZES:
        sheets = printing(paper, size).sheets
        where = [[n for n, sheet in enumerate(sheets) if squeezed(one["card"]["use_when"]) in sheet.body] for one in CARDS.values()]
        assert [len(found) for found in where] == [1] * len(CARDS)
        firsts = [found[0] for found in where]
        assert firsts == list(range(firsts[0], firsts[0] + len(CARDS)))
        for number, one in zip(firsts, CARDS.values(), strict=True):
            assert sheets[number].body.startswith(one["name"])
            assert squeezed(one["card"]["example"]["outcome"]) in sheets[number].body


def test_without_scripts_folded_cards_are_printed_open(context_with: Callable[..., BrowserContext]) -> None:
    page = context_with(java_script_enabled=False).new_page()
    page.goto(f"{PAGE}#print-heat")
    [sheet] = printing(page).sheets
    assert squeezed(CARDS["heat"]["card"]["example"]["outcome"]) in sheet.body
