"""One drive through all that a reader does, on the site as it is published: the policy stops nothing, and what it would stop is counted.

Long because it is one table: an act, how a reader does it, and what they see then.
"""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .acts import Act, at, at_address, both, choose, click, holds, keys, labelled_tick, named, opens, press, saves, sees, tick, types, write
from .conftest import Server, Watch
from .instant import arrive
from .printed import read, settle
from .releases import CLAIM
from .searching import results
from .stopped import Stopped
from .test_boards import show
from .test_imports import backup
from .test_imports import choose as offer
from .test_sort import MARKS, give
from .test_together import SAID, bring, file
from .test_wheel import picture

BENEFIT = "principles/benefit/"
FIRST, SECOND = "#benefit-worth-spreading", "#benefit-communicate-why"
SHELF, VIEW, SORT, SHARE = 'dialog[data-part="switcher"]', ".app-presenter", '[data-part="silent-sort"]', '[data-part="share"]'
TOGETHER, PREVIEW, STATUS = '[data-part="together"]', 'dialog[data-part="preview"]', ".app-status"
TODAY, EXPORTS, HAPPENED, ABOUT = (f'[data-part="{one}"]' for one in ("today", "exports", "happened", "about"))
DROP = """(text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], "b.json"));
    document.querySelector("h2").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
}"""


def nothing(_: Page) -> None:
    """What the act itself has waited for is enough."""


def prints(page: Page) -> None:
    """Print the page, as the browser's own command does."""
    assert read(page.pdf(format="A4")).sheets


def takes_a_page(page: Page) -> None:
    """Take the workbook away as a page, and open that in another tab."""
    with page.expect_download() as download:
        named("button", "Web page")(page).click()
    kept = download.value.path().with_suffix(".html")
    download.value.save_as(kept)
    other = page.context.new_page()
    other.goto(kept.as_uri())
    expect(other.get_by_role("heading", level=1)).to_have_text("Falls clinic")
    other.close()


def follows_a_link(page: Page) -> None:
    """Open the link that was just made, in another tab."""
    other = page.context.new_page()
    other.goto(page.locator(SHARE).get_by_label("The link", exact=True).input_value())
    other.get_by_role("dialog", name="What somebody prepared for you").get_by_role("button", name="Cancel").click()
    other.close()


def in_a_window(page: Page) -> None:
    """Open a page in a window that this one opens."""
    with page.expect_popup() as window:
        page.evaluate("window.open('../glossary/')")
    expect(window.value.get_by_role("heading", level=1)).to_contain_text("Glossary")
    window.value.close()


def in_another_window(page: Page) -> None:
    """Ask for a picture from elsewhere in a window that this page opens, and close it at once."""
    with page.expect_popup() as window:
        page.evaluate("window.open('../../glossary/')")
    window.value.evaluate("() => { new Image().src = 'https://elsewhere.invalid/b.png'; }")
    window.value.close()


def run(script: str) -> Act:
    """Run a script in the page."""
    return lambda page: page.evaluate(script)


def without_a_line(page: Page) -> None:
    """Cut the line once the browser has the whole guide."""
    expect(page.locator('[data-part="offline"]')).to_have_text(CLAIM, timeout=60_000)
    page.context.set_offline(True)


def everything_goes(page: Page) -> None:
    """Remove everything that is kept."""
    press("Remove everything this site keeps")(page)
    page.locator('dialog[data-part="removal"]').get_by_label("I have a backup, or I need none.").check()
    press("Remove everything now")(page)


