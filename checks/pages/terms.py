"""A page explains the glossary's words that it uses."""

import re
from collections.abc import Collection, Iterator

from macros.guide import Guide
from macros.mistakes import Mistake, Place
from macros.parsed_page import ParsedPage

from .prose import blocks, sentences

LINK = re.compile(r"\[[^]]*\]\([^)]*\)")  # leads to an explanation by itself


def unexplained(page: ParsedPage, guide: Guide, everyday: Collection[str]) -> Iterator[Mistake]:
    """Terms whose name stands on a page that never links to their entry; `everyday` ones need no link."""
    explained = {name for macro, name in page.calls if macro == "term"}
    shown = [guide.checklists[name] for macro, name in page.calls if macro == "checklist" and name in guide.checklists]
    questions = [question for checklist in shown for question in checklist.questions]
    explained.update(term for question in questions for term in question.terms)
    read = [sentence for block in blocks(LINK.sub("", page.prose)) for sentence in sentences(block)]
    for term in guide.terms.values():
        if term.id in explained or term.id in everyday:
            continue
        name = re.compile(rf"\b{re.escape(term.name)}s?\b", re.IGNORECASE)
        what = f"the page says '{term.name}' and does not explain it"
        for sentence in read:
            if name.search(sentence.words):
                yield Mistake(Place(page.path, sentence.line), f'{what}; write {{{{ term("{term.id}") }}}} here, or use other words')
                break
        for question in questions:
            if name.search(question.text):
                yield Mistake(Place(page.path), f"{what}: see the question '{question.id}'; add '{term.id}' to its terms")
