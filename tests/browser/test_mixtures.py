"""Pages of one release with scripts of another: each works as what it is, or leads to the newest, and nothing is lost.

Where instant navigation leads into a newer release, and half an upload reaches a worker: test_offline.py.
Long because each row of this table has its steps, and all need the same releases.

| a reader has | the host has | then |
|---|---|---|
| a page whose scripts are gone | the next release alone | a sentence, and one press brings the newest |
| a page and scripts that a cache keeps for a year | the next release alone | it works as what it is; a reload brings the newest |
| scripts of the former release in the cache | a new page | the page runs its own |
| a tab that stays open | three releases later, one after the other | what it fetches late is there |
| nothing | half of an upload: pages without their scripts | ticks are kept; one press brings the rest |
| nothing | pages of the next release, and the worker of this one | nothing is promised; once all is there, it is kept |
| a new page | some old pages, from caches on the way | each page runs its own scripts |
| the next release | this one again: it was taken back | it waits as a newer one does, and one press brings it |
| a tab that stays open | a release that nobody opens, and one more | what the tab fetches late is kept here |
| a tab that stays open | the next release, this one again, the one after | what the tab fetches late is kept here |
"""

import os
import re
import shutil
import time
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from publish.carry import carry

from . import instant
from .conftest import Server, Watch
from .releases import CLAIM, release, visited
from .until import until

BENEFIT = "principles/benefit/"
TICK = "#benefit-communicate-why-tick"
OTHER = "#benefit-worth-spreading"
INSTALLS = """async (address) => {
    const { installing, waiting, active } = await navigator.serviceWorker.register(address);
    const worker = installing ?? waiting ?? active;
    if (worker.state === "installing") await new Promise((done) => worker.addEventListener("statechange", done, { once: true }));
    return worker.state;
}"""
FOR_A_YEAR = {"/*": {"Cache-Control": "public, max-age=31536000, immutable"}}


def ticked(page: Page) -> None:
    """Tick one question more; the page says that it is kept."""
    page.locator(f"{OTHER}-tick").check()
    expect(page.locator('[data-part="status"]')).to_contain_text("Saved in this browser at")


def noted(page: Page) -> None:
    """Write a note, for which the page fetches its editor."""
    page.locator(f"{OTHER} summary").click()
    page.locator(f"{OTHER} textarea").first.fill("Falls")
    expect(page.locator('[data-part="status"]')).to_contain_text("Saved in this browser at")


def opened(tab: Page, host: Server, mark: str) -> None:
    """Open what the host has now: a release with this mark, or the first one, which has none."""
    tab.goto(f"{host.url}about/")
    tab.get_by_role("button", name="Open the newer version").click(timeout=60_000)
    expect(tab.get_by_role("heading", level=1)).to_have_text(re.compile(rf"{mark or '¶'}$"))


@pytest.mark.parametrize("gone", [["site"], ["restore"], ["restore", "site"]])
def test_a_page_whose_scripts_are_gone_leads_to_the_newest_one(page: Page, host: Server, watch: Watch, gone: list[str]) -> None:
    page.goto(host.url + BENEFIT)
    page.locator(TICK).check()
    expect(page.locator('[data-part="status"]')).to_contain_text("Saved in this browser at")
    old = (host.folder / BENEFIT / "index.html").read_text(encoding="utf-8")
    for script in gone:
        release(host.folder, "NEXT", script)
    page.route(host.url + BENEFIT, lambda route: route.fulfill(body=old, content_type="text/html"))  # a cache on the way has it still
    page.goto(host.url + BENEFIT)
    page.get_by_role("link", name="Open it as it is published now").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("NEXT")
    expect(page.locator(TICK)).to_be_checked()
    ticked(page)
    noted(page)
    watch.seen.clear()  # what is gone was asked for