DRIVE: list[tuple[str, Act, Act]] = [
    # Reading
    ("opens the first page", lambda page: arrive(page, ""), sees("70 questions")),
    ("goes by the wheel to a principle", lambda page: picture(page).get_by_role("link", name="Benefit").click(), sees("Ten questions on benefit")),
    ("goes on without a load", press("Next: Adaptation", "link"), sees("Ten questions on adaptation")),
    ("goes back", lambda page: page.go_back(), sees("Ten questions on benefit")),
    ("leaps within the page", press("Go to the questions", "link"), at_address("#benefit-questions")),
    ("looks at a term", lambda page: page.locator("a.app-term", has_text="pull").first.hover(), sees("Demand for a change")),
    ("searches", both(click("[role=search] input"), types("weak tie")), lambda page: expect(results(page).first).to_be_visible()),
    ("follows what was found", lambda page: results(page).first.click(), sees("Weak tie")),
    ("changes the colours", click("label[title^=Colours]"), sees("Weak tie")),
    ("chooses tools by principle", both(opens("tools-and-methods/"), choose("Show tools that help with", "Networks")), sees(" tools", '[role="status"]')),
    ("opens the card of a tool", click(".app-tools-card summary"), sees("Use it when")),
    ("opens an address that leads nowhere", opens("nowhere/"), sees("This page is not here")),
    # A checklist
    ("ticks a question", both(opens(BENEFIT), tick(f"{FIRST}-tick")), sees("Saved in this browser at")),
    ("takes a tick back", tick(f"{FIRST}-tick"), sees("Tick removed.")),
    ("undoes that", press("Undo"), sees("Undone.")),
    ("writes a note in the editor", both(click(f"{FIRST} summary"), write("What did you say?", "An hour back.", FIRST)), nothing),
    ("adds an action", both(press("Add an action", within=FIRST), write("Action, action 1", "Ask the wards", FIRST)), nothing),
    ("says who and by when", both(write("Who, action 1", "Ana", FIRST), write("By when", "2126-12-24", FIRST)), nothing),
    ("has done an action", tick(f"{FIRST} [data-field=done]"), nothing),
    ("removes an action", press("Remove this action", within=FIRST), sees("You removed an action.")),
    ("brings it back", press("Undo"), sees("Undone.")),
    ("writes what was decided", both(press("Decide this", within=FIRST), write("What was decided?", "Two wards.", FIRST)), nothing),
    ("picks a question for today", tick(f"{FIRST} [data-field=today]"), nothing),
    ("closes the editor", click(f"{FIRST} summary"), both(*[sees(text, FIRST) for text in ("An hour back.", "Ask the wards", "Two wards.")])),
    ("calls a question not relevant", both(click(f"{SECOND} summary"), tick(f"{SECOND} [data-field=not-relevant]")), sees("1 not relevant here")),
    ("says why", write("Why not here?", "Set nationally", SECOND), nothing),
    ("copies the link to a question", press("Link to this question", "link", SECOND), holds('[data-part="announcer"]', "Link copied")),
    ("clears the ticks", both(click(f"{STATUS} summary"), press("Clear these ticks")), sees("You cleared these ticks.")),
    ("takes that back", press("Bring back what was removed last"), sees("1 discussed, 1 not relevant here")),
    ("downloads a backup", saves("Download a backup", ".json"), nothing),
    ("prints the checklist", prints, nothing),
    # The workbook
    ("names the workbook", both(opens("workbook/"), write("Title (the innovation)", "Falls clinic")), holds("#this-workbook", "Falls clinic")),
    ("takes the minutes", saves("Minutes", ".md"), sees("in your downloads")),
    ("takes a page, and opens it", takes_a_page, nothing),
    ("takes a spreadsheet", saves("Spreadsheet", ".csv", EXPORTS), nothing),
    ("takes a calendar", saves("Calendar", ".ics"), nothing),
    ("takes a Word document", saves("Word document", ".docx"), nothing),
    ("takes the workbook as a file", saves("This workbook as a file", ".json", EXPORTS), nothing),
    ("takes a backup of everything", saves("Backup of everything", ".json"), nothing),
    ("copies the minutes for an email", press("Copy for an email"), sees("The minutes are on the clipboard.")),
    ("copies the action list", press("Copy the action list"), sees("The action list is on the clipboard.")),
    ("sorts actions by person", choose("Sort actions by", "person"), nothing),
    ("makes a link, and a code", press("Link to what is prepared"), lambda page: expect(at(f"{SHARE} [role=img]")(page)).to_be_visible()),
    ("copies the link", press("Copy the link"), sees("The link is on the clipboard.")),
    ("opens that link", follows_a_link, nothing),
    ("makes a link with answers", press("Link with our answers"), holds(f'{SHARE} [data-part="link-said"]', "all that this workbook says")),
    ("looks at a file and goes away", both(lambda page: offer(page, backup()), sees("From Ana", PREVIEW), keys("Escape")), lambda page: expect(page.locator(PREVIEW)).to_be_hidden()),
    ("drops a file and merges it", both(lambda page: page.evaluate(DROP, backup("Dropped")), press("Merge into this workbook")), holds(HAPPENED, "merged")),
    ("undoes that too", press("Undo", within=ABOUT), holds(HAPPENED, "This workbook is what it was before the file.")),
    ("pastes a file", both(click("summary", has_text="Paste the text"), write("Text of the file", backup("Pasted")), press("Read this text")), sees("Pasted", PREVIEW)),
    ("adds it as a new workbook", press("Add as a new workbook"), holds("#this-workbook", "Pasted")),
    ("starts a new workbook", both(press("All workbooks"), press("Start a new workbook")), holds("#this-workbook", "without a title")),
    ("makes a copy", both(press("All workbooks"), press("Make a copy")), holds("#this-workbook", "Copy of")),
    ("deletes it, and brings it back", both(press("All workbooks"), press("Delete"), press("Undo", within=SHELF)), sees("is back.", SHELF)),
    ("deletes it again", press("Delete", within=SHELF), sees("is deleted.", SHELF)),
    ("removes it for good", both(click("summary", has_text="Deleted workbooks"), click('[data-part="purge"]'), labelled_tick("I have a backup", SHELF), press("Yes, remove it for good")), sees("is removed for good", SHELF)),
    ("opens another workbook", both(click(f"{SHELF} label", has_text="Falls clinic"), press("Open", within=SHELF)), holds("#this-workbook", "Falls clinic")),
    # Today, the sort, and the large view
    ("picks one more for today", both(lambda page: at(f'{TODAY} [data-part="pick"]')(page).select_option(index=3), press("Add this question")), sees("of 2 today", TODAY)),
    ("moves it up, and takes it away", both(lambda page: page.locator(f'{TODAY} [data-moves="-1"]').nth(1).click(), click(f'{TODAY} [data-part="today-remove"]')), sees("of 1 today", TODAY)),
    ("asks for a silent sort by a link", both(choose("Questions to sort", "Benefit"), press("Ask everybody by a link")), holds(f'{SORT} [data-part="link-said"]', "The link is below.")),
    ("sorts on this device", both(press("Sort on this device"), lambda page: give(page, [MARKS[0]] * 10), press("Done")), sees("People who marked: 1.", SORT)),
    ("picks from the sort", click(f"{SORT} table [type=checkbox]"), nothing),
    ("takes the marks, and removes them", both(saves("Save the marks as a file", ".json", SORT), press("Remove these marks")), sees("The marks are removed.", SORT)),
    ("opens the large view", press("Show in large type"), sees("question", VIEW)),
    ("turns by keys", keys("PageDown", "ArrowRight", "PageUp"), sees("question 4 of 10", VIEW)),
    ("writes there, and leaves by a key", both(write("What did you say?", "Read from the back.", VIEW), keys("Escape")), sees("Read from the back.", '[data-part="notes"]')),
    ("starts the workshop", press("Start the workshop"), sees("Why we are here, and how we work", VIEW)),
    ("stops the time, and takes a minute more", both(press("Pause"), press("Go on with the time"), press("One minute more")), nothing),
    ("lets it sound at the end", both(click(".app-timer__more > summary"), tick('[data-part="sound"]')), nothing),
    ("goes through the boards", keys(*["PageDown"] * 12), nothing),
    ("leaps to what is to be done", lambda page: show(page.locator(VIEW), "Who does what"), nothing),
    ("shows the code to join", press("Code to join"), lambda page: expect(at(f"{VIEW} [role=img]")(page)).to_be_visible()),
    ("ends the plan", both(press("End the plan"), press("Close", within=VIEW)), lambda page: expect(page.locator(VIEW)).to_be_hidden()),
    # Several groups
    ("brings the files of three groups", lambda page: bring(page, *map(file, SAID)), nothing),
    ("puts them side by side", press("Put workbooks side by side"), sees("groups differ", TOGETHER)),
    ("looks where they differ", choose("Show", "where we differ", TOGETHER), nothing),
    ("takes what is side by side", both(saves("Spreadsheet", ".csv", TOGETHER), saves("Web page", ".html", TOGETHER)), nothing),
    ("makes a joint record", press("Make one joint record"), holds(HAPPENED, "The joint record is open now.")),
    ("starts the next round", press("Start the next round"), holds(HAPPENED, "The next round is open now")),
    # Paper
    ("makes a handout", both(opens("handout/"), tick("text=Questions and guidance")), sees("Work out the benefit afresh")),
    ("chooses the workshop pack, and lines", both(tick("text=The workshop pack"), tick("text=Many")), sees("180 minutes")),
    ("prints the sheets", both(settle, prints), nothing),
    ("chooses the whole guide", both(tick("text=The whole guide"), settle), lambda page: expect(page.locator(".app-sheet:visible")).to_have_count(10)),
    # Elsewhere
    ("opens a page in a window", in_a_window, nothing),
    ("loses the line", both(opens(BENEFIT), without_a_line), nothing),
    ("goes on reading without it", opens("glossary/"), sees("Weak tie")),
    ("searches without it", both(click("[role=search] input"), types("weak tie")), lambda page: expect(results(page).first).to_be_visible()),
    ("takes the minutes without it", both(opens("workbook/"), saves("Minutes", ".md")), nothing),
    ("has the line back", lambda page: page.context.set_offline(False), nothing),
    ("removes everything", everything_goes, sees("Everything that this site kept in this browser is removed.")),
    ("goes on after that", press("Close", within='dialog[data-part="removal"]'), sees("Workbook without a title")),
]  # fmt: skip


