"""What a reader does with the site, in each engine: the same acts in the same words. `Tab` says how they find things.

Long because it is one story: whoever adds an engine reads here all that it has to be able to do.
"""

import csv
import io
import json
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator

from macros.loader import load
from tests.browser.conftest import Server
from tests.browser.printed import read
from tests.browser.test_colours import LIGHT, SYSTEM
from tests.browser.test_imports import backup
from tests.conftest import ROOT

from .conftest import Readers
from .tab import Tab

BENEFIT = "principles/benefit/"
LISTS = load(ROOT / "data").checklists
FIRST, SECOND = (one.text for one in LISTS["benefit"].questions[:2])
# Components come with their scripts, and the line that says what is kept comes last.
STARTED = """return Boolean(document.querySelector('h1')) && document.readyState === 'complete'
    && [...document.querySelectorAll('[data-module=status] > [data-part=status]')].every((one) => !one.hidden || one.closest('[hidden]'))"""
CALLED = "return document.getElementById('this-workbook')?.innerText"
WIDTHS = pytest.mark.parametrize("width", [1280, 320])
FILL = "for (let size = 1 << 20, n = 0; size >= 1; ) { try { localStorage.setItem('filler' + n++, 'x'.repeat(size)) } catch { size = Math.floor(size / 2) } }"
SWITCH = "const found = [...document.querySelectorAll('label[title]')].find((one) => one.title === arguments[0] && !one.hidden); found?.click(); return Boolean(found)"
# On a phone the magnifying glass has no name of its own: it is the label that has to do with the search.
GLASS = """const what = document.querySelector('[role=search] label').htmlFor;
    const found = [...document.querySelectorAll('header label')].find((one) => one.htmlFor === what && !one.closest('[role=search]') && one.checkVisibility());
    found?.click(); return Boolean(found)"""
SETTLED = "return !document.querySelector('[data-module=handout][aria-busy=true], [data-module=handout] [data-part=panel][hidden]')"


def at(tab: Tab, path: str) -> Tab:
    """The tab, with a page of the site that has started."""
    tab.open(path)
    tab.until(lambda: tab.run(STARTED))
    return tab


def named(tab: Tab, title: str) -> None:
    """Give the open workbook a title."""
    at(tab, "workbook/").sees("Where you stand")
    tab.run("[...document.querySelectorAll('details')].find((one) => one.textContent.includes('Title (the innovation)')).open = true")
    tab.write("Title (the innovation)", title)
    tab.becomes(lambda: tab.run(CALLED), title)


def answered(tab: Tab) -> None:
    """A workbook with a title, a tick, a note and an action with a day."""
    at(tab, BENEFIT).press("checkbox", FIRST)
    tab.press("button", "Add on question 1")
    tab.write("What did you say?", "An hour back for every nurse")
    tab.press("button", "Add an action")
    tab.write("Action", "Ask three nurses")
    tab.write("Who", "Amina")
    tab.write("By when", "2126-12-12")
    named(tab, "Falls clinic")


@WIDTHS
def test_a_tick_is_kept_over_a_reload_and_can_be_taken_away(tab: Tab, width: int) -> None:
    tab.wide(width)
    at(tab, BENEFIT).press("checkbox", FIRST)
    tab.sees("1 of 10 discussed")
    tab.sees("Saved in this browser at")
    at(tab, BENEFIT).sees("1 of 10 discussed")
    assert tab.ticked(FIRST)
    tab.press("checkbox", FIRST)
    tab.press("button", "Undo")
    tab.until(lambda: tab.ticked(FIRST))


def test_two_windows_stay_in_step(tab: Tab) -> None:
    at(tab, BENEFIT)
    other = at(tab.another(), BENEFIT)
    tab.press("checkbox", FIRST)
    other.until(lambda: other.ticked(FIRST))
    other.press("checkbox", SECOND)
    tab.sees("2 of 10 discussed")


@WIDTHS
def test_a_link_leads_on_without_a_load_and_the_next_checklist_works(tab: Tab, width: int) -> None:
    tab.wide(width)
    at(tab, BENEFIT).run("window.loadedOnce = true")
    tab.until(
        lambda: tab.run(
            "return performance.getEntriesByType('resource').some((one) => one.name.endsWith('sitemap.xml') && one.responseEnd)"
        )
    )
    tab.run("return new Promise((done) => setTimeout(done, 300))")  # nothing says when the theme has read it
    tab.press("link", "Next: Adaptation")
    question = LISTS["adaptation"].questions[0].text
    tab.press("checkbox", question)
    tab.sees("1 of 10 discussed")
    assert tab.run("return window.loadedOnce === true")