def test_a_cache_that_keeps_everything_for_a_year_mixes_nothing(page: Page, host: Server) -> None:
    host.rules = FOR_A_YEAR
    page.goto(host.url + BENEFIT)
    page.locator(TICK).check()
    release(host.folder, "NEXT")
    page.goto(f"{host.url}about/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("NEXT")
    page.goto(host.url + BENEFIT)  # out of the cache, with its scripts
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("NEXT")
    expect(page.locator(TICK)).to_be_checked()
    ticked(page)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_contain_text("NEXT")
    expect(page.locator('script[src*="/site-NEXT0000"]')).to_have_count(1)
    expect(page.locator(f"{OTHER}-tick")).to_be_checked()
    noted(page)


def test_a_tab_stays_open_over_three_releases(page: Page, host: Server, tmp_path: Path) -> None:
    page.goto(host.url + BENEFIT)
    [later] = host.folder.glob("assets/javascripts/editor-*.js")
    for number, mark in enumerate(("ONE", "TWO", "THREE")):
        former = shutil.copytree(host.folder, tmp_path / mark)
        later.unlink()  # none of them has this one
        release(host.folder, mark)
        carry(host.folder, str(former), date(2026, 11, 25 + number))
    ticked(page)
    noted(page)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_contain_text("THREE")
    expect(page.locator(OTHER)).to_contain_text("Falls")


def test_a_tab_stays_open_while_another_brings_three_releases(reader: BrowserContext, host: Server, tmp_path: Path) -> None:
    """With the guide kept for use without a connection, of which only the release before stays."""
    page = visited(reader, host)
    other = reader.new_page()
    [later] = host.folder.glob("assets/javascripts/editor-*.js")
    for mark in ("ONE", "TWO", "THREE"):
        former = shutil.copytree(host.folder, tmp_path / mark)
        later.unlink()
        release(host.folder, mark)
        carry(host.folder, str(former), date(2026, 11, 25))
        opened(other, host, mark)
    expect(page.get_by_text("A newer version of this guide is here")).to_be_visible()
    ticked(page)
    noted(page)
    page.get_by_role("button", name="Open the newer version").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("THREE")
    expect(page.locator(OTHER)).to_contain_text("Falls")


def test_half_an_upload_keeps_ticks_and_leads_to_the_whole(page: Page, host: Server, watch: Watch, tmp_path: Path) -> None:
    release(host.folder, "NEXT")
    script = host.folder / "assets" / "javascripts" / "site-NEXT0000.js"
    script.rename(tmp_path / script.name)
    page.goto(host.url + BENEFIT)
    page.locator(TICK).check()
    expect(page.locator('[data-part="status"]')).to_contain_text("Saved in this browser at")
    link = page.get_by_role("link", name="Open it as it is published now")
    expect(link).to_be_visible()
    (tmp_path / script.name).rename(script)
    link.click()
    expect(page.locator(TICK)).to_be_checked()
    ticked(page)
    noted(page)
    watch.seen.clear()


def test_a_worker_that_is_older_than_its_pages_promises_nothing(reader: BrowserContext, host: Server) -> None:
    """Half an upload, too: the pages arrived first."""
    worker = host.folder / "worker.js"
    old = worker.read_bytes()
    release(host.folder, "NEXT")
    new = worker.read_bytes()
    worker.write_bytes(old)
    page = reader.new_page()
    page.goto(host.url + BENEFIT)
    assert page.evaluate(INSTALLS, f"{host.url}worker.js") == "redundant"
    ticked(page)
    expect(page.locator('[data-part="offline"]')).to_be_hidden()
    worker.write_bytes(new)
    os.utime(worker, (time.time() + 5,) * 2)  # a host that goes by the second would call it unchanged
    page.goto(f"{host.url}about/")
    expect(page.locator('[data-part="offline"]')).to_have_text(CLAIM, timeout=60_000)
    host.go_away()
    page.goto(host.url + BENEFIT)
    expect(page.get_by_role("heading", level=1)).to_contain_text("NEXT")
    expect(page.locator(f"{OTHER}-tick")).to_be_checked()


def test_a_cache_that_has_some_pages_of_the_former_release_mixes_nothing(page: Page, host: Server, tmp_path: Path) -> None:
    former = shutil.copytree(host.folder, tmp_path / "former")
    release(host.folder, "NEXT")
    carry(host.folder, str(former), date(2026, 11, 25))
    old = (former / "principles" / "adaptation" / "index.html").read_text(encoding="utf-8")
    page.route("**/principles/adaptation/", lambda route: route.fulfill(body=old, content_type="text/html"))
    instant.arrive(page, host.url + BENEFIT)
    ticked(page)
    page.evaluate("window.same = true")
    page.get_by_role("link", name="Next: Adaptation").click()
    until(page, "window.same === undefined && document.readyState === 'complete'")
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("NEXT")
    expect(page.locator('script[src*="/site-NEXT0000"]')).to_have_count(0)
    page.locator("[data-question] > input").first.check()
    expect(page.locator('[data-part="status"]')).to_contain_text("Saved in this browser at")
    page.get_by_role("link", name="Previous: Benefit").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("NEXT")
    expect(page.locator('script[src*="/site-NEXT0000"]')).to_have_count(1)
    expect(page.locator(f"{OTHER}-tick")).to_be_checked()


@pytest.mark.parametrize("between", ["never opened", "taken back"])
def test_what_an_open_tab_may_want_stays_whatever_came_between(reader: BrowserContext, host: Server, tmp_path: Path, between: str) -> None:
    page, other = visited(reader, host), reader.new_page()
    first = shutil.copytree(host.folder, tmp_path / "first")
    [later] = host.folder.glob("assets/javascripts/editor-*.js")
    later.unlink()  # no release after this one has it, and the host keeps nothing of it
    release(host.folder, "ONE")
    if between == "taken back":
        opened(other, host, "ONE")
        shutil.rmtree(host.folder)
        shutil.copytree(first, host.folder, copy_function=shutil.copy)
        opened(other, host, "")  # what was taken back comes as a newer one does
        other.goto(f"{host.url}principles/adaptation/")
        other.locator("[data-question] > input").first.check()
        other.locator("[data-question] summary").first.click()
        other.locator("[data-question] textarea").first.fill("Back again")
        expect(other.locator('[data-part="status"]')).to_contain_text("Saved in this browser at")
        later.unlink()
    else:
        other.goto(f"{host.url}about/")
        expect(other.get_by_role("button", name="Open the newer version")).to_be_visible(timeout=60_000)
    release(host.folder, "TWO")
    other.goto(f"{host.url}about/")
    until(other, "caches.keys().then((all) => all.length === 3)")  # until it is whole, the button would bring the one before
    until(other, "navigator.serviceWorker.getRegistration().then(({ installing, waiting }) => waiting && !installing)")
    opened(other, host, "TWO")
    ticked(page)
    noted(page)
