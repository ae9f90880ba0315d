"""A page of Markdown, parsed once: what stands above it, its text without code, its calls, links and headings.

Lines count from the start of the file everywhere: what is taken out of a text leaves its line breaks.
Long because all that is read from one page is read here, each part once.
"""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from jinja2 import TemplateSyntaxError, nodes

from .encoding import blanked, text_of
from .folders import below
from .given import Call, given
from .indented import indented_code, without
from .pieces import Plain, parsed, plain_calls
from .published import left_out

FRONT_MATTER = re.compile(r"\A-{3}[ \t]*\n(.*?)^(?:-{3}|\.{3})[ \t]*$", re.DOTALL | re.MULTILINE)  # as the engine finds it
FENCE = re.compile(r"^( *)(`{3,}|~{3,})[^`\n]*\n(?:.*?\n)??\1\2 *$", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"(?<![`\\])(`+)(?!`)(?:(?!\n\s*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
HEADING = re.compile(r"(#{1,6})\s*(.*)$")
LINKS = (
    re.compile(r"\]\(\s*<?((?:[^()]|\([^()]*\))*?)>?(?:\s+[\"'][^)]*)?\s*\)"),
    re.compile(r"^ {0,3}\[(?!\^)[^\]]+\]: *\n? *<?([^\s>]+)", re.MULTILINE),  # where "[words][name]" leads
    re.compile(r"<((?:https?|mailto):[^>]+)>"),
)


class Link(NamedTuple):
    """Where a link leads, as its author wrote it, and its line."""

    line: int
    target: str


class Heading(NamedTuple):
    """A heading with its line, its level (1 to 6) and its words, which may hold Markdown."""

    line: int
    level: int
    words: str


@dataclass(frozen=True)
class ParsedPage:
    """One page; `path` is how mistakes call it: "docs/about.md"."""

    path: str
    text: str

    @cached_property
    def front_matter(self) -> str | None:
        """The lines between the hyphens at its very top; None where it has none."""
        return found[1] if (found := FRONT_MATTER.match(self.text)) else None

    @cached_property
    def body(self) -> str:
        """The text below the front matter."""
        return blanked(FRONT_MATTER, self.text)

    @cached_property
    def prose(self) -> str:
        """The body without blocks of code."""
        return without(self.fenceless, indented_code(self.fenceless))

    @cached_property
    def fenceless(self) -> str:
        """The body without code between fences; code by its indent still stands there."""
        return blanked(FENCE, self.body)

    @cached_property
    def plain(self) -> str:
        """The prose with spaces in place of code in its lines: all else stands where it stood."""
        return CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), self.prose)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the plain prose, as editors count them."""
        return tuple(self.plain.removesuffix("\n").split("\n"))

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The headings that stand at the start of a line, with their marks before or below them."""
        found: list[Heading] = []
        written = self.prose.split("\n")
        for number, (before, line, after) in enumerate(zip(["", *written], written, [*written[1:], ""], strict=False), 1):
            if heading := HEADING.match(line):
                found.append(Heading(number, len(heading[1]), heading[2].rstrip("# ")))
            elif line.strip() and not before.strip() and line[0] not in " |>" and (mark := re.match(r"(=+|-+) *$", after)):
                found.append(Heading(number, 1 if mark[1][0] == "=" else 2, line.strip()))
        return tuple(found)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Where its links and pictures lead, without those that macros make."""
        found = (link for pattern in LINKS for link in pattern.finditer(self.plain))
        return tuple(Link(self.plain.count("\n", 0, link.start(1)) + 1, link[1]) for link in found)

    @cached_property
    def braces(self) -> nodes.Template | TemplateSyntaxError:
        """The macro calls as Jinja reads them, or why it cannot."""
        try:
            return parsed(self.body)
        except TemplateSyntaxError as error:
            return error

    @cached_property
    def parts(self) -> tuple[nodes.Node, ...]:
        """All that its braces are made of, each part before its own parts; nothing where they cannot be read."""
        return () if isinstance(self.braces, TemplateSyntaxError) else tuple(self.braces.find_all(nodes.Node))

    @cached_property
    def calls(self) -> frozenset[Call]:
        """Which macros it calls with which names of data; none where the braces cannot be read."""
        if self.plain_calls is not None:
            return frozenset(named for call in self.plain_calls for named in given(call.node))
        return frozenset(named for node in self.parts if isinstance(node, nodes.Call) for named in given(node))

    @cached_property
    def plain_calls(self) -> list[Plain] | None:
        """Its calls, where its braces hold nothing but calls with their texts. Their nodes count lines from the braces."""
        return plain_calls(self.body)


@lru_cache(maxsize=4096)  # whoever asks for a page with the same text gets the same page, parsed once
def parsed_page(path: str, text: str) -> ParsedPage:
    """The page at `path` with this text."""
    return ParsedPage(path, text)


def parsed_pages(docs: Path) -> dict[str, ParsedPage]:
    """All pages below `docs` that are published, as they are now, by their path below it, in the order of their paths."""
    paths = {file.relative_to(docs).as_posix(): file for file in below(docs) if file.suffix == ".md" and file.is_file()}
    out = left_out(docs, "exclude_docs", "draft_docs")
    return {path: parsed_page(f"{docs.name}/{path}", text_of(file)) for path, file in paths.items() if not out.match_file(path)}