def test_the_page_that_one_goes_back_to_has_what_was_ticked(tab: Tab) -> None:
    at(tab, BENEFIT).press("checkbox", FIRST)
    tab.sees("Saved in this browser at")
    tab.run("addEventListener('pageshow', ({ persisted }) => { window.kept = persisted })")
    at(tab, "404.html").run("history.back()")
    tab.until(lambda: tab.ticked(FIRST))
    if tab.keeps_pages:
        assert tab.run("return window.kept")


def test_the_way_back_shows_neither_another_workbook_nor_what_was_removed(tab: Tab) -> None:
    def back() -> None:
        tab.run("history.back()")
        tab.until(lambda: tab.run("return window.left === undefined && location.pathname.endsWith('benefit/')"))
        tab.until(lambda: tab.run(STARTED))

    at(tab, BENEFIT).press("checkbox", FIRST)
    tab.sees("1 of 10 discussed")
    tab.run("window.left = true")
    at(tab, "workbook/").press("button", "All workbooks")
    tab.press("button", "Start a new workbook")
    tab.becomes(lambda: tab.run(CALLED), "Workbook without a title")
    back()
    tab.sees("0 of 10 discussed")
    tab.press("checkbox", SECOND)
    tab.sees("1 of 10 discussed")
    tab.run("window.left = true")
    at(tab, "workbook/").press("button", "Remove everything this site keeps")
    tab.press("checkbox", "I have a backup, or I need none.")
    tab.press("button", "Remove everything now")
    tab.sees("Everything that this site kept in this browser is removed.")
    back()
    tab.sees("0 of 10 discussed")
    assert not tab.ticked(SECOND)
    assert tab.run("return Object.keys(localStorage).filter((one) => one.includes('answer')).length") == 0


@WIDTHS
def test_a_note_an_action_and_not_relevant_are_kept(tab: Tab, width: int) -> None:
    tab.wide(width)
    answered(tab)
    at(tab, BENEFIT).press("button", "Add on question 2")
    tab.press("checkbox", "Not relevant here")
    tab.write("Why not here? You can leave this empty.", "Set nationally")
    tab.press("button", "Close on question 2")
    at(tab, BENEFIT).sees("Amina, by 12 December 2126")
    tab.sees("An hour back for every nurse")
    tab.sees("Set nationally")
    tab.sees("1 discussed, 1 not relevant here, 8 open")


def test_a_note_is_kept_letter_by_letter(tab: Tab) -> None:
    at(tab, BENEFIT).press("button", "Add on question 1")
    tab.press("textbox", "What did you say?")
    tab.keys("An hour back")
    at(tab, BENEFIT).sees("An hour back")


def test_a_second_workbook_starts_clean_and_the_first_comes_back(tab: Tab) -> None:
    answered(tab)
    tab.press("button", "All workbooks")
    tab.press("button", "Start a new workbook")
    tab.becomes(lambda: tab.run(CALLED), "Workbook without a title")
    at(tab, BENEFIT).sees("0 of 10 discussed")
    assert not tab.ticked(FIRST)
    at(tab, "workbook/").press("button", "All workbooks")
    tab.press("radio", "Falls clinic")
    tab.press("button", "Delete")
    tab.sees("“Falls clinic” is deleted.")
    tab.press("button", "Undo")
    tab.sees("“Falls clinic” is back.")
    tab.press("radio", "Falls clinic")
    tab.press("button", "Open")
    tab.sees("An hour back for every nurse")


def test_each_file_that_a_group_takes_away_says_what_was_written(tab: Tab) -> None:
    answered(tab)
    note = "An hour back for every nurse"
    assert note in tab.saved("button", "Minutes").decode()
    assert note in tab.saved("button", "Web page").decode()
    rows = csv.reader(io.StringIO(tab.saved("button", "Spreadsheet").decode("utf-8-sig")))
    assert note in {cell for row in rows for cell in row}
    [event] = Calendar.from_ical(tab.saved("button", "Calendar").decode()).walk("VEVENT")
    assert "Ask three nurses" in str(event["SUMMARY"])
    schema = Draft202012Validator(json.loads((ROOT / "overrides" / "assets" / "backup.schema.json").read_text(encoding="utf-8")))
    for name in ("This workbook as a file", "Backup of everything"):
        whole = json.loads(tab.saved("button", name))
        schema.validate(whole)
        assert whole["workbooks"][0]["about"]["title"] == "Falls clinic"


