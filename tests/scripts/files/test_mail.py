"""The minutes for an email: rich text that holds what was entered as text, and the same as plain text."""

import pytest
from hypothesis import given, settings

from tests.scripts.node import Modules
from tests.scripts.workshop import HOSTILE, TEXT, URL, minutes, squeezed

from .test_standalone import Reader

OURS = {"h1", "h2", "h3", "p", "b", "i", "a", "blockquote", "ul", "li", "table", "tr", "th", "td", "br"}
PLAIN = {"dir", "href", "align", "valign", "border", "cellspacing", "cellpadding"}


class Mail(Reader):
    """As a mail program keeps it: a line end is an element."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A line end has no content and no end."""
        if tag == "br":
            self.handle_data("\n")
        else:
            super().handle_starttag(tag, attrs)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_each_field_is_there_as_text_in_both(modules: Modules, text: str) -> None:
    made = modules.call("files/mail", "mail", minutes(text))
    page = Mail(made["html"])
    what, whole = text.strip(), text.rstrip()
    assert [one.replace("\u00a0", " ") for one in page.within("h1")] == [what]
    assert [one.replace("\u00a0", " ") for one in page.within("blockquote")] == [whole] * 3
    assert [one.replace("\u00a0", " ") for one in page.within("td")][:4] == [what, text, "12 December 2026", "To do"]
    assert page.tags <= OURS
    assert {name for _, name, _ in page.attributes} <= PLAIN
    assert {value for _, name, value in page.attributes if name == "href"} == {URL, *(f"{URL}#benefit-{key}" for key in "abc")}
    bare = squeezed(made["text"])
    assert bare.count(squeezed(text)) >= 3 + 4 + 3
    assert "<" not in made["text"] or "<" in text


@given(text=TEXT)
@settings(max_examples=80)
def test_no_text_becomes_a_mark(modules: Modules, text: str) -> None:
    page = Mail(modules.call("files/mail", "mail", minutes(f"{text}x"))["html"])
    assert page.tags <= OURS
    assert {name for _, name, _ in page.attributes} <= PLAIN


def test_decisions_come_first_then_actions_then_what_was_said(modules: Modules) -> None:
    record = minutes("One")
    record["lists"][0]["questions"][1]["answer"] |= {"decided": "We try it.", "decidedHow": "vote"}
    record |= {"today": ["benefit-b"], "general": {"note": "Parking", "edits": {"note": [1, "t1"]}}}
    made = modules.call("files/mail", "mail", record)
    assert Mail(made["html"]).within("h2")[:4] == ["Decisions", "Actions", "Today’s questions", "Car park"]
    assert made["text"].startswith("One\nSetting: One\n")
    assert "\nDECISIONS\n\nDecided: We try it. (by vote)\n" in made["text"]
    assert "• One (One, 12 December 2026, To do)" in made["text"]
