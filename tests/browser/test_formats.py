"""Every format that was ever stored is read and carried forward: one file each in formats/."""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from playwright.sync_api import Page, expect

from tests.conftest import ROOT

from .conftest import Watch
from .until import until

FORMATS = sorted((Path(__file__).parent / "formats").glob("*.json"))
RULES = (ROOT / "overrides/assets/javascripts/rules.js").read_text(encoding="utf-8")
SCHEMA = json.loads((ROOT / "overrides/assets/backup.schema.json").read_text(encoding="utf-8"))
STORE = "(items) => Object.entries(items).forEach(([key, value]) => localStorage.setItem(key, value))"
FORMER, NOW = "spread-guide:/guide/:1:", "spread-guide:/guide/:2:"


def test_each_format_up_to_the_one_that_is_written_has_a_fixture() -> None:
    newest = re.search(r"const FORMAT = (\d+);", RULES)
    assert newest
    assert [path.stem for path in FORMATS] == [str(n) for n in range(1, int(newest[1]) + 1)]


@pytest.mark.parametrize("path", FORMATS, ids=lambda path: path.stem)
def test_a_format_is_read_whole_and_its_backup_fits_the_published_schema(page: Page, path: Path) -> None:
    items = json.loads(path.read_text(encoding="utf-8"))
    page.goto("about/")
    page.evaluate(STORE, items)
    page.goto("principles/benefit/")
    expect(page.locator("#benefit-worth-spreading-tick")).to_be_checked()
    expect(page.locator("#benefit-communicate-why-tick")).not_to_be_checked()
    page.locator(".app-status summary").first.click()
    with page.expect_download() as copy:
        page.get_by_role("button", name="Download a backup").click()
    backup = json.loads(Path(copy.value.path()).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(backup)
    kept = {key.rsplit(":", 1)[1]: json.loads(text) for key, text in items.items() if ":answer:" in key}
    assert backup["workbooks"][0]["answers"] == kept


def test_the_schema_is_published_with_the_site(page: Page) -> None:
    page.goto("about/")
    answer = page.request.get("assets/backup.schema.json")
    assert answer.ok
    assert answer.json() == SCHEMA


def former() -> dict[str, str]:
    """What the former release stored."""
    return dict(json.loads(FORMATS[0].read_text(encoding="utf-8")))


def test_the_former_format_is_there_before_anything_is_painted_and_stays_where_it_was(page: Page, watch: Watch) -> None:
    page.goto("about/")
    page.evaluate(STORE, former())
    page.route("**/site-*.js", lambda route: route.abort())  # without modules
    page.goto("principles/benefit/")
    expect(page.locator("#benefit-worth-spreading-tick")).to_be_checked()
    kept = dict(page.evaluate("Object.entries(localStorage)"))
    assert {key: text for key, text in kept.items() if key.startswith((FORMER, NOW))} == former()
    page.unroute("**/site-*.js")
    page.reload()
    until(page, "(key) => localStorage.getItem(key)", f"{NOW}current")
    kept = dict(page.evaluate("Object.entries(localStorage)"))
    assert {key: text for key, text in kept.items() if key.startswith(FORMER)} == former()
    assert {key.replace(NOW, FORMER): text for key, text in kept.items() if key.startswith(NOW)}.items() >= former().items()
    assert all("site-" in sentence for sentence in watch.seen), watch.seen  # the script that did not come
    watch.seen.clear()


def test_where_there_is_no_room_for_both_the_former_format_is_moved(page: Page) -> None:
    page.goto("about/")
    page.evaluate(STORE, former() | {f"{FORMER}answer:wother:benefit-evidence": json.dumps({"note": "x" * 3_000_000, "edits": {}})})
    page.goto("principles/benefit/")
    expect(page.locator("#benefit-worth-spreading-tick")).to_be_checked()
    until(page, "(key) => localStorage.getItem(key) === null", f"{FORMER}answer:wother:benefit-evidence")
    kept = dict(page.evaluate("Object.entries(localStorage)"))
    assert "x" * 3_000_000 in kept[f"{NOW}answer:wother:benefit-evidence"]


def test_an_open_page_says_that_a_newer_release_has_stored_something_and_writes_no_more(page: Page) -> None:
    page.goto("principles/benefit/")
    page.locator("#benefit-evidence-tick").check()
    other = page.context.new_page()
    other.goto("about/")
    other.evaluate(STORE, {"spread-guide:/guide/:3:current": "first"})
    expect(page.locator('[data-part="trouble"]')).to_contain_text("A newer version of this guide")
    before = dict(page.evaluate("Object.entries(localStorage)"))
    page.locator("#benefit-communicate-why-tick").check()
    page.wait_for_timeout(100)
    assert dict(page.evaluate("Object.entries(localStorage)")) == before


def test_a_workbook_that_goes_for_good_goes_from_the_former_format_too(page: Page) -> None:
    page.goto("about/")
    page.evaluate(STORE, former())
    page.goto("workbook/")
    page.get_by_role("button", name="All workbooks").click()
    box = page.get_by_role("dialog", name="Your workbooks")
    box.get_by_role("button", name="Delete").click()
    box.get_by_text("Deleted workbooks").click()
    box.get_by_role("button", name="Remove for good").click()
    box.get_by_label("I have a backup, or I need none.").check()
    box.get_by_role("button", name="Yes, remove it for good").click()
    expect(box.get_by_text("is removed for good")).to_be_visible()
    assert [key for key in dict(page.evaluate("Object.entries(localStorage)")) if ":answer:first:" in key] == []
