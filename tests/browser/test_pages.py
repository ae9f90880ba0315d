"""Pages lead somewhere and say what they are. What every page must be in a browser, test_every_page.py looks at."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import BrowserContext, Page, expect

from tests.conftest import ROOT

from .conftest import Server
from .searching import results
from .until import until

PAGES = sorted(
    path.removesuffix("index.md") if path.endswith("index.md") else path.removesuffix(".md") + "/"
    for path in (file.relative_to(ROOT / "docs").as_posix() for file in (ROOT / "docs").rglob("*.md"))
)
TAGS = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}
COLOURS = ("color-contrast", "link-in-text-block")  # all that other colours can change, and what takes most of the time
METAS = ('name="description"', 'property="og:title"', 'property="og:description"', 'property="og:url"')
SAME = {"rules": {rule: {"enabled": False} for rule in COLOURS}}
# axe reads each colour as often as it meets it, which takes it longer than all else; a page has ten.
EACH_COLOUR_ONCE = """() => {
    const colour = axe.commons.color.Color.prototype, { parseString } = colour, known = {};
    colour.parseString = function (text) {
        known[text] ??= (({ r, g, b, alpha }) => ({ r, g, b, alpha }))(parseString.call(this, text));
        return Object.assign(this, known[text]);
    };
}"""
LOOK = """async ([within, options]) => (await axe.run(within ?? document, options)).violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary.slice(0, 200)}`))"""


def violations(page: Page, within: str | list[str] | None = None, /, **only: object) -> list[str]:
    """What axe finds, one line each. `within`: one part or several, where the rest was looked at before; `only`: options of axe in place of all that WCAG asks."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
        page.evaluate(EACH_COLOUR_ONCE)
    options = {**(TAGS | only), "resultTypes": ["violations"]}  # to list what is well takes longer than to look
    found: list[str] = page.evaluate(LOOK, [within, options])
    return found


def in_the_dark(page: Page) -> None:
    """Let the system's colours be dark, and wait until all is: links take an eighth of a second."""
    page.emulate_media(color_scheme="dark")
    until(page, "document.body.dataset.mdColorScheme === 'slate' && !document.getAnimations().length")


def test_every_link_and_anchor_within_the_site_leads_somewhere(site: Server) -> None:
    files = {file.relative_to(site.folder).as_posix(): file.read_text(encoding="utf-8") for file in site.folder.rglob("*.html")}
    ids = {name: set(re.findall(r'\sid="?([^"\s>]+)', text)) for name, text in files.items()}
    dead = []
    for name, text in files.items():
        for target in re.findall(r'<a\s[^>]*?href="([^"]*)"', text):
            if re.match(r"[a-z]+:", target) or target.startswith("//"):
                continue
            path, _, anchor = re.sub(r"\?[^#]*", "", target).partition("#")
            base = Path("/guide") / name
            here = (Path("/" + path.lstrip("/")) if path.startswith("/") else base.parent / path) if path else base
            parts: list[str] = []
            for part in here.parts[1:]:
                if part == "..":
                    parts.pop()
                else:
                    parts.append(part)
            found = "/".join(parts[1:])
            found = found if found in files or Path(found).suffix else f"{found}/index.html".lstrip("/")
            if found not in files and not (site.folder / found).exists():
                dead.append(f"{name}: {target}")
            elif anchor and anchor != "top" and found in ids and anchor not in ids[found]:
                dead.append(f"{name}: {target} (no such place)")
    assert dead == []


def test_a_term_shows_its_meaning_on_hover_and_on_focus_and_escape_closes_it(page: Page) -> None:
    page.goto("principles/benefit/")
    term = page.locator("a.app-term", has_text="pull").first
    meaning = page.get_by_text("Demand for a change").last
    term.hover()
    expect(meaning).to_be_visible()
    page.mouse.move(0, 0)
    expect(meaning).to_be_hidden()
    term.focus()
    expect(meaning).to_be_visible()
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    expect(term).to_be_focused()


def test_each_page_says_whom_it_serves_and_how_to_improve_it(page: Page) -> None:
    page.goto("principles/benefit/")
    foot = page.locator(".app-page-foot")
    expect(foot).to_contain_text("system leaders")
    expect(foot.get_by_role("link", name="Edit this page")).to_have_attribute(
        "href", "https://example.org/edit/main/docs/principles/benefit.md"
    )
    expect(foot.get_by_role("link", name="Read the glossary")).to_be_visible()
    foot.get_by_role("link", name="Back to top").click()
    until(page, "window.scrollY < 50")


def test_a_page_that_is_not_there_helps(page: Page, watch: object) -> None:
    page.goto("404.html")
    page.get_by_role("link", name="Go to the first page").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.url.endswith("/guide/")


def test_the_types_that_editors_read_are_not_served(site: Server) -> None:
    assert list((ROOT / "overrides").rglob("*.d.ts"))
    assert list(site.folder.rglob("*.d.ts")) == []


def test_movement_within_a_page_keeps_what_is_open(page: Page) -> None:
    page.goto("principles/benefit/")
    page.locator("#benefit-evidence summary").click()
    page.get_by_role("navigation", name="Table of contents").get_by_role("link", name="A worked example").click()
    page.wait_for_url("**#a-worked-example")
    page.go_back()
    page.wait_for_timeout(500)
    expect(page.locator("#benefit-evidence details")).to_have_attribute("open", "")


def test_reduced_motion_is_respected(context_with: Callable[..., BrowserContext]) -> None:
    page = context_with(reduced_motion="reduce").new_page()
    page.goto("principles/benefit/")
    moving = "[...document.querySelectorAll('main article *')].filter((e) => parseFloat(getComputedStyle(e).transitionDuration) > 0.01 || parseFloat(getComputedStyle(e).animationDuration) > 0.01).length"
    assert page.evaluate(moving) == 0


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("evidence gain commitment", "principles/benefit/#benefit-evidence-question"),
        ("weak tie", "glossary/#term-weak-tie"),
        ("Cynefin framework", "tools-and-methods/#tool-cynefin"),
    ],
)
def test_search_finds_questions_terms_and_tools_and_leads_to_the_place(page: Page, words: str, place: str) -> None:
    page.goto("about/")
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type(words, delay=20)
    path, anchor = place.split("#")
    link = page.locator(f'[href*="{path}?"][href$="#{anchor}"]')  # between them stand the words to highlight
    expect(results(page).and_(link).first).to_be_attached()


def test_each_page_has_a_title_a_description_and_a_preview_of_its_own(site: Server) -> None:
    seen = set()
    for path in PAGES:
        text = (site.folder / path / "index.html").read_text(encoding="utf-8")
        title, *metas = re.search(r"<title>([^<]+)</title>", text), *(re.search(f'<meta {one} content="([^"]+)">', text) for one in METAS)
        assert title and all(metas), path
        seen.add((title[1], *(meta[1] for meta in metas if meta)))
    assert len(seen) == len(PAGES)
    sitemap = (site.folder / "sitemap.xml").read_text(encoding="utf-8")
    assert all(f"<loc>{site.url}{path}</loc>" in sitemap for path in PAGES)
