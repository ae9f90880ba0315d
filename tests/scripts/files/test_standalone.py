"""The page to take away: it holds what was entered as text, runs nothing, and asks nobody for anything."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from tests.scripts.node import Modules
from tests.scripts.workshop import HOSTILE, TEXT, URL, minutes, squeezed

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
def test_each_field_is_there_as_text(modules: Modules, text: str) -> None:
    page = Reader(modules.call("files/standalone", "standalone", minutes(text)))
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
def test_no_text_becomes_an_element_or_an_attribute(modules: Modules, text: str) -> None:
    page = Reader(modules.call("files/standalone", "standalone", minutes(text)))
    assert page.tags <= OURS
    assert page.open == []
    assert {name for _, name, _ in page.attributes} <= {"lang", "charset", "http-equiv", "content", "name", "dir", "class", "scope", "href"}
    links = {value for _, name, value in page.attributes if name == "href"}
    assert links == {URL, *(f"{URL}#benefit-{one}" for one in "abc")}


def test_an_address_that_is_not_of_the_web_is_no_link(modules: Modules) -> None:
    record = minutes("plain")
    record["lists"][0]["url"] = "javascript:alert(1)"
    assert "javascript:" not in modules.call("files/standalone", "standalone", record)
