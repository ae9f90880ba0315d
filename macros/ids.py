"""What is promised about ids: none that was ever published is lost without a word, and none comes back as another."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from .guide import Guide
from .mistakes import Mistake, Place
from .models import Glossary, Question, Register, Retired, Term
from .relations import Sources, duplicate_id, unknown_or_repeated
from .source import Path_, Source


class Found(NamedTuple):
    """A question or a term, and where it stands."""

    entry: Question | Term
    source: Source
    path: Path_

    def at(self, *key: str | int) -> Place:
        """The place of one of its fields."""
        return self.source.at(*self.path, *key)


def _questions(guide: Guide, sources: Sources) -> Iterator[Found]:
    for name, checklist in guide.checklists.items():
        for n, question in enumerate(checklist.questions):
            yield Found(question, sources[f"checklists/{name}"], ("questions", n))


def _terms(glossary: Glossary | None, sources: Sources) -> Iterator[Found]:
    for n, term in enumerate(glossary.terms if glossary else ()):
        yield Found(term, sources["glossary"], ("terms", n))


def was_relations(guide: Guide, glossary: Glossary | None, sources: Sources) -> Iterator[Mistake]:
    """Mistakes in what a question or term says about its own past."""
    for found in (list(_questions(guide, sources)), list(_terms(glossary, sources))):
        live = {one.entry.id for one in found}
        for one in found:
            yield from unknown_or_repeated("earlier id", one.entry.was, None, one.source, (*one.path, "was"))
            for n, old in enumerate(one.entry.was):
                if old in live:
                    what = f"'{old}' in `was` is still in use; take it out of `was`, or give the entry that has it another id"
                    yield Mistake(one.at("was", n), what)
    for one in _questions(guide, sources):
        if isinstance(one.entry, Question) and one.entry.before and not one.entry.revised:
            what = "'before' needs the day when the meaning changed; add a line 'revised: ' with that day, or take 'before' out"
            yield Mistake(one.at("before"), what)


def register_relations(guide: Guide, glossary: Glossary, register: Register, sources: Sources) -> Iterator[Mistake]:
    """Mistakes between the register and what is live; for a guide whose files could all be read."""
    source = sources["published-ids"]
    yield from _published_relations("questions", register.questions, register.retired, list(_questions(guide, sources)), source)
    yield from _published_relations("terms", register.terms, (), list(_terms(glossary, sources)), source)
    seen: dict[str, Place] = {}
    for n, retired in enumerate(register.retired):
        yield from duplicate_id(seen, retired.id, source.at("retired", n, "id"))
        if retired.id not in register.questions:
            what = f"'{retired.id}' is retired but was never published; take this entry out, or correct its spelling"
            yield Mistake(source.at("retired", n, "id"), what)


def _published_relations(
    key: str, published: Sequence[str], retired: Sequence[Retired], found: list[Found], source: Source
) -> Iterator[Mistake]:
    """Questions, or terms: each published id is live, followed or retired, and only one of these."""
    live = {one.entry.id for one in found}
    followed = {old for one in found for old in one.entry.was}
    gone = {one.id for one in retired}
    yield from unknown_or_repeated(f"id under {key}", published, None, source, (key,))
    for n, name in enumerate(published):
        if name not in live | followed | gone:
            yield Mistake(source.at(key, n), _missing_id(key, name, live.difference(published)))
    for one in found:
        if one.entry.id in gone:
            what = f"the id '{one.entry.id}' is retired and never comes back; give this question a new id"
            yield Mistake(one.at("id"), what)
        for n, old in enumerate(one.entry.was):
            if old not in published:
                yield Mistake(one.at("was", n), f"'{old}' in `was` has never been published; take it out, or correct its spelling")
            elif old in gone:
                what = f"'{old}' in `was` is retired in {source.name}; keep it in one of the two places"
                yield Mistake(one.at("was", n), what)


def _missing_id(key: str, name: str, new: set[str]) -> str:
    """What to do about a published id that nothing mentions any more."""
    near = get_close_matches(name, sorted(new), n=1, cutoff=0.5)
    hint = f" (if it is now called '{near[0]}', write `was: [{name}]` there)" if near else ""
    if key == "terms":
        return f"the term '{name}' was published and is gone; put it back, or name it in the `was` of the term that replaces it{hint}"
    return (
        f"the question '{name}' was published and is gone; put it back, name it in the `was` of what replaces it, "
        f"or add it to `retired` with its last wording{hint}"
    )
