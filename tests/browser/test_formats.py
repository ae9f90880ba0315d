"""Every format that was ever stored is read and carried forward: one file each in formats/."""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from playwright.sync_api import Page, expect

from tests.conftest import ROOT

FORMATS = sorted((Path(__file__).parent / "formats").glob("*.json"))
RULES = (ROOT / "overrides/assets/javascripts/rules.js").read_text(encoding="utf-8")
SCHEMA = json.loads((ROOT / "overrides/assets/backup.schema.json").read_text(encoding="utf-8"))


def test_each_format_up_to_the_one_that_is_written_has_a_fixture() -> None:
    newest = re.search(r"const FORMAT = (\d+);", RULES)
    assert newest
    assert [path.stem for path in FORMATS] == [str(n) for n in range(1, int(newest[1]) + 1)]


@pytest.mark.parametrize("path", FORMATS, ids=lambda path: path.stem)
def test_a_format_is_read_whole_and_its_backup_fits_the_published_schema(page: Page, path: Path) -> None:
    items = json.loads(path.read_text(encoding="utf-8"))
    page.goto("about/")
    page.evaluate("(items) => Object.entries(items).forEach(([key, value]) => localStorage.setItem(key, value))", items)
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
