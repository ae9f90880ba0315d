"""Plain English, measured: how long sentences are, how hard a page is to read, and which words we avoid."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import textstat

from macros.mistakes import Mistake, Place
from macros.parsed_page import ParsedPage

from .prose import Text, blocks, count, sentences

LONGEST = 32  # words in a sentence
AVERAGE = 20  # words in a page's sentences
GRADE = 10  # Flesch-Kincaid: years of school
ENOUGH = 8  # sentences: below this, averages say nothing


class Words(NamedTuple):
    """What pyproject.toml says about words."""

    instead_of: dict[str, str]  # patterns of words that we avoid, each with what to write
    everyday: list[str]  # glossary terms that a page may use without a link
    nouns: dict[str, str]  # patterns of what follows a number that the data knows, by what is counted


def words(file: Path) -> Words:
    """The settings under [tool.plain-english]; none where the file cannot be read."""
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))["tool"]["plain-english"]
        return Words(table["instead-of"], table["everyday"], table["counted"])
    except tomllib.TOMLDecodeError:
        return Words({}, [], {})


def wording(path: str, text: Text, instead: Mapping[str, str]) -> Iterator[Mistake]:
    """Sentences that are too long, and words with a plainer one, in a piece of running text."""
    for sentence in sentences(text):
        place = Place(path, sentence.line)
        length = count(sentence.words)
        if length > LONGEST:
            start = " ".join(sentence.words.split()[:5])
            yield Mistake(place, f"the sentence that starts '{start} …' has {length} words, and {LONGEST} is the limit; make two of it")
        for word, plainer in instead.items():
            if found := re.search(rf"\b{word}\b", sentence.words, re.IGNORECASE):
                yield Mistake(place, f"we avoid '{found[0]}'; write {plainer}")
        if "—" in sentence.words:
            yield Mistake(place, "we use no long dash; write a comma, a colon, brackets or two sentences")


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
