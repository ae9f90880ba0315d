"""Plain English, measured: how long sentences are, how hard a page is to read, and which words we avoid."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Annotated

import textstat
from pydantic import AfterValidator, Field, ValidationError
from pydantic_core import PydanticCustomError

from macros.mistakes import Mistake, Place
from macros.models import Model
from macros.parsed_page import ParsedPage
from macros.settings import below
from macros.shape import explain

from .prose import Text, blocks, count, sentences
from .toml import read_toml, toml_mistakes

LONGEST = 32  # words in a sentence
AVERAGE = 20  # words in a page's sentences
GRADE = 10  # Flesch-Kincaid: years of school
ENOUGH = 8  # sentences: below this, averages say nothing


def _pattern(text: str) -> str:
    """Raise where a text is no pattern."""
    try:
        re.compile(text)
    except re.error:
        raise PydanticCustomError("pattern", "pattern") from None
    return text


Pattern = Annotated[str, AfterValidator(_pattern)]


class Counted(Model):
    """Patterns of what follows a number that the data knows, by what is counted."""

    principles: Pattern = "principles"
    questions: Pattern = "questions"
    terms: Pattern = "terms"
    tools: Pattern = "tools"


class Words(Model):
    """What pyproject.toml says about words, below [tool.plain-english]."""

    instead_of: dict[Pattern, str] = Field(default={}, alias="instead-of")  # words that we avoid, each with what to write
    everyday: tuple[str, ...] = ()  # glossary terms that a page may use without a link
    counted: Counted = Counted()


TABLE = ("tool", "plain-english")


def words(file: Path) -> tuple[Words, list[Mistake]]:
    """Those settings, and what is wrong with them; none where they cannot be read."""
    source = read_toml(file)
    here = source.data
    for name in TABLE:
        here = here.get(name) if isinstance(here, dict) else None
    if not isinstance(here, dict):
        return Words(), list(toml_mistakes(file))
    try:
        return Words.model_validate(here), []
    except ValidationError as error:
        return Words(), list(explain(error, below(source, *TABLE), Words))


def wording(path: str, text: Text, instead: Mapping[str, str]) -> Iterator[Mistake]:
    """Sentences that are too long, and words with a plainer one, in a piece of running text."""
    for line, what in _wording(text.words, tuple(instead.items())):
        yield Mistake(Place(path, text.line + line), what)


@lru_cache(maxsize=8192)
def _wording(words: str, instead: tuple[tuple[str, str], ...]) -> tuple[tuple[int, str], ...]:
    return tuple((sentence.line, what) for sentence in sentences(Text(0, words)) for what in _sentence(sentence.words, instead))


def _sentence(words: str, instead: tuple[tuple[str, str], ...]) -> Iterator[str]:
    length = count(words)
    if length > LONGEST:
        start = " ".join(words.split()[:5])
        yield f"the sentence that starts '{start} …' has {length} words, and {LONGEST} is the limit; make two of it"
    for word, plainer in instead:
        if found := _avoided(word).search(words):
            yield f"we avoid '{found[0]}'; write {plainer}"
    if "—" in words:
        yield "we use no long dash; write a comma, a colon, brackets or two sentences"


@lru_cache(maxsize=512)
def _avoided(word: str) -> re.Pattern[str]:
    return re.compile(rf"\b{word}\b", re.IGNORECASE)


def reading(page: ParsedPage) -> Iterator[Mistake]:
    """A page whose sentences are too long on average, or that asks too much of its readers; the place is the longest sentence."""
    found = [sentence for block in blocks(page.prose) for sentence in sentences(block) if count(sentence.words) > 2]
    if len(found) < ENOUGH:
        return
    place = Place(page.path, max(found, key=lambda sentence: count(sentence.words)).line)
    average = sum(count(sentence.words) for sentence in found) / len(found)
    if average > AVERAGE:
        what = f"sentences on this page have {average:.1f} words on average, and {AVERAGE} is the limit"
        yield Mistake(place, f"{what}; shorten the longest ones, from this one on")
    grade = textstat.flesch_kincaid_grade(". ".join(sentence.words.rstrip(".:;,") for sentence in found) + ".")
    if grade > GRADE:
        what = f"this page needs {grade:.1f} years of school to read (Flesch-Kincaid), and {GRADE} is the limit"
        yield Mistake(place, f"{what}; use shorter words and sentences, from this one on")
