"""The cards of the guide's tools: enough of them, and each is one of the choices on the page."""

from html import unescape

from macros.loader import load
from macros.mistakes import Place
from macros.parsed_page import parsed_page
from macros.tools_cards import tools_choice
from tests.conftest import ROOT

PAGE = Place("docs/tools-and-methods.md")


def test_the_guide_has_at_least_twelve_cards_and_chooses_between_them_in_one_minute() -> None:
    cards = [one for one in load(ROOT / "data").tools.values() if one.card]
    assert len(cards) >= 12
    page = (ROOT / PAGE.path).read_text(encoding="utf-8")
    choose = page.split("## Choose in one minute")[1].split("\n## ")[0]
    assert ("tools_choice", "") in parsed_page("choose", choose).calls
    assert ("tools_cards", "") in parsed_page(PAGE.path, page).calls
    found = unescape(tools_choice(load(ROOT / "data"), PAGE))
    assert [one.name for one in cards if f'"#run-{one.id}">{one.name}</a>' not in found] == []
