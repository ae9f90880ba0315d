"""The principles' colours: one for each number, and each can be read."""

import re

import pytest

from macros.models import MOST
from tests.conftest import ROOT

STYLES = ROOT / "overrides" / "assets" / "stylesheets"
HUES = (STYLES / "page" / "hues.css").read_text(encoding="utf-8")
TOKENS = (STYLES / "page" / "tokens.css").read_text(encoding="utf-8")
SCHEMES = dict(zip(("default", "slate"), HUES.split("@media screen"), strict=True))


def colours(scheme: str) -> dict[int, str]:
    """Each number's colour in a scheme."""
    return {int(number): colour for number, colour in re.findall(r"--app-hue-(\d+): (#[0-9a-f]{6});", SCHEMES[scheme])}


def light(colour: str) -> float:
    """Relative luminance, see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Between 1 and 21, see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


def test_every_principle_that_a_guide_may_have_has_a_colour() -> None:
    numbers = list(range(1, MOST + 1))
    assert [
        int(number)
        for number, same in re.findall(r"^\.app-hue--(\d+) \{ --app-hue: var\(--app-hue-(\d+)\); \}$", HUES, re.MULTILINE)
        if number == same
    ] == numbers
    for scheme in SCHEMES:
        assert list(colours(scheme)) == numbers
        assert len(set(colours(scheme).values())) == MOST


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_in_a_principles_colour_can_be_read(scheme: str) -> None:
    found = re.search(rf'\[data-md-color-scheme="{scheme}"\] \{{.*?--app-paper: (#[0-9a-f]{{6}})', TOKENS, re.DOTALL)
    assert found
    assert {number: colour for number, colour in colours(scheme).items() if contrast(colour, found[1]) < 4.5} == {}
