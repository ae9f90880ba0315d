"""The table of tools: plain without scripts, filtered with them."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Locator, Page, expect

PAGE = "tools-and-methods/"


def rows(page: Page) -> Locator:
    return page.locator(".app-tools__row:visible")


def test_without_scripts_every_tool_is_there_and_no_control_that_does_nothing(context_with: Callable[..., BrowserContext]) -> None:
    page = context_with(java_script_enabled=False).new_page()
    page.goto(PAGE)
    assert rows(page).count() > 30
    expect(page.get_by_role("combobox", name="Show tools that help with")).to_be_hidden()


def test_the_filter_shows_what_helps_a_principle_the_main_ones_first_and_says_how_many(page: Page) -> None:
    page.goto(PAGE)
    every = rows(page).count()
    page.get_by_label("Show tools that help with").select_option("Networks")
    expect(page.get_by_role("status").filter(has_text="tools")).to_have_text(f"{rows(page).count()} of {every} tools")
    assert 0 < rows(page).count() < every
    degrees = rows(page).evaluate_all(
        "rows => rows.map(({ dataset }) => ['main', 'also'].findIndex((degree) => dataset[degree].split(' ').includes('networks')))"
    )
    assert degrees == sorted(degrees)
    assert set(degrees) == {0, 1}


def test_rows_stay_where_they_are_until_somebody_asks(page: Page) -> None:
    """To put them back in their own order took a phone a tenth of a second as the page started: the whole table is laid out anew."""
    page.add_init_script("""
        window.moved = 0;
        new MutationObserver((all) => all.forEach(({ removedNodes }) => {
            window.moved += [...removedNodes].filter((one) => one.localName === "tr").length;
        })).observe(document, { childList: true, subtree: true });
    """)
    page.goto(PAGE)
    expect(page.get_by_role("status").filter(has_text="tools")).to_be_visible()
    assert page.evaluate("moved") == 0
    page.get_by_label("Show tools that help with").select_option("Networks")
    assert page.evaluate("moved") > 0


def test_all_tools_come_back_in_their_own_order(page: Page) -> None:
    page.goto(PAGE)
    before = rows(page).get_by_role("heading").all_inner_texts()
    page.get_by_label("Show tools that help with").select_option("Networks")
    page.get_by_label("Show tools that help with").select_option("any principle")
    assert rows(page).get_by_role("heading").all_inner_texts() == before


def test_a_link_to_a_tool_that_the_filter_hides_still_leads_to_it(page: Page) -> None:
    page.goto(PAGE)
    page.get_by_label("Show tools that help with").select_option("Networks")
    expect(page.locator("#tool-re-aim")).to_be_hidden()
    page.locator(".app-tools-matrix").get_by_role("link", name="RE-AIM").click()
    expect(page.locator("#tool-re-aim")).to_be_in_viewport()
    expect(page.get_by_label("Show tools that help with")).to_have_value("")


def test_a_link_to_a_tool_that_is_shown_leaves_the_filter_as_it_is(page: Page) -> None:
    page.goto(PAGE)
    page.get_by_label("Show tools that help with").select_option("Networks")
    page.locator(".app-tools-matrix").get_by_role("link", name="Community of practice").click()
    expect(page.get_by_label("Show tools that help with")).to_have_value("networks")


def test_nothing_is_remembered(page: Page) -> None:
    page.goto(PAGE)
    page.get_by_label("Show tools that help with").select_option("Networks")
    page.reload()
    expect(page.get_by_label("Show tools that help with")).to_have_value("")


def test_on_a_phone_nothing_scrolls_sideways_and_rows_are_still_rows(context_with: Callable[..., BrowserContext]) -> None:
    page = context_with(viewport={"width": 320, "height": 640}).new_page()
    page.goto(PAGE)
    table = page.get_by_role("table", name="All tools and methods from A to Z")
    assert table.get_by_role("row").count() == rows(page).count() + 1
    assert table.evaluate("table => table.getBoundingClientRect().right <= innerWidth")
    matrix = page.get_by_role("table", name="Which tool helps which principle")
    assert matrix.evaluate("table => table.getBoundingClientRect().right <= innerWidth")


def test_the_search_leads_to_the_tool_itself(page: Page) -> None:
    page.goto("")
    found = page.evaluate("fetch('search/search_index.json').then((answer) => answer.json())")
    places = {entry["location"]: entry for entry in found["docs"]}
    assert places[f"{PAGE}#tool-cynefin"]["title"] == "Cynefin framework"
    assert "what kind of problem" in places[f"{PAGE}#tool-cynefin"]["text"]