@pytest.mark.parametrize("way", ["file", "paste", "drop"])
def test_a_file_comes_back_is_shown_first_and_can_be_undone(tab: Tab, tmp_path: Path, way: str) -> None:
    named(tab, "Ours")
    if way == "file":
        (tmp_path / "b.json").write_text(backup(note="Their note"), encoding="utf-8")
        tab.choose("Choose a file, or several", tmp_path / "b.json")
    elif way == "paste":
        tab.press("button", "Paste the text of a file")
        tab.write("Text of the file", backup(note="Their note"))
        tab.press("button", "Read this text")
    else:
        tab.drop(backup(note="Their note"))
    tab.sees("Made on 20 November 2026, with version b of the guide.")
    assert not tab.has("button", "Add all as new workbooks"), "there is only one"
    tab.press("button", "Replace this workbook" if way == "drop" else "Merge into this workbook")
    tab.sees("Their note")
    tab.press("button", "Undo")
    tab.sees("This workbook is what it was before the file.")


@WIDTHS
def test_the_large_view_turns_by_keys_and_keeps_what_is_written(tab: Tab, width: int) -> None:
    tab.wide(width)
    at(tab, "workbook/").press("button", "Show in large type")
    tab.sees("question 1 of 10")
    tab.keys("PageDown")
    tab.sees("question 2 of 10")
    tab.keys("PageUp")
    tab.sees("question 1 of 10")
    tab.select("Checklist", "Benefit")
    tab.press("checkbox", "Discussed")
    tab.keys("Escape")
    at(tab, BENEFIT).sees("1 of 10 discussed")
    assert tab.ticked(FIRST)


@WIDTHS
def test_search_leads_to_a_question(tab: Tab, width: int) -> None:
    tab.wide(width)
    at(tab, "about/")
    if width > 1000:
        tab.press("textbox", "Search")
    else:
        tab.until(partial(tab.run, GLASS))
    tab.until(partial(tab.run, "return document.activeElement.matches('[role=search] input')"))
    tab.keys("evidence gain commitment")
    link = "const found = [...document.links].find((one) => one.hash === '#benefit-evidence-question' && one.checkVisibility()); found?.click(); return Boolean(found)"
    tab.until(lambda: tab.run(link))
    tab.until(lambda: tab.run("return location.pathname + location.hash").endswith("benefit/#benefit-evidence-question"))
    tab.until(
        lambda: tab.run(
            "const { top } = document.getElementById('benefit-evidence-question')?.getBoundingClientRect() ?? {}; return top > 0 && top < innerHeight"
        )
    )


@WIDTHS
def test_a_term_leads_to_its_entry(tab: Tab, width: int) -> None:
    tab.wide(width)
    at(tab, "accessibility/")
    tab.until(lambda: tab.run("return [...document.querySelectorAll('h1 ~ * a[href]')].some((one) => one.text === 'emergence')"))
    tab.press("link", "emergence")
    tab.becomes(lambda: tab.run("return location.hash"), "#term-emergence")
    tab.until(
        lambda: tab.run(
            "const { top } = document.getElementById('term-emergence')?.getBoundingClientRect() ?? {}; return top >= 0 && top < innerHeight"
        )
    )


@WIDTHS
def test_colours_turn_dark_and_stay_dark(tab: Tab, width: int) -> None:
    ground = "return getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).every((one) => one < 80)"
    tab.wide(width)
    at(tab, BENEFIT)
    assert not tab.run(ground)
    for name in (SYSTEM, LIGHT):
        tab.until(partial(tab.run, SWITCH, name))  # a pointer above it would take its title away for a tooltip
    tab.until(lambda: tab.run(ground))
    at(tab, "glossary/")
    assert tab.run(ground)


@WIDTHS
def test_tools_are_filtered_by_principle(tab: Tab, width: int) -> None:
    shown = "return [...document.querySelectorAll('h3')].filter((one) => one.checkVisibility()).length"
    tab.wide(width)
    every = at(tab, "tools-and-methods/").run(shown)
    tab.select("Show tools that help with", "Networks")
    tab.until(lambda: 0 < tab.run(shown) < every)


@WIDTHS
def test_the_heads_of_the_matrix_stand_upright_and_apart(tab: Tab, width: int) -> None:
    tab.wide(width)
    boxes = at(tab, "tools-and-methods/").run(
        """return [...document.querySelectorAll("th[scope=col]")].filter((one) => one.textContent.trim() && one.closest("table").rows.length > 20)
            .map((one) => one.querySelector("*") ?? one).map((one) => one.getBoundingClientRect()).map(({ left, right, width, height }) => ({ left, right, width, height }))"""
    )
    turned = [one for one in boxes if one["height"] > one["width"]]
    assert len(turned) == 7
    assert all(other["left"] - one["left"] > 23 for one, other in pairwise(turned))
    assert min(one["height"] for one in turned) > 40


