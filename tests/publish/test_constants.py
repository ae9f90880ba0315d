"""Sizes and spaces of the scales: bundling puts their values in place of their names."""

import re
from pathlib import Path

from publish.bundle import main

from .test_bundle import files, site, write

__all__ = ["site"]


def test_what_is_declared_once_for_every_page_gives_its_value_to_its_users(site: Path) -> None:
    once = ":root {\n  --app-edge: 2px; /* so; wide */\n  --app-gap: var(--app-edge);\n  --app-ink: red;\n}\n"
    again = "@media print { :root { --app-ink: black; } }\n.app-x { --app-own: 3px; }\n"
    uses = ".app-y { margin: var(--app-gap); padding: calc(-1 * var(--app-edge)); color: var(--app-ink); inset: var(--app-own); }\n"
    write(site, "stylesheets/page/one.css", once + again)
    write(site, "stylesheets/page/two.css", uses)
    assert main([str(site)]) == 0
    [sheet] = [text.decode() for path, text in files(site).items() if "stylesheets/site-" in path]
    assert "margin:2px" in sheet and "--app-gap" not in sheet and "--app-edge" not in sheet
    [ink] = re.findall(r"[{;]color:var\((--\w+)\)", sheet)
    assert sheet.count(f"{ink}: ") == 2, "paper has another value"
    [own] = re.findall(r"inset:var\((--\w+)\)", sheet)
    assert f".app-x{{{own}: 3px}}" in sheet, "a value of one component is none of all pages"


def test_a_value_that_a_script_sets_keeps_its_name(site: Path) -> None:
    write(site, "javascripts/room/a.js", 'export const a = () => document.body.style.setProperty(`--app-paper-${1}`, "x");\n')
    write(site, "stylesheets/page/one.css", ".app-y { content: var(--app-paper-title, none); color: var(--app-quiet, red); }\n")
    assert main([str(site)]) == 0
    [sheet] = [text.decode() for path, text in files(site).items() if "stylesheets/site-" in path]
    assert "var(--app-paper-title" in sheet and "--app-quiet" not in sheet
