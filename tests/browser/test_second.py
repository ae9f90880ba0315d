"""Another guide, driven by a reader: what they tick is kept under its own name, and each of its pages knows it."""

import re
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from publish.finish import finish
from tests.machinery.test_second import FOREIGN, THEMES

from .conftest import NOWHERE, Server, Watch, second_guide
from .shared import moved


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The other guide, built as `make build` does, and served."""
    server = Server(shutil.copytree(second_guide(tmp_path_factory), tmp_path_factory.mktemp("second") / "site"))
    moved(server.folder, NOWHERE, server.url)
    finish(server.folder)
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def reader(browser: Browser, second: Server) -> Iterator[Page]:
    """A reader of the other guide, watched: no request to another host, no error in the console."""
    watching = Watch(second.url)
    context = watching.over(browser.new_context(base_url=second.url))
    yield context.new_page()
    context.close()
    assert watching.seen == []


def shown(page: Page) -> str:
    """All that a reader can see now."""
    return page.locator("body").inner_text()


def test_a_tick_is_kept_and_found_on_every_page(reader: Page) -> None:
    reader.goto("themes/water/")
    box = reader.get_by_role("checkbox", name="Which roof could fill a barrel?")
    box.check()
    expect(reader.locator('[data-part="count"]')).to_have_text("1 of 5 discussed")
    reader.reload()
    expect(box).to_be_checked()
    keys = reader.evaluate("Object.keys(localStorage).filter((key) => !key.includes('/.__'))")
    assert sorted(keys) == ["garden-guide:/guide/:2:answer:first:water-rain", "garden-guide:/guide/:2:current"]

    reader.goto("record/")
    expect(reader.locator('[data-list="water"]')).to_contain_text("1 discussed, 0 not relevant here, 4 open")
    assert FOREIGN.findall(shown(reader)) == []
    with reader.expect_download() as download:
        reader.get_by_role("button", name="Backup of everything").click()
    assert download.value.suggested_filename.startswith("garden-guide-backup-")
    assert '"format": "garden-guide-backup"' in download.value.path().read_text(encoding="utf-8")

    reader.goto(".")
    expect(reader.locator(".app-wheel__segment")).to_have_count(len(THEMES))
    expect(reader.locator('.app-wheel__picture [data-of="water"]')).to_have_text("1 of 5")
    expect(reader.locator('.app-wheel__picture [data-part="total"]')).to_have_text("1 of 18 discussed")


def test_a_guide_that_has_gone_to_another_host_leads_there_and_hands_over_what_was_written(reader: Page) -> None:
    reader.goto("themes/water/")
    reader.get_by_role("checkbox", name="Which roof could fill a barrel?").check()
    there = reader.get_by_role("link", name="Open this page there")
    expect(there).to_have_attribute("href", "https://garden.example/guide/themes/water/")
    reader.get_by_role("link", name="Download your answers").click()
    expect(reader).to_have_url(re.compile(r"/record/#export$"))
    with reader.expect_download() as download:
        reader.get_by_role("button", name="Backup of everything").click()
    assert "water-rain" in download.value.path().read_text(encoding="utf-8")
    reader.goto("404.html")
    expect(there).to_have_attribute("href", "https://garden.example/guide/")


def test_each_theme_has_its_colour_in_wheel_and_matrix(reader: Page) -> None:
    reader.goto(".")
    strokes = reader.locator(".app-wheel__edge").evaluate_all("(edges) => edges.map((one) => getComputedStyle(one).stroke)")
    assert len(set(strokes)) == len(strokes) == len(THEMES)
    reader.goto("methods/")
    assert reader.locator(".app-tools-matrix thead a").all_inner_texts() == ["Ground", "Neighbours", "Water", "Money"]
    marks = reader.locator(".app-tools-matrix__mark--main[class*=hue]").evaluate_all(
        "(all) => all.map((one) => getComputedStyle(one).borderColor)"
    )
    assert len(set(marks)) == 2


def test_the_handouts_page_prints_a_sheet_for_each_theme(reader: Page) -> None:
    reader.goto("print/")
    expect(reader.locator('.app-handout[aria-busy="false"]')).to_be_visible()
    assert reader.locator(".app-sheet:visible").evaluate_all("(all) => all.map((one) => one.dataset.sheet)") == list(THEMES)
    reader.get_by_role("radio", name="The workshop pack").check()
    expect(reader.locator('.app-handout[aria-busy="false"]')).to_be_visible()
    assert reader.locator(".app-sheet:visible").count() == len(THEMES) + 1
    expect(reader.locator('[data-part="trouble"]').first).to_be_empty()
    reader.get_by_role("radio", name="The whole guide").check()
    reader.get_by_role("radio", name="Questions and guidance").check()
    expect(reader.locator("#sheet-glossary")).to_contain_text("Topsoil")
    assert FOREIGN.findall(shown(reader)) == []
