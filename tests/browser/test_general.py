"""Actions are added, changed, filtered and read out where they are looked at, whether a question raised them or not."""

from pathlib import Path

from playwright.sync_api import Page, expect

DAY = "2027-03-01"


def test_an_action_without_a_question_is_changed_filtered_and_read_out(page: Page) -> None:
    page.goto("workbook/")
    part = page.locator("#actions")
    part.locator("summary", has_text="In general").press("Enter")
    part.get_by_label("Car park").fill("Parking at the clinic")
    for n, (what, who) in enumerate((("Book the room", "Ana"), ("Ask the ward", "Ben")), 1):
        part.get_by_role("button", name="Add an action that belongs to no question").press("Enter")
        part.get_by_role("textbox", name=f"Action, action {n} in general").fill(what)
        part.get_by_label(f"Who, action {n} in general").fill(who)
        part.get_by_label(f"By when, action {n} in general").fill(DAY)
    item = part.locator(".app-todo__item", has_text="Book the room")
    item.locator("summary").press("Enter")
    owner = item.get_by_label("Who: Book the room")
    owner.fill("Chris")
    expect(owner).to_be_focused()
    expect(item.locator('[data-part="who-by"]')).to_have_text("Chris, by 1 March 2027")
    item.get_by_label("What became of it: Book the room").fill("Room 4, for June")
    expect(item.locator('[data-part="became-line"]')).to_have_text("What became of it: Room 4, for June")

    part.get_by_label("Actions of").select_option("Ben")
    expect(part.locator(".app-todo__item")).to_have_count(1)
    with page.expect_download() as made:
        part.get_by_role("button", name="Calendar of this person").press("Enter")
    calendar = Path(made.value.path()).read_text(encoding="utf-8")
    assert "Ask the ward" in calendar
    assert "Book the room" not in calendar

    page.reload()
    expect(part.locator(".app-todo__item")).to_have_count(2)
    page.get_by_role("button", name="Show in large type").click()
    view = page.locator(".app-presenter")
    view.get_by_label("Checklist").select_option("Who does what by when")
    expect(view.get_by_role("heading", level=2)).to_have_text("Who does what by when")
    for line in ("Chris, by 1 March 2027", "Book the room", "Ben, by 1 March 2027", "Ask the ward"):
        expect(view.get_by_text(line, exact=True)).to_be_in_viewport()

    page.goto("handout/")
    page.get_by_label("The workshop pack").check()
    sheet = page.locator("#sheet-actions")
    for text in ("Book the room", "Ask the ward", "The decision", "Parking at the clinic"):
        expect(sheet.get_by_text(text, exact=True)).to_be_visible()


def test_what_was_decided_stands_on_the_slide_the_checklist_and_the_workbook(page: Page) -> None:
    page.goto("workbook/")
    page.get_by_role("button", name="Show in large type").click()
    view = page.locator(".app-presenter")
    view.get_by_label("Checklist").select_option("Benefit")
    view.locator(".app-fold > summary").click()
    view.get_by_label("What was decided?").fill("We try the form until May.")
    view.get_by_role("combobox", name="How").select_option("consent")
    view.get_by_role("textbox", name="Decided by").fill("All twelve")
    view.locator(".app-fold > summary").click()
    expect(view.locator('[data-part="said"]')).to_have_text("Decided We try the form until May. (by consent, All twelve)")
    page.keyboard.press("PageDown")
    view.locator(".app-fold > summary").click()
    view.get_by_role("textbox", name="Or left to").fill("The board")
    view.get_by_label("On which day").fill(DAY)
    page.keyboard.press("Escape")
    notes = page.locator('[data-part="notes"]')
    expect(notes).to_contain_text("Decided We try the form until May. (by consent, All twelve)")
    expect(notes).to_contain_text("Decided later The board (by 1 March 2027)")
    page.goto("principles/benefit/")
    rows = page.locator('.app-checklist [data-part="written"]')
    expect(rows.nth(0)).to_contain_text("We try the form until May. by consent, All twelve")
    expect(rows.nth(1)).to_contain_text("The board 1 March 2027")


def test_a_decision_is_one_press_away_under_its_question(page: Page) -> None:
    page.goto("principles/benefit/")
    row = page.locator("#benefit-worth-spreading")
    row.locator("summary").press("Enter")
    row.get_by_role("button", name="Decide this").press("Enter")
    decided = row.get_by_label("What was decided?")
    expect(decided).to_be_focused()
    decided.fill("We wait.")
    row.locator("summary").press("Enter")
    expect(row.locator('[data-part="written"]')).to_contain_text("We wait.")
    page.reload()
    row.locator("summary").press("Enter")
    expect(row.get_by_label("What was decided?")).to_have_value("We wait.")
