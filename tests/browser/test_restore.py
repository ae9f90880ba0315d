"""Answers are back before anything is painted, whatever the network does."""

import pytest
from playwright.sync_api import Page, Route, expect

from .held import Held
from .instant import arrive
from .test_checklist import BENEFIT, FIRST, SECOND, count
from .until import until


def test_instant_navigation_never_shows_an_unticked_box(page: Page) -> None:
    arrive(page, BENEFIT)
    page.locator(FIRST).check()
    page.get_by_role("link", name="Next: Adaptation").click()
    page.wait_for_url("**/adaptation/")
    page.evaluate(f"""() => {{
        window.frames_ = [];
        const look = () => {{
            const box = document.querySelector("{FIRST}");
            if (box) window.frames_.push(box.checked);
            requestAnimationFrame(look);
        }};
        look();
    }}""")
    page.get_by_role("link", name="Previous: Benefit").click()
    page.locator(FIRST).wait_for()
    until(page, "window.frames_.length > 5")
    assert page.evaluate("window.frames_.every(Boolean)")


@pytest.fixture
def slow(page: Page) -> Page:
    """A tab whose modules arrive a second late."""

    def late(route: Route) -> None:
        page.wait_for_timeout(1000)
        route.continue_()

    page.goto(BENEFIT)
    page.locator(FIRST).check()
    expect(page.locator('[data-part="status"]')).to_contain_text("Saved in this browser at")
    page.route("**/assets/javascripts/site*.js", late)
    return page


def test_boxes_are_ticked_before_the_first_paint_though_the_modules_are_late(slow: Page) -> None:
    slow.add_init_script(f"""
        window.seen = [];
        const look = () => {{
            const box = document.querySelector("{FIRST}");
            if (box) window.seen.push([box.checked, document.querySelector('[data-part="count"]')?.textContent]);
            if (window.seen.length < 20) requestAnimationFrame(look);
        }};
        requestAnimationFrame(look);
        window.shifts = [];
        const moved = ({{ node, previousRect, currentRect }}) =>
            [(node?.nodeType === 1 ? node : node?.parentElement)?.outerHTML.slice(0, 80), previousRect, currentRect].map((one) => JSON.stringify(one)).join(" ");
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => window.shifts.push(...entry.sources.map(moved))))
            .observe({{ type: "layout-shift", buffered: true }});
    """)
    slow.reload(wait_until="commit")
    until(slow, "window.seen.length >= 20")
    assert slow.evaluate("window.seen.every(([ticked, text]) => ticked && text === '1 of 10 discussed')")
    slow.wait_for_timeout(1500)  # the modules have come: nothing may move when they start
    assert slow.evaluate("window.shifts") == []


def test_the_frame_does_not_move_when_the_mark_arrives_late(page: Page) -> None:
    page.add_init_script("""
        window.shifts = [];
        new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((entry) => entry.value))).observe({ type: "layout-shift", buffered: true });
    """)

    def late(route: Route) -> None:
        page.wait_for_timeout(500)
        route.continue_()

    page.route("**/mark.svg", late)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})  # it is painted before all of it is there
    page.goto(BENEFIT)
    page.wait_for_timeout(300)
    page.unroute_all(behavior="wait")  # the mark is asked for again, as the tab's icon
    assert page.evaluate("window.shifts") == []


def test_a_box_that_is_ticked_before_the_modules_arrive_is_stored(slow: Page) -> None:
    slow.reload(wait_until="commit")
    slow.locator(SECOND).check()
    assert count(slow) == "2 of 10 discussed"
    until(slow, "Object.keys(localStorage).some((key) => key.endsWith('benefit-communicate-why'))")
    slow.wait_for_load_state("load")  # with the modules
    expect(slow.locator(SECOND)).to_be_checked()
    slow.unroute_all()
    slow.reload()
    expect(slow.locator(SECOND)).to_be_checked()


def test_what_is_ticked_before_answers_are_brought_from_the_former_path_stands_among_them(page: Page) -> None:
    page.goto(BENEFIT)
    old = {
        "spread-guide:/old/:2:current": "w4",
        "spread-guide:/old/:2:workbook:w4": '{"title":"Falls","edits":{"title":[1,"a"]}}',
        "spread-guide:/old/:2:answer:w4:benefit-evidence": '{"status":"discussed","note":"Ask","edits":{"status":[1,"a"],"note":[2,"a"]}}',
        "spread-guide:/old/:2:answer:w4:benefit-measure": '{"status":"not-relevant","edits":{"status":[9,"a"]}}',
    }
    page.evaluate("(items) => Object.entries(items).forEach(([key, value]) => localStorage.setItem(key, value))", old)
    moved = 'name="app-former-paths" content="/old/"'
    page.route(
        "**/benefit/",
        lambda route: route.fulfill(
            body=route.fetch().text().replace('name="app-former-paths" content=""', moved), content_type="text/html"
        ),
    )
    scripts = Held(page, "**/assets/javascripts/site*.js")
    page.reload(wait_until="commit")
    page.locator("#benefit-measure-tick").check()
    expect(page.locator('[data-part="status"]').first).to_contain_text("Saved in this browser at")
    scripts.let_go()
    expect(page.locator("#benefit-evidence-tick")).to_be_checked()  # it came, though there was a tick already
    expect(page.get_by_text("Ask", exact=True)).to_be_visible()
    expect(page.locator("#benefit-measure-tick")).to_be_checked()
    page.reload(wait_until="load")
    expect(page.locator("#benefit-measure-tick")).to_be_checked()
    expect(page.locator("#benefit-evidence-tick")).to_be_checked()
    expect(page.locator('[data-part="workbook-name"]').first).to_have_text("Falls")
    assert not [key for key in page.evaluate("Object.keys(localStorage)") if ":answer:first:" in key]
    page.unroute_all(behavior="ignoreErrors")
