"""The lines above a page: its short title, its description, and when it was and will be reviewed."""

import datetime
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints, ValidationError

from .encoding import misread, no_file, text_of
from .folders import below
from .mistakes import Mistake, Place, otherwise_called
from .models import Date, Model, Text
from .parsed_page import parsed_page
from .published import left_out
from .shape import explain
from .source import Source, parse

BELOW = re.compile(r"\n-{3}[ \t]*\n(?:[^\n]*\n)*?title:")
OPENED = re.compile(r"[-–—+*=_~]+")
FAR = 10  # years between today and a review: what lies further off is a slip
LIKE_PAGES = {".md", ".markdown", ".mdown", ".mkdn", ".mkd"}  # what people call a page


class FrontMatter(Model):
    """What each page says of itself."""

    title: Text = Field(description="Short, for the navigation.")
    description: Annotated[str, StringConstraints(min_length=60, max_length=155, strip_whitespace=True)] = Field(
        description="One sentence for search engines and previews; no other page has the same."
    )
    reviewed: Date = Field(description="The day of the last review.")
    review_by: Date = Field(description="The day when the next review is due.")


def front_matters(docs: Path, today: datetime.date | None = None) -> tuple[dict[str, FrontMatter], tuple[Mistake, ...]]:
    """What each page says of itself, by the page's path below `docs`, and all mistakes in it."""
    known: dict[str, tuple[FrontMatter, Source]] = {}
    mistakes: list[Mistake] = []
    out = left_out(docs, "exclude_docs", "draft_docs")
    for file in (path for path in below(docs) if path.suffix.lower() in LIKE_PAGES):
        path = file.relative_to(docs).as_posix()
        if out.match_file(path):
            continue
        if file.suffix != ".md":
            mistakes.append(otherwise_called("page", Place(f"{docs.name}/{path}"), file, ".md"))
            continue
        source = _source(file, f"{docs.name}/{path}")
        mistakes.extend(source.mistakes)
        try:
            if not source.mistakes:
                known[path] = (FrontMatter.model_validate(source.data), source)
        except ValidationError as error:
            mistakes.extend(explain(error, source, FrontMatter))
    mistakes.extend(_relations(known.values(), today or datetime.datetime.now(datetime.UTC).date()))
    return {path: found for path, (found, _) in known.items()}, tuple(mistakes)


def _source(file: Path, name: str) -> Source:
    if wrong := no_file(file, name) or misread(file, name):
        return Source(name, mistakes=[wrong])
    found = parsed_page(name, text_of(file)).front_matter
    if found is not None:
        return parse(f"\n{found}", name)  # a line for the three hyphens, so that lines count as in the file
    return Source(name, mistakes=[_none(name, text_of(file))])


def _none(name: str, text: str) -> Mistake:
    """Why a page has nothing above it that could be read."""
    first = text.partition("\n")[0].rstrip()
    if text.strip().startswith("---") and not text.startswith("---"):
        what = "something stands before the first '---'; take out the spaces and empty lines there"
    elif first == "---":
        what = "the lines above the page have no end; write '---' below the last of them"
    elif OPENED.fullmatch(first):
        what = f"'{first}' does not open the lines above a page; write three hyphens, '---'"
    elif BELOW.search(text):
        what = "something stands before the lines above the page; put it below them, or take it out"
    else:
        what = "the page has no front matter; start it with '---', the lines title, description, reviewed and review_by, and '---'"
    return Mistake(Place(name, 1), what)


def _relations(pages: Iterable[tuple[FrontMatter, Source]], today: datetime.date) -> Iterator[Mistake]:
    """Pages that cannot be told apart, and reviews that are due before they happened or on a day that nobody can mean."""
    first: dict[tuple[str, str], Place] = {}
    for page, source in pages:
        for own in (("title", page.title), ("description", page.description)):
            if own in first:
                yield Mistake(source.at(own[0]), f"the {own[0]} is that of another page, at {first[own]}; give each page its own")
            first.setdefault(own, source.at(own[0]))
            if call := re.search(r"\{\{|\{%", own[1]):
                yield Mistake(source.at(own[0]), f"'{call[0]}' calls nothing above a page; write the words themselves")
        for name, day in (("reviewed", page.reviewed), ("review_by", page.review_by)):
            if abs(day.year - today.year) > FAR:
                yield Mistake(source.at(name), f"'{name}' is {day}, more than {FAR} years from today; correct the year")
        if page.reviewed > today + datetime.timedelta(days=1):  # it is tomorrow elsewhere
            yield Mistake(
                source.at("reviewed"), f"'reviewed' is {page.reviewed}, and that day has not come yet; write the day of the last review"
            )
        elif page.review_by <= page.reviewed:
            yield Mistake(source.at("review_by"), "the next review is due before the last one; correct one of the two days")
