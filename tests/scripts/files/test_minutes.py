"""The minutes: an independent reader of CommonMark finds what was entered, as text and nothing else."""

from typing import Any

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from tests.scripts.node import Modules
from tests.scripts.workshop import HOSTILE, TEXT, URL, minutes, squeezed

FEW = settings(max_examples=150)
OURS = {"heading", "paragraph", "bullet_list", "list_item", "blockquote", "hr", "inline", "link", "strong", "text", "hardbreak"}


def read(source: str) -> list[Any]:
    """The tokens that a reader with tables and strikethrough finds."""
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(source)


def said(token: Any) -> str:
    """The text of an inline token."""
    return "".join("\n" if child.type == "hardbreak" else child.content for child in token.children)


def texts(tokens: list[Any], block: str) -> list[str]:
    """The text within each block of a kind."""
    found: list[str] = []
    inside = 0
    for token in tokens:
        if token.type == f"{block}_open":
            inside += 1
            found.append("")
        inside -= token.type == f"{block}_close"
        if token.type == "inline" and inside:
            found[-1] += f"\n\n{said(token)}"
    return [squeezed(text) for text in found]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_each_field_is_read_back_as_text(modules: Modules, text: str) -> None:
    tokens = read(modules.call("files/minutes", "markdown", minutes(text)))
    what = squeezed(text)
    assert texts(tokens, "heading") == [
        what,
        "Actions",
        "Benefit",
        "Why a?",
        "Why b?",
        "Still open",
        "No longer in the guide",
        "Who was it?",
    ]
    assert texts(tokens, "blockquote") == [what] * 3
    facts = [f"Setting: {what}", "Date: 20 November 2026", f"People: {what}", f"Facilitator: {what}"]
    actions = [f"[ ] {what} ({what}, by 12 December 2026)", f"[x] {what} ({what}, by {what})"]
    assert texts(tokens, "list_item") == [*facts, *actions, *actions, "Why c?"]
    assert {f"Not relevant here: {what}", f"Note ({what}):"} <= set(texts(tokens, "paragraph"))


@given(text=TEXT)
@FEW
def test_no_text_becomes_a_mark(modules: Modules, text: str) -> None:
    tokens = read(modules.call("files/minutes", "markdown", minutes(f"{text}x")))
    inner = [child for token in tokens for child in token.children or []]
    kinds = {token.type.removesuffix("_open").removesuffix("_close") for token in [*tokens, *inner]}
    assert kinds <= OURS
    assert {child.attrs["href"] for child in inner if child.type == "link_open"} == {URL, f"{URL}#benefit-c"}
    assert texts(tokens, "blockquote") == [squeezed(f"{text}x")] * 3
    assert texts(tokens, "heading")[0] == squeezed(f"{text}x")


def test_lines_and_paragraphs_of_a_note_stay(modules: Modules) -> None:
    tokens = read(modules.call("files/minutes", "markdown", minutes("one\n  two\n\nthree")))
    quoted = [said(token) for token in tokens if token.type == "inline" and token.level == 2 and token.content.startswith(("one", "three"))]
    assert [text.replace("\u00a0", " ") for text in quoted[-2:]] == ["one\n  two", "three"]


def test_a_checklist_in_which_nothing_was_said_is_left_out(modules: Modules) -> None:
    record = minutes("plain")
    for question in record["lists"][0]["questions"]:
        question["answer"] = None
    source = modules.call("files/minutes", "markdown", record)
    assert "Benefit" not in texts(read(source), "heading")
    assert "Why a?" not in source


def test_counts_and_what_is_open_are_honest_and_the_foot_says_when_and_which_version(modules: Modules) -> None:
    source = modules.call("files/minutes", "markdown", minutes("plain"))
    assert "[1 discussed, 1 not relevant here, 1 open]" in source
    assert source.endswith("\n---\n\nMade on 22 November 2026, with version 2026-11-22 abc1234 of the guide.\n")


def test_a_workbook_without_a_title_and_facts_says_so_and_leaves_them_out(modules: Modules) -> None:
    record = minutes("")
    record["about"]["date"] = ""
    assert modules.call("files/minutes", "markdown", record).startswith(
        "# Workbook without a title\n\n## Actions\n\n- [ ] – (by 12 December 2026)\n"
    )


def test_a_question_says_when_to_ask_it_and_how_to_begin(modules: Modules) -> None:
    record = minutes("One")
    record["lists"][0]["questions"][0]["hint"] = "At review. Ask *him*."
    record["lists"][0]["questions"][-1]["hint"] = "At review"
    tokens = read(modules.call("files/minutes", "markdown", record))
    assert "At review. Ask *him*." in texts(tokens, "paragraph")
    assert texts(tokens, "list_item")[-1] == "Why c? At review"
    page = modules.call("files/standalone", "standalone", record)
    assert '<p class="soft">At review. Ask *him*.</p>' in page
    assert "At review" in page.partition("Still open")[2]
    assert "At review. Ask *him*." in modules.call("files/csv", "csv", record)
