"""The minutes as a Word document: python-docx, which shares no line with its writer, finds what was entered, as text."""

import base64
import io
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.text.paragraph import Paragraph

from tests.scripts.node import Modules
from tests.scripts.workshop import HOSTILE, URL, entered, everywhere, minutes

WRITE = "async (given) => Buffer.from(await (await import('app/files/word')).word(given)).toString('base64')"


def written(modules: Modules, record: dict[str, Any]) -> Document:
    """The document as python-docx opens it."""
    return docx.Document(io.BytesIO(base64.b64decode(modules.evaluate(WRITE, record))))


def headings(document: Document, level: int) -> list[str]:
    """The headings of a level; links and all."""
    return [one.text for one in document.paragraphs if one.style and one.style.name == f"Heading {level}"]


def quoted(document: Document) -> list[str]:
    """The notes, which are indented."""
    return [one.text for one in document.paragraphs if one.paragraph_format.left_indent]


def addresses(document: Document) -> set[str]:
    """Where links lead."""
    return {link.url for one in document.paragraphs for link in one.hyperlinks}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_each_field_is_read_back_as_it_was_entered(modules: Modules, text: str) -> None:
    document = written(modules, minutes(text))
    what, whole = text.strip(), text.rstrip()
    title = document.paragraphs[0]
    assert (title.style.name if title.style else "", title.text) == ("Title", what)
    said = [one.text for one in document.paragraphs]
    assert said[1:5] == [f"Setting: {what}", "Date: 20 November 2026", f"People: {what}", f"Facilitator: {what}"]
    assert headings(document, 1) == ["Actions", "Benefit", "No longer in the guide"]
    assert headings(document, 2) == ["Why a?", "Why b?", "Who was it?"]
    assert f"Not relevant here: {what}" in said
    assert quoted(document) == [whole] * 3
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    head = ["Action", "Who", "By", "Status"]
    assert tables == [[head, [what, whole, "12 December 2026", "To do"], [what, whole, what, "Done"]]] * 2
    assert addresses(document) == {URL, *(f"{URL}#benefit-{key}" for key in "abc")}
    assert document.core_properties.title == what


def test_what_was_written_in_any_field_is_read_back(modules: Modules) -> None:
    document = written(modules, everywhere())
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    read = "".join("".join([*(one.text for one in document.paragraphs), *cells]).split())
    texts = entered(everywhere())
    assert len(texts) >= 20
    assert [text for text in texts if "".join(text.split()) not in read] == []


def test_decisions_and_actions_come_first_and_empty_checklists_are_left_out(modules: Modules) -> None:
    record = minutes("One")
    [benefit] = record["lists"]
    benefit["questions"][1]["answer"] |= {"decided": "We try it.", "decidedHow": "consent", "decidedBy": "All"}
    record["lists"].append(
        {"slug": "empty", "title": "Adaptation", "url": URL, "questions": [{"id": "e", "text": "Why?", "url": "", "answer": None}]}
    )
    record |= {"today": ["benefit-b"], "general": {"note": "Parking", "edits": {"note": [1, "t1"]}}}
    document = written(modules, record)
    assert headings(document, 1) == ["Decisions", "Actions", "Today’s questions", "Car park", "Benefit", "No longer in the guide"]
    said = [one.text for one in document.paragraphs]
    assert said[said.index("Decisions") + 1] == "Decided: We try it. (by consent, All)"
    assert said[said.index("Today’s questions") + 1] == "Why b?: Discussed"
    assert not [text for text in said if "Adaptation" in text]


def test_text_from_right_to_left_and_half_signs_stay_within_what_word_can_open(modules: Modules) -> None:
    record = minutes("שלום")
    record["about"]["setting"] = "\ud83d \ufffe \x00 end"
    document = written(modules, record)
    title: Paragraph = document.paragraphs[0]
    assert title._p.pPr is not None
    assert title._p.pPr.find("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}bidi") is not None
    assert document.paragraphs[1].text == "Setting: \ufffd   end"
