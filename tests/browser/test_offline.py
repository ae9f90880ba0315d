"""After one visit the guide works without a connection, says so only when it is true, and never mixes two releases.

Long because every test needs the same host, whose site another release replaces and whose line is cut.
"""

import json
import re
import shutil
import struct
from datetime import date
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

from publish.carry import carry
from publish.naming import KEPT

from . import instant
from .conftest import Server, Watch
from .releases import CLAIM, release, visited
from .searching import results
from .until import until

CACHES = "async () => (await caches.keys()).filter((name) => name.includes(':offline:'))"


def cut(host: Server) -> None:
    """No line any more."""
    host.shutdown()
    host.server_close()


def test_after_one_visit_the_next_asks_for_no_file_and_a_workshop_works_without_a_line(
    reader: BrowserContext, host: Server, watch: Watch
) -> None:
    visited(reader, host).close()
    page = reader.new_page()
    asked: list[str] = []
    page.on("response", lambda answer: asked.append(answer.url) if not answer.from_service_worker else None)
    page.goto(f"{host.url}principles/benefit/", wait_until="networkidle")
    assert asked == []
    cut(host)
    page.locator("#benefit-communicate-why-tick").check()
    expect(page.locator('[data-part="status"]')).to_contain_text("Saved in this browser at")
    page.reload()
    expect(page.locator("#benefit-communicate-why-tick")).to_be_checked()
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("weak tie")
    expect(results(page).first).to_be_visible()
    page.goto(f"{host.url}workbook/")
    page.get_by_label("Title (the innovation)").fill("Falls clinic")
    page.goto(f"{host.url}handout/index.html")
    expect(page.locator(".app-sheet").first).to_be_attached()
    page.goto(f"{host.url}about")
    expect(page).to_have_url(f"{host.url}about/")
    answer = page.goto(f"{host.url}nowhere/")
    assert answer
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not here")
    page.goto(f"{host.url}handout/benefit.pdf")
    expect(page.get_by_text("Without a connection, PDFs are not here either.")).to_be_visible()
    watch.seen[:] = [one for one in watch.seen if "404 (Not Found)" not in one]


