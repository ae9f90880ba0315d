"""What the page does in the oldest browsers that it promises, under other spellings of its address, and where a notice would be out of view."""

import pytest
from playwright.sync_api import Page, Route, expect

from .conftest import Server
from .test_checklist import BENEFIT, FIRST, count
from .test_store import FULL, stored

# What Chrome 109, Firefox 115 or Safari 16.4 lacks, and a script might use all the same.
LACKING = """
for (const name of ["toSorted", "toReversed", "toSpliced", "with"]) delete Array.prototype[name];
for (const [owner, name] of [[Object, "groupBy"], [Map, "groupBy"], [Promise, "withResolvers"], [URL, "canParse"], [URL, "parse"], [Array, "fromAsync"]]) delete owner[name];
for (const name of ["union", "difference", "intersection"]) delete Set.prototype[name];
for (const name of ["ariaBusy", "ariaHidden", "ariaInvalid", "checkVisibility"]) delete Element.prototype[name];
"""


def test_a_workbook_works_in_a_browser_that_lacks_what_is_new(page: Page) -> None:
    page.add_init_script(LACKING)
    page.goto("workbook/")
    page.get_by_label("Title (the innovation)").fill("Falls")
    page.get_by_role("link", name="Benefit", exact=True).first.click()
    page.wait_for_url("**/benefit/")
    page.locator(FIRST).check()
    expect(page.locator('[data-part="status"]')).to_contain_text("Saved in this browser at")
    assert count(page) == "1 of 10 discussed"
    page.goto("handout/")
    expect(page.get_by_role("button", name="Print these sheets")).to_be_visible()


@pytest.mark.parametrize("spelling", ["/Guide/", "//guide/", "/guide//", "/%67uide/", "/GUIDE/", "/g%75ide//"])
def test_any_spelling_of_our_address_shows_the_same_answers(page: Page, site: Server, spelling: str) -> None:
    page.goto(BENEFIT)
    page.locator(FIRST).check()
    expect(page.locator('[data-part="status"]')).to_contain_text("Saved in this browser at")
    before = set(stored(page))

    def serve(route: Route) -> None:  # a host that folds its paths
        path = route.request.url.removeprefix(site.url.removesuffix("/guide/") + spelling)
        route.fulfill(response=route.fetch(url=site.url + path))

    page.route(lambda url: spelling in url, serve)
    page.goto(site.url.removesuffix("/guide/") + spelling + BENEFIT + "?fbclid=1")
    expect(page.locator(FIRST)).to_be_checked()
    page.locator(FIRST).uncheck()
    page.locator(FIRST).check()
    assert {key for key in stored(page) if ":undo:" not in key} == before
    page.goto("about:blank")  # what it still fetches must not come from a host that folds nothing
    page.unroute_all(behavior="ignoreErrors")


@pytest.mark.parametrize("size", [(1280, 720), (360, 640)])
def test_not_saved_is_in_view_where_somebody_types_and_covers_nothing(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(BENEFIT)
    page.evaluate(FULL)
    page.locator("#benefit-worth-spreading summary").click()
    note = page.locator("#benefit-worth-spreading textarea").first
    note.focus()
    note.evaluate("(field) => scrollTo(0, scrollY + field.getBoundingClientRect().top - 60)")  # right below the header
    note.press_sequentially("Falls")
    alarm = page.get_by_text("Not saved. What to do")
    expect(alarm).to_be_in_viewport(ratio=1)
    page.wait_for_timeout(300)
    box, field = alarm.bounding_box(), note.bounding_box()
    assert box and field and box["y"] + box["height"] <= field["y"]
    page.get_by_role("button", name="What to do").click()
    expect(page.get_by_text("space for this site is full")).to_be_in_viewport()
    page.evaluate("window.refuse = false")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(alarm).to_be_hidden()
