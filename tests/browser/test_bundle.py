"""What is published loads little, may be kept for ever, and works in either form: bundled, and as it was written."""

import gzip
import re
from pathlib import Path

import material
from playwright.sync_api import Page, expect

from .conftest import Server


def test_a_page_with_only_a_checklist_loads_little_script_and_one_style_sheet(page: Page) -> None:
    sizes: dict[str, int] = {}
    ours = re.compile(r"/assets/(?:java|style).*/([\w-]+-[0-9A-Z]{8}\.\w+)$")  # the theme's own have .min in their names
    page.on("response", lambda got: (found := ours.search(got.url)) and sizes.update({found[1]: len(gzip.compress(got.body(), 6))}))
    page.goto("principles/benefit/", wait_until="networkidle")
    page.locator("#benefit-communicate-why-tick").check()
    expect(page.locator('[data-part="status"]')).to_contain_text("Saved in this browser at")
    scripts = {name: size for name, size in sizes.items() if name.endswith(".js")}
    assert {"restore", "site"} <= {name.rpartition("-")[0] for name in scripts}
    assert len(scripts) <= 4, scripts
    assert sum(scripts.values()) <= 11_000, scripts
    [style] = (size for name, size in sizes.items() if name.endswith(".css"))
    [theme] = (Path(material.__file__).parent / "templates/assets/stylesheets").glob("main.*.min.css")
    assert style - len(gzip.compress(theme.read_bytes(), 6)) <= 10_000, "ours: the theme's stands in the same file"


def test_few_files_hold_all_modules(site: Server) -> None:
    scripts = [file.name for file in site.folder.glob("assets/javascripts/*-*.js")]
    assert len([name for name in scripts if name.startswith("chunk-")]) <= 3, scripts
    assert {path.parent.name for path in site.folder.glob("assets/javascripts/*/*.js")} <= {"lunr", "workers"}, "the theme's own"


def test_a_site_that_was_not_bundled_works_as_well(page: Page, unbundled: Server) -> None:
    page.goto(f"{unbundled.url}principles/benefit/")
    page.locator("#benefit-communicate-why-tick").check()
    expect(page.locator('[data-part="status"]')).to_contain_text("Saved in this browser at")
    page.get_by_role("link", name="Next: Adaptation").click()
    page.wait_for_url("**/adaptation/")
    page.get_by_role("link", name="Previous: Benefit").click()
    expect(page.locator("#benefit-communicate-why-tick")).to_be_checked()
    page.goto(f"{unbundled.url}workbook/")
    expect(page.get_by_label("Title (the innovation)")).to_be_visible()
