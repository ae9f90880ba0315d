"""The panel of the handouts page: each choice is seen at once, remembered, and is what comes out of the printer."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from macros.loader import load
from tests.conftest import ROOT

from .conftest import Watch
from .held import IMPATIENT, Held
from .instant import arrive
from .printed import printing, settle, squeezed
from .test_overview import PREFIX
from .test_pages import COLOURS, violations
from .until import until

pytestmark = pytest.mark.theme("none")

SLUGS = ["complexity", "leadership", "individual", "benefit", "adaptation", "networks", "learning"]
LISTS = load(ROOT / "data").checklists
ASKED = {slug: [squeezed(one.text) for one in LISTS[slug].questions] for slug in SLUGS}
KEY = f"{PREFIX}paper"


@pytest.fixture
def desk(page: Page) -> Page:
    """The handouts page of a reader who has never chosen anything."""
    page.goto("handout/")
    settle(page)
    return page


def sheets(page: Page) -> int:
    """How many sheets are there."""
    settle(page)
    return page.locator(".app-sheet:visible").count()


def test_a_reader_sees_at_once_what_was_chosen(desk: Page) -> None:
    assert sheets(desk) == 7
    desk.get_by_label("The workshop pack").check()
    assert sheets(desk) == 9
    expect(desk.locator("#sheet-agenda")).to_contain_text("180 minutes")
    expect(desk.get_by_role("group", name="Text")).to_be_hidden()
    desk.get_by_label("The whole guide").check()
    assert sheets(desk) == 10
    expect(desk.get_by_role("group", name="Which principles")).to_be_hidden()
    desk.get_by_label("Questions and guidance").check()
    expect(desk.locator("#sheet-benefit")).to_contain_text("Work out the benefit afresh in each place")
    desk.get_by_label("Some principles").check()
    for name in ("Complexity", "Leadership", "Individual", "Adaptation", "Networks"):
        desk.get_by_label(name, exact=True).uncheck()
    assert sheets(desk) == 2
    desk.get_by_label("Questions only").check()
    expect(desk.locator("#sheet-benefit")).not_to_contain_text("Work out the benefit afresh", use_inner_text=True)
    expect(desk.locator('[data-part="changed"]')).to_have_text("The sheets below have changed.")


@pytest.mark.parametrize(("lines", "count"), [("None", 0), ("Few", 1), ("Many", 4)])
def test_lines_to_write_on_are_as_many_as_were_chosen(desk: Page, lines: str, count: int) -> None:
    desk.get_by_label(lines, exact=True).check()
    question = desk.locator(".app-sheet__question").first
    expect(question.locator(".app-sheet__line:visible")).to_have_count(count)
    for text in ("Not relevant here", "Who", "By when"):
        expect(question.get_by_text(text, exact=True)).to_be_visible(visible=count > 0)


def test_a_choice_is_remembered_in_one_key(desk: Page) -> None:
    assert desk.evaluate("(key) => localStorage.getItem(key)", KEY) is None, "nothing is kept before there is a choice"
    desk.get_by_label("Blank").check()
    desk.get_by_label("Many").check()
    desk.get_by_label("Learning", exact=True).uncheck()
    kept = json.loads(desk.evaluate("(key) => localStorage.getItem(key)", KEY))
    assert kept == {"what": "sheets", "answers": "blank", "text": "questions", "lines": "many", "principles": SLUGS[:6]}
    desk.reload()
    assert sheets(desk) == 6
    expect(desk.get_by_label("Blank")).to_be_checked()
    expect(desk.locator(".app-sheet__question").first.locator(".app-sheet__line:visible")).to_have_count(4)


@pytest.mark.parametrize("kept", ["{", "null", '"x"', "[1]", '{"what": 3, "lines": "none", "principles": ["gone"]}'])
def test_what_cannot_be_read_is_no_choice(desk: Page, kept: str) -> None:
    desk.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, kept])
    desk.reload()
    assert sheets(desk) == (0 if "gone" in kept else 7)
    expect(desk.get_by_label("Some principles")).to_be_checked()


def test_without_a_principle_the_panel_says_what_to_do(desk: Page) -> None:
    for name in LISTS:
        desk.locator(f"#handout-{name}").uncheck()
    assert sheets(desk) == 0
    expect(desk.locator('[data-part="trouble"]')).to_have_text("Choose at least one principle.")
    desk.get_by_label("Benefit", exact=True).check()
    expect(desk.locator('[data-part="trouble"]')).to_have_text("")


def test_a_link_on_a_principles_page_asks_for_that_one(page: Page) -> None:
    page.goto("principles/networks/")
    page.get_by_role("link", name="Make a handout").click()
    page.wait_for_url("**/handout/#handout-networks")
    expect(page.get_by_label("Networks", exact=True)).to_be_visible()  # the address is there before the page is
    assert sheets(page) == 1
    expect(page.get_by_label("Networks", exact=True)).to_be_in_viewport()
    expect(page.get_by_role("heading", name="Choose what to print")).to_be_in_viewport()
    assert printing(page).sheets[0].head == "Networks · Spreading and adopting innovation: a working guide Page 1 of 1"


def test_the_panel_works_by_keyboard_and_prints_only_when_asked(desk: Page) -> None:
    desk.evaluate("() => { window.prints = 0; window.print = () => { window.prints += 1; }; }")
    desk.get_by_label("Some principles").focus()
    for _ in range(3):
        desk.keyboard.press("ArrowDown")
    assert sheets(desk) == 9
    for name in ("Few", "Blank"):
        desk.get_by_label(name).focus()
        desk.keyboard.press("Space")
    expect(desk.get_by_label("Blank")).to_be_checked()
    assert desk.evaluate("window.prints") == 0
    for _ in range(20):
        desk.keyboard.press("Tab")
        if desk.evaluate("document.activeElement.innerText") == "Print these sheets":
            break
    desk.keyboard.press("Enter")
    assert desk.evaluate("window.prints") == 1


PACK = [".app-handout__panel", "#sheet-agenda", "#sheet-benefit", "#sheet-actions"]  # the sheets of all principles are built alike


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_whatever_was_chosen(context_with: Callable[..., BrowserContext], scheme: str) -> None:
    page = context_with(color_scheme=scheme, viewport={"width": 1280, "height": 1600}).new_page()
    page.goto("handout/#handout-benefit")  # the whole guide takes axe a quarter of a minute, and has nothing that these have not
    for name, within in (("Questions and guidance", None), ("The workshop pack", PACK)):
        page.get_by_label(name).check()
        settle(page)
        assert violations(page, within, **({"runOnly": COLOURS} if scheme == "dark" else {})) == [], name


def test_without_scripts_seven_blank_sheets_are_there_and_no_panel(context_with: Callable[..., BrowserContext]) -> None:
    page = context_with(java_script_enabled=False).new_page()
    page.goto("handout/")
    expect(page.locator(".app-handout__panel")).to_be_hidden()
    expect(page.locator(".app-sheet:visible")).to_have_count(7)


def test_the_panel_works_where_nothing_can_be_stored(page: Page) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
    page.goto("handout/")
    page.get_by_label("The workshop pack").check()
    assert sheets(page) == 9


def test_guidance_that_cannot_be_fetched_is_missed_aloud_and_asked_for_again(desk: Page, watch: Watch) -> None:
    desk.route("**/principles/benefit/", lambda route: route.abort())
    desk.get_by_label("Questions and guidance").check()
    trouble = desk.locator('[data-part="trouble"]')
    expect(trouble).to_have_text("The guidance cannot be fetched now. You can print each page by itself instead.")
    assert sheets(desk) == 7
    expect(desk.locator("#sheet-learning")).to_contain_text("Make bad news welcome")
    desk.unroute("**/principles/benefit/")
    desk.get_by_label("Blank").check()
    expect(trouble).to_have_text("")
    expect(desk.locator("#sheet-benefit")).to_contain_text("Work out the benefit afresh")
    watch.seen.clear()  # the browser itself notes a failed request


def test_guidance_that_hangs_is_missed_aloud_and_stands_there_when_it_comes(page: Page) -> None:
    page.add_init_script(IMPATIENT)
    page.goto("handout/", wait_until="networkidle")
    guidance = Held(page, "**/principles/benefit/")
    page.get_by_label("Questions and guidance").check()
    trouble = page.locator('[data-part="trouble"]')
    expect(trouble).to_contain_text("The guidance cannot be fetched now.")
    guidance.let_go()
    expect(trouble).to_have_text("")
    expect(page.locator("#sheet-benefit")).to_contain_text("Work out the benefit afresh")


@pytest.mark.theme("whole")
def test_margins_say_the_page_one_is_on_after_instant_navigation(page: Page) -> None:
    arrive(page, "about/")
    settle(page)
    links = page.get_by_role("navigation", name="Navigation").first
    for name, title in (("Handouts", "Spreading"), ("Glossary", "Glossary ·"), ("Handouts", "Spreading")):
        page.evaluate("window.same = true")
        links.get_by_role("link", name=name, exact=True).click()
        expect(page.locator("h1")).to_contain_text("Make a handout" if name == "Handouts" else name)
        said = "dispatchEvent(new Event('beforeprint')), document.documentElement.style.getPropertyValue('--app-paper-title')"
        until(page, f'(title) => ({said}).startsWith(`"${{title}}`)', arg=title)
        assert page.evaluate("window.same"), "the page was not loaded anew"
    assert sheets(page) == 7
