"""The page to take away: it holds what was entered as text, runs nothing, and asks nobody for anything."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from axe_playwright_python.sync_playwright import Axe
from hypothesis import given, settings
from playwright.sync_api import Page

from .workshop import HOSTILE, TEXT, URL, call, minutes, squeezed

FEW = settings(max_examples=60)
OURS = set(
    re.findall(
        r"\w+", "html head meta title style body main h1 h2 h3 dl dt dd p section strong span blockquote table thead tbody tr th td ul li a"
    )
)


class Reader(HTMLParser):
    """Collects tags, attributes and the text within each kind of element."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[tuple[str, int]] = []
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str, str | None]] = set()
        self.texts: list[tuple[str, str]] = [("", "")]
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and its attributes."""
        self.tags.add(tag)
        self.attributes.update((tag, name, value) for name, value in attrs)
        if tag != "meta":
            self.open.append((tag, len(self.texts)))
            self.texts.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        """Each element is closed in order."""
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        """Text belongs to the innermost element that is open."""
        _, n = self.open[-1] if self.open else ("", 0)
        tag, text = self.texts[n]
        self.texts[n] = (tag, text + data)

    def within(self, tag: str) -> list[str]:
        """The text of each element of a kind."""
        return [text for name, text in self.texts if name == tag]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_each_field_is_there_as_text(modules: Page, text: str) -> None:
    page = Reader(call(modules, "files/standalone", "standalone", minutes(text)))
    what = text.strip()
    assert page.within("title") == [what]
    assert page.within("h1")[0].strip() == what
    assert [said.strip() for said in page.within("dd")] == [what, "20 November 2026", what, what]
    assert [said.rstrip() for said in page.within("blockquote")] == [text.rstrip()] * 3
    assert page.within("span") == [what]
    cells = page.within("td")
    assert cells[:4] == [text, text, "12 December 2026", "To do"]
    assert cells[4:8] == [text, text, what, "Done"]
    assert any(squeezed(said) == f"Note ({squeezed(text)}):" for said in page.within("p"))


@given(text=TEXT)
@FEW
def test_no_text_becomes_an_element_or_an_attribute(modules: Page, text: str) -> None:
    page = Reader(call(modules, "files/standalone", "standalone", minutes(text)))
    assert page.tags <= OURS
    assert page.open == []
    assert {name for _, name, _ in page.attributes} <= {"lang", "charset", "http-equiv", "content", "name", "dir", "class", "scope", "href"}
    links = {value for _, name, value in page.attributes if name == "href"}
    assert links == {URL, *(f"{URL}#benefit-{one}" for one in "abc")}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_in_a_browser_nothing_runs_and_nothing_is_requested(modules: Page, page: Page, text: str) -> None:
    ran: list[str] = []
    page.expose_function("alert", lambda said: ran.append(str(said)))
    page.on("request", lambda request: ran.append(request.url))
    page.set_content(call(modules, "files/standalone", "standalone", minutes(text)))
    assert page.locator("h1").inner_text().split() == text.split()
    assert page.locator("script, img, iframe").count() == 0
    assert ran == []


def test_its_policy_allows_its_own_style_and_nothing_else(modules: Page, page: Page) -> None:
    source = call(modules, "files/standalone", "standalone", minutes("plain"))
    style = re.search(r"<style>(.*?)</style>", source, re.DOTALL)
    assert style
    fingerprint = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{fingerprint}'; base-uri 'none'; form-action 'none'"
    assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in source, f"STYLE_HASH has to be sha256-{fingerprint}"
    assert source.index("Content-Security-Policy") < source.index("<title>")
    page.set_content(source)
    assert page.locator("main").evaluate("(main) => getComputedStyle(main).paddingTop") == "32px"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible(modules: Page, page: Page, scheme: str) -> None:
    source = call(modules, "files/standalone", "standalone", minutes("plain", by="2026-11-01"))
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_content(source)
    assert Axe().run(page).response["violations"] == []


def test_an_address_that_is_not_of_the_web_is_no_link(modules: Page) -> None:
    record = minutes("plain")
    record["lists"][0]["url"] = "javascript:alert(1)"
    assert "javascript:" not in call(modules, "files/standalone", "standalone", record)
