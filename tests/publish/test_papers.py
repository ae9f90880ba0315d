"""What goes with a release: sums that a host's own tool checks, and a bill that names what is in the site."""

import json
import subprocess
from pathlib import Path

import pytest

from publish.papers import bill, main, sums
from tests.conftest import ROOT


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site with what the theme leaves in each."""
    files = {
        "index.html": '<meta property="og:site_name" content="Small"><meta name="app-build" content="1 abc"><meta name="generator" content="mkdocs-1.6.1, mkdocs-material-9.8.1">',
        "assets/javascripts/bundle.map": json.dumps({"sources": ["node_modules/rxjs/a.js", "node_modules/@x/y/a.js", "src/own.ts"]}),
        "assets/javascripts/word-0ABCDEF0.js": "",
        "assets/fonts/guide-serif-bold.woff2": "",
        "a b/ü.txt": "ü",
    }
    for path, text in files.items():
        file = tmp_path / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (tmp_path / "site.stick.zip").write_text("zip", encoding="utf-8")
    return tmp_path / "site"


def test_the_sums_hold_for_the_site_and_what_stands_beside_it(site: Path) -> None:
    assert main([str(site)], ROOT) == 0
    check = ["sha256sum", "--strict", "--check", "site.sha256"]
    done = subprocess.run(check, cwd=site.parent, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert {"site/index.html: OK", "site/a b/ü.txt: OK", "site.stick.zip: OK", "site.cdx.json: OK"} <= set(done.stdout.splitlines())
    (site / "a b" / "ü.txt").write_text("u", encoding="utf-8")
    assert subprocess.run(check, cwd=site.parent, capture_output=True).returncode == 1
    assert sums(site) == sums(site), "the sums have none of their own"


def test_the_bill_names_what_is_in_the_site_apart_from_what_built_it(site: Path) -> None:
    made = bill(site, ROOT)
    one = {part["name"]: part for part in made["components"]}  # type: ignore[attr-defined]
    inside = {name for name, part in one.items() if part["scope"] == "required"}
    assert {name for name in inside if "Pagella" not in name} == {"mkdocs-material", "rxjs", "@x/y", "docx", "fflate", "nanoid", "lean-qr"}
    assert one["docx"]["licenses"] == [{"expression": "MIT"}]
    assert one["mkdocs-material"]["purl"] == "pkg:pypi/mkdocs-material@9.8.1"
    assert one["mkdocs-material"]["licenses"] == [{"expression": "MIT"}]
    assert one["@x/y"]["purl"] == "pkg:npm/%40x/y"
    assert {"mkdocs", "pydantic", "esbuild", "terser"} <= {name for name, part in one.items() if part["scope"] == "excluded"}
    assert made["metadata"] == {"component": {"type": "application", "name": "Small", "version": "1 abc"}}


def test_what_the_lock_names_for_another_system_is_on_the_bill_without_its_licence(site: Path, tmp_path: Path) -> None:
    (tmp_path / "requirements.lock").write_text("nowhere-at-all==1.0 ; sys_platform == 'win32' \\\n    --hash=sha256:0\n", encoding="utf-8")
    (site / "assets" / "fonts" / "guide-serif-bold.woff2").unlink()
    page = site / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace(", mkdocs-material-9.8.1", ""), encoding="utf-8")
    found = bill(site, tmp_path)["components"]
    assert {
        "type": "library",
        "name": "nowhere-at-all",
        "version": "1.0",
        "purl": "pkg:pypi/nowhere-at-all@1.0",
        "scope": "excluded",
    } in found  # type: ignore[operator]


def test_a_site_that_does_not_say_what_it_is_gets_no_bill(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "index.html").touch()
    assert main([str(tmp_path)], ROOT) == 1
    assert "build it with make build" in capsys.readouterr().out
