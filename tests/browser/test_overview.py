"""The workbook page shows the current workbook whole, on a projector and on a phone."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from .conftest import Server
from .test_pages import violations

pytestmark = pytest.mark.theme("none")

PREFIX = "spread-guide:/guide/:2:"
HOSTILE = '<img src=x onerror="throw 1">\n=HYPERLINK("x") \u202etfel 🧪'
EDITS = {name: [1, "t1"] for name in ("status", "note", "reason")}
ANSWERS: dict[str, dict[str, object]] = {
    "benefit-worth-spreading": {
        "status": "discussed",
        "note": HOSTILE,
        "answered": "2026-11-20T10:00:00Z",
        "edits": EDITS,
        "actions": [
            {"id": "a1", "what": "Later", "who": "Zoe", "by": "2126-01-02", "edits": {}},
            {"id": "a2", "what": "Long ago", "who": "Yan", "by": "2020-01-02", "edits": {}},
            {"id": "a3", "what": "Some day", "who": "Ana", "edits": {}},
            {"id": "a4", "what": "Removed", "gone": True, "edits": {}},
        ],
    },
    "benefit-evidence": {"status": "not-relevant", "reason": "Set nationally.", "edits": EDITS},
    "complexity-hardest-to-predict": {"note": "Only a note.", "edits": EDITS},
}


def seed(page: Page) -> Page:
    """The workbook page of a group that has answered."""
    page.goto("workbook/")
    stored = {f"{PREFIX}answer:first:{question}": json.dumps(answer) for question, answer in ANSWERS.items()}
    page.evaluate(
        "(all) => Object.entries(all).forEach(([key, text]) => localStorage.setItem(key, text))", {**stored, f"{PREFIX}current": "first"}
    )
    page.reload()
    expect(page.locator('[data-part="page"]')).to_be_visible()
    return page


def texts(page: Page, selector: str) -> list[str]:
    """What elements say."""
    return page.locator(selector).all_inner_texts()


# Each part of the page takes a turn of its own; in the one after the counts, another tab writes another note.
IN_A_TURN = """([key, text]) => {
    const later = window.setTimeout;
    let now = 0, done = false;
    performance.now = () => (now += 20);
    const counted = () => [...document.querySelectorAll(".app-progress__counts")].some((one) => one.textContent.startsWith("1 discussed"));
    window.setTimeout = (act, ...rest) => {
        if (!rest.length && !done && counted()) {
            done = true;
            localStorage[key] = text;
            window.dispatchEvent(new StorageEvent("storage", { key, newValue: text }));
        }
        return later(act, ...rest);
    };
}"""


def test_what_comes_while_the_page_starts_stands_in_all_its_parts(page: Page) -> None:
    seed(page)
    [question] = [one for one, answer in ANSWERS.items() if answer.get("note") == "Only a note."]
    newer = json.dumps({"note": "Another note.", "edits": {"note": [2, "t2"]}, "seen": {"t1": 1}})
    page.add_init_script(f"({IN_A_TURN})({json.dumps([f'{PREFIX}answer:first:{question}', newer])})")
    page.reload()
    expect(page.locator('[data-part="page"]')).to_be_visible()
    assert "Another note." in page.locator('[data-part="notes"]').inner_text()
    assert "Only a note." not in page.locator('[data-part="notes"]').inner_text()


def test_counts_are_honest_and_lead_to_each_checklist(page: Page) -> None:
    seed(page)
    rows = dict(zip(*(page.locator(f".app-progress__{part}").all_text_contents() for part in ("name", "counts")), strict=True))
    assert len(rows) == 7
    assert rows["Benefit"] == "1 discussed, 1 not relevant here, 8 open"
    assert rows["Complexity"] == "0 discussed, 0 not relevant here, 10 open"
    assert (
        page.locator('[data-list="benefit"] [data-state]').evaluate_all("(all) => all.map((one) => one.dataset.state)").count("open") == 8
    )
    page.locator(".app-progress__name", has_text="Benefit").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("benefit")


def test_the_next_open_question_is_one_click_away(page: Page) -> None:
    seed(page)
    page.locator('a[data-part="next"]').click()
    page.wait_for_url("**/benefit/#benefit-communicate-why")  # in the checklist that was answered last
    expect(page.locator("#benefit-communicate-why-tick")).to_be_visible()
    page.goto("workbook/")
    page.locator('[data-part="open-count"]').click()
    assert len([row for row in page.locator("[data-asked]").all() if row.is_visible()]) == 68


def test_every_note_and_reason_is_shown_as_it_was_written(page: Page) -> None:
    seed(page)
    notes = page.locator('[data-part="notes"]')
    expect(notes.get_by_role("heading")).to_have_text(["Complexity", "Benefit"])
    assert notes.locator('[data-part="text"]').all_text_contents() == ["Only a note.", HOSTILE]
    expect(notes.locator("li", has_text="What evidence")).to_contain_text("Not relevant here")
    expect(notes.locator("li", has_text="What evidence")).to_contain_text("Why not here: Set nationally.")


def test_actions_are_sorted_by_date_and_person_and_overdue_is_said_in_words(page: Page) -> None:
    seed(page)
    assert texts(page, '[data-part="what"]') == ["Long ago", "Later", "Some day"]
    expect(page.locator(".app-todo__overdue:visible")).to_have_count(1)
    expect(page.locator(".app-todo__item").first).to_contain_text("Overdue Yan, by 2 January 2020")
    page.get_by_label("Sort actions by").select_option("person")
    assert texts(page, '[data-part="what"]') == ["Some day", "Long ago", "Later"]


def test_an_action_is_ticked_off_by_keyboard_and_goes_to_the_end_when_the_page_is_opened_again(page: Page) -> None:
    seed(page)
    box = page.get_by_role("checkbox", name="Done: Long ago")
    box.press("Space")
    expect(box).to_be_checked()
    expect(box).to_be_focused()
    assert texts(page, '[data-part="what"]')[0] == "Long ago"
    expect(page.locator(".app-todo__overdue:visible")).to_have_count(0)
    page.reload()
    expect(page.get_by_role("checkbox", name="Done: Long ago")).to_be_checked()
    assert texts(page, '[data-part="what"]')[-1] == "Long ago"


def test_what_is_answered_in_another_tab_appears(context: BrowserContext) -> None:
    shown, other = seed(context.new_page()), context.new_page()
    other.goto("principles/learning/")
    other.locator("[data-question] > input").first.check()
    expect(shown.locator('[data-list="learning"]')).to_contain_text("1 discussed, 0 not relevant here, 9 open")


def test_an_empty_workbook_says_so_and_where_to_start(page: Page) -> None:
    page.goto("workbook/")
    for sentence in ("Nothing has been answered yet.", "No actions yet.", "No notes or reasons yet."):
        expect(page.get_by_text(sentence)).to_be_visible()
    expect(page.get_by_label("Title (the innovation)")).to_be_visible()


def test_with_scripts_off_a_sentence_says_what_the_page_would_show(context_with: Callable[..., BrowserContext]) -> None:
    page = context_with(java_script_enabled=False).new_page()
    page.goto("workbook/")
    expect(page.locator('.app-overview > [data-part="failed"]')).to_be_visible()
    assert [one for one in page.locator(".app-overview button").all() if one.is_visible()] == []


def test_only_the_workbook_page_loads_what_only_it_needs(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(re.sub(r"-[0-9A-Z]{8}(?=\.js$)", "", request.url.rsplit("/", 1)[-1])))
    page.goto("principles/benefit/")
    page.wait_for_load_state("networkidle")
    assert "site.js" in asked
    assert "overview.js" not in asked
    page.get_by_role("link", name="Workbook", exact=True).first.click()
    expect(page.locator('[data-part="page"]')).to_be_visible()
    assert "overview.js" in asked
    assert len([name for name in asked if re.fullmatch(r"\w+\.js", name)]) <= 10, asked  # of 50 modules: a bad line wants few files


@pytest.fixture(scope="module")
def desk(browser: Browser, site: Server) -> Page:
    """One tab for axe, with answers."""
    return seed(browser.new_context(base_url=site.url, reduced_motion="reduce", viewport={"width": 1280, "height": 1600}).new_page())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_page_and_in_each_dialog(desk: Page, scheme: str) -> None:
    desk.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    desk.evaluate("document.querySelectorAll('main article details').forEach((element) => { element.open = true })")
    assert violations(desk) == []
    for button in ("All workbooks", "Show in large type", "Remove everything this site keeps"):
        desk.get_by_role("button", name=button).click()
        expect(desk.locator("dialog[open]")).to_be_visible()
        assert violations(desk) == []
        desk.keyboard.press("Escape")
        expect(desk.get_by_role("button", name=button)).to_be_focused()


@pytest.mark.parametrize("button", ["", "All workbooks", "Show in large type", "Remove everything this site keeps"])
def test_nothing_scrolls_sideways_on_a_small_phone(context_with: Callable[..., BrowserContext], button: str) -> None:
    page = seed(context_with(viewport={"width": 320, "height": 640}, is_mobile=True, has_touch=True).new_page())
    if button:
        page.get_by_role("button", name=button).click()
    width = "Math.max(...[document.documentElement, ...document.querySelectorAll('dialog[open]')].map((one) => one.scrollWidth))"
    assert page.evaluate(width) <= 320


@pytest.mark.parametrize("path", ["workbook/", "handout/"])
def test_search_leads_only_to_what_can_be_seen(page: Page, path: str) -> None:
    page.goto(path)
    entries = page.request.get("search/search_index.json").json()["docs"]
    ours = [(one["location"].partition("#")[2], one["title"]) for one in entries if one["location"].startswith(path)]
    assert path == "handout/" or ("export", "Export") in ours
    for place, title in ours:
        if place:
            expect(page.locator(f"#{place}")).to_be_visible()
            expect(page.locator(f"#{place}")).to_contain_text(title)