def test_the_count_stands_on_the_line_of_the_title(tab: Tab) -> None:
    at(tab, BENEFIT).sees("0 of 10 discussed")
    title, count = tab.run(
        """const box = (text) => [...document.querySelectorAll("fieldset *")].find((one) => one.textContent.trim() === text).getBoundingClientRect();
        return [box(arguments[0]), box("0 of 10 discussed")].map(({ top, bottom, left, right }) => ({ top, bottom, left, right }))""",
        LISTS["benefit"].title,
    )
    assert title["top"] - 8 < count["top"] and count["bottom"] < title["bottom"] + 8
    assert count["left"] > 600


@pytest.mark.parametrize("height", [800, 1300])
def test_each_principle_is_one_sheet_at_any_height_of_the_window(tab: Tab, height: int) -> None:
    tab.wide(1280, height)
    at(tab, "handout/").press("radio", "Blank")
    tab.until(partial(tab.run, SETTLED))
    for paper in ("A4", "Letter"):
        bodies = [sheet.body for sheet in read(tab.pdf(paper)).sheets]
        assert len(bodies) == 7, paper
        assert [one.questions[-1].text.split()[-1] in " ".join(bodies) for one in LISTS.values()] == [True] * 7


def test_the_workshop_pack_is_nine_sheets(tab: Tab) -> None:
    at(tab, "handout/").press("radio", "The workshop pack")
    tab.until(partial(tab.run, SETTLED))
    assert len(read(tab.pdf("A4")).sheets) == 9


def test_what_was_written_is_printed(tab: Tab) -> None:
    answered(tab)
    at(tab, BENEFIT).sees("An hour back for every nurse")
    letters = [letter.text for sheet in read(tab.pdf("A4")).sheets for letter in sheet.letters]  # WebKit has margins of its own
    assert "Anhourbackforeverynurse" in "".join(letters)


def test_all_that_is_kept_can_be_removed(tab: Tab) -> None:
    answered(tab)
    tab.press("button", "Remove everything this site keeps")
    tab.press("checkbox", "I have a backup, or I need none.")
    tab.press("button", "Remove everything now")
    tab.sees("Everything that this site kept in this browser is removed.")
    assert tab.run("return Object.keys(localStorage).filter((one) => one.includes('answer')).length") == 0


def test_a_store_that_is_full_is_named_and_what_was_ticked_is_offered_as_a_file(tab: Tab) -> None:
    at(tab, BENEFIT).run(FILL)
    tab.press("checkbox", FIRST)
    tab.sees("this browser’s space for this site is full")
    assert "benefit-worth-spreading" in tab.saved("button", "Download a backup now").decode()
    tab.sees("Look for spread-guide-backup-")
    tab.run("for (const key of Object.keys(localStorage)) if (key.startsWith('filler')) localStorage.removeItem(key)")
    tab.sees("Saved in this browser at")


def test_where_the_browser_refuses_to_keep_anything_the_page_works_and_says_so(refused: Tab) -> None:
    at(refused, BENEFIT).sees("This browser does not let the site keep your ticks")
    refused.press("checkbox", FIRST)
    refused.sees("1 of 10 discussed")
    assert "benefit-worth-spreading" in refused.saved("button", "Download a backup now").decode()
    if refused.forces_colours:
        assert refused.run("return matchMedia('(forced-colors: active)').matches")
    assert refused.ticked(FIRST)
    at(refused, "workbook/").press("button", "Remove everything this site keeps")
    refused.press("button", "Remove everything now")
    refused.sees("Everything that this site kept in this browser is removed.")


def test_without_a_connection_the_guide_goes_on(readers: Readers, site: Server) -> None:
    host = Server(site.folder)
    with readers.keeping(host.url) as tab:
        tab.wide(1280)
        at(tab, BENEFIT).press("checkbox", FIRST)
        tab.sees("works here without a connection")
        host.go_away()
        at(tab, "principles/adaptation/").press("checkbox", LISTS["adaptation"].questions[0].text)
        tab.sees("Saved in this browser at")
        at(tab, BENEFIT).sees("1 of 10 discussed")
        at(tab, "workbook/").sees("2 of 70")
        assert FIRST in tab.saved("button", "Minutes").decode()
    assert readers.errors() == []


def test_an_address_that_leads_nowhere_says_so(tab: Tab) -> None:
    at(tab, "no-such-page/").sees("This page is not here")
    tab.press("link", "Go to the first page")
    tab.becomes(lambda: tab.run("return location.pathname"), "/guide/")
