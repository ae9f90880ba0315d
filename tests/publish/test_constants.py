"""Sizes and spaces of the scales: bundling puts their values in place of their names. Colours: all that the theme has are ours."""

import re
from pathlib import Path

import material

from publish.bundle import main
from tests.conftest import ROOT

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


def test_every_colour_that_the_theme_sets_for_the_dark_is_one_of_ours() -> None:
    """Its sheet of colours is not published, so what it would set and we do not would stay light, or have no value."""
    theirs = Path(material.__file__).parent / "templates/assets/stylesheets"
    [colours, main_sheet] = (next(theirs.glob(f"{name}.*.min.css")).read_text("utf-8") for name in ("palette", "main"))
    [dark] = re.findall(r"\[data-md-color-scheme=slate\]\{([^}]*)\}", colours)
    used = main_sheet + "".join(file.read_text("utf-8") for file in (ROOT / "overrides/assets/stylesheets").rglob("*.css"))
    needed = {name for name in re.findall(r"(--[\w-]+):", dark) if re.search(rf"var\({name}\b(?!-)", used)}
    assert len(needed) > 30
    ours = (ROOT / "overrides/assets/stylesheets/page/tokens.css").read_text("utf-8")
    either = re.findall(r'\[data-md-color-scheme(?:="slate")?\] \{(.*?)\n\}', ours, re.DOTALL)
    assert needed - set(re.findall(r"(--[\w-]+):", "".join(either))) == set()