def test_a_new_release_waits_until_it_is_whole_and_one_press_brings_it(reader: BrowserContext, host: Server) -> None:
    page = visited(reader, host)
    page.locator("#benefit-communicate-why-tick").check()
    release(host.folder, "NEXT")
    page.goto(f"{host.url}principles/benefit/")
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("NEXT")
    expect(page.locator('[data-part="newer"]')).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Open the newer version").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("NEXT")
    expect(page.locator("#benefit-communicate-why-tick")).to_be_checked()
    cut(host)
    page.goto(f"{host.url}about/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("NEXT")


def test_half_an_upload_is_not_taken(reader: BrowserContext, host: Server) -> None:
    page = visited(reader, host)
    about = host.folder / "about" / "index.html"
    old = about.read_bytes()
    release(host.folder, "NEXT")
    about.write_bytes(old)  # one page has not arrived yet
    page.evaluate(
        "async () => { const one = await navigator.serviceWorker.getRegistration(); await one.update(); await new Promise((done) => one.installing ? one.installing.addEventListener('statechange', done) : done()); }"
    )
    page.goto(f"{host.url}workbook/")
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("NEXT")
    assert page.evaluate("async () => (await navigator.serviceWorker.getRegistration()).waiting") is None
    expect(page.locator('[data-part="newer"]')).to_be_hidden()


def test_a_cache_that_has_gone_is_filled_again_and_what_was_tampered_with_there_is_not_shown_and_heals(
    reader: BrowserContext, host: Server
) -> None:
    page = visited(reader, host)
    page.evaluate("async () => { for (const name of await caches.keys()) await caches.delete(name); }")
    page.goto(f"{host.url}about/")
    expect(page.locator('[data-part="offline"]')).to_have_text(CLAIM, timeout=60_000)
    assert len(page.evaluate(CACHES)) == 1
    page.evaluate(
        "async (address) => { for (const name of await caches.keys()) await (await caches.open(name)).put(address, new Response('<h1>Hostile</h1>', { headers: { 'content-type': 'text/html' } })); }",
        f"{host.url}about/",
    )
    page.goto(f"{host.url}about/")
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Hostile")
    cut(host)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_contain_text("uide")
    page.goto(f"{host.url}workbook/")
    expect(page.get_by_label("Title (the innovation)")).to_be_visible()


def test_a_former_worker_at_the_same_place_is_replaced(reader: BrowserContext, host: Server) -> None:
    (host.folder / "old-worker.js").write_text("addEventListener('fetch', () => {});", encoding="utf-8")
    page = reader.new_page()
    page.goto(f"{host.url}404.html")
    page.evaluate("async (address) => { await navigator.serviceWorker.register(address) }", f"{host.url}old-worker.js")
    page = visited(reader, host)
    assert page.evaluate(
        "async () => (await navigator.serviceWorker.getRegistrations()).map((one) => (one.active ?? one.waiting).scriptURL)"
    ) == [f"{host.url}worker.js"]


def test_removing_everything_removes_it_too_and_it_stays_away(reader: BrowserContext, host: Server) -> None:
    page = visited(reader, host)
    page.goto(f"{host.url}workbook/")
    assert len(page.evaluate(CACHES)) == 1
    page.get_by_role("button", name="Remove everything this site keeps").click()
    expect(page.get_by_text("Copies of this guide’s pages, kept for use without a connection")).to_be_visible()
    expect(page.get_by_label("I have a backup, or I need none.").locator("visible=true")).to_have_count(0)  # nothing is the reader's own
    page.get_by_role("button", name="Remove everything now").click()
    expect(page.locator('[data-part="removed"]')).to_have_text("Everything that this site kept in this browser is removed.")
    assert page.evaluate(CACHES) == []
    assert page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0
    page.get_by_role("dialog").get_by_role("button", name="Close").click()
    page.wait_for_load_state("networkidle")
    assert page.evaluate(CACHES) == []


def test_instant_navigation_into_a_newer_release_loads_it_whole(page: Page, host: Server) -> None:
    """Without a worker, as on an address that is not secure."""
    instant.arrive(page, f"{host.url}principles/benefit/")
    page.locator("#benefit-communicate-why-tick").check()
    page.evaluate("window.same = true")
    page.get_by_role("link", name="Next: Adaptation").click()
    page.wait_for_url("**/adaptation/")
    assert page.evaluate("window.same"), "within a release nothing is loaded anew"
    release(host.folder, "NEXT")
    page.get_by_role("link", name="Next: Networks").click()
    until(page, "window.same === undefined && document.readyState === 'complete'")
    expect(page.get_by_role("heading", level=1)).to_contain_text("NEXT")
    expect(page.locator('script[src*="/site-NEXT0000"]')).to_have_count(1)
    page.goto(f"{host.url}principles/benefit/")
    expect(page.locator("#benefit-communicate-why-tick")).to_be_checked()


def test_an_open_page_finds_the_scripts_of_its_own_release_on_the_host_of_the_next(page: Page, host: Server, tmp_path: Path) -> None:
    page.goto(f"{host.url}principles/benefit/")
    former = shutil.copytree(host.folder, tmp_path / "former")
    [later] = host.folder.glob("assets/javascripts/editor-*.js")
    release(host.folder, "NEXT")
    later.unlink()  # the next release has another one
    assert later.relative_to(host.folder).as_posix() in carry(host.folder, str(former), date(2026, 11, 25))
    with page.expect_response(f"**/{later.name}") as answer:
        page.locator("#benefit-evidence summary").click()
    assert answer.value.ok


def test_what_is_kept_is_the_whole_guide_and_at_most_three_megabytes(site: Server) -> None:
    text = (site.folder / "worker.js").read_text(encoding="utf-8")
    files = json.loads(re.findall(r"const FILES = (.*);", text)[0])
    [size] = re.findall(r"const BYTES = (\d+);", text)
    assert int(size) <= 3_000_000
    pages = {re.sub(r"(^|/)index\.html$", r"\1", file.relative_to(site.folder).as_posix()) for file in site.folder.rglob("*.html")}
    assert pages <= set(files)
    assert {"search/search_index.json", "sitemap.xml"} <= set(files)
    assert not [path for path in files if path.endswith((".pdf", ".map"))]


def test_the_guide_can_be_installed(page: Page, site: Server) -> None:
    for path in ("", "principles/benefit/", "404.html"):
        page.goto(path)
        address = page.locator('link[rel="manifest"]').evaluate("(link) => link.href")
        assert address == f"{site.url}site.webmanifest"
    found = page.context.new_cdp_session(page).send("Page.getAppManifest")
    assert found["errors"] == []
    about = json.loads(found["data"])
    assert about["name"] == "Spreading and adopting innovation: a working guide"
    assert [(one["sizes"], one.get("purpose")) for one in about["icons"]] == [
        ("any", None),
        ("192x192", None),
        ("512x512", None),
        ("512x512", "maskable"),
    ]
    for one in about["icons"]:
        picture = page.request.get(f"{site.url}{one['src']}").body()
        width = struct.unpack(">I", picture[16:20])[0] if one["src"].endswith(".png") else "any"
        assert one["sizes"] == (f"{width}x{width}" if width != "any" else "any")
        assert KEPT.search(one["src"])
    touch = page.locator('link[rel="apple-touch-icon"]').get_attribute("href") or ""
    assert re.search(r"assets/images/icon-touch-180-[0-9A-Z]{8}\.png$", touch)
    assert found["url"] == f"{site.url}site.webmanifest"
