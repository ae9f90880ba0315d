"""The rules of the house for styles and fonts, one test a rule."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT

from .test_house import ASSETS, STYLES, code, name, text_of


def test_every_style_sheet_is_delivered() -> None:
    listed = re.findall(r"assets/stylesheets/([\w/-]+\.css)", text_of(ROOT / "mkdocs.yml"))
    assert sorted(listed) == sorted(path.relative_to(ASSETS / "stylesheets").as_posix() for path in STYLES)


def test_fonts_are_small_and_come_with_their_licence_and_their_recipe() -> None:
    folder = ASSETS / "fonts"
    fonts = sorted(folder.glob("*.woff2"))
    assert fonts
    assert sum(font.stat().st_size for font in fonts) <= 30_000
    assert list(folder.glob("*LICEN[CS]E*"))
    styles = "".join(map(text_of, STYLES))
    for font in fonts:
        assert f"--output-file={font.name}" in text_of(folder / "README.md")
        assert f"/{font.name}" in styles


def declared(path: Path) -> Iterator[tuple[str, str]]:
    """The declarations of a style sheet but for those of a page's margins, which take no tokens."""
    rules = re.sub(r"@page \{.*?\n\}", "", code(path), flags=re.DOTALL)
    yield from re.findall(r"(?<=[{;\s])(-?[\w-]+): ([^;{}]+);", rules)


def test_sizes_of_type_and_spaces_come_from_the_scale() -> None:
    scaled = re.compile(r"(font-size|font|(scroll-)?(margin|padding)(-.*)?|(row-|column-)?gap)")
    length = re.compile(r"(?<![\w.-])-?[\d.]*[1-9][\d.]*(r?em|px|pt|mm|cm|[sd]?v[wh]|%)")
    of_its_own = {"page/scale.css", "page/fonts.css"}
    for path in STYLES:
        sheet = path.relative_to(ASSETS / "stylesheets").as_posix()
        if sheet not in of_its_own:
            assert [f"{one}: {value}" for one, value in declared(path) if scaled.fullmatch(one) and length.search(value)] == [], sheet
            assert [one for one, _ in declared(path) if re.match(r"--app-(type|pt|space|mm)-", one)] == [], sheet


def test_the_scale_is_short() -> None:
    named = [one for one, _ in declared(ASSETS / "stylesheets" / "page" / "scale.css")]
    for kind, most in {"type": 13, "pt": 7, "space": 8, "mm": 6}.items():
        assert len([one for one in named if one.startswith(f"--app-{kind}-")]) <= most, kind


def test_what_beats_the_theme_does_so_in_one_way() -> None:
    for path in STYLES:
        assert re.findall(r"(?<![\w-])(?:[ou]l|li|p|a|h[1-6]|summary|details)\.app-[\w-]+|\.md-content \.md-typeset", code(path)) == [], (
            name(path)
        )
        if path.stem not in {"parts", "controls"}:
            assert ":root .md-typeset" not in code(path), f"{name(path)}: see page/parts.css"


def test_no_style_shows_what_is_hidden() -> None:
    [(sheet, rule)] = [(path, found) for path in STYLES for found in re.findall(r"^.*\[hidden\] \{.*$", code(path), re.MULTILINE)]
    assert (sheet.stem, rule) == ("parts", "[hidden] { display: none !important; }")
    assert [name(path) for path in STYLES if "!important" in code(path) and path != sheet] == []


def test_paper_does_not_ask_how_high_the_window_is() -> None:
    asks = re.compile(r"@(?:media|container)[^{]*print[^{]*height|@media print \{(?:(?!\n\}).)*@(?:media|container)[^{]*height", re.DOTALL)
    assert [name(path) for path in STYLES if asks.search(code(path))] == []


def apart(selectors: str) -> Iterator[str]:
    """Each of a list of selectors, without what :is and :where forgive."""
    depth = start = 0
    for at, sign in enumerate(f"{selectors},"):
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and not depth:
            yield re.sub(r":(?:is|where)\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)", "", selectors[start:at])
            start = at + 1


def test_what_an_old_browser_does_not_know_takes_nothing_else_along() -> None:
    """Firefox 115 lacks :has, and leaves out every rule in whose list of selectors it stands."""
    for path in STYLES:
        for selectors in re.findall(r"(?:^|(?<=[{};]))([^{};@]+)\{", code(path)):
            knows = {":has(" not in one for one in apart(selectors)}
            assert len(knows) == 1, f"{name(path)}: give what has :has a rule of its own: {selectors.strip()}"


def test_our_classes_have_our_prefix() -> None:
    theirs = ("app-", "md-", "no-js", "js", "headerlink", "highlight", "admonition")
    for path in STYLES:
        rules = re.sub(r"url\(.*?\)|\"[^\"]*\"", "", code(path))
        classes = set(re.findall(r"\.(-?[_a-zA-Z][\w-]*)", rules))
        assert {one for one in classes if not one.startswith(theirs)} == set(), name(path)
        assert not re.search(r"(?<![-\w&])#[a-zA-Z][\w-]*\s*[{,:.\[>]", rules), f"{name(path)} has an id"