# What somebody could try, where, and how it is counted then. The last page of a drive proves the same for a page (stopped.py).
FETCH = "() => { fetch('https://elsewhere.invalid/').catch(() => {}); }"
PLANTED: dict[str, tuple[Callable[[Page], Any], str]] = {
    "a script in the page": (run("() => { const one = document.createElement('script'); one.textContent = 'window.caught = 1'; document.body.append(one); }"), "script-src-elem inline"),
    "text that is run": (run("() => { setTimeout(() => { try { eval('window.caught = 1') } catch {} }); }"), "script-src eval"),
    "a picture from elsewhere": (run("() => { new Image().src = 'https://elsewhere.invalid/a.png'; }"), "img-src https://elsewhere.invalid/a.png"),
    "a picture in a frame": (run("() => { const one = document.createElement('iframe'); document.body.append(one); one.contentDocument.createElement('img').src = 'https://elsewhere.invalid/c.png'; }"), "img-src https://elsewhere.invalid/c.png"),
    "a picture in another window": (in_another_window, "img-src https://elsewhere.invalid/b.png"),
    "a request of the worker": (lambda page: page.context.service_workers[0].evaluate(FETCH), "connect-src https://elsewhere.invalid/"),
}  # fmt: skip


@pytest.fixture
def stopped(host: Server, context_with: Callable[..., BrowserContext]) -> Stopped:
    """Somebody whose browser has workers and a clipboard, on a host with its headers."""
    return Stopped(host, context_with(base_url=host.url, service_workers="allow", permissions=["clipboard-read", "clipboard-write"]))


def test_in_a_whole_drive_nothing_is_stopped(stopped: Stopped, watch: Watch) -> None:
    assert len(DRIVE) >= 58
    page = stopped.context.new_page()
    for name, act, then in DRIVE:
        act(page)
        then(page)
        assert stopped.so_far() == [], name
    assert [one for one in watch.seen if "404 (Not Found)" not in one and "file://" not in one] == []  # both were asked for
    assert stopped.all() == []
    watch.seen.clear()  # of the address that leads nowhere, and of what was planted at the end


def test_what_is_stopped_is_counted_wherever_it_was_tried(stopped: Stopped, watch: Watch) -> None:
    page = stopped.context.new_page()
    page.goto(BENEFIT)
    expect(page.locator('[data-part="offline"]')).to_have_text(CLAIM, timeout=60_000)
    assert stopped.so_far() == []
    for act, _ in PLANTED.values():
        act(page)
    counted = stopped.all()
    assert [name for name, (_, said) in PLANTED.items() if said not in counted] == []
    assert len({said for _, said in PLANTED.values()}) == len(PLANTED), "each is told from the others"
    assert page.evaluate("window.caught") is None
    watch.seen.clear()
